// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {BasketMath} from "../procurement/libraries/BasketMath.sol";
import {FrameworkClock} from "../procurement/libraries/FrameworkClock.sol";
import {QuoteMath} from "../procurement/libraries/QuoteMath.sol";
import {QuoteRanking} from "../procurement/libraries/QuoteRanking.sol";
import {SealedQuote} from "../procurement/libraries/SealedQuote.sol";
import {Framework} from "../procurement/types/Framework.sol";
import {Quotes} from "../procurement/types/Quotes.sol";

/// @notice The rules of quotes and baskets over many inputs, for the twins' differential tests.
contract QuoteMathHarness {
    using QuoteRanking for mapping(uint64 group => Quotes.Node node);

    struct Filed {
        uint64 supplier;
        uint64 group;
        uint128 price;
        bool opened;
        bytes32 salt;
        uint64 hint;
    }

    struct Ranked {
        uint64 supplier;
        uint64 group;
        uint128 price;
        uint256 lot;
    }

    struct Moment {
        Quotes.Contest contest;
        uint256 time;
    }

    struct Purchase {
        Framework.Need[] basket;
        uint128[] prices;
    }

    struct Lists {
        uint128[] prices;
        uint128[] before;
        Framework.Item[] items;
    }

    struct Judged {
        bool within;
        bool lowered;
    }

    mapping(uint64 group => Quotes.Group quotes) private _groups;
    mapping(uint64 group => Quotes.Node node) private _nodes;

    /// @notice Opens quotes in their order, and lists the groups as they stand in the ranking.
    function rank(Filed[] calldata filed, uint128 budget, uint16 leastPrice) external returns (Ranked[] memory ranked) {
        uint256 salts;
        for (uint256 i; i < filed.length; ++i) ++_groups[filed[i].group].filed;
        uint256 count;
        for (uint256 i; i < filed.length; ++i) {
            Filed calldata f = filed[i];
            if (!f.opened) continue;
            unchecked {
                salts += uint256(f.salt); // modulo 2^256
            }
            bool admissible = QuoteMath.isAdmissible(f.price, leastPrice, budget);
            Quotes.Group memory g = QuoteMath.withOpened(_groups[f.group], f.supplier, f.price, admissible);
            _groups[f.group] = g;
            if (!QuoteMath.takesPart(g)) continue;
            ++count;
            _nodes.insert(f.group, g.price, f.hint);
        }
        ranked = new Ranked[](count);
        uint64 group = _nodes.first();
        for (uint256 i; i < count; ++i) {
            Quotes.Group memory g = _groups[group];
            ranked[i] = Ranked(g.best, group, g.price, QuoteMath.lot(salts, group));
            group = _nodes[group].next;
        }
    }

    function statuses(Moment[] calldata moments) external pure returns (Quotes.Status[] memory found) {
        found = new Quotes.Status[](moments.length);
        for (uint256 i; i < moments.length; ++i) found[i] = QuoteMath.statusOf(moments[i].contest, moments[i].time);
    }

    function frameworkStatus(Framework.Book calldata b, uint256 time) external pure returns (Framework.Status) {
        return FrameworkClock.statusOf(b, time);
    }

    function totals(Purchase[] calldata purchases) external pure returns (uint256[] memory sums) {
        sums = new uint256[](purchases.length);
        for (uint256 i; i < purchases.length; ++i) {
            sums[i] = BasketMath.total(purchases[i].basket, purchases[i].prices);
        }
    }

    function judge(Lists[] calldata lists) external pure returns (Judged[] memory judged) {
        judged = new Judged[](lists.length);
        for (uint256 i; i < lists.length; ++i) {
            Lists calldata given = lists[i];
            judged[i] = Judged(
                BasketMath.isWithin(given.prices, given.items),
                BasketMath.isLowered(given.prices, given.before)
            );
        }
    }

    function hashes(Purchase calldata purchase) external pure returns (bytes32 basket, bytes32 list) {
        return (BasketMath.hashOf(purchase.basket), BasketMath.hashOf(purchase.prices));
    }

    function quote(
        address book,
        bytes32 contest,
        uint64 supplier,
        uint128 price,
        bytes32 salt
    ) external view returns (bytes32) {
        return SealedQuote.quote(block.chainid, book, contest, supplier, price, salt);
    }

    function priceList(
        address book,
        bytes32 framework,
        uint64 supplier,
        bytes32 list,
        bytes32 salt
    ) external view returns (bytes32) {
        return SealedQuote.priceList(block.chainid, book, framework, supplier, list, salt);
    }
}

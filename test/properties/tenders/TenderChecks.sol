// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {BidFlags} from "../../../contracts/procurement/types/BidFlags.sol";
import {Award} from "../../../contracts/procurement/types/Award.sol";
import {Tender} from "../../../contracts/procurement/types/Tender.sol";
import {ITreasury} from "../../../contracts/treasury/interfaces/ITreasury.sol";
import {Budget} from "../../../contracts/treasury/types/Budget.sol";
import {IVm} from "../support/IVm.sol";
import {TenderWorld} from "./TenderWorld.sol";

/// @notice What must hold after every move of a tender, and the award worked out a second way.
abstract contract TenderChecks is TenderWorld {
    /// @dev Bid bonds by the treasury's events alone.
    uint256 internal _taken;
    uint256 internal _left;
    /// @dev Prices and performance bonds of the contracts that were signed.
    uint256 internal _contracted;
    uint256 internal _performance;

    /// @notice T1, T2, T3 of bonds and budgets, and that every opened price is the one that its own bidder sealed.
    function check() public view {
        (uint256 bonds, uint256 budgets) = _checkTenders();
        VM.assertEq(bonds, _taken - _left, "bonds held = bonds taken - returned - forfeited");
        (, Budget.Balance memory balance) = treasury.getLine(_lineId);
        VM.assertEq(balance.committed, budgets + _contracted, "committed = what tenders and contracts may still cost");
        uint256 credits;
        for (uint256 i; i < FIRMS; ++i) credits += treasury.creditOf(_firms[i], address(_token));
        VM.assertEq(
            _token.balanceOf(address(treasury)),
            balance.available + balance.committed + bonds + _performance + credits,
            "T1-T3 treasury"
        );
    }

    function _checkTenders() private view returns (uint256 bonds, uint256 budgets) {
        for (uint256 t; t < _plans.length; ++t) {
            bytes32 id = _plans[t].id;
            bool running = book.getDesk(id).outcome == Tender.Outcome.None;
            uint128 reserved = opening.getReservation(address(book), id).amount;
            VM.assertEq(reserved, running ? BUDGET : 0, "budget of a tender");
            budgets += reserved;
            Tender.Status status = book.statusOf(id);
            Tender.Entry[] memory entries = book.getBids(id, _allFirms());
            for (uint256 i; i < FIRMS; ++i) {
                uint128 bond = book.bondOf(id, _firms[i]);
                bonds += bond;
                _checkBid(id, i, status, bond, entries[i]);
            }
        }
    }

    /// @dev A bid that still takes part has its whole bond; an opened price is the sealed one.
    function _checkBid(
        bytes32 id,
        uint256 firm,
        Tender.Status status,
        uint128 bond,
        Tender.Entry memory e
    ) private view {
        bool live = book.hasBid(id, _firms[firm]);
        if (live && status <= Tender.Status.TechnicalOpening) VM.assertEq(bond, BOND, "bond of a live bid");
        if (book.getSealed(id, _firms[firm]).version == 0) VM.assertEq(bond, 0, "no bid, no bond");
        uint8 facts = e.offer.flags;
        bool removed = facts & (BidFlags.EXCLUDED | BidFlags.DECLINED) != 0;
        if (status == Tender.Status.PriceOpening && facts & BidFlags.QUALIFIED != 0 && !removed) {
            VM.assertEq(bond, BOND, "bond of a qualified bid");
        }
        if (facts & BidFlags.PRICE == 0) return;
        uint128 price = _filed[id][firm].price;
        VM.assertEq(e.offer.price, price > BUDGET || price < 3 ? 0 : price, "the price that was sealed");
    }

    /// @dev Enters what the treasury says about bid bonds.
    function _enterLogs(IVm.Log[] memory logs) internal {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter != address(treasury)) continue;
            bytes32[] memory topics = logs[i].topics;
            bool held = topics[0] == ITreasury.DepositHeld.selector;
            bool back = topics[0] == ITreasury.DepositReturned.selector;
            if (!held && !back && topics[0] != ITreasury.DepositForfeited.selector) continue;
            if (address(uint160(uint256(topics[2]))) != address(book)) continue;
            // The amount is the last word of each of the three.
            bytes memory data = logs[i].data;
            uint256 amount;
            // solhint-disable-next-line no-inline-assembly
            assembly ("memory-safe") {
                amount := mload(add(data, mload(data)))
            }
            if (held) _taken += amount;
            else _left += amount;
        }
    }

    /* THE AWARD AGAIN */

    /// @dev P4: the best three of the bids that remain, by comparing all with all, as if no removed bid had ever been made.
    function _checkAward(bytes32 id) internal view {
        Tender.Entry[] memory entries = book.getBids(id, _allFirms());
        bool[] memory leads = new bool[](FIRMS);
        uint256 basis = type(uint256).max;
        for (uint256 i; i < FIRMS; ++i) {
            leads[i] = _leads(id, entries, i);
            uint256 price = entries[i].offer.price;
            if (leads[i] && price >= LOW && price < basis) basis = price;
        }
        if (basis == type(uint256).max) basis = LOW;
        uint64[3] memory best;
        for (uint256 i; i < FIRMS; ++i) {
            if (!leads[i]) continue;
            uint256 place;
            for (uint256 j; j < FIRMS; ++j) if (j != i && leads[j] && _beats(id, entries, j, i, basis)) ++place;
            if (place < 3) best[place] = _firms[i];
        }
        Award.Result memory result = awards.getAward(id);
        VM.assertEq(result.winner, best[0], "P4 winner");
        VM.assertEq(result.second, best[1], "P4 second");
        VM.assertEq(result.third, best[2], "P4 third");
    }

    /// @dev The reference price of the bids that remain.
    function _basisOf(bytes32 id) internal view returns (uint128) {
        Tender.Entry[] memory entries = book.getBids(id, _allFirms());
        uint256 basis = type(uint256).max;
        for (uint256 i; i < FIRMS; ++i) {
            uint256 price = entries[i].offer.price;
            if (_leads(id, entries, i) && price >= LOW && price < basis) basis = price;
        }
        return basis == type(uint256).max ? LOW : uint128(basis);
    }

    /// @dev Whether a bid stands for its group: none of the group is unopened, none cheaper, and none of its price ranks before it.
    function _leads(bytes32 id, Tender.Entry[] memory entries, uint256 i) private view returns (bool) {
        if (!_remains(entries[i]) || entries[i].offer.price == 0) return false;
        for (uint256 j; j < FIRMS; ++j) {
            if (entries[j].bid.group != entries[i].bid.group || !_remains(entries[j]) || i == j) continue;
            Tender.Offer memory other = entries[j].offer;
            if (other.flags & BidFlags.PRICE == 0) return false;
            if (other.price == 0 || other.price > entries[i].offer.price) continue;
            if (other.price < entries[i].offer.price || _beats(id, entries, j, i, LOW)) return false;
        }
        return true;
    }

    function _remains(Tender.Entry memory e) private pure returns (bool) {
        uint8 flags = e.offer.flags;
        return flags & BidFlags.QUALIFIED != 0 && flags & (BidFlags.EXCLUDED | BidFlags.DECLINED) == 0;
    }

    function _beats(
        bytes32 id,
        Tender.Entry[] memory entries,
        uint256 a,
        uint256 b,
        uint256 basis
    ) private view returns (bool) {
        Tender.Offer memory x = entries[a].offer;
        Tender.Offer memory y = entries[b].offer;
        (uint256 ofX, uint256 ofY) = (_total(x, basis), _total(y, basis));
        if (ofX != ofY) return ofX > ofY;
        if (x.price != y.price) return x.price < y.price;
        if (x.filedAt != y.filedAt) return x.filedAt < y.filedAt;
        uint256 lot = book.getPrices(id).lot;
        return keccak256(abi.encode(lot, _firms[a])) > keccak256(abi.encode(lot, _firms[b]));
    }

    function _total(Tender.Offer memory o, uint256 basis) private pure returns (uint256) {
        uint256 points = o.price <= basis ? 10_000 : (basis * 10_000) / o.price;
        return 6_000 * points + o.technical + o.attributes;
    }
}

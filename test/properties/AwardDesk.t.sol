// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {MockTenderBook} from "../../contracts/mocks/MockTenderBook.sol";
import {AwardDesk} from "../../contracts/procurement/AwardDesk.sol";
import {ITenderBook} from "../../contracts/procurement/interfaces/ITenderBook.sol";
import {TenderErrors as Errors} from "../../contracts/procurement/libraries/TenderErrors.sol";
import {Award} from "../../contracts/procurement/types/Award.sol";
import {BidFlags} from "../../contracts/procurement/types/BidFlags.sol";
import {Tender} from "../../contracts/procurement/types/Tender.sol";
import {IRegistry} from "../../contracts/registry/interfaces/IRegistry.sol";
import {Property} from "./support/Property.sol";

/// @notice P4 over whole awards: pages change nothing, one reference price is accepted, and a removed bid leaves no trace.
contract AwardDeskTest is Property {
    bytes32 private constant ID = "tender";
    uint8 private constant QUALIFIED = 31;
    uint112 private constant LOW = 95;
    uint256 private constant BIDS = 7;

    MockTenderBook private immutable BOOK = new MockTenderBook();

    /// @dev Few prices and groups, so that ties, spoiled groups and abnormally low prices are frequent.
    function _bids(uint256 seed) private pure returns (uint64[] memory bidders, Tender.Entry[] memory entries) {
        bidders = new uint64[](BIDS);
        entries = new Tender.Entry[](BIDS);
        uint64 group = 1;
        for (uint256 i; i < BIDS; ++i) {
            uint256 draw = uint256(keccak256(abi.encode(seed, i)));
            bidders[i] = uint64(i + 1);
            if (i != 0) group += uint64(draw % 2);
            bool isOpened = (draw >> 8) % 8 != 0;
            Tender.Entry memory e = entries[i];
            (e.bid.group, e.bid.flags, e.offer.filedAt) = (group, 7, uint40((draw >> 16) % 2));
            e.offer.flags =
                QUALIFIED |
                (isOpened ? BidFlags.PRICE : 0) |
                ((draw >> 24) % 8 == 0 ? BidFlags.DECLINED : 0);
            e.offer.price = isOpened ? _price(draw >> 32) : 0;
            e.offer.technical = uint32((draw >> 64) % 3) * 10_000_000;
        }
    }

    function _price(uint256 draw) private pure returns (uint112) {
        uint112[8] memory prices = [0, 1, 90, 100, 100, 110, 120, type(uint112).max];
        return prices[draw % 8];
    }

    function _publish(
        uint256 seed,
        uint64[] memory bidders,
        Tender.Entry[] memory entries
    ) private returns (Tender.Rules memory rules, AwardDesk desk) {
        rules.abnormallyLow = LOW;
        rules.criteria[0] = Tender.Rated(Tender.Criterion.Price, 6_000, 0, 0, 0);
        rules.criteria[1] = Tender.Rated(Tender.Criterion.Technical, 4_000, 0, 0, 0);
        if (seed % 2 == 0) rules.tieBreak[0] = Tender.TieBreak.Technical;
        if (seed % 2 == 0) rules.tieBreak[1] = Tender.TieBreak.Filing;
        Tender.Openings memory o;
        o.qualified = uint24(bidders.length);
        Tender.Stages memory s;
        s.validUntil = type(uint40).max;
        BOOK.setTender(ID, o, s, rules, uint128(seed));
        BOOK.setBids(ID, bidders, entries);
        desk = _desk();
    }

    function _desk() private returns (AwardDesk) {
        return new AwardDesk(ITenderBook(address(BOOK)), IRegistry(address(BOOK)));
    }

    /// @dev Worked out bid by bid: of each group the lowest price that counts, of those the lowest that is not abnormally low.
    function _basis(Tender.Entry[] memory entries) private pure returns (uint112 basis) {
        for (uint256 i; i < entries.length; ++i) {
            uint112 price = entries[i].offer.price;
            bool leads = price >= LOW && _counts(entries[i]);
            for (uint256 j; j < entries.length && leads; ++j) {
                Tender.Entry memory other = entries[j];
                if (other.bid.group != entries[i].bid.group || other.offer.flags & BidFlags.DECLINED != 0) continue;
                if (other.offer.flags & BidFlags.PRICE == 0) leads = false;
                if (_counts(other) && other.offer.price < price) leads = false;
            }
            if (leads && (basis == 0 || price < basis)) basis = price;
        }
        if (basis == 0) basis = LOW;
    }

    function _counts(Tender.Entry memory e) private pure returns (bool) {
        return e.offer.flags & (BidFlags.PRICE | BidFlags.DECLINED) == BidFlags.PRICE && e.offer.price != 0;
    }

    function _part(uint64[] memory all, uint256 from, uint256 until) private pure returns (uint64[] memory part) {
        part = new uint64[](until - from);
        for (uint256 i; i < part.length; ++i) part[i] = all[from + i];
    }

    function _requireEqual(Award.Result memory a, Award.Result memory b) private pure {
        VM.assertEq(a.winner, b.winner, "winner");
        VM.assertEq(a.second, b.second, "second");
        VM.assertEq(a.third, b.third, "third");
        VM.assertTrue(a.abnormallyLow == b.abnormallyLow, "abnormally low");
    }

    function testFuzz_pagesChangeNothing(uint256 seed, uint256 cutWord, uint256 nextWord) public {
        (uint64[] memory bidders, Tender.Entry[] memory entries) = _bids(seed);
        (Tender.Rules memory rules, AwardDesk whole) = _publish(seed, bidders, entries);
        uint128 basis = _basis(entries);
        AwardDesk paged = _desk();
        uint256 cut = _bound(cutWord, 0, BIDS);
        uint256 next = _bound(nextWord, cut, BIDS);
        paged.award(ID, rules, basis, _part(bidders, 0, cut), true, false);
        paged.award(ID, rules, basis, _part(bidders, cut, next), false, false);
        paged.award(ID, rules, basis, _part(bidders, next, BIDS), false, true);
        if (BOOK.getDesk(ID).outcome != Tender.Outcome.None) {
            BOOK.end(ID, Tender.Outcome.None, 0);
            whole.award(ID, rules, basis, bidders, true, true);
            VM.assertTrue(BOOK.getDesk(ID).outcome == Tender.Outcome.Unsuccessful, "unsuccessful");
        } else {
            whole.award(ID, rules, basis, bidders, true, true);
        }
        _requireEqual(paged.getAward(ID), whole.getAward(ID));
    }

    function testFuzz_oneReferencePriceIsAccepted(uint256 seed, uint256 claimWord) public {
        (uint64[] memory bidders, Tender.Entry[] memory entries) = _bids(seed);
        (Tender.Rules memory rules, AwardDesk desk) = _publish(seed, bidders, entries);
        uint128 basis = _basis(entries);
        uint128 claim = _bound128(claimWord, 0, 130);
        if (claim == basis) ++claim;
        try desk.award(ID, rules, claim, bidders, true, true) {
            VM.assertTrue(false, "accepted");
        } catch (bytes memory refusal) {
            VM.assertTrue(bytes4(refusal) == Errors.Award_Reference.selector, "refused for its reference");
        }
    }

    /// @dev The whole scan without the declined bids is the scan of a tender in which nobody made them.
    function testFuzz_aDeclinedBidLeavesNoTrace(uint256 seed) public {
        (uint64[] memory bidders, Tender.Entry[] memory entries) = _bids(seed);
        (Tender.Rules memory rules, AwardDesk desk) = _publish(seed, bidders, entries);
        uint128 basis = _basis(entries);
        desk.award(ID, rules, basis, bidders, true, true);
        BOOK.end(ID, Tender.Outcome.None, 0);
        uint256 kept;
        for (uint256 i; i < BIDS; ++i) {
            if (entries[i].offer.flags & BidFlags.DECLINED != 0) continue;
            (bidders[kept], entries[kept]) = (bidders[i], entries[i]);
            ++kept;
        }
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(bidders, kept)
            mstore(entries, kept)
        }
        (, AwardDesk without) = _publish(seed, bidders, entries);
        without.award(ID, rules, basis, bidders, true, true);
        _requireEqual(desk.getAward(ID), without.getAward(ID));
    }

    function testFuzz_nobodyIsLeftOutOrCountedTwice(uint256 seed, uint256 word, bool doubled) public {
        (uint64[] memory bidders, Tender.Entry[] memory entries) = _bids(seed);
        (Tender.Rules memory rules, AwardDesk desk) = _publish(seed, bidders, entries);
        uint128 basis = _basis(entries);
        uint256 place = _bound(word, 0, BIDS - 1);
        desk.award(ID, rules, basis, _part(bidders, 0, place), true, false);
        uint256 from = doubled && place != 0 ? place - 1 : place + 1;
        try desk.award(ID, rules, basis, _part(bidders, from, BIDS), false, true) {
            VM.assertTrue(false, "accepted");
        } catch (bytes memory refusal) {
            bytes4 expected = from < place ? Errors.Award_Order.selector : Errors.Award_Incomplete.selector;
            bytes4 given = bytes4(refusal);
            VM.assertTrue(given == expected || given == Errors.Award_Reference.selector, "refused");
        }
    }
}

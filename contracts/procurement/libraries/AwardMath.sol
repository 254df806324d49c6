// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {BasisPoints} from "../../shared/libraries/BasisPoints.sol";
import {Award} from "../types/Award.sol";
import {BidFlags} from "../types/BidFlags.sol";
import {Tender} from "../types/Tender.sol";
import {TenderErrors as Errors} from "./TenderErrors.sol";

/// @notice The award as a function of the opened bids: points, collapse of business groups, reference price, ranking.
/// @dev A bid that was removed is passed over as if it had never been made: it sets no reference, spoils no group and stands for none. The lot alone
/// stays as it was drawn from all opened prices; drawn again, it would give the owner of a decoy the choice between two lots.
library AwardMath {
    /// @notice Score of a price: in proportion to the reference, rounded down; the whole at or below it.
    /// @param basis Reference price, token units.
    /// @param price Token units, not zero.
    /// @return Basis points.
    function pricePoints(uint128 basis, uint112 price) internal pure returns (uint256) {
        if (price <= basis) return BasisPoints.WHOLE;
        return (uint256(basis) * BasisPoints.WHOLE) / price;
    }

    /// @notice Weight of the price among the criteria, basis points.
    function priceWeight(Tender.Rules calldata rules) internal pure returns (uint16 weight) {
        for (uint256 i; i < 8; ++i) {
            if (rules.criteria[i].kind == Tender.Criterion.Price) weight += rules.criteria[i].weight;
        }
    }

    /// @notice Whether a bid counts in the ranking, but for its group: it qualified, its price is open and admissible, and it was not removed.
    function isAdmissible(Tender.Entry memory e) internal pure returns (bool) {
        uint8 facts = BidFlags.QUALIFIED | BidFlags.PRICE;
        return e.offer.flags & (facts | BidFlags.EXCLUDED | BidFlags.DECLINED) == facts && e.offer.price != 0;
    }

    /// @notice A bid with its total.
    function candidateOf(
        uint64 bidder,
        Tender.Entry memory e,
        Award.Measure memory m
    ) internal pure returns (Award.Candidate memory) {
        Tender.Offer memory offer = e.offer;
        uint256 forPrice = m.priceWeight * pricePoints(m.basis, offer.price);
        return
            Award.Candidate({
                bidder: bidder,
                price: offer.price,
                technical: offer.technical,
                attributes: offer.attributes,
                filedAt: offer.filedAt,
                total: forPrice + offer.technical + offer.attributes,
                lot: 0
            });
    }

    /// @notice Whether `a` ranks before `b`: higher total, then the published tie-break, then the lot.
    function beats(
        Award.Candidate memory a,
        Award.Candidate memory b,
        Award.Measure memory m
    ) internal pure returns (bool) {
        if (a.total != b.total) return a.total > b.total;
        for (uint256 i; i < 4; ++i) {
            Tender.TieBreak rule = m.tieBreak[i];
            if (rule == Tender.TieBreak.None) break;
            (uint256 more, uint256 less) = _compared(a, b, rule);
            if (more != less) return more > less;
        }
        return _draw(a, m) > _draw(b, m);
    }

    /// @notice Passes a page of bids, strictly ascending by group and then by bidder.
    /// @param bidders The page.
    /// @param entries What the book says about each of them.
    function pass(
        Award.Ranking memory r,
        Award.Measure memory m,
        bytes32 id,
        uint64[] calldata bidders,
        Tender.Entry[] memory entries
    ) internal pure {
        for (uint256 i; i < bidders.length; ++i) {
            uint64 bidder = bidders[i];
            Tender.Entry memory e = entries[i];
            uint64 group = e.bid.group;
            require(group > r.group || (group == r.group && bidder > r.bidder), Errors.Award_Order(id, bidder));
            require(e.offer.flags & BidFlags.QUALIFIED != 0, Errors.Award_NotQualified(id, bidder));
            if (group != r.group) _closeGroup(r, m, id);
            (r.group, r.bidder) = (group, bidder);
            ++r.scanned;
            _weigh(r, m, bidder, e);
        }
    }

    /// @notice Completes a ranking: every bid that qualified has passed, and the claimed reference is the right one.
    function close(Award.Ranking memory r, Award.Measure memory m, bytes32 id) internal pure {
        require(r.scanned == m.qualified, Errors.Award_Incomplete(id, r.scanned, m.qualified));
        _closeGroup(r, m, id);
        uint128 found = r.lowest == 0 ? m.abnormallyLow : r.lowest;
        require(m.basis == found, Errors.Award_Reference(id, m.basis, found));
    }

    /// @dev Collapse: of a group only the lowest admissible price counts; of equal ones the bid that ranks first.
    function _weigh(Award.Ranking memory r, Award.Measure memory m, uint64 bidder, Tender.Entry memory e) private pure {
        uint8 flags = e.offer.flags;
        if (flags & (BidFlags.EXCLUDED | BidFlags.DECLINED) != 0) return;
        if (flags & BidFlags.PRICE == 0) {
            r.spoiled = true;
            return;
        }
        uint112 price = e.offer.price;
        if (price == 0 || (r.led && price > r.current.price)) return;
        Award.Candidate memory c = candidateOf(bidder, e, m);
        if (r.led && price == r.current.price && !beats(c, r.current, m)) return;
        (r.current, r.led) = (c, true);
    }

    /// @dev The group under way is complete: its bid, if any, enters the ranking, and its price may refute the reference.
    function _closeGroup(Award.Ranking memory r, Award.Measure memory m, bytes32 id) private pure {
        if (r.led && !r.spoiled) {
            uint112 price = r.current.price;
            if (price >= m.abnormallyLow) {
                require(price >= m.basis, Errors.Award_Reference(id, m.basis, price));
                if (r.lowest == 0 || price < r.lowest) r.lowest = price;
            }
            _enter(r, m);
        }
        (r.led, r.spoiled) = (false, false);
    }

    /// @dev Puts the group's bid in its place among the best three; those behind it move down. Most bids lose to the third, so it is asked first.
    function _enter(Award.Ranking memory r, Award.Measure memory m) private pure {
        Award.Candidate memory c = r.current;
        Award.Candidate[3] memory best = r.best;
        if (best[2].bidder != 0 && !beats(c, best[2], m)) return;
        uint256 place = 2;
        if (best[0].bidder == 0 || beats(c, best[0], m)) place = 0;
        else if (best[1].bidder == 0 || beats(c, best[1], m)) place = 1;
        if (place < 2) best[2] = best[1];
        if (place == 0) best[1] = best[0];
        best[place] = c;
    }

    /// @dev What a bidder draws where nothing else decides, when it is first needed; the higher wins.
    function _draw(Award.Candidate memory c, Award.Measure memory m) private pure returns (uint256) {
        if (c.lot == 0) c.lot = uint256(keccak256(abi.encode(m.lot, c.bidder)));
        return c.lot;
    }

    /// @dev The two values that a rule compares, so that the greater one wins.
    function _compared(
        Award.Candidate memory a,
        Award.Candidate memory b,
        Tender.TieBreak rule
    ) private pure returns (uint256, uint256) {
        if (rule == Tender.TieBreak.Price) return (b.price, a.price);
        if (rule == Tender.TieBreak.Technical) return (a.technical, b.technical);
        if (rule == Tender.TieBreak.Attributes) return (a.attributes, b.attributes);
        return (b.filedAt, a.filedAt);
    }
}

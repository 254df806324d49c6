// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {Entity} from "../registry/types/Entity.sol";
import {Document, Documents} from "../shared/types/Document.sol";
import {AwardDeskState} from "./abstracts/AwardDeskState.sol";
import {IAwardDesk} from "./interfaces/IAwardDesk.sol";
import {ITenderBook} from "./interfaces/ITenderBook.sol";
import {AwardClock} from "./libraries/AwardClock.sol";
import {AwardMath} from "./libraries/AwardMath.sol";
import {ContractDraft} from "./libraries/ContractDraft.sol";
import {TenderErrors as Errors} from "./libraries/TenderErrors.sol";
import {TenderHash} from "./libraries/TenderHash.sol";
import {Agreement} from "./types/Agreement.sol";
import {Award} from "./types/Award.sol";
import {Tender} from "./types/Tender.sol";

/// @title AwardDesk
contract AwardDesk is AwardDeskState {
    using Documents for Document;

    /// @param book Keeps bids, bonds and budget; it must be bound to this desk.
    /// @param registry Which accounts act for bidders.
    constructor(ITenderBook book, IRegistry registry) AwardDeskState(book, registry) {}

    /* ANYONE */

    /// @inheritdoc IAwardDesk
    function award(
        bytes32 id,
        Tender.Rules calldata rules,
        uint128 basis,
        uint64[] calldata bidders,
        bool first,
        bool last
    ) external {
        Award.Measure memory m = _measureOf(id, rules, basis);
        Award.Ranking memory ranking;
        if (!first) _resume(id, ranking, m);
        _pass(id, ranking, m, bidders);
        if (last) {
            AwardMath.close(ranking, m, id);
            _enter(id, m, ranking.best, first);
        } else {
            _keep(id, basis, ranking);
            emit ScanAdvanced(id, msg.sender, _reviews[id].round, basis, ranking.scanned);
        }
    }

    /// @inheritdoc IAwardDesk
    function lapseSignature(bytes32 id) external {
        Award.Result memory result = _requireAwarded(id);
        (, Award.Review memory v, AwardClock.Times memory t) = _clockOf(id, result);
        _requireWithin(id, t.until + 1, type(uint256).max);
        _reopen(id, result, v, t);
        emit SignatureLapsed(id, msg.sender, result.winner, v.round);
        BOOK.remove(id, result.winner, true);
    }

    /* BIDDERS */

    /// @inheritdoc IAwardDesk
    function complain(bytes32 id, uint64 bidder, Document calldata reason) external {
        Award.Result memory result = _requireAwarded(id);
        (, Award.Review memory v, AwardClock.Times memory t) = _clockOf(id, result);
        _requireWithin(id, result.awardedAt, t.complaintsUntil);
        _requireBidder(id, bidder);
        require(BOOK.hasBid(id, bidder), Errors.Bid_None(id, bidder));
        require(bidder != result.winner, Errors.Award_Bid(id, bidder));
        require(!_complained[id][v.round][bidder], Errors.Award_AlreadyComplained(id, bidder));
        require(reason.isValid(), Errors.Tender_InvalidDocument(id));
        _complained[id][v.round][bidder] = true;
        ++_reviews[id].complaints;
        emit ComplaintFiled(id, msg.sender, bidder, v.round, reason);
    }

    /// @inheritdoc IAwardDesk
    function sign(
        bytes32 id,
        Tender.Call calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external returns (bytes32 contractId) {
        bytes32 given = TenderHash.hashOf(purchase, contractTerms, schedule);
        TenderHash.requireSame(id, given, BOOK.getDigests(id).contractTerms);
        Award.Result memory result = _requireAwarded(id);
        (uint256 from, uint256 until) = signatureWindowOf(id);
        _requireWithin(id, from, until);
        _requireBidder(id, result.winner);
        ContractDraft.Facts memory facts = ContractDraft.Facts({
            supplier: result.winner,
            price: _entryOf(id, result.winner).offer.price,
            abnormallyLow: result.abnormallyLow,
            signedAt: uint40(block.timestamp)
        });
        return
            BOOK.conclude(
                id,
                ContractDraft.deed(purchase, contractTerms, facts),
                ContractDraft.milestones(schedule, facts.price, facts.signedAt)
            );
    }

    /* REVIEWER */

    /// @inheritdoc IAwardDesk
    function rule(bytes32 id, Award.Ruling ruling, uint64 bidder, uint8 ground, bytes32 reason) external {
        Award.Result memory result = _requireAwarded(id);
        (Tender.Stages memory s, Award.Review memory v, AwardClock.Times memory t) = _clockOf(id, result);
        require(msg.sender == s.reviewer, Errors.Award_NotTheReviewerOf(id, msg.sender));
        if (!AwardClock.isReview(v, t, block.timestamp)) {
            bool unfit = ruling == Award.Ruling.Exclude && bidder == result.winner && !_isFit(id, bidder);
            require(unfit || v.complaints != 0, Errors.Award_NoComplaint(id));
            require(unfit, Errors.Tender_OutsideWindow(id, t.complaintsUntil + 1, t.reviewUntil));
            _requireWithin(id, result.awardedAt, t.until);
        }
        _requireRuling(id, ruling, bidder, ground, s.grounds);
        require(reason != 0, Errors.Tender_InvalidDocument(id));
        if (ruling == Award.Ruling.Confirm) _reviews[id].ruledAt = uint40(block.timestamp);
        if (ruling == Award.Ruling.Exclude) _reopen(id, result, v, t);
        emit ComplaintRuled(id, msg.sender, bidder, v.round, ruling, ground, reason);
        if (ruling == Award.Ruling.Exclude) BOOK.remove(id, bidder, false);
        if (ruling == Award.Ruling.Annul) BOOK.end(id, Tender.Outcome.Annulled, reason);
    }

    /* VIEWS */

    /// @inheritdoc IAwardDesk
    function draftOf(
        Tender.Call calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule,
        uint64 supplier,
        uint128 price,
        bool abnormallyLow,
        uint40 signedAt
    ) external pure returns (Agreement.Deed memory deed, Agreement.MilestoneTerms[] memory milestones) {
        ContractDraft.Facts memory facts = ContractDraft.Facts(supplier, price, abnormallyLow, signedAt);
        deed = ContractDraft.deed(purchase, contractTerms, facts);
        milestones = ContractDraft.milestones(schedule, price, signedAt);
    }

    /* INTERNAL */

    function _pass(bytes32 id, Award.Ranking memory r, Award.Measure memory m, uint64[] calldata bidders) private view {
        Tender.Entry[] memory entries = BOOK.getBids(id, bidders);
        AwardMath.pass(r, m, id, bidders, entries);
    }

    /// @dev Enters the award of a complete ranking; where no bid is admissible, the tender is unsuccessful.
    function _enter(bytes32 id, Award.Measure memory m, Award.Candidate[3] memory best, bool onePage) private {
        Award.Candidate memory winner = best[0];
        if (!onePage) delete _scans[_scanKey(id, msg.sender, m.basis)];
        if (winner.bidder == 0) {
            BOOK.end(id, Tender.Outcome.Unsuccessful, 0);
            return;
        }
        Award.Result memory result = Award.Result({
            winner: winner.bidder,
            second: best[1].bidder,
            third: best[2].bidder,
            awardedAt: uint40(block.timestamp),
            abnormallyLow: winner.price < m.abnormallyLow
        });
        _results[id] = result;
        emit Awarded(
            id,
            msg.sender,
            result.winner,
            _reviews[id].round,
            m.basis,
            winner.total,
            result.second,
            result.third,
            result.abnormallyLow
        );
    }

    /// @dev The award is pending again, on the bids that remain.
    function _reopen(bytes32 id, Award.Result memory result, Award.Review memory v, AwardClock.Times memory t) private {
        delete _results[id];
        _reviews[id] = Award.Review({
            round: v.round + 1,
            complaints: 0,
            ruledAt: 0,
            suspended: v.suspended + uint32(AwardClock.suspendedBy(t, block.timestamp)), // at most the cap
            spent: v.spent + uint32(AwardClock.spentBy(t, result.awardedAt, block.timestamp)) // a few windows a round
        });
    }

    /// @dev Keeps a ranking for the caller's next page.
    function _keep(bytes32 id, uint128 basis, Award.Ranking memory r) private {
        _scans[_scanKey(id, msg.sender, basis)] = Award.Scan({
            first: r.best[0].bidder,
            second: r.best[1].bidder,
            third: r.best[2].bidder,
            scanned: r.scanned,
            spoiled: r.spoiled,
            current: r.led ? r.current.bidder : 0,
            bidder: r.bidder,
            lowest: r.lowest
        });
    }

    /// @dev Takes the caller's ranking up where its last page left it; an empty one, if there was none.
    function _resume(bytes32 id, Award.Ranking memory r, Award.Measure memory m) private view {
        Award.Scan memory s = _scans[_scanKey(id, msg.sender, m.basis)];
        uint64[] memory bidders = new uint64[](5);
        (bidders[0], bidders[1], bidders[2]) = (s.first, s.second, s.third);
        (bidders[3], bidders[4]) = (s.current, s.bidder);
        Tender.Entry[] memory entries = BOOK.getBids(id, bidders);
        for (uint256 i; i < 3; ++i) {
            if (bidders[i] != 0) r.best[i] = AwardMath.candidateOf(bidders[i], entries[i], m);
        }
        if (s.current != 0) (r.current, r.led) = (AwardMath.candidateOf(s.current, entries[3], m), true);
        (r.group, r.bidder, r.scanned) = (entries[4].bid.group, s.bidder, s.scanned);
        (r.spoiled, r.lowest) = (s.spoiled, s.lowest);
    }

    /// @dev The measure of a tender that can be awarded: the prices are open, the bids are valid, it runs and has no award.
    function _measureOf(
        bytes32 id,
        Tender.Rules calldata rules,
        uint128 basis
    ) private view returns (Award.Measure memory) {
        TenderHash.requireSame(id, TenderHash.hashOf(rules), BOOK.getDigests(id).rules);
        _requireRunning(id);
        uint64 winner = _results[id].winner;
        require(winner == 0, Errors.Award_Exists(id, winner));
        Tender.Openings memory openings = BOOK.getOpenings(id);
        _requireWithin(id, uint256(openings.pricesBy) + 1, validUntilOf(id));
        return
            Award.Measure({
                basis: basis,
                abnormallyLow: rules.abnormallyLow,
                priceWeight: AwardMath.priceWeight(rules),
                qualified: openings.qualified,
                tieBreak: rules.tieBreak,
                lot: BOOK.getPrices(id).lot
            });
    }

    /// @dev Excludes name a bid of the ranking and a ground of the terms; nothing else names either.
    function _requireRuling(bytes32 id, Award.Ruling ruling, uint64 bidder, uint8 ground, uint8 grounds) private view {
        require(ruling != Award.Ruling.None, Errors.Award_NoRuling(id));
        bool excludes = ruling == Award.Ruling.Exclude;
        require(excludes == (ground != 0) && ground <= grounds, Errors.Award_Ground(id, ground, grounds));
        bool names = excludes ? AwardMath.isAdmissible(_entryOf(id, bidder)) : bidder == 0;
        require(names, Errors.Award_Bid(id, bidder));
    }

    /// @dev Whether the bidder, and in a joint bid every member, is an active supplier.
    function _isFit(bytes32 id, uint64 bidder) private view returns (bool isFit) {
        uint64[] memory members = BOOK.getMembers(id, bidder);
        isFit = _isActive(bidder);
        for (uint256 i; i < members.length && isFit; ++i) isFit = _isActive(members[i]);
    }

    function _isActive(uint64 entity) private view returns (bool) {
        return REGISTRY.isActive(entity, Entity.Kind.Supplier);
    }
}

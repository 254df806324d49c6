// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {RoundClock} from "../../randomness/libraries/RoundClock.sol";
import {BasisPoints} from "../../shared/libraries/BasisPoints.sol";
import {PauseClock} from "../../shared/libraries/PauseClock.sol";
import {Agreement} from "../types/Agreement.sol";
import {Tender} from "../types/Tender.sol";
import {AwardClock} from "./AwardClock.sol";
import {ProcurementLaw} from "./ProcurementLaw.sol";
import {TenderErrors as Errors} from "./TenderErrors.sol";

/// @notice The limits of the law that the terms of a tender must keep before they are published.
library TenderCheck {
    /// @notice Shortest time for any stage, so that nobody loses a right within a day and no single block decides one.
    uint256 internal constant MIN_STAGE = 1 days;
    /// @notice Longest time that complaints may suspend a tender, so that losing bidders cannot outlast the winner.
    uint256 internal constant MAX_SUSPENSION = 90 days;
    /// @notice Longest extension of closing for unanswered enquiries.
    uint256 internal constant MAX_EXTENSION = 30 days;

    /// @notice What only the chain knows.
    /// @param threshold 1,000 UTM in units of the line's token.
    /// @param buyer Account of the buyer.
    /// @param genesis Time of the beacon's first round, unix seconds.
    /// @param period Seconds between its rounds.
    /// @param time Now, unix seconds.
    struct Facts {
        uint128 threshold;
        address buyer;
        uint256 genesis;
        uint256 period;
        uint256 time;
    }

    /// @notice Checks everything but the contract to come.
    /// @param until Last second until which the budget may be reserved, unix seconds.
    function requireLawful(Tender.Terms calldata terms, Facts memory facts, uint256 until) internal pure {
        Tender.Call calldata c = terms.call;
        _requireMoney(c, facts.threshold);
        _requireProcedure(terms, facts.threshold);
        _requireTimes(terms, facts, until);
        uint256 technical = _requireRules(terms.rules, c, facts.threshold);
        _requirePanel(terms.panel, terms.procedure.reviewer, facts.buyer, technical != 0);
    }

    /// @notice Checks the performance guarantee of a contract to come: none, or 5 % of the net price and more. Source: Ley 19.886 art. 11.
    /// @dev At a small price less would round up to as much; at the price that is signed it would not, and nobody could sign. Whether there may be
    /// none is checked with the contract.
    function requireGuarantee(uint16 bps) internal pure {
        uint16 least = ProcurementLaw.PERFORMANCE_BOND_BPS;
        require(bps == 0 || bps >= least, Errors.Terms_Guarantee(bps, least));
    }

    /// @notice The smallest part of a schedule, basis points; the parts must be the whole.
    function smallestShare(Tender.Share[] calldata schedule) internal pure returns (uint16 smallest) {
        uint256 sum;
        smallest = BasisPoints.WHOLE;
        for (uint256 i; i < schedule.length; ++i) {
            uint16 part = schedule[i].bps;
            sum += part;
            if (part < smallest) smallest = part;
        }
        require(sum == BasisPoints.WHOLE && smallest != 0, Errors.Terms_Shares(sum, BasisPoints.WHOLE));
    }

    function _requireMoney(Tender.Call calldata c, uint128 threshold) private pure {
        require(c.budget != 0 && c.budget <= type(uint112).max, Errors.Terms_Budget(c.budget, type(uint112).max));
        bool bonded = c.budget > uint256(threshold) * ProcurementLaw.BID_BOND_THRESHOLDS;
        uint256 most = bonded ? BasisPoints.floor(c.budget, ProcurementLaw.MAX_BID_BOND_BPS) : 0;
        require(c.bidBond <= most, Errors.Terms_BidBond(c.bidBond, most));
        require(c.timeLocked || c.bidBond != 0, Errors.Terms_NoTimeLock());
    }

    function _requireTimes(Tender.Terms calldata terms, Facts memory facts, uint256 until) private pure {
        Tender.Timetable calldata t = terms.timetable;
        Tender.Call calldata c = terms.call;
        Tender.Procedure calldata p = terms.procedure;
        uint256 latest = uint256(t.closesAt) + c.answerExtension;
        _requireStage(0, t.enquiriesUntil, facts.time + 1);
        _requireStage(1, t.answersUntil, uint256(t.enquiriesUntil) + 1);
        _requireStage(2, t.closesAt, uint256(t.answersUntil) + 1);
        _requireStage(2, t.closesAt, facts.time + ProcurementLaw.MIN_PUBLICATION);
        _requireStage(3, t.technicalFrom, latest + 1);
        _requireStage(4, t.technicalBy, uint256(t.technicalFrom) + MIN_STAGE);
        _requireStage(5, t.scoresBy, uint256(t.technicalBy) + MIN_STAGE);
        _requireStage(6, t.substitutesBy, uint256(t.scoresBy) + MIN_STAGE);
        _requireStage(7, t.pricesFrom, uint256(t.substitutesBy) + MIN_STAGE);
        _requireStage(8, t.pricesBy, uint256(t.pricesFrom) + MIN_STAGE);
        // One pause lengthens complaints or signature; it must not push the signature past the validity of the bids.
        uint256 spare = MIN_STAGE + PauseClock.PAUSE_TERM;
        uint256 waits = uint256(p.complaintWindow) + p.suspensionCap + p.standstill + p.signatureWindow + spare;
        _requireStage(9, t.validUntil, uint256(t.pricesBy) + waits);
        // The last award that the validity admits, lengthened by awards that came to nothing, is signed while the budget is reserved.
        waits += AwardClock.longestExtension(p.complaintWindow, p.standstill, p.signatureWindow);
        require(t.validUntil <= until - waits, Errors.Terms_Validity(t.validUntil, until - waits));
        _requireRound(
            c.timeLocked,
            RoundClock.timeOf(c.technicalRound, facts.genesis, facts.period),
            latest,
            t.technicalFrom
        );
        _requireRound(
            c.timeLocked,
            RoundClock.timeOf(c.priceRound, facts.genesis, facts.period),
            t.substitutesBy,
            t.pricesFrom
        );
    }

    /// @dev With a time lock nothing can be read before the stage ahead of it is over, and everything when its own begins.
    function _requireRound(bool timeLocked, uint256 opensAt, uint256 over, uint256 by) private pure {
        require(timeLocked ? opensAt > over && opensAt <= by : opensAt == 0, Errors.Terms_Round(opensAt, over, by));
    }

    function _requireStage(uint8 stage, uint256 given, uint256 notBefore) private pure {
        require(given >= notBefore, Errors.Terms_Stage(stage, given, notBefore));
    }

    function _requireTerm(uint8 which, uint256 given, uint256 least, uint256 most) private pure {
        require(given >= least && given <= most, Errors.Terms_Term(which, given, least, most));
    }

    /// @dev Weights by kind: the price is one criterion and not the only one of services; preferences weigh less than what is bought.
    /// @return technical Weight of the technical criteria.
    function _requireRules(
        Tender.Rules calldata rules,
        Tender.Call calldata c,
        uint128 threshold
    ) private pure returns (uint256 technical) {
        (uint256[7] memory weights, uint256 sum, uint256 prices) = _weightsOf(rules);
        require(sum == BasisPoints.WHOLE, Errors.Terms_Weights(sum, BasisPoints.WHOLE));
        uint256 price = weights[uint256(Tender.Criterion.Price)];
        require(prices == 1, Errors.Terms_PriceOnly(price));
        require(price != sum || c.category != Agreement.Category.Services, Errors.Terms_PriceOnly(price));
        uint256 preference =
            weights[uint256(Tender.Criterion.Social)] +
                weights[uint256(Tender.Criterion.Local)] +
                weights[uint256(Tender.Criterion.SmallFirm)];
        require(preference < sum - preference, Errors.Terms_Preference(preference, sum / 2 - 1));
        uint256 below = threshold / ProcurementLaw.LOCAL_PREFERENCE_FRACTION;
        require(
            weights[uint256(Tender.Criterion.Local)] == 0 || c.budget < below,
            Errors.Terms_LocalPreference(c.budget, below)
        );
        require(rules.minTechnicalBps <= BasisPoints.WHOLE, Errors.Terms_Minimum(rules.minTechnicalBps, sum));
        require(rules.abnormallyLow <= c.budget, Errors.Terms_Budget(rules.abnormallyLow, c.budget));
        _requireTieBreak(rules.tieBreak);
        return weights[uint256(Tender.Criterion.Technical)];
    }

    /// @dev Sums of the weights by kind; criteria without a gap, each with a weight and, where it has one, a scale.
    function _weightsOf(
        Tender.Rules calldata rules
    ) private pure returns (uint256[7] memory weights, uint256 sum, uint256 prices) {
        bool ended;
        for (uint256 i; i < 8; ++i) {
            Tender.Rated calldata r = rules.criteria[i];
            if (r.kind == Tender.Criterion.None) {
                require(r.weight == 0, Errors.Terms_Criterion(i));
                ended = true;
                continue;
            }
            bool scaled = r.kind == Tender.Criterion.Declared || r.kind == Tender.Criterion.Social;
            require(!ended && r.weight != 0 && r.field < 4, Errors.Terms_Criterion(i));
            require(!scaled || r.zeroAt != r.fullAt, Errors.Terms_Criterion(i));
            require(r.kind != Tender.Criterion.Local || rules.region != 0, Errors.Terms_Criterion(i));
            if (r.kind == Tender.Criterion.Price) ++prices;
            weights[uint256(r.kind)] += r.weight;
            sum += r.weight;
        }
    }

    function _requireTieBreak(Tender.TieBreak[4] calldata order) private pure {
        uint256 seen;
        for (uint256 i; i < 4; ++i) {
            uint256 bit = 1 << uint256(order[i]);
            require(order[i] == Tender.TieBreak.None || seen & (bit | 1) == 0, Errors.Terms_TieBreak(i));
            seen |= bit;
        }
    }

    /// @dev Distinct accounts without gaps, none of them the buyer or the reviewer; as many evaluators as the quorum needs.
    function _requirePanel(Tender.Panel calldata panel, address reviewer, address buyer, bool technical) private pure {
        require(reviewer != address(0) && reviewer != buyer, Errors.Terms_Reviewer(reviewer));
        uint256 evaluators;
        address[14] memory seen;
        uint256 count;
        for (uint256 i; i < 14; ++i) {
            address account = i < 7 ? panel.evaluators[i] : panel.substitutes[i - 7];
            if (account == address(0)) continue;
            require(i == 0 || i == 7 || _at(panel, i - 1) != address(0), Errors.Terms_Panel(account));
            require(account != reviewer && account != buyer, Errors.Terms_Panel(account));
            for (uint256 j; j < count; ++j) require(seen[j] != account, Errors.Terms_Panel(account));
            seen[count++] = account;
            if (i < 7) ++evaluators;
        }
        require(
            technical ? panel.quorum != 0 && panel.quorum <= evaluators : panel.quorum == 0 && count == 0,
            Errors.Terms_Quorum(panel.quorum, evaluators)
        );
    }

    function _at(Tender.Panel calldata panel, uint256 i) private pure returns (address) {
        return i < 7 ? panel.evaluators[i] : panel.substitutes[i - 7];
    }

    function _requireProcedure(Tender.Terms calldata terms, uint128 threshold) private pure {
        Tender.Procedure calldata p = terms.procedure;
        Tender.Call calldata c = terms.call;
        bool large = c.budget > uint256(threshold) * ProcurementLaw.BID_BOND_THRESHOLDS;
        _requireTerm(0, c.answerExtension, 0, MAX_EXTENSION);
        _requireTerm(1, p.complaintWindow, ProcurementLaw.COMPLAINT_WINDOW, PauseClock.LONGEST_WINDOW);
        _requireTerm(2, p.reviewWindow, MIN_STAGE, MAX_SUSPENSION);
        _requireTerm(3, p.suspensionCap, p.reviewWindow, MAX_SUSPENSION);
        _requireTerm(4, p.standstill, large ? ProcurementLaw.STANDSTILL : 0, MAX_SUSPENSION);
        _requireTerm(5, p.signatureWindow, ProcurementLaw.SIGNATURE_WINDOW, PauseClock.LONGEST_WINDOW);
        // One pause at most touches the chain of the three windows, so the last is all that has to be remembered.
        uint256 chain = uint256(p.complaintWindow) + p.reviewWindow + p.signatureWindow;
        _requireTerm(6, chain, 0, PauseClock.LONGEST_WINDOW);
    }
}

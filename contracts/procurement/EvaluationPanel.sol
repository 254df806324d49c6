// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {BasisPoints} from "../shared/libraries/BasisPoints.sol";
import {EvaluationPanelState} from "./abstracts/EvaluationPanelState.sol";
import {IEvaluationPanel} from "./interfaces/IEvaluationPanel.sol";
import {ITenderBook} from "./interfaces/ITenderBook.sol";
import {Attributes} from "./libraries/Attributes.sol";
import {MedianMath} from "./libraries/MedianMath.sol";
import {PanelSeats} from "./libraries/PanelSeats.sol";
import {ScoreSheet} from "./libraries/ScoreSheet.sol";
import {TenderErrors as Errors} from "./libraries/TenderErrors.sol";
import {BidFlags} from "./types/BidFlags.sol";
import {Tender} from "./types/Tender.sol";

/// @title EvaluationPanel
contract EvaluationPanel is EvaluationPanelState {
    /// @dev What a page of the tally needs once: who counts, and room for their sheets and for one criterion's scores.
    struct Count {
        address[] evaluators;
        uint256[] sheets;
        uint256[] scratch;
    }

    /// @param book Where the tenders are.
    constructor(ITenderBook book) EvaluationPanelState(book) {}

    /* EVALUATORS AND SUBSTITUTES */

    /// @inheritdoc IEvaluationPanel
    function declareConflict(bytes32 id, Tender.Panel calldata panel) external {
        bytes32 key = _runningKey(id);
        _requirePanel(BOOK.getDigests(id), id, panel);
        uint256 technicalBy = BOOK.getOpenings(id).technicalBy;
        require(block.timestamp <= technicalBy, Errors.Tender_OutsideWindow(id, 0, technicalBy));
        uint256 position = PanelSeats.positionOf(panel, msg.sender);
        require(position < PanelSeats.OFFICIALS, Errors.Panel_NotAnEvaluator(id, msg.sender));
        uint16 conflicts = _sittings[key].conflicts;
        uint16 declared = uint16(1 << position); // position < 14
        require(conflicts & declared == 0, Errors.Panel_AlreadyConflicted(id, msg.sender));
        _sittings[key].conflicts = conflicts | declared;
        emit ConflictDeclared(id, msg.sender, PanelSeats.successor(panel, conflicts, position));
    }

    /// @inheritdoc IEvaluationPanel
    function score(
        bytes32 id,
        Tender.Panel calldata panel,
        Tender.Rules calldata rules,
        uint64[] calldata bidders,
        uint16[8][] calldata scores
    ) external {
        bytes32 key = _runningKey(id);
        _requirePublished(id, panel, rules);
        Tender.Openings memory openings = BOOK.getOpenings(id);
        (uint256 position, bool seated) = _requireTurn(id, key, panel, openings.technicalBy);
        require(bidders.length == scores.length, Errors.Panel_Lengths(bidders.length, scores.length));
        uint24 scored = _scored[key][msg.sender];
        uint24 total = scored + _enter(id, key, rules, bidders, scores);
        if (total == scored) return;
        _scored[key][msg.sender] = total;
        if (total != openings.opened) return;
        _sittings[key].complete |= uint16(1 << position); // position < 14
        emit EvaluatorCompleted(id, msg.sender, !seated);
    }

    /* ANYONE */

    /// @inheritdoc IEvaluationPanel
    function tally(
        bytes32 id,
        Tender.Panel calldata panel,
        Tender.Rules calldata rules,
        uint64[] calldata bidders
    ) external {
        bytes32 key = _runningKey(id);
        _requirePublished(id, panel, rules);
        Count memory count;
        count.evaluators = PanelSeats.accountsOf(panel, _requireTally(id, key, panel.quorum));
        count.sheets = new uint256[](count.evaluators.length);
        count.scratch = new uint256[](count.evaluators.length);
        for (uint256 i; i < bidders.length; ++i) _tally(id, key, rules, bidders[i:i + 1], count);
    }

    /// @inheritdoc IEvaluationPanel
    function fail(bytes32 id, Tender.Panel calldata panel) external {
        bytes32 key = _runningKey(id);
        _requirePanel(BOOK.getDigests(id), id, panel);
        uint256 substitutesBy = BOOK.getStages(id).substitutesBy;
        require(block.timestamp > substitutesBy, Errors.Tender_OutsideWindow(id, substitutesBy + 1, type(uint40).max));
        require(BOOK.getOpenings(id).opened != 0, Errors.Panel_NotOpened(id, 0));
        Sitting memory s = _sittings[key];
        uint8 complete = PanelSeats.count(s.complete);
        require(complete < panel.quorum, Errors.Panel_Quorum(id, complete, panel.quorum));
        emit PanelFailed(id, msg.sender, PanelSeats.accountsOf(panel, ~uint256(s.conflicts | s.complete)));
        BOOK.end(id, Tender.Outcome.Unsuccessful, 0);
    }

    /* INTERNAL */

    /// @dev The caller's position, if it is its turn to score.
    function _requireTurn(
        bytes32 id,
        bytes32 key,
        Tender.Panel calldata panel,
        uint256 technicalBy
    ) private view returns (uint256 position, bool seated) {
        Sitting memory s = _sittings[key];
        position = PanelSeats.positionOf(panel, msg.sender);
        require(_isFree(s, position), Errors.Panel_NotAnEvaluator(id, msg.sender));
        Turn memory turn = _turnOf(id, s, position, technicalBy);
        require(
            block.timestamp >= turn.from && block.timestamp <= turn.until,
            Errors.Tender_OutsideWindow(id, turn.from, turn.until)
        );
        seated = turn.seated;
        if (seated) return (position, seated);
        uint8 complete = _seatedComplete(s);
        require(complete < panel.quorum, Errors.Panel_Quorum(id, complete, panel.quorum));
    }

    /// @dev Writes the caller's scores.
    /// @return fresh How many of the bids it had not scored before.
    function _enter(
        bytes32 id,
        bytes32 key,
        Tender.Rules calldata rules,
        uint64[] calldata bidders,
        uint16[8][] calldata scores
    ) private returns (uint24 fresh) {
        uint256[8] memory most;
        for (uint256 k; k < 8; ++k) {
            if (rules.criteria[k].kind == Tender.Criterion.Technical) most[k] = BasisPoints.WHOLE;
        }
        Tender.Entry[] memory entries = BOOK.getBids(id, bidders);
        mapping(uint64 bidder => uint256 sheet) storage sheets = _sheets[key][msg.sender];
        for (uint256 i; i < bidders.length; ++i) {
            uint64 bidder = bidders[i];
            require(entries[i].bid.flags & BidFlags.TECHNICAL != 0, Errors.Panel_NotOpened(id, bidder));
            for (uint256 k; k < 8; ++k) require(scores[i][k] <= most[k], Errors.Panel_Score(id, bidder, k));
            if (!ScoreSheet.isGiven(sheets[bidder])) ++fresh;
            sheets[bidder] = ScoreSheet.pack(scores[i]);
            emit BidScored(id, msg.sender, bidder, scores[i]);
        }
    }

    /// @dev Tallies one bid, read only now: a bidder that the page names twice is tallied once.
    /// @param one A page of one bidder.
    function _tally(
        bytes32 id,
        bytes32 key,
        Tender.Rules calldata rules,
        uint64[] calldata one,
        Count memory count
    ) private {
        uint64 bidder = one[0];
        Tender.Entry memory entry = BOOK.getBids(id, one)[0];
        if (entry.bid.flags & BidFlags.TECHNICAL == 0 || entry.offer.flags & BidFlags.TALLIED != 0) return;
        for (uint256 i; i < count.evaluators.length; ++i) {
            count.sheets[i] = _sheets[key][count.evaluators[i]][bidder];
        }
        (uint32 technical, bool qualified) = MedianMath.technical(rules, count.sheets, count.scratch);
        uint32 attributes = Attributes.points(rules, entry.bid.declared, entry.bid.size, entry.bid.region);
        BOOK.evaluate(id, bidder, technical, attributes, qualified);
    }

    /// @dev The officials that count, if it is time to tally and they reach the quorum; none where no criterion is technical.
    function _requireTally(bytes32 id, bytes32 key, uint8 quorum) private view returns (uint256 counting) {
        Sitting memory s = _sittings[key];
        Tender.Openings memory openings = BOOK.getOpenings(id);
        Tender.Stages memory stages = BOOK.getStages(id);
        uint256 ended = stages.substitutesBy;
        if (quorum == 0) ended = openings.technicalBy;
        else if (_seatedComplete(s) >= quorum) ended = stages.scoresBy;
        require(
            block.timestamp > ended && block.timestamp < openings.pricesFrom,
            Errors.Tender_OutsideWindow(id, ended + 1, uint256(openings.pricesFrom) - 1)
        );
        uint8 complete = PanelSeats.count(s.complete);
        require(complete >= quorum, Errors.Panel_NoQuorum(id, complete, quorum));
        return quorum == 0 ? 0 : s.complete;
    }
}

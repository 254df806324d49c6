// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IEvaluationPanel} from "../interfaces/IEvaluationPanel.sol";
import {ITenderBook} from "../interfaces/ITenderBook.sol";
import {PanelSeats} from "../libraries/PanelSeats.sol";
import {ScoreSheet} from "../libraries/ScoreSheet.sol";
import {TenderErrors as Errors} from "../libraries/TenderErrors.sol";
import {TenderHash} from "../libraries/TenderHash.sol";
import {Tender} from "../types/Tender.sol";

/// @notice All storage of the panel, its getters, and who may score when.
/// @dev Every record is kept under the hash of tender and version.
abstract contract EvaluationPanelState is IEvaluationPanel {
    /// @dev One slot; bits as {PanelSeats} numbers the officials.
    struct Sitting {
        uint16 conflicts;
        uint16 complete;
    }

    /// @dev When an official may score, and whether it has a seat.
    struct Turn {
        bool seated;
        uint256 from;
        uint256 until;
    }

    /// @notice Where the tenders are.
    ITenderBook public immutable BOOK;

    mapping(bytes32 key => Sitting sitting) internal _sittings;
    mapping(bytes32 key => mapping(address evaluator => uint24 bids)) internal _scored;
    mapping(bytes32 key => mapping(address evaluator => mapping(uint64 bidder => uint256 sheet))) internal _sheets;

    constructor(ITenderBook book) {
        require(address(book).code.length != 0, Errors.Tender_NotAContract(address(book)));
        BOOK = book;
    }

    /// @inheritdoc IEvaluationPanel
    function completeOf(bytes32 id) external view returns (uint8 evaluators, uint8 substitutes) {
        Sitting memory s = _sittings[_currentKey(id)];
        uint256 seated = PanelSeats.seated(s.conflicts);
        return (PanelSeats.count(s.complete & seated), PanelSeats.count(s.complete & ~seated));
    }

    /// @inheritdoc IEvaluationPanel
    function sittingOf(bytes32 id) external view returns (uint16 conflicts, uint16 complete) {
        Sitting memory s = _sittings[_currentKey(id)];
        return (s.conflicts, s.complete);
    }

    /// @inheritdoc IEvaluationPanel
    function scoredBy(bytes32 id, address evaluator) external view returns (uint24) {
        return _scored[_currentKey(id)][evaluator];
    }

    /// @inheritdoc IEvaluationPanel
    function scoresOf(
        bytes32 id,
        address evaluator,
        uint64 bidder
    ) external view returns (uint16[8] memory scores, bool given) {
        return ScoreSheet.unpack(_sheets[_currentKey(id)][evaluator][bidder]);
    }

    /// @inheritdoc IEvaluationPanel
    function mayScore(bytes32 id, Tender.Panel calldata panel, address account) external view returns (bool) {
        Tender.Desk memory desk = BOOK.getDesk(id);
        _requirePanel(BOOK.getDigests(id), id, panel);
        Sitting memory s = _sittings[_keyOf(id, desk.version)];
        uint256 position = PanelSeats.positionOf(panel, account);
        if (desk.outcome != Tender.Outcome.None || !_isFree(s, position)) return false;
        Turn memory turn = _turnOf(id, s, position, BOOK.getOpenings(id).technicalBy);
        bool open = block.timestamp >= turn.from && block.timestamp <= turn.until;
        return open && (turn.seated || _seatedComplete(s) < panel.quorum);
    }

    /// @dev Whether the panel names the official at this position and it has no conflict.
    function _isFree(Sitting memory s, uint256 position) internal pure returns (bool) {
        return position < PanelSeats.OFFICIALS && s.conflicts & (1 << position) == 0;
    }

    function _turnOf(
        bytes32 id,
        Sitting memory s,
        uint256 position,
        uint256 technicalBy
    ) internal view returns (Turn memory) {
        Tender.Stages memory stages = BOOK.getStages(id);
        if (PanelSeats.seated(s.conflicts) & (1 << position) != 0) return Turn(true, technicalBy + 1, stages.scoresBy);
        return Turn(false, uint256(stages.scoresBy) + 1, stages.substitutesBy);
    }

    /// @dev How many of those who sit count.
    function _seatedComplete(Sitting memory s) internal pure returns (uint8) {
        return PanelSeats.count(s.complete & PanelSeats.seated(s.conflicts));
    }

    /// @dev The key of the current version of a tender that runs.
    function _runningKey(bytes32 id) internal view returns (bytes32) {
        Tender.Desk memory desk = BOOK.getDesk(id);
        require(desk.outcome == Tender.Outcome.None, Errors.Tender_Ended(id, desk.outcome));
        return _keyOf(id, desk.version);
    }

    function _currentKey(bytes32 id) internal view returns (bytes32) {
        return _keyOf(id, BOOK.getDesk(id).version);
    }

    function _keyOf(bytes32 id, uint8 version) internal pure returns (bytes32) {
        return keccak256(abi.encode(id, version));
    }

    function _requirePanel(Tender.Digests memory digests, bytes32 id, Tender.Panel calldata panel) internal pure {
        TenderHash.requireSame(id, TenderHash.hashOf(panel), digests.panel);
    }

    function _requirePublished(bytes32 id, Tender.Panel calldata panel, Tender.Rules calldata rules) internal view {
        Tender.Digests memory digests = BOOK.getDigests(id);
        _requirePanel(digests, id, panel);
        TenderHash.requireSame(id, TenderHash.hashOf(rules), digests.rules);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Tender} from "../types/Tender.sol";

/// @notice The evaluation committee: conflicts and substitutes, scores while the prices are sealed, medians.
/// @dev An evaluator counts only if every opened bid has its score on every technical criterion by the deadline. Whatever an evaluator
/// does or omits, no stage moves. All records belong to one version of the terms: an amendment may name another panel, so a conflict declared
/// before it is declared again.
interface IEvaluationPanel {
    /// @notice An evaluator or a substitute declared a conflict of interest.
    /// @param replacedBy The substitute that sits now because of it; zero if none is left, or if a substitute that did not sit declared it.
    event ConflictDeclared(bytes32 indexed id, address indexed by, address replacedBy);
    /// @notice An evaluator scored a bid: by criterion, in the order of the rules, 0 to 10,000; 0 where the criterion is not technical.
    event BidScored(bytes32 indexed id, address indexed by, uint64 indexed bidder, uint16[8] scores);
    /// @notice An evaluator has scored every opened bid and counts; `substitute` where it scored because the quorum had failed.
    event EvaluatorCompleted(bytes32 indexed id, address indexed by, bool substitute);
    /// @notice The quorum failed; these officials, without conflict, did not score every opened bid in time.
    event PanelFailed(bytes32 indexed id, address indexed by, address[] silent);

    /// @notice An evaluator or a substitute abstains. The first substitute without a conflict that does not sit yet takes a vacant seat.
    /// @dev Emits {ConflictDeclared}. Source: Ley 19.886 art. 35 quater, quinquies. Only before scoring begins, so that no evaluator can
    /// take scores back after seeing others'.
    ///
    /// Requirements:
    /// - the tender runs and the panel is the published one;
    /// - the technical opening has not ended;
    /// - the caller is an evaluator or a substitute, and has not declared a conflict.
    function declareConflict(bytes32 id, Tender.Panel calldata panel) external;

    /// @notice Scores bids; an evaluator may correct its own scores until the deadline.
    /// @dev Emits {BidScored} a bid, and {EvaluatorCompleted} with the last. Of a bidder that the page names twice, the second scores stand.
    ///
    /// Requirements:
    /// - the tender runs, and panel and rules are the published ones;
    /// - the caller is named by the panel and has no conflict;
    /// - the caller sits, and it is after the technical opening and not after `scoresBy`; or it is a substitute that does not sit, after
    ///   `scoresBy` and not after `substitutesBy`, and those who sit failed the quorum;
    /// - there are as many scores as bidders;
    /// - every bid was opened;
    /// - every score is at most 10,000, and 0 where the criterion is not technical.
    function score(
        bytes32 id,
        Tender.Panel calldata panel,
        Tender.Rules calldata rules,
        uint64[] calldata bidders,
        uint16[8][] calldata scores
    ) external;

    /// @notice Works out medians and attributes of bids and enters them in the book; anyone may, in pages of any size.
    /// @dev Bids already tallied or not opened are passed over. Where no criterion is technical (quorum 0) the technical score is 0.
    ///
    /// Requirements:
    /// - the tender runs, and panel and rules are the published ones;
    /// - scoring has ended: with a quorum of those who sit after `scoresBy`, otherwise after `substitutesBy`, and after the technical opening
    ///   where the quorum is 0; and the price opening has not begun;
    /// - those who sit and the substitutes that scored reach the quorum together.
    function tally(
        bytes32 id,
        Tender.Panel calldata panel,
        Tender.Rules calldata rules,
        uint64[] calldata bidders
    ) external;

    /// @notice Ends a tender whose panel failed and names the silent officials; anyone may.
    /// @dev Emits {PanelFailed}; the tender is unsuccessful and all bonds return.
    ///
    /// Requirements:
    /// - the tender runs and the panel is the published one;
    /// - the substitutes' window has passed;
    /// - some bid was opened (else nobody had anything to score);
    /// - the quorum was not reached.
    function fail(bytes32 id, Tender.Panel calldata panel) external;

    /// @notice How many officials count so far: those who sit, and substitutes that scored because the quorum had failed.
    function completeOf(bytes32 id) external view returns (uint8 evaluators, uint8 substitutes);

    /// @notice Sets of officials as bits: evaluators 0 to 6, substitutes 7 to 13.
    /// @return conflicts Those who declared a conflict.
    /// @return complete Those who have scored every opened bid.
    function sittingOf(bytes32 id) external view returns (uint16 conflicts, uint16 complete);

    /// @notice Opened bids that an evaluator has scored.
    function scoredBy(bytes32 id, address evaluator) external view returns (uint24);

    /// @notice The scores that an evaluator gave a bid; `given` is false if it gave none.
    function scoresOf(
        bytes32 id,
        address evaluator,
        uint64 bidder
    ) external view returns (uint16[8] memory scores, bool given);

    /// @notice Whether an account may score now.
    /// @dev Requirements: the panel is the published one.
    function mayScore(bytes32 id, Tender.Panel calldata panel, address account) external view returns (bool);
}

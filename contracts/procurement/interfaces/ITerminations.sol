// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {DueProcess} from "../../shared/libraries/DueProcess.sol";
import {Document} from "../../shared/types/Document.sol";
import {Agreement} from "../types/Agreement.sol";

/// @notice Early termination for cause, with notice, defence, decision and appeal. Source: Ley 19.886 art. 13 bis.
/// @dev Accepted work is always paid. The authority's silence ends the procedure without effect; 30 days later a new one may begin.
interface ITerminations {
    /// @notice A termination and its course.
    /// @param course Steps taken.
    /// @param cause Letter of the article: 1 is a, 7 is g.
    /// @param holdsBond Whether it was noticed before the bond's expiry and keeps the bond meanwhile.
    /// @param forfeit Part of the performance bond that the decision forfeits, token units.
    struct Termination {
        DueProcess.Course course;
        uint8 cause;
        bool holdsBond;
        uint128 forfeit;
    }

    /// @notice The buyer gave notice of termination.
    event TerminationNoticed(bytes32 indexed id, address indexed by, uint8 cause, Document reason);
    /// @notice The supplier answered.
    event TerminationDefended(bytes32 indexed id, address indexed by, Document defence);
    /// @notice The buyer decided.
    event TerminationDecided(bytes32 indexed id, address indexed by, bool upheld, uint128 forfeit, bytes32 reason);
    /// @notice The supplier appealed.
    event TerminationAppealed(bytes32 indexed id, address indexed by, Document appeal);
    /// @notice The reviewer decided the appeal.
    event TerminationReviewed(bytes32 indexed id, address indexed by, bool upheld, uint128 forfeit, bytes32 reason);
    /// @notice A procedure ended: the contract is terminated, or goes on.
    event TerminationClosed(bytes32 indexed id, address indexed by, bool terminated);

    /// @notice Gives notice of termination for a cause of the law. While the procedure runs no advance can be drawn.
    /// @dev Emits {TerminationNoticed}.
    ///
    /// Requirements:
    /// - no procedure is running;
    /// - the caller is the buyer's account;
    /// - the contract is open;
    /// - no procedure ended without effect within the last `TERMINATION_COOLDOWN`;
    /// - the cause is 1 to 7;
    /// - the reason is a document with a bounded pointer.
    /// @param cause Letter of the article: 1 is a, 7 is g.
    function noticeTermination(Agreement.Deed calldata deed, uint8 cause, Document calldata reason) external;

    /// @notice Answers a notice.
    /// @dev Emits {TerminationDefended}.
    ///
    /// Requirements:
    /// - the defence window runs;
    /// - the caller is the supplier's account;
    /// - the defence is a document with a bounded pointer.
    function defendTermination(Agreement.Deed calldata deed, Document calldata defence) external;

    /// @notice Decides after the defence, or after its window.
    /// @dev Emits {TerminationDecided}.
    ///
    /// Requirements:
    /// - the decision window runs;
    /// - the caller is the buyer's account;
    /// - the reason is not zero;
    /// - the forfeit is at most the performance bond that is held.
    /// @param upheld Whether the contract is to end.
    /// @param forfeit Part of the performance bond to forfeit, token units.
    /// @param reason Digest of the resolution.
    function decideTermination(Agreement.Deed calldata deed, bool upheld, uint128 forfeit, bytes32 reason) external;

    /// @notice Appeals a decision.
    /// @dev Emits {TerminationAppealed}.
    ///
    /// Requirements:
    /// - the appeal window runs;
    /// - the caller is the supplier's account;
    /// - the appeal is a document with a bounded pointer.
    function appealTermination(Agreement.Deed calldata deed, Document calldata appeal) external;

    /// @notice Decides an appeal; the forfeit can only shrink.
    /// @dev Emits {TerminationReviewed}.
    ///
    /// Requirements:
    /// - the review window runs;
    /// - the caller is the reviewer of the terms;
    /// - the reason is not zero;
    /// - the forfeit is at most the decided one.
    /// @param upheld Whether the contract is to end.
    /// @param forfeit Part of the performance bond to forfeit, token units.
    /// @param reason Digest of the resolution.
    function reviewTermination(Agreement.Deed calldata deed, bool upheld, uint128 forfeit, bytes32 reason) external;

    /// @notice Terminates the contract after a final decision, or ends an extinguished procedure.
    /// @dev Emits {TerminationClosed}. What was delivered after the decision became final, and of which neither the inspector nor a certifying
    /// office has judged anything, counts as not delivered. A bond that had expired at the notice is not touched.
    ///
    /// Requirements:
    /// - the procedure is final or extinguished.
    function closeTermination(Agreement.Deed calldata deed) external;

    /// @notice The running procedure of a contract, or an empty one.
    function getTermination(bytes32 id) external view returns (Termination memory);

    /// @notice First second at which another notice may be given after a procedure without effect, unix seconds; 0 if there was none.
    function nextNoticeOf(bytes32 id) external view returns (uint40);

    /// @notice Whether a procedure is running, decided or not.
    function isTerminating(bytes32 id) external view returns (bool);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {DueProcess} from "../../shared/libraries/DueProcess.sol";
import {Document} from "../../shared/types/Document.sol";
import {Agreement} from "../types/Agreement.sol";

/// @notice Fines for delay: computed by code, heard, decided, appealable, collected last. Source: Ley 19.886 art. 13 ter.
/// @dev The authority's silence extinguishes a fine. None is collected while the buyer is in arrears with the same supplier.
interface IFines {
    /// @notice A fine and its course.
    /// @param course Steps taken.
    /// @param closed Whether it was collected or ended without effect.
    /// @param holdsBond Whether it was noticed before the bond's expiry and keeps the bond meanwhile.
    /// @param countedUntil Up to when notices have counted the delay, unix seconds; no day is fined twice.
    /// @param amount As noticed, or as last decided, token units.
    /// @param covered Retention set aside for it, token units.
    /// @param arrearsOf Contract named as in arrears, 0 if none.
    /// @param arrearsIndex Milestone of it.
    struct Fine {
        DueProcess.Course course;
        bool closed;
        bool holdsBond;
        uint40 countedUntil;
        uint128 amount;
        uint128 covered;
        bytes32 arrearsOf;
        uint256 arrearsIndex;
    }

    /// @notice A fine was noticed, for this many days that no earlier notice counted.
    event FineNoticed(
        bytes32 indexed id,
        address indexed by,
        uint256 indexed index,
        uint256 daysLate,
        uint128 amount,
        uint128 covered,
        Document reason
    );
    /// @notice The supplier answered the notice (descargos).
    event FineDefended(bytes32 indexed id, address indexed by, uint256 indexed index, Document defence);
    /// @notice The buyer decided; 0 dismisses the fine.
    event FineDecided(bytes32 indexed id, address indexed by, uint256 indexed index, uint128 amount, bytes32 reason);
    /// @notice The supplier appealed.
    event FineAppealed(bytes32 indexed id, address indexed by, uint256 indexed index, Document appeal);
    /// @notice The reviewer decided the appeal; 0 dismisses the fine.
    event FineReviewed(bytes32 indexed id, address indexed by, uint256 indexed index, uint128 amount, bytes32 reason);
    /// @notice Somebody named an accepted milestone of the same parties that is unpaid 30 days after its delivery.
    event FineResisted(
        bytes32 indexed id,
        address indexed by,
        uint256 indexed index,
        bytes32 arrearsOf,
        uint256 arrearsIndex
    );
    /// @notice A fine ended: collected in this amount, or without effect (0).
    event FineClosed(bytes32 indexed id, address indexed by, uint256 indexed index, uint128 amount);

    /// @notice Notices the fine of a late milestone for the days that no earlier notice counted; retention is set aside for it.
    /// @dev Emits {FineNoticed}. However the earlier fine ended, its days are judged.
    ///
    /// Requirements:
    /// - the caller is the inspector or the substitute;
    /// - no fine of the milestone is pending;
    /// - the window of final acceptance has not passed;
    /// - the reason is a document with a bounded pointer;
    /// - the milestone exists and is late by a day or more that was not counted, and the bound of the fines leaves something.
    function noticeFine(Agreement.Deed calldata deed, uint256 index, Document calldata reason) external;

    /// @notice Answers a notice.
    /// @dev Emits {FineDefended}.
    ///
    /// Requirements:
    /// - the defence window runs;
    /// - the caller is the supplier's account;
    /// - the defence is a document with a bounded pointer.
    function defendFine(Agreement.Deed calldata deed, uint256 index, Document calldata defence) external;

    /// @notice Decides a fine after the defence, or after its window.
    /// @dev Emits {FineDecided}.
    ///
    /// Requirements:
    /// - the decision window runs;
    /// - the caller is the buyer's account;
    /// - the amount is at most the noticed one;
    /// - the reason is not zero.
    /// @param amount The fine, token units; 0 dismisses it.
    /// @param reason Digest of the resolution.
    function decideFine(Agreement.Deed calldata deed, uint256 index, uint128 amount, bytes32 reason) external;

    /// @notice Appeals a decision.
    /// @dev Emits {FineAppealed}.
    ///
    /// Requirements:
    /// - the appeal window runs;
    /// - the caller is the supplier's account;
    /// - the appeal is a document with a bounded pointer.
    function appealFine(Agreement.Deed calldata deed, uint256 index, Document calldata appeal) external;

    /// @notice Decides an appeal.
    /// @dev Emits {FineReviewed}.
    ///
    /// Requirements:
    /// - the review window runs;
    /// - the caller is the reviewer of the terms;
    /// - the amount is at most the decided one;
    /// - the reason is not zero.
    /// @param amount The fine, token units; 0 dismisses it.
    /// @param reason Digest of the resolution.
    function reviewFine(Agreement.Deed calldata deed, uint256 index, uint128 amount, bytes32 reason) external;

    /// @notice Names an accepted milestone of the same buyer and supplier that is unpaid 30 days after its delivery; the fine is not
    /// collected before that is paid.
    /// @dev Emits {FineResisted}. Anyone may name one.
    ///
    /// Requirements:
    /// - the fine was noticed and is not closed;
    /// - buyer and supplier of both contracts are the same;
    /// - the named milestone is in arrears now;
    /// - none named before is still in arrears, so that nobody can put a weaker reason in the place of a good one.
    function resistFine(
        Agreement.Terms calldata terms,
        uint256 index,
        Agreement.Terms calldata other,
        uint256 otherIndex
    ) external;

    /// @notice Collects a final fine, or ends an extinguished one and returns what was set aside.
    /// @dev Emits {FineClosed}.
    ///
    /// Requirements:
    /// - the fine is not closed;
    /// - it is final or extinguished;
    /// - for a final one, the named milestone is no longer in arrears.
    function closeFine(Agreement.Deed calldata deed, uint256 index) external;

    /// @notice The fine of a milestone that was noticed last.
    function getFine(bytes32 id, uint256 index) external view returns (Fine memory);

    /// @notice Fines of a contract that stand or are pending, token units.
    function finesImposedOf(bytes32 id) external view returns (uint128);

    /// @notice Whether an accepted milestone, its certificates granted, is unpaid 30 days after its delivery. Source: Ley 19.983 art. 2 quater.
    function isInArrears(bytes32 id, uint256 index) external view returns (bool);
}

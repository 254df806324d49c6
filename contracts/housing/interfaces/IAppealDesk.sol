// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Attested, IAttestation} from "../../shared/interfaces/IAttestation.sol";
import {Appeal} from "../types/Appeal.sol";
import {Application} from "../types/Application.sol";

/// @notice Appeals (recursos de reposición, Ley 19.880 art. 59) against the first round of a call, and the seats kept for them.
/// @dev An appeal never takes anybody's seat: the upheld ones are served from the pool in the order of their rulings, and where it is empty are
/// first in the office's next call, which serves them while its own appeals are still being filed. A household that has a seat
/// has nothing to appeal for here, and committees are not served: the pool holds single seats.
interface IAppealDesk is IAttestation {
    /// @notice The time to appeal runs.
    event AppealsOpened(bytes32 indexed id, uint40 from, uint256 until);
    /// @notice A household appealed.
    /// @param reason Digest of the writ.
    event AppealFiled(bytes32 indexed id, bytes32 indexed nullifier, bytes32 reason);
    /// @notice The office entered an appeal that reached it on paper.
    event AppealEntered(bytes32 indexed id, bytes32 indexed nullifier, address indexed by, bytes32 reason);
    /// @notice The reviewers upheld an appeal.
    /// @param place In the line for the pool, from 0.
    event AppealUpheld(
        bytes32 indexed id,
        bytes32 indexed nullifier,
        uint256 place,
        uint16 slot,
        Application.Leaf application
    );
    /// @notice The reviewers rejected an appeal.
    event AppealRejected(bytes32 indexed id, bytes32 indexed nullifier, bytes32 reason);
    /// @notice What became of an upheld appeal.
    event AppealConcluded(bytes32 indexed id, bytes32 indexed nullifier, Appeal.Status status);
    /// @notice A household whose appeal found the pool of an earlier call empty has a seat.
    event PriorServed(bytes32 indexed id, bytes32 indexed nullifier, bytes32 indexed earlier);

    /// @notice Notes when the time to appeal began: when the cutoffs of the first round were fixed, or, if nobody noted it before a later round came, at
    /// that round's last step. Anyone may; once noted it does not change.
    /// @dev Emits {AppealsOpened}.
    ///
    /// Requirements:
    /// - the first round has its cutoffs.
    function start(bytes32 id) external;

    /// @notice Appeals, by a signature of the application's claim key that anyone may carry.
    /// @dev Emits {AppealFiled}. Signed: Appeal(bytes32 callId,bytes32 nullifier,bytes32 reason). It takes the place of what the office entered.
    ///
    /// Requirements:
    /// - the time to appeal is not over, and the household has not appealed;
    /// - `reason` is not zero;
    /// - the application stands in the call, and is no committee's;
    /// - the household has no seat of any call;
    /// - the claim key signed it.
    /// @param path As {ICallBook-stands} takes it.
    function file(
        bytes32 id,
        uint256 index,
        Application.Leaf calldata application,
        bytes32[] calldata path,
        bytes32 reason,
        address signer,
        bytes calldata signature
    ) external;

    /// @notice Enters an appeal that came on paper, of a household with a lost key or with no application that stands.
    /// @dev Emits {AppealEntered}.
    ///
    /// Requirements:
    /// - the caller holds the housing office's role and is the account of the call's office;
    /// - the time to appeal is not over, and the household has not appealed;
    /// - `reason` is not zero;
    /// - the household has no seat of any call.
    function enter(bytes32 id, bytes32 nullifier, bytes32 reason) external;

    /// @notice Upholds an appeal: the application as it should have been would have had a seat.
    /// @dev Emits {AppealUpheld}. The report is {upholdReport}.
    ///
    /// Requirements:
    /// - the appeal is pending;
    /// - the application is eligible, a household's, with a list that the call has, and under the claim key that filed the appeal;
    /// - the household has no seat of any call;
    /// - its key clears the present cutoff of a slot that it lists, and `slot` is the first of these;
    /// - enough members of the reviewers' board signed.
    function uphold(
        bytes32 id,
        Application.Leaf calldata application,
        uint16 slot,
        Attested calldata attested
    ) external;

    /// @notice Rejects an appeal, for a published reason. Silence does the same.
    /// @dev Emits {AppealRejected}. The report is {rejectReport}.
    ///
    /// Requirements:
    /// - the appeal is pending;
    /// - `reason` is not zero;
    /// - enough members of the reviewers' board signed.
    function reject(bytes32 id, bytes32 nullifier, bytes32 reason, Attested calldata attested) external;

    /// @notice Serves the next upheld appeal: a seat of the pool, or where none is left a note that it comes first in the office's next call. Anyone may.
    /// @dev Emits {AppealConcluded}, with a seat {ICallBook-Granted}. A household that got a seat meanwhile needs none.
    ///
    /// Requirements:
    /// - the time to appeal is over, for until then those are served whose appeal is noted from an earlier call;
    /// - the application is the upheld one that is next;
    /// - for a seat: the round has its cutoffs and is settled to its last entry.
    function serve(bytes32 id, Application.Leaf calldata application) external;

    /// @notice Serves a household from a later call's pool whose appeal found an earlier one empty: a seat of the first slot of its list. Anyone may.
    /// @dev Emits {PriorServed}, {ICallBook-Granted}.
    ///
    /// Requirements:
    /// - its appeal is noted from an earlier call of the same office;
    /// - its application stands in the call, is eligible and a household's, and its first slot takes households;
    /// - the round has its cutoffs and is settled to its last entry, a seat of the pool is left and the household has none.
    function servePrior(
        bytes32 id,
        uint256 index,
        Application.Leaf calldata application,
        bytes32[] calldata path
    ) external;

    /// @notice Lets the seats that no appeal needed enter their slot; anyone may.
    /// @dev Emits {ICallBook-SeatsAdded}.
    ///
    /// Requirements:
    /// - the time of appeals and of rulings is over;
    /// - every upheld appeal was served.
    function releasePool(bytes32 id) external;

    /// @notice When the time to appeal begins and its last second; zeros before the first cutoffs.
    function windowOf(bytes32 id) external view returns (uint256 from, uint256 until);

    /// @notice The record of an appeal.
    function getAppeal(bytes32 id, bytes32 nullifier) external view returns (Appeal.Record memory);

    /// @notice Where an appeal stands.
    function statusOf(bytes32 id, bytes32 nullifier) external view returns (Appeal.Status);

    /// @notice Upheld appeals of a call in their order, and how many of them were served.
    function lineOf(bytes32 id) external view returns (bytes32[] memory nullifiers, uint256 served);

    /// @notice Number of the call in which a household's appeal found the pool empty; 0 if it has no priority.
    function priorOf(bytes32 nullifier) external view returns (uint32);

    /// @notice What the reviewers sign to uphold.
    function upholdReport(
        bytes32 id,
        Application.Leaf calldata application,
        uint16 slot
    ) external view returns (bytes32);

    /// @notice What the reviewers sign to reject.
    function rejectReport(bytes32 id, bytes32 nullifier, bytes32 reason) external view returns (bytes32);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {DueProcess} from "../../shared/libraries/DueProcess.sol";

/// @notice Five years of living in the home oneself: control visits, and the procedure by which a benefit is taken back.
/// @dev Reports and writs are digests: what they say is about persons. A household acts by a signature of its claim key, which anyone may carry.
/// The authority's silence ends a procedure without effect, the household's silence forgoes its step.
interface IOccupancyDesk {
    /// @notice An inspector visited a home (visita de control).
    /// @param number Visits of this home so far.
    event Visited(bytes32 indexed id, bytes32 indexed nullifier, address indexed by, uint32 number, bytes32 report);
    /// @notice A procedure began (traslado).
    /// @param number Procedures of this household so far.
    event OccupancyNoticed(
        bytes32 indexed id,
        bytes32 indexed nullifier,
        address indexed by,
        uint32 number,
        bytes32 charge
    );
    /// @notice The household answered (descargos).
    event OccupancyDefended(bytes32 indexed id, bytes32 indexed nullifier, bytes32 defence);
    /// @notice The office decided.
    event OccupancyDecided(
        bytes32 indexed id,
        bytes32 indexed nullifier,
        address indexed by,
        bool upheld,
        bytes32 reason
    );
    /// @notice The household appealed.
    event OccupancyAppealed(bytes32 indexed id, bytes32 indexed nullifier, bytes32 appeal);
    /// @notice The reviewer decided the appeal.
    event OccupancyReviewed(
        bytes32 indexed id,
        bytes32 indexed nullifier,
        address indexed by,
        bool upheld,
        bytes32 reason
    );
    /// @notice A benefit was taken back; what is owed is put on record and nowhere collected.
    /// @param owed The subsidy, token units.
    event BenefitRevoked(bytes32 indexed id, bytes32 indexed nullifier, address indexed by, uint256 owed);

    /// @notice A household's duty.
    /// @param course Steps of its last procedure.
    /// @param number Procedures so far.
    /// @param decidedBy Who decided the last one.
    /// @param visits Control visits so far.
    /// @param visitedAt When the last one was, unix seconds.
    struct Duty {
        DueProcess.Course course;
        uint32 number;
        address decidedBy;
        uint32 visits;
        uint40 visitedAt;
    }

    /// @notice Puts a control visit on record.
    /// @dev Emits {Visited}.
    ///
    /// Requirements:
    /// - the caller holds the inspectors' role;
    /// - the benefit was given, and the duty lasts still;
    /// - `report` is not zero.
    function visit(bytes32 nullifier, bytes32 report) external;

    /// @notice Begins a procedure.
    /// @dev Emits {OccupancyNoticed}.
    ///
    /// Requirements:
    /// - the caller holds the inspectors' role;
    /// - the benefit was given, and the duty lasts still;
    /// - no procedure runs;
    /// - `charge` is not zero.
    /// @param charge Digest of the facts.
    function notice(bytes32 nullifier, bytes32 charge) external;

    /// @notice Answers the notice.
    /// @dev Emits {OccupancyDefended}. Signed: Defence(bytes32 callId,bytes32 nullifier,uint32 number,bytes32 document).
    ///
    /// Requirements:
    /// - the time of the defence runs;
    /// - `defence` is not zero;
    /// - the claim key signed it.
    function defend(bytes32 nullifier, bytes32 defence, address signer, bytes calldata signature) external;

    /// @notice Decides the procedure; silence extinguishes it.
    /// @dev Emits {OccupancyDecided}.
    ///
    /// Requirements:
    /// - the caller holds the deciding office's role;
    /// - the time to decide runs;
    /// - `reason` is not zero.
    function decide(bytes32 nullifier, bool upheld, bytes32 reason) external;

    /// @notice Appeals against an upheld decision.
    /// @dev Emits {OccupancyAppealed}. Signed: Appeal(bytes32 callId,bytes32 nullifier,uint32 number,bytes32 document).
    ///
    /// Requirements:
    /// - the time to appeal runs;
    /// - `writ` is not zero;
    /// - the claim key signed it.
    function appeal(bytes32 nullifier, bytes32 writ, address signer, bytes calldata signature) external;

    /// @notice Decides the appeal; silence extinguishes the procedure.
    /// @dev Emits {OccupancyReviewed}.
    ///
    /// Requirements:
    /// - the caller holds the reviewing office's role;
    /// - the time of the review runs;
    /// - the caller did not decide the procedure;
    /// - `reason` is not zero.
    function review(bytes32 nullifier, bool upheld, bytes32 reason) external;

    /// @notice Takes the benefit back by a final decision; anyone may.
    /// @dev Emits {BenefitRevoked}, {ICallBook-Revoked}.
    ///
    /// Requirements:
    /// - the decision is final;
    /// - the benefit was not taken back yet.
    function revoke(bytes32 nullifier) external;

    /// @notice Windows of the steps, seconds.
    function getWindows() external view returns (DueProcess.Windows memory);

    /// @notice The duty of a household.
    function getDuty(bytes32 nullifier) external view returns (Duty memory);

    /// @notice Where the last procedure stands.
    function stageOf(bytes32 nullifier) external view returns (DueProcess.Stage);

    /// @notice Last second of the duty; 0 where no benefit was given.
    function dutyUntil(bytes32 nullifier) external view returns (uint256);
}

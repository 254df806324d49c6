// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Entity} from "../types/Entity.sol";

/// @notice Who a legal entity is, which account acts for it, and in what standing: suppliers, public bodies, schools and their operators.
/// @dev An accreditor signs off chain and the entity submits, so the office pays no gas. Suspension stops new bids and offers, never a
/// running contract or a payment. No natural person is ever entered: a RUT of a person, hashed or not, is personal data.
interface IRegistry {
    /// @notice An entity was accredited, or accredited anew.
    event Accredited(
        uint64 indexed entity,
        address indexed account,
        address indexed accreditor,
        Entity.Accreditation accreditation
    );
    /// @notice An entity may not bid or be offered contracts until `until`.
    event Suspended(uint64 indexed entity, address indexed by, uint40 until, uint40 before, bytes32 reason);
    /// @notice A suspension ended early.
    event SuspensionLifted(uint64 indexed entity, address indexed by, uint40 before, bytes32 reason);
    /// @notice A change of account is pending; payments to the entity wait as credits.
    event RotationProposed(
        uint64 indexed entity,
        address indexed by,
        address proposed,
        bool byOffice,
        uint40 acceptableFrom,
        uint40 endsAt
    );
    /// @notice The other side objected; the second office decides until `endsAt`, and its silence refuses.
    event RotationContested(uint64 indexed entity, address indexed by, uint40 endsAt);
    /// @notice The second office decided a contested change of account; an approved one may be accepted from then on, but never before the
    /// delay of its proposal has passed.
    event RotationDecided(uint64 indexed entity, address indexed by, bool approved, bytes32 reason);
    /// @notice The proposing side took its proposal back.
    event RotationCancelled(uint64 indexed entity, address indexed by);
    /// @notice The entity acts and is paid through another account from now on.
    event AccountRotated(uint64 indexed entity, address indexed account, address before);

    /// @notice Enters or renews the caller's entity with an accreditation that the office signed.
    /// @dev Emits {Accredited}. The signature may be of an account or of a contract (ERC-1271).
    ///
    /// Requirements:
    /// - kind, number and account are given, and the accreditation is not expired;
    /// - the deadline of the signature has not passed;
    /// - the caller is the accredited account; for a renewal, the entity's present account;
    /// - `sequence` is the number of earlier accreditations, so that none can be used twice or after a later one;
    /// - `accreditor` holds the accreditors' role and signed this accreditation for this registry and chain;
    /// - the account serves no other entity.
    /// @param accreditation What was signed.
    /// @param accreditor Who signed.
    /// @param signature Its EIP-712 signature.
    /// @return entity Id of the entity.
    function accredit(
        Entity.Accreditation calldata accreditation,
        address accreditor,
        bytes calldata signature
    ) external returns (uint64 entity);

    /// @notice Suspends an entity until a date, with a published reason.
    /// @dev Emits {Suspended}.
    ///
    /// Requirements:
    /// - the caller holds the sanctions role;
    /// - the entity exists;
    /// - `reason` is not zero;
    /// - `until` lies in the future and within the longest term.
    /// @param entity Id of the entity.
    /// @param until Last second of the suspension.
    /// @param reason Digest of the resolution.
    function suspend(uint64 entity, uint40 until, bytes32 reason) external;

    /// @notice Ends a suspension early.
    /// @dev Emits {SuspensionLifted}.
    ///
    /// Requirements:
    /// - the caller holds the sanctions role;
    /// - `reason` is not zero;
    /// - the entity is suspended.
    function liftSuspension(uint64 entity, bytes32 reason) external;

    /// @notice Proposes another account for the caller's own entity.
    /// @dev Emits {RotationProposed}. From now until it is accepted or ends, payments to the entity become credits.
    ///
    /// Requirements:
    /// - the caller is the entity's account;
    /// - no change is pending, and the caller's side made no failed proposal in the last `ROTATION_COOLDOWN`;
    /// - the proposed account serves no entity.
    function proposeRotation(uint64 entity, address proposed) external;

    /// @notice Proposes another account for an entity that has lost its key.
    /// @dev Emits {RotationProposed}.
    ///
    /// Requirements:
    /// - the caller holds the accreditors' role;
    /// - the entity exists;
    /// - otherwise as {proposeRotation}, except that it takes the place of a pending proposal of the owner.
    function proposeRecovery(uint64 entity, address proposed) external;

    /// @notice The owner objects to a proposal of the office; the second office must decide.
    /// @dev Emits {RotationContested}. Possible once a proposal.
    ///
    /// Requirements:
    /// - the caller is the entity's account;
    /// - the office's proposal is pending, not contested, and not yet acceptable.
    function vetoRecovery(uint64 entity) external;

    /// @notice The office objects to a proposal of the owner (a stolen key); the second office must decide.
    /// @dev Emits {RotationContested}.
    ///
    /// Requirements:
    /// - the caller holds the accreditors' role;
    /// - the owner's proposal is pending, not contested, and not yet acceptable.
    function vetoRotation(uint64 entity) external;

    /// @notice The second office decides a contested change; its silence until the deadline refuses.
    /// @dev Emits {RotationDecided}. Approved, the change may be accepted from the decision on, or from the end of the proposal's delay if
    /// that is later.
    ///
    /// Requirements:
    /// - the caller holds the registry appeals role;
    /// - `reason` is not zero;
    /// - a contested change is pending.
    function decideRotation(uint64 entity, bool approved, bytes32 reason) external;

    /// @notice The owner takes its own proposal back.
    /// @dev Emits {RotationCancelled}.
    ///
    /// Requirements:
    /// - the caller is the entity's account and proposed the pending change;
    /// - it is not contested.
    function cancelRotation(uint64 entity) external;

    /// @notice The proposed account takes over, which proves that it exists and is held.
    /// @dev Emits {AccountRotated}.
    ///
    /// Requirements:
    /// - a change is pending and not contested;
    /// - the caller is the proposed account;
    /// - the delay has passed;
    /// - the caller serves no other entity.
    function acceptRotation(uint64 entity) external;

    /// @notice The record of an entity.
    function getEntity(uint64 entity) external view returns (Entity.Record memory);

    /// @notice The last proposed change of account.
    function getRotation(uint64 entity) external view returns (Entity.Rotation memory);

    /// @notice The entity's standing at this moment.
    function statusOf(uint64 entity) external view returns (Entity.Status);

    /// @notice Whether the entity is of this kind, accredited and not suspended.
    function isActive(uint64 entity, Entity.Kind kind) external view returns (bool);

    /// @notice The account that acts for the entity; zero if it is unknown.
    function accountOf(uint64 entity) external view returns (address);

    /// @notice The account to pay; zero while a change of account is pending or if the entity is unknown.
    function payeeOf(uint64 entity) external view returns (address);

    /// @notice The entity that an account serves; 0 if none.
    function entityOf(address account) external view returns (uint64);

    /// @notice The entity of a kind with a public number; 0 if none.
    function entityByNumber(Entity.Kind kind, uint64 number) external view returns (uint64);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {RegistryState} from "./abstracts/RegistryState.sol";
import {IRegistry} from "./interfaces/IRegistry.sol";
import {RegistryErrors as Errors} from "./libraries/RegistryErrors.sol";
import {Entity} from "./types/Entity.sol";

/// @title Registry
contract Registry is RegistryState, AccessManaged, EIP712 {
    bytes32 private constant ACCREDITATION_TYPEHASH = keccak256(
        "Accreditation(uint64 number,address account,uint8 kind,uint8 size,uint16 region,uint64 group,uint40 validUntil,uint32 sequence,uint40 deadline)"
    );

    /// @param authority The AccessManager.
    /// @param maxSuspension Longest term of one suspension, in seconds.
    constructor(address authority, uint40 maxSuspension) AccessManaged(authority) EIP712("Erario Registry", "1") {
        require(maxSuspension != 0, Errors.Registry_NoDuration());
        MAX_SUSPENSION = maxSuspension;
    }

    /* ENTITY */

    /// @inheritdoc IRegistry
    function accredit(
        Entity.Accreditation calldata accreditation,
        address accreditor,
        bytes calldata signature
    ) external returns (uint64 entity) {
        uint64 number = accreditation.number;
        entity = entityByNumber[accreditation.kind][number];
        _requireAcceptable(accreditation, entity);
        _requireSigned(accreditation, accreditor, signature);

        if (entity == 0) {
            entity = ++_lastEntity;
            _claimAccount(entity, msg.sender);
            entityByNumber[accreditation.kind][number] = entity;
        }
        Entity.Record storage record = _entities[entity];
        record.account = msg.sender;
        record.validUntil = accreditation.validUntil;
        record.kind = accreditation.kind;
        record.size = accreditation.size;
        record.number = number;
        record.group = accreditation.group == 0 ? number : accreditation.group;
        record.region = accreditation.region;
        ++record.sequence;
        emit Accredited(entity, msg.sender, accreditor, accreditation);
    }

    /// @inheritdoc IRegistry
    function proposeRotation(uint64 entity, address proposed) external {
        _requireAccount(entity);
        _propose(entity, proposed, false);
    }

    /// @inheritdoc IRegistry
    function vetoRecovery(uint64 entity) external {
        _requireAccount(entity);
        _contest(entity, true);
    }

    /// @inheritdoc IRegistry
    function cancelRotation(uint64 entity) external {
        _requireAccount(entity);
        Entity.Record storage record = _entities[entity];
        require(_isRotating(record) && !_rotations[entity].byOffice, Errors.Registry_NoRotation(entity));
        require(!_rotations[entity].contested, Errors.Registry_RotationContested(entity));
        record.rotationEndsAt = uint40(block.timestamp - 1);
        emit RotationCancelled(entity, msg.sender);
    }

    /// @inheritdoc IRegistry
    function acceptRotation(uint64 entity) external {
        Entity.Record storage record = _entities[entity];
        Entity.Rotation memory rotation = _rotations[entity];
        require(_isRotating(record), Errors.Registry_NoRotation(entity));
        require(!rotation.contested, Errors.Registry_RotationContested(entity));
        require(msg.sender == rotation.proposed, Errors.Registry_NotTheAccount(msg.sender, rotation.proposed));
        require(
            block.timestamp >= rotation.acceptableFrom,
            Errors.Registry_RotationNotDue(entity, rotation.acceptableFrom)
        );
        address before = record.account;
        delete entityOf[before];
        _claimAccount(entity, msg.sender);
        record.account = msg.sender;
        record.rotationEndsAt = 0;
        delete _rotations[entity];
        emit AccountRotated(entity, msg.sender, before);
    }

    /* ACCREDITOR */

    /// @inheritdoc IRegistry
    function proposeRecovery(uint64 entity, address proposed) external restricted {
        _requireKnown(entity);
        _propose(entity, proposed, true);
    }

    /// @inheritdoc IRegistry
    function vetoRotation(uint64 entity) external restricted {
        _contest(entity, false);
    }

    /* SECOND OFFICE */

    /// @inheritdoc IRegistry
    function decideRotation(uint64 entity, bool approved, bytes32 reason) external restricted {
        require(reason != 0, Errors.Registry_NoReason(entity));
        Entity.Record storage record = _entities[entity];
        Entity.Rotation storage rotation = _rotations[entity];
        require(_isRotating(record) && rotation.contested, Errors.Registry_RotationNotContested(entity));
        if (approved) {
            // An early decision shortens nothing: an objection must never bring the new account in sooner than none would.
            uint40 from = rotation.acceptableFrom;
            if (from < block.timestamp) from = uint40(block.timestamp);
            rotation.contested = false;
            rotation.acceptableFrom = from;
            record.rotationEndsAt = from + ROTATION_ACCEPTANCE;
        } else {
            record.rotationEndsAt = uint40(block.timestamp - 1);
        }
        emit RotationDecided(entity, msg.sender, approved, reason);
    }

    /* SANCTIONS OFFICE */

    /// @inheritdoc IRegistry
    function suspend(uint64 entity, uint40 until, bytes32 reason) external restricted {
        _requireKnown(entity);
        require(reason != 0, Errors.Registry_NoReason(entity));
        uint256 latest = block.timestamp + MAX_SUSPENSION;
        require(until > block.timestamp && until <= latest, Errors.Registry_TermOutOfRange(entity, until, latest));
        uint40 before = _entities[entity].suspendedUntil;
        _entities[entity].suspendedUntil = until;
        emit Suspended(entity, msg.sender, until, before, reason);
    }

    /// @inheritdoc IRegistry
    function liftSuspension(uint64 entity, bytes32 reason) external restricted {
        require(reason != 0, Errors.Registry_NoReason(entity));
        uint40 before = _entities[entity].suspendedUntil;
        require(block.timestamp <= before, Errors.Registry_NotSuspended(entity));
        _entities[entity].suspendedUntil = uint40(block.timestamp - 1);
        emit SuspensionLifted(entity, msg.sender, before, reason);
    }

    /* INTERNAL */

    function _propose(uint64 entity, address proposed, bool byOffice) private {
        Entity.Record storage record = _entities[entity];
        uint40 endedAt = record.rotationEndsAt;
        // The office takes the place of a proposal of the owner, whose key may be stolen; payments go on waiting.
        bool replaces = byOffice && !_rotations[entity].byOffice;
        require(!_isRotating(record) || replaces, Errors.Registry_RotationPending(entity, endedAt));
        // A failed proposal of the same side leaves its record behind; an accepted one leaves none.
        bool sameSide = endedAt != 0 && _rotations[entity].byOffice == byOffice;
        uint256 notBefore = sameSide ? uint256(endedAt) + ROTATION_COOLDOWN + 1 : 0;
        require(block.timestamp >= notBefore, Errors.Registry_RotationTooSoon(entity, notBefore));
        _requireFree(proposed);
        uint40 acceptableFrom = uint40(block.timestamp) + ROTATION_DELAY;
        uint40 endsAt = acceptableFrom + ROTATION_ACCEPTANCE;
        _rotations[entity] = Entity.Rotation(proposed, acceptableFrom, byOffice, false);
        record.rotationEndsAt = endsAt;
        emit RotationProposed(entity, msg.sender, proposed, byOffice, acceptableFrom, endsAt);
    }

    function _contest(uint64 entity, bool byOffice) private {
        Entity.Record storage record = _entities[entity];
        Entity.Rotation storage rotation = _rotations[entity];
        require(_isRotating(record) && rotation.byOffice == byOffice, Errors.Registry_NoRotation(entity));
        require(!rotation.contested, Errors.Registry_RotationContested(entity));
        uint40 until = rotation.acceptableFrom;
        require(block.timestamp < until, Errors.Registry_TooLateToContest(entity, until));
        uint40 endsAt = uint40(block.timestamp) + ROTATION_DECISION;
        rotation.contested = true;
        record.rotationEndsAt = endsAt;
        emit RotationContested(entity, msg.sender, endsAt);
    }

    function _claimAccount(uint64 entity, address account) private {
        _requireFree(account);
        entityOf[account] = entity;
    }

    function _requireFree(address account) private view {
        uint64 taken = entityOf[account];
        require(taken == 0 && account != address(0), Errors.Registry_AccountTaken(account, taken));
    }

    function _requireAccount(uint64 entity) private view {
        address account = _entities[entity].account;
        require(msg.sender == account, Errors.Registry_NotTheAccount(msg.sender, account));
    }

    function _requireKnown(uint64 entity) private view {
        require(_entities[entity].account != address(0), Errors.Registry_UnknownEntity(entity));
    }

    function _requireAcceptable(Entity.Accreditation calldata accreditation, uint64 entity) private view {
        uint64 number = accreditation.number;
        require(
            accreditation.kind != Entity.Kind.None &&
                number != 0 &&
                accreditation.account != address(0) &&
                accreditation.validUntil > block.timestamp,
            Errors.Registry_InvalidAccreditation(number)
        );
        uint40 deadline = accreditation.deadline;
        require(block.timestamp <= deadline, Errors.Registry_DeadlinePassed(number, deadline));
        address holder = entity == 0 ? accreditation.account : _entities[entity].account;
        require(
            msg.sender == holder && holder == accreditation.account,
            Errors.Registry_NotTheAccount(msg.sender, holder)
        );
        uint32 expected = _entities[entity].sequence;
        uint32 given = accreditation.sequence;
        require(given == expected, Errors.Registry_StaleSequence(number, given, expected));
    }

    function _requireSigned(
        Entity.Accreditation calldata accreditation,
        address accreditor,
        bytes calldata signature
    ) private view {
        (bool member, ) = IAccessManager(authority()).hasRole(ACCREDITOR_ROLE, accreditor);
        require(member, Errors.Registry_NotAccreditor(accreditor));
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(ACCREDITATION_TYPEHASH, accreditation)));
        require(
            SignatureChecker.isValidSignatureNow(accreditor, digest, signature),
            Errors.Registry_BadSignature(accreditor)
        );
    }
}

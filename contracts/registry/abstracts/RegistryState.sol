// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../interfaces/IRegistry.sol";
import {Entity} from "../types/Entity.sol";

/// @notice All storage of the registry, its getters, and the standing that follows from record and clock.
abstract contract RegistryState is IRegistry {
    /// @notice Delay between the proposal of an account and its acceptance; the time to object.
    uint40 public constant ROTATION_DELAY = 7 days;
    /// @notice How long a proposed account may take over once the delay has passed.
    uint40 public constant ROTATION_ACCEPTANCE = 7 days;
    /// @notice How long the second office may take to decide.
    uint40 public constant ROTATION_DECISION = 14 days;
    /// @notice How long a side whose proposal failed must wait, so that nobody can hold payments back again and again.
    uint40 public constant ROTATION_COOLDOWN = 30 days;
    /// @notice Role whose members sign accreditations; see the role table.
    uint64 public constant ACCREDITOR_ROLE = 10;

    /// @notice Longest term of one suspension, in seconds.
    uint40 public immutable MAX_SUSPENSION;

    uint64 internal _lastEntity;
    mapping(uint64 entity => Entity.Record record) internal _entities;
    mapping(uint64 entity => Entity.Rotation rotation) internal _rotations;

    /// @inheritdoc IRegistry
    mapping(address account => uint64 entity) public entityOf;
    /// @inheritdoc IRegistry
    mapping(Entity.Kind kind => mapping(uint64 number => uint64 entity)) public entityByNumber;

    /// @inheritdoc IRegistry
    function getEntity(uint64 entity) external view returns (Entity.Record memory) {
        return _entities[entity];
    }

    /// @inheritdoc IRegistry
    function getRotation(uint64 entity) external view returns (Entity.Rotation memory) {
        return _rotations[entity];
    }

    /// @inheritdoc IRegistry
    function accountOf(uint64 entity) external view returns (address) {
        return _entities[entity].account;
    }

    /// @inheritdoc IRegistry
    function payeeOf(uint64 entity) external view returns (address) {
        Entity.Record storage record = _entities[entity];
        return _isRotating(record) ? address(0) : record.account;
    }

    /// @inheritdoc IRegistry
    function isActive(uint64 entity, Entity.Kind kind) external view returns (bool) {
        return _entities[entity].kind == kind && statusOf(entity) == Entity.Status.Active;
    }

    /// @inheritdoc IRegistry
    function statusOf(uint64 entity) public view returns (Entity.Status) {
        Entity.Record storage record = _entities[entity];
        if (record.account == address(0)) return Entity.Status.Unregistered;
        if (block.timestamp <= record.suspendedUntil) return Entity.Status.Suspended;
        if (block.timestamp > record.validUntil) return Entity.Status.Expired;
        return Entity.Status.Active;
    }

    function _isRotating(Entity.Record storage record) internal view returns (bool) {
        return block.timestamp <= record.rotationEndsAt;
    }
}

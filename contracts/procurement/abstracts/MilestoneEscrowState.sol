// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../../registry/interfaces/IRegistry.sol";
import {ITreasury} from "../../treasury/interfaces/ITreasury.sol";
import {ICertificateDesk} from "../interfaces/ICertificateDesk.sol";
import {IClosingDesk} from "../interfaces/IClosingDesk.sol";
import {IContractChanges} from "../interfaces/IContractChanges.sol";
import {IContractCourt} from "../interfaces/IContractCourt.sol";
import {IMilestoneEscrow} from "../interfaces/IMilestoneEscrow.sol";
import {IOpeningDesk} from "../interfaces/IOpeningDesk.sol";
import {ProcurementErrors as Errors} from "../libraries/ProcurementErrors.sol";
import {ReviewMath} from "../libraries/ReviewMath.sol";
import {Agreement} from "../types/Agreement.sol";
import {MilestoneFlags} from "../types/MilestoneFlags.sol";

/// @notice All storage of the escrow, its getters, and the statuses that follow from facts and clock.
abstract contract MilestoneEscrowState is IMilestoneEscrow {
    /// @dev A milestone as loaded for one call.
    struct Loaded {
        bytes32 id;
        uint256 index;
        Agreement.Milestone m;
        Agreement.Delivery d;
        Agreement.Exception x;
    }

    ITreasury public immutable TREASURY;
    IRegistry public immutable REGISTRY;
    IContractCourt internal immutable COURT;
    ICertificateDesk internal immutable DESK;
    IOpeningDesk internal immutable OPENING;
    IContractChanges internal immutable CHANGES;
    IClosingDesk internal immutable CLOSING;

    uint256 private constant PERFORMANCE = 1;
    uint256 private constant ADVANCE = 2;

    mapping(bytes32 id => Agreement.Facts facts) internal _facts;
    mapping(bytes32 id => Agreement.Ledger ledger) internal _ledgers;
    mapping(bytes32 id => Agreement.Dues dues) internal _dues;
    /// @inheritdoc IMilestoneEscrow
    mapping(bytes32 id => uint40 bondUntil) public bondExtensionOf;
    mapping(bytes32 id => mapping(uint256 index => Agreement.Milestone milestone)) internal _milestones;
    mapping(bytes32 id => mapping(uint256 index => Agreement.Delivery delivery)) internal _deliveries;
    mapping(bytes32 id => mapping(uint256 index => Agreement.Exception exception)) internal _exceptions;
    mapping(bytes32 id => mapping(uint256 index => uint64 assignee)) internal _assignees;

    /// @inheritdoc IMilestoneEscrow
    function getMilestone(
        bytes32 id,
        uint256 index
    )
        external
        view
        returns (
            Agreement.Milestone memory milestone,
            Agreement.Delivery memory delivery,
            Agreement.Exception memory exception
        )
    {
        Loaded memory part = _load(id, index);
        return (part.m, part.d, part.x);
    }

    /// @inheritdoc IMilestoneEscrow
    function getFacts(bytes32 id) external view returns (Agreement.Facts memory) {
        return _facts[id];
    }

    /// @inheritdoc IMilestoneEscrow
    function getBalances(
        bytes32 id
    ) external view returns (Agreement.Ledger memory ledger, Agreement.Dues memory dues) {
        return (_ledgers[id], _dues[id]);
    }

    /// @inheritdoc IMilestoneEscrow
    function holderOf(bytes32 id, uint256 index) public view returns (uint64) {
        uint64 assignee = _assignees[id][index];
        return assignee == 0 ? _facts[id].supplier : assignee;
    }

    /// @inheritdoc IMilestoneEscrow
    function pausedAt() public view returns (uint40) {
        return OPENING.pausedAt();
    }

    /// @inheritdoc IMilestoneEscrow
    function performanceBondOf(bytes32 id) public view returns (uint128) {
        return _held(performanceBondKey(id));
    }

    /// @inheritdoc IMilestoneEscrow
    function performanceBondKey(bytes32 id) public pure returns (bytes32) {
        return keccak256(abi.encode(id, PERFORMANCE));
    }

    /// @inheritdoc IMilestoneEscrow
    function advanceBondKey(bytes32 id) public pure returns (bytes32) {
        return keccak256(abi.encode(id, ADVANCE));
    }

    /// @dev Reads the exception only where there is one.
    function _load(bytes32 id, uint256 index) internal view returns (Loaded memory part) {
        part.id = id;
        part.index = index;
        part.m = _milestones[id][index];
        part.d = _deliveries[id][index];
        if (ReviewMath.has(part.m, MilestoneFlags.EXCEPTION)) part.x = _exceptions[id][index];
    }

    /// @dev What the treasury holds of a bond.
    function _held(bytes32 key) internal view returns (uint128) {
        return TREASURY.getDeposit(address(this), key).amount;
    }

    function _require(address module) internal view {
        require(msg.sender == module, Errors.Escrow_OnlyModule(msg.sender, module));
    }
}

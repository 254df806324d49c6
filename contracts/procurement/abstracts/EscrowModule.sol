// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IEscrowModule} from "../interfaces/IEscrowModule.sol";
import {IMilestoneEscrow} from "../interfaces/IMilestoneEscrow.sol";
import {ProcurementErrors as Errors} from "../libraries/ProcurementErrors.sol";

/// @notice The link between a module and its escrow: made once, by the escrow's constructor.
/// @dev Whoever binds a module before its escrow makes that escrow's deployment revert, and gains nothing: nobody gives it a role.
abstract contract EscrowModule is IEscrowModule {
    /// @inheritdoc IEscrowModule
    IMilestoneEscrow public escrow;

    modifier onlyEscrow() {
        require(msg.sender == address(escrow), Errors.Module_OnlyEscrow(msg.sender, address(escrow)));
        _;
    }

    /// @inheritdoc IEscrowModule
    function bind() external {
        require(address(escrow) == address(0), Errors.Module_AlreadyBound(address(this), address(escrow)));
        escrow = IMilestoneEscrow(msg.sender);
        emit Bound(msg.sender);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IEscrowModule} from "../interfaces/IEscrowModule.sol";
import {IMilestoneEscrow} from "../interfaces/IMilestoneEscrow.sol";
import {ProcurementErrors as Errors} from "../libraries/ProcurementErrors.sol";
import {Agreement} from "../types/Agreement.sol";

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

    /// @dev For constructors: what a module asks for ever must be there.
    function _requireContract(address account) internal view {
        require(account.code.length != 0, Errors.Terms_NotAContract(account));
    }

    /// @dev Last second of the performance bond: as both signatures last changed it, else as the annex says.
    function _bondUntil(Agreement.Deed calldata deed, bytes32 id) internal view returns (uint40) {
        uint40 extended = escrow.bondExtensionOf(id);
        return extended == 0 ? deed.annex.bondUntil : extended;
    }
}

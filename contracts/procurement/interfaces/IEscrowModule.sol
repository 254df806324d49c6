// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IMilestoneEscrow} from "./IMilestoneEscrow.sol";

/// @notice A contract of its own storage that serves one escrow.
interface IEscrowModule {
    /// @notice The module serves this escrow from now on.
    event Bound(address indexed escrow);

    /// @notice Links the module to the caller, once; the escrow's constructor does it.
    /// @dev Emits {Bound}.
    ///
    /// Requirements:
    /// - the module is not bound.
    function bind() external;

    /// @notice The escrow that this module serves.
    function escrow() external view returns (IMilestoneEscrow);
}

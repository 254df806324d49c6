// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice Errors of the parts that every program shares.
library SharedErrors {
    /// @notice New commitments are paused.
    /// @param until First second at which they are possible again.
    error Pause_On(uint256 until);
    /// @notice A pause cannot be armed again so soon.
    /// @param notBefore First second at which it may.
    error Pause_NotRearmed(uint256 notBefore);
    /// @notice A pause must name its reason.
    error Pause_NoReason();
}

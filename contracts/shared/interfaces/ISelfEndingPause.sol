// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice A pause in the guardians' hands that ends by itself and blocks no exit.
interface ISelfEndingPause {
    /// @notice A pause began.
    /// @param by The guardian.
    /// @param reason Digest of the published reason.
    /// @param until First second after the pause.
    event Paused(address indexed by, bytes32 reason, uint256 until);

    /// @notice Stops new commitments for `PauseClock.PAUSE_TERM`; open windows of suppliers and citizens become longer by it.
    /// @dev Emits {Paused}.
    ///
    /// Requirements:
    /// - the caller holds the guardians' role;
    /// - `reason` is not zero;
    /// - the last pause ended more than `PauseClock.REARM_AFTER` ago.
    /// @param reason Digest of the published reason.
    function pause(bytes32 reason) external;

    /// @notice When the last pause began, 0 if there was none.
    function pausedAt() external view returns (uint40);
}

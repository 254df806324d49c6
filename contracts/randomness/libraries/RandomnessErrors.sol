// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice Errors of the beacons.
library RandomnessErrors {
    /// @notice A beacon has a genesis and a period.
    error Beacon_Clock(uint64 genesis, uint32 period);
    /// @notice The public key is no point of the group, or is its identity; or the chain lacks the precompiles.
    error Beacon_PublicKey();
    /// @notice Key, clock and name are not those of the network.
    /// @param computed What they hash to.
    /// @param expected The network's chain hash.
    error Beacon_ChainHash(bytes32 computed, bytes32 expected);
    /// @notice Rounds are counted from 1.
    error Beacon_NoRound();
    /// @notice No round is that late.
    /// @param time Unix seconds.
    error Beacon_TimeOutOfRange(uint256 time);
    /// @notice A signature of that many bytes is none of this beacon.
    error Beacon_SignatureLength(uint64 round, uint256 length, uint256 expected);
    /// @notice The bytes are no point of the group: a coordinate is too large, or it is off the curve or outside the subgroup.
    error Beacon_NotAPoint(uint64 round);
    /// @notice The point is not what this beacon signs for the round.
    error Beacon_FalseSignature(uint64 round);
    /// @notice Nobody has proven the round yet.
    error Beacon_NotProven(uint64 round);
}

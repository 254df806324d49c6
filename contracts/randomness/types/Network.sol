// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice What a drand network publishes of itself, but for its key.
/// @param chainHash The hash by which the network is known; key and clock must give it.
/// @param genesis Time of round 1, unix seconds.
/// @param period Seconds between rounds.
/// @param groupHash Hash of the group that made the key.
/// @param beaconId The network's name, empty for drand's first one.
struct Network {
    bytes32 chainHash;
    uint64 genesis;
    uint32 period;
    bytes32 groupHash;
    string beaconId;
}

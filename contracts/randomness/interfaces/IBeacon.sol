// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice Randomness that was fixed by a round number before anyone could know it: a drand network's signature of the round, hashed.
/// @dev There is one signature for a round, so whoever brings it has no choice; nobody has it before a threshold of the network signs.
/// Immutable, without owner and without a way to add randomness that the network did not sign.
interface IBeacon {
    /// @notice The randomness of a round is known here from now on.
    /// @param by Whoever brought the signature; it makes no difference who.
    event RoundProven(uint64 indexed round, address indexed by, bytes32 randomness);

    /// @notice Verifies the network's signature of a round and keeps its randomness, which then costs everybody a read.
    /// @dev Emits {RoundProven} the first time; later calls return what is known and read nothing of `signature`.
    ///
    /// Requirements:
    /// - `round` is not 0;
    /// - `signature` is the network's, as an uncompressed point: x and y, big-endian, of 48 bytes each (BLS12-381) or 32 (BN254). Bytes that are
    /// no point of the group use up the gas of the call, as the precompile does.
    /// @param round The round's number, from 1.
    /// @return randomness SHA-256 of the signature as drand publishes it.
    function prove(uint64 round, bytes calldata signature) external returns (bytes32 randomness);

    /// @notice As {prove}, and keeps nothing.
    function verify(uint64 round, bytes calldata signature) external view returns (bytes32 randomness);

    /// @notice The randomness of a round that somebody has proven.
    ///
    /// Requirements:
    /// - the round was proven.
    function randomnessOf(uint64 round) external view returns (bytes32);

    /// @notice When a round is signed, unix seconds; 0 for round 0, which is none.
    function timeOf(uint64 round) external view returns (uint256);

    /// @notice The first round that is signed at `time` or later.
    ///
    /// Requirements:
    /// - the round fits 64 bits.
    /// @param time Unix seconds.
    function firstRoundFrom(uint256 time) external view returns (uint64);

    /// @notice The hash by which the network is known: SHA-256 of period, genesis, public key, group hash and name.
    // solhint-disable-next-line func-name-mixedcase
    function CHAIN_HASH() external view returns (bytes32);

    /// @notice Time of round 1, unix seconds.
    // solhint-disable-next-line func-name-mixedcase
    function GENESIS() external view returns (uint64);

    /// @notice Seconds between rounds.
    // solhint-disable-next-line func-name-mixedcase
    function PERIOD() external view returns (uint32);
}

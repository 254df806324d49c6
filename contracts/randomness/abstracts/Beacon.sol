// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IBeacon} from "../interfaces/IBeacon.sol";
import {RandomnessErrors as Errors} from "../libraries/RandomnessErrors.sol";
import {RoundClock} from "../libraries/RoundClock.sol";
import {Network} from "../types/Network.sol";

/// @notice Everything of a beacon but its curve: identity, clock, and the randomness of the rounds that were proven.
abstract contract Beacon is IBeacon {
    /// @inheritdoc IBeacon
    bytes32 public immutable CHAIN_HASH;
    /// @inheritdoc IBeacon
    uint64 public immutable GENESIS;
    /// @inheritdoc IBeacon
    uint32 public immutable PERIOD;

    mapping(uint64 round => bytes32 randomness) private _randomness;

    /// @param publicKey As drand publishes it, so that the chain hash binds it.
    constructor(Network memory network, bytes memory publicKey) {
        require(network.genesis != 0 && network.period != 0, Errors.Beacon_Clock(network.genesis, network.period));
        bytes32 computed = sha256(
            abi.encodePacked(network.period, network.genesis, publicKey, network.groupHash, network.beaconId)
        );
        require(computed == network.chainHash, Errors.Beacon_ChainHash(computed, network.chainHash));
        CHAIN_HASH = network.chainHash;
        GENESIS = network.genesis;
        PERIOD = network.period;
    }

    /* ANYONE */

    /// @inheritdoc IBeacon
    function prove(uint64 round, bytes calldata signature) external returns (bytes32 randomness) {
        randomness = _randomness[round];
        if (randomness != 0) return randomness;
        randomness = _verified(round, signature);
        _randomness[round] = randomness;
        emit RoundProven(round, msg.sender, randomness);
    }

    /// @inheritdoc IBeacon
    function verify(uint64 round, bytes calldata signature) external view returns (bytes32 randomness) {
        randomness = _verified(round, signature);
    }

    /// @inheritdoc IBeacon
    function randomnessOf(uint64 round) external view returns (bytes32) {
        bytes32 randomness = _randomness[round];
        require(randomness != 0, Errors.Beacon_NotProven(round));
        return randomness;
    }

    /// @inheritdoc IBeacon
    function timeOf(uint64 round) external view returns (uint256) {
        return RoundClock.timeOf(round, GENESIS, PERIOD);
    }

    /// @inheritdoc IBeacon
    function firstRoundFrom(uint256 time) external view returns (uint64) {
        uint256 round = RoundClock.firstFrom(time, GENESIS, PERIOD);
        require(round <= type(uint64).max, Errors.Beacon_TimeOutOfRange(time));
        return uint64(round); // checked above
    }

    /* INTERNAL */

    function _verified(uint64 round, bytes calldata signature) private view returns (bytes32 randomness) {
        require(round != 0, Errors.Beacon_NoRound());
        bool isPoint;
        bool isSigned;
        (isPoint, isSigned, randomness) = _check(round, signature);
        require(isPoint, Errors.Beacon_NotAPoint(round));
        require(isSigned, Errors.Beacon_FalseSignature(round));
    }

    /// @notice What the curve says of a signature.
    /// @return isPoint Whether it is a point of the group.
    /// @return isSigned Whether it is the network's signature of the round.
    /// @return randomness SHA-256 of it as drand publishes it; means nothing unless both hold.
    function _check(
        uint64 round,
        bytes calldata signature
    ) internal view virtual returns (bool isPoint, bool isSigned, bytes32 randomness);
}

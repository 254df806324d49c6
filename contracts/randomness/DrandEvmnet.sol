// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Beacon} from "./abstracts/Beacon.sol";
import {Bn254} from "./libraries/Bn254.sol";
import {RandomnessErrors as Errors} from "./libraries/RandomnessErrors.sol";
import {Network} from "./types/Network.sol";

/// @notice A beacon in the form of drand's evmnet (scheme bls-bn254-unchained-on-g1): signatures on G1 of BN254, for any EVM chain.
contract DrandEvmnet is Beacon {
    bytes32 private immutable KEY_0;
    bytes32 private immutable KEY_1;
    bytes32 private immutable KEY_2;
    bytes32 private immutable KEY_3;

    /// @param publicKey x.c1, x.c0, y.c1, y.c0 of a point of G2: the order of EIP-197 and of drand.
    constructor(Network memory network, bytes32[4] memory publicKey) Beacon(network, abi.encode(publicKey)) {
        require(Bn254.isPublicKey(abi.encode(publicKey)), Errors.Beacon_PublicKey());
        (KEY_0, KEY_1, KEY_2, KEY_3) = (publicKey[0], publicKey[1], publicKey[2], publicKey[3]);
    }

    /// @inheritdoc Beacon
    function _check(uint64 round, bytes calldata signature) internal view override returns (bool, bool, bytes32) {
        uint256 expected = Bn254.SIGNATURE_BYTES;
        require(signature.length == expected, Errors.Beacon_SignatureLength(round, signature.length, expected));
        (bool isPoint, bool isSigned) = Bn254.verify(
            abi.encode(KEY_0, KEY_1, KEY_2, KEY_3),
            Bn254.hashToG1(keccak256(abi.encodePacked(round))),
            signature
        );
        return (isPoint, isSigned, sha256(signature));
    }
}

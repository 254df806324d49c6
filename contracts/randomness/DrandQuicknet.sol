// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Beacon} from "./abstracts/Beacon.sol";
import {Bls12381} from "./libraries/Bls12381.sol";
import {RandomnessErrors as Errors} from "./libraries/RandomnessErrors.sol";
import {Network} from "./types/Network.sol";

/// @notice A beacon in the form of drand's quicknet (scheme bls-unchained-g1-rfc9380): signatures on G1 of BLS12-381. Needs EIP-2537.
contract DrandQuicknet is Beacon {
    bytes32 private immutable KEY_0;
    bytes32 private immutable KEY_1;
    bytes32 private immutable KEY_2;
    bytes32 private immutable KEY_3;
    bytes32 private immutable KEY_4;
    bytes32 private immutable KEY_5;
    bytes32 private immutable KEY_6;
    bytes32 private immutable KEY_7;

    /// @param publicKey x.c0, x.c1, y.c0, y.c1 of a point of G2, in the encoding of EIP-2537: two words each.
    constructor(Network memory network, bytes32[8] memory publicKey) Beacon(network, Bls12381.compressG2(publicKey)) {
        require(Bls12381.isPublicKey(abi.encode(publicKey)), Errors.Beacon_PublicKey());
        (KEY_0, KEY_1, KEY_2, KEY_3) = (publicKey[0], publicKey[1], publicKey[2], publicKey[3]);
        (KEY_4, KEY_5, KEY_6, KEY_7) = (publicKey[4], publicKey[5], publicKey[6], publicKey[7]);
    }

    /// @inheritdoc Beacon
    function _check(uint64 round, bytes calldata signature) internal view override returns (bool, bool, bytes32) {
        uint256 expected = Bls12381.SIGNATURE_BYTES;
        require(signature.length == expected, Errors.Beacon_SignatureLength(round, signature.length, expected));
        (bool isPoint, bool isSigned) = Bls12381.verify(
            abi.encode(KEY_0, KEY_1, KEY_2, KEY_3, KEY_4, KEY_5, KEY_6, KEY_7),
            Bls12381.hashToG1(sha256(abi.encodePacked(round))),
            bytes.concat(bytes16(0), signature[:48], bytes16(0), signature[48:])
        );
        return (isPoint, isSigned, sha256(Bls12381.compressG1(signature)));
    }
}

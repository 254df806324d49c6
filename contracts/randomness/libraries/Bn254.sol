// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Pairing} from "./Pairing.sol";

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice Short BLS signatures on BN254 (alt_bn128) by the precompiles of EIP-196 and EIP-197: hashing to G1 and the pairing check.
/// @dev Coordinates big-endian in 32 bytes; of an element of the extension field, the imaginary part first. The precompiles refuse
/// coordinates from the modulus on, points off the curve and points of G2 outside the subgroup; G1 has no other subgroup.
library Bn254 {
    /// @notice Bytes of a point of G1.
    uint256 internal constant SIGNATURE_BYTES = 64;

    /// @notice Modulus of the base field.
    uint256 internal constant P = 0x30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47;

    /// @dev RFC 9380 section 5.3.1: the tag, then its length in one byte (43 is "+").
    bytes private constant DST_PRIME = "BLS_SIG_BN254G1_XMD:KECCAK-256_SVDW_RO_NUL_+";

    /// @dev Constants of the Shallue-van de Woestijne map for Z = 1 (RFC 9380 section 6.6.1): g(1), -1/2, the even root of -12, -16/3.
    uint256 private constant C1 = 4;
    uint256 private constant C2 = 0x183227397098d014dc2822db40c0ac2ecbc0b548b438e5469e10460b6c3e7ea3;
    uint256 private constant C3 = 0x016789af3a83522eb353c98fc6b36d713d5d8d1cc5dffffffa;
    uint256 private constant C4 = 0x10216f7ba065e00de81ac1e7808072c9dd2b2385cd7b438469602eb24829a9bd;

    /// @dev (P + 1) / 4: raising a square to it gives a root.
    uint256 private constant ROOT = 0x0c19139cb84c680a6e14116da060561765e05aa45a1c72a34f082305b61f3f52;

    /// @dev 2^256 modulo P.
    uint256 private constant WORD = 0x0e0a77c19a07df2f666ea36f7879462c0a78eb28f5c70b3dd35d438dc58f0d9d;

    /// @dev The generator of G2, negated.
    bytes private constant NEGATED_G2 =
        hex"198e9393920d483a7260bfb731fb5d25f1aa493335a9e71297e485b7aef312c2"
        hex"1800deef121f1e76426a00665e5c4479674322d4f75edadd46debd5cd992f6ed"
        hex"275dc4a288d1afb3cbb1ac09187524c7db36395df7be3b99e673b13a075a65ec"
        hex"1d9befcd05a5323e6da4d435f3b617cdb3af83285c2df711ef39c01571827f9d";

    address private constant ADD = address(0x06);
    address private constant PAIRING = address(0x08);

    /// @notice Whether `signature` signs the point `message` under `publicKey`: e(signature, -G2) e(message, key) = 1.
    /// @param publicKey Point of G2, 128 bytes.
    /// @param message Point of G1, 64 bytes.
    /// @param signature Point of G1, 64 bytes.
    /// @return arePoints Whether all of them are points of their groups; if not, the gas of the call is used up.
    /// @return isSigned Whether the equation holds.
    function verify(
        bytes memory publicKey,
        bytes memory message,
        bytes memory signature
    ) internal view returns (bool arePoints, bool isSigned) {
        return Pairing.verify(PAIRING, NEGATED_G2, publicKey, message, signature);
    }

    /// @notice Whether `publicKey` is a point of G2 but not the identity; false also where there are no such precompiles.
    function isPublicKey(bytes memory publicKey) internal view returns (bool) {
        return Pairing.isPublicKey(PAIRING, hashToG1(0), publicKey);
    }

    /// @notice Hashes 32 bytes to a point of G1: RFC 9380 with Keccak-256 and the Shallue-van de Woestijne map, under drand's tag.
    function hashToG1(bytes32 message) internal view returns (bytes memory point) {
        bytes32 b0 = keccak256(bytes.concat(new bytes(136), message, hex"006000", DST_PRIME));
        bytes32 b1 = keccak256(bytes.concat(b0, hex"01", DST_PRIME));
        bytes32 b2 = keccak256(bytes.concat(b0 ^ b1, hex"02", DST_PRIME));
        bytes32 b3 = keccak256(bytes.concat(b0 ^ b2, hex"03", DST_PRIME));
        // Two numbers of 48 bytes: b1 with the first half of b2, and its second half with b3.
        uint256 u0 = addmod(mulmod(uint256(b1), 1 << 128, P), uint256(b2) >> 128, P);
        uint256 u1 = addmod(mulmod(uint128(uint256(b2)), WORD, P), uint256(b3), P);
        (uint256 x0, uint256 y0) = mapToCurve(u0);
        (uint256 x1, uint256 y1) = mapToCurve(u1);
        (, point) = Pairing.ask(ADD, abi.encode(x0, y0, x1, y1));
    }

    /// @notice The Shallue-van de Woestijne map of RFC 9380 (section 6.6.1, appendix F.1).
    /// @dev There is no point with y = 0, since the order of the group is odd.
    /// @param u A field element.
    function mapToCurve(uint256 u) internal view returns (uint256 x, uint256 y) {
        uint256 t1 = mulmod(mulmod(u, u, P), C1, P);
        uint256 t2 = addmod(1, t1, P);
        t1 = addmod(1, P - t1, P);
        uint256 t3 = Math.invModPrime(mulmod(t1, t2, P), P); // 0 for 0, as inv0
        uint256 t4 = mulmod(mulmod(mulmod(u, t1, P), t3, P), C3, P);
        bool isOnCurve;
        x = addmod(C2, P - t4, P);
        (isOnCurve, y) = _ordinate(x);
        if (!isOnCurve) {
            x = addmod(C2, t4, P);
            (isOnCurve, y) = _ordinate(x);
        }
        if (!isOnCurve) {
            x = mulmod(mulmod(t2, t2, P), t3, P);
            x = addmod(mulmod(mulmod(x, x, P), C4, P), 1, P);
            (, y) = _ordinate(x); // one of the three is always on the curve
        }
        if ((y ^ u) & 1 == 1) y = P - y;
    }

    function _ordinate(uint256 x) private view returns (bool isOnCurve, uint256 y) {
        uint256 square = addmod(mulmod(mulmod(x, x, P), x, P), 3, P);
        y = Math.modExp(square, ROOT, P);
        isOnCurve = mulmod(y, y, P) == square;
    }
}

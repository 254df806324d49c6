// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Pairing} from "./Pairing.sol";

/// @notice Short BLS signatures on BLS12-381 by the precompiles of EIP-2537: hashing to G1 (RFC 9380) and the pairing check.
/// @dev Points and field elements in the encoding of EIP-2537 (64 bytes a coordinate, big-endian) unless a name says compressed. The
/// precompiles refuse coordinates from the modulus on, points off the curve and, in the pairing, points outside the subgroup.
library Bls12381 {
    /// @notice Bytes of an uncompressed point of G1 without the padding of EIP-2537.
    uint256 internal constant SIGNATURE_BYTES = 96;

    /// @dev RFC 9380 section 5.3.1: the tag, then its length in one byte (43 is "+").
    bytes private constant DST_PRIME = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_+";

    /// @dev Exponent 1, then the modulus in 64 bytes: what follows the base in a call to MODEXP.
    bytes private constant REDUCTION =
        hex"01000000000000000000000000000000001a0111ea397fe69a4b1ba7b6434bacd7"
        hex"64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab";

    /// @dev (p - 1) / 2: a coordinate above it is the larger of the two roots.
    uint256 private constant HALF_HIGH = 0x0d0088f51cbff34d258dd3db21a5d66b;
    uint256 private constant HALF_LOW = 0xb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555;

    /// @dev The generator of G2, negated.
    bytes private constant NEGATED_G2 =
        hex"00000000000000000000000000000000024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"
        hex"0000000000000000000000000000000013e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e"
        hex"000000000000000000000000000000000d1b3cc2c7027888be51d9ef691d77bcb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa"
        hex"0000000000000000000000000000000013fa4d4a0ad8b1ce186ed5061789213d993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed";

    address private constant MODEXP = address(0x05);
    address private constant G1ADD = address(0x0b);
    address private constant PAIRING = address(0x0f);
    address private constant MAP_FP_TO_G1 = address(0x10);

    /// @dev First bits of a compressed point: compressed, and the larger root.
    uint256 private constant COMPRESSED = 0x80 << 120;
    uint256 private constant LARGER_ROOT = 0x20 << 120;

    /// @notice Whether `signature` signs the point `message` under `publicKey`: e(signature, -G2) e(message, key) = 1.
    /// @param publicKey Point of G2, 256 bytes.
    /// @param message Point of G1, 128 bytes.
    /// @param signature Point of G1, 128 bytes.
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

    /// @notice Hashes 32 bytes to a point of G1: suite BLS12381G1_XMD:SHA-256_SSWU_RO_ of RFC 9380 under drand's tag.
    function hashToG1(bytes32 message) internal view returns (bytes memory point) {
        bytes32 b0 = sha256(bytes.concat(bytes32(0), bytes32(0), message, hex"008000", DST_PRIME));
        bytes32 b1 = sha256(bytes.concat(b0, hex"01", DST_PRIME));
        bytes32 b2 = sha256(bytes.concat(b0 ^ b1, hex"02", DST_PRIME));
        bytes32 b3 = sha256(bytes.concat(b0 ^ b2, hex"03", DST_PRIME));
        bytes32 b4 = sha256(bytes.concat(b0 ^ b3, hex"04", DST_PRIME));
        (, point) = Pairing.ask(G1ADD, bytes.concat(_map(b1, b2), _map(b3, b4)));
    }

    /// @notice A point of G1 as drand publishes it: x with the sign of y in its first bits.
    /// @param signature x and y, 48 bytes each, of a point that is known to be one.
    function compressG1(bytes calldata signature) internal pure returns (bytes memory) {
        uint256 high = uint128(bytes16(signature[:16]));
        uint256 flags = _isLarger(uint128(bytes16(signature[48:64])), uint256(bytes32(signature[64:])));
        return abi.encodePacked(uint128(high | flags | COMPRESSED), signature[16:48]);
    }

    /// @notice A point of G2 as drand publishes it.
    /// @param words x.c0, x.c1, y.c0, y.c1 of a point that is known to be one, two words each.
    function compressG2(bytes32[8] memory words) internal pure returns (bytes memory) {
        bool isReal = words[6] == 0 && words[7] == 0;
        uint256 flags =
            isReal ? _isLarger(uint256(words[4]), uint256(words[5])) : _isLarger(uint256(words[6]), uint256(words[7]));
        uint128 high = uint128(uint256(words[2]) | flags | COMPRESSED);
        return abi.encodePacked(high, words[3], uint128(uint256(words[0])), words[1]);
    }

    function _isLarger(uint256 high, uint256 low) private pure returns (uint256 flag) {
        return high > HALF_HIGH || (high == HALF_HIGH && low > HALF_LOW) ? LARGER_ROOT : 0;
    }

    /// @dev 64 uniform bytes to a field element, and that to a point of the subgroup.
    function _map(bytes32 high, bytes32 low) private view returns (bytes memory point) {
        (, bytes memory element) = Pairing.ask(
            MODEXP,
            bytes.concat(bytes32(uint256(64)), bytes32(uint256(1)), bytes32(uint256(64)), high, low, REDUCTION)
        );
        (, point) = Pairing.ask(MAP_FP_TO_G1, element);
    }
}

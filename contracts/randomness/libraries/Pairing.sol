// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice The check of a short BLS signature by a pairing precompile, the same on every curve that has one.
library Pairing {
    /// @notice Whether `signature` signs the point `message` under `publicKey`: e(signature, -G2) e(message, key) = 1.
    /// @param precompile The curve's pairing check; it refuses what are no points of its groups.
    /// @param negatedG2 The generator of G2, negated.
    /// @param publicKey Point of G2.
    /// @param message Point of G1.
    /// @param signature Point of G1.
    /// @return arePoints Whether all of them are points of their groups; if not, the gas of the call is used up.
    /// @return isSigned Whether the equation holds.
    function verify(
        address precompile,
        bytes memory negatedG2,
        bytes memory publicKey,
        bytes memory message,
        bytes memory signature
    ) internal view returns (bool arePoints, bool isSigned) {
        bytes memory result;
        (arePoints, result) = ask(precompile, bytes.concat(signature, negatedG2, message, publicKey));
        isSigned = arePoints && result.length == 32 && bytes32(result) == bytes32(uint256(1));
    }

    /// @notice Whether `publicKey` is a point of G2 but not the identity; false also where there is no such precompile.
    /// @param point A point of G1 that is not the identity.
    function isPublicKey(address precompile, bytes memory point, bytes memory publicKey) internal view returns (bool) {
        (bool isPoint, bytes memory result) = ask(precompile, bytes.concat(point, publicKey));
        return isPoint && result.length == 32 && bytes32(result) == 0;
    }

    /// @notice Calls a precompile.
    function ask(address precompile, bytes memory input) internal view returns (bool success, bytes memory output) {
        // solhint-disable-next-line avoid-low-level-calls
        (success, output) = precompile.staticcall(input);
    }
}

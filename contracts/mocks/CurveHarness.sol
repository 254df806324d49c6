// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Bls12381} from "../randomness/libraries/Bls12381.sol";
import {Bn254} from "../randomness/libraries/Bn254.sol";

/// @notice The hashing to both curves and the compression of points, for the twins' differential tests.
contract CurveHarness {
    function quicknetPoints(bytes32[] calldata messages) external view returns (bytes[] memory points) {
        points = new bytes[](messages.length);
        for (uint256 i; i < messages.length; ++i) points[i] = Bls12381.hashToG1(messages[i]);
    }

    function evmnetPoints(bytes32[] calldata messages) external view returns (bytes[] memory points) {
        points = new bytes[](messages.length);
        for (uint256 i; i < messages.length; ++i) points[i] = Bn254.hashToG1(messages[i]);
    }

    function mapped(uint256[] calldata elements) external view returns (uint256[2][] memory points) {
        points = new uint256[2][](elements.length);
        for (uint256 i; i < elements.length; ++i) {
            (points[i][0], points[i][1]) = Bn254.mapToCurve(elements[i]);
        }
    }

    function compressG1(bytes calldata point) external pure returns (bytes memory) {
        return Bls12381.compressG1(point);
    }

    function compressG2(bytes32[8] calldata words) external pure returns (bytes memory) {
        return Bls12381.compressG2(words);
    }
}

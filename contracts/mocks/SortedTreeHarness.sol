// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {SortedTree} from "../shared/libraries/SortedTree.sol";

/// @notice The sorted tree's checks as functions of their own, for the twin's differential tests.
contract SortedTreeHarness {
    function holds(bytes32 root, uint256 count, SortedTree.Spot calldata spot) external pure returns (bool) {
        return SortedTree.holds(root, count, spot);
    }

    /// @notice Every spot by itself.
    function holdEach(bytes32 root, uint256 count, SortedTree.Spot[] calldata spots) external pure returns (bool) {
        for (uint256 i; i < spots.length; ++i) if (!SortedTree.holds(root, count, spots[i])) return false;
        return true;
    }

    /// @return hold Whether the tree holds all of them.
    /// @return used Gas of the check alone.
    function holdsAll(
        bytes32 root,
        uint256 count,
        uint256[] memory indexes,
        bytes32[] memory leaves,
        bytes32[] calldata path
    ) external view returns (bool hold, uint256 used) {
        used = gasleft();
        hold = SortedTree.holdsAll(root, count, indexes, leaves, path);
        used -= gasleft();
    }

    function lacks(bytes32 root, uint256 count, bytes32 key, SortedTree.Gap calldata gap) external pure returns (bool) {
        return SortedTree.lacks(root, count, key, gap);
    }

    function isDisordered(
        bytes32 root,
        uint256 count,
        SortedTree.Spot calldata left,
        SortedTree.Spot calldata right
    ) external pure returns (bool) {
        return SortedTree.isDisordered(root, count, left, right);
    }
}

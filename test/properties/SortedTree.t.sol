// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {SortedTree} from "../../contracts/shared/libraries/SortedTree.sol";
import {Property} from "./support/Property.sol";

/// @notice The assembly of the common proof against a plain climb, and against trees that are built leaf by leaf.
contract SortedTreeTest is Property {
    uint256 private constant MOST = 40;

    function holdsAll(
        bytes32 root,
        uint256 count,
        uint256[] memory indexes,
        bytes32[] memory leaves,
        bytes32[] calldata path
    ) external pure returns (bool) {
        return SortedTree.holdsAll(root, count, indexes, leaves, path);
    }

    /// @dev Proofs of any words: the two agree on the root, so on every step.
    function testFuzz_aBatchHoldsWhenThePlainClimbDoes(uint256 seed, uint256 words) public view {
        uint256 count = _bound(seed, 1, MOST);
        (uint256[] memory indexes, bytes32[] memory leaves) = _batch(seed, count);
        (, uint256 needed) = _plainClimb(indexes, leaves, new bytes32[](0), SortedTree.depthOf(count));
        bytes32[] memory path = new bytes32[](words % 2 == 0 ? needed : _bound(words, 0, 2 * needed + 1));
        for (uint256 i; i < path.length; ++i) path[i] = keccak256(abi.encode(words, i));
        (bytes32 top, uint256 used) = _plainClimb(indexes, leaves, path, SortedTree.depthOf(count));
        bytes32 root = SortedTree.rootOf(count, top);
        bool isWhole = used == path.length;
        VM.assertTrue(this.holdsAll(root, count, indexes, leaves, path) == isWhole, "same climb");
        VM.assertTrue(!this.holdsAll(keccak256(abi.encode(root)), count, indexes, leaves, path), "another root");
    }

    function testFuzz_aBatchOfABuiltTreeHolds(uint256 seed) public view {
        uint256 count = _bound(seed, 1, MOST);
        (uint256[] memory indexes, bytes32[] memory leaves) = _batch(seed, count);
        uint256 depth = SortedTree.depthOf(count);
        bytes32[] memory path = new bytes32[](MOST * 2);
        uint256 used;
        for (uint256 level; level < depth; ++level) {
            for (uint256 i; i < indexes.length; ++i) {
                uint256 node = indexes[i] >> level;
                bool isRepeated = i != 0 && indexes[i - 1] >> level == node;
                if (!isRepeated && !_covers(indexes, node ^ 1, level))
                    path[used++] = _node(seed, count, node ^ 1, level);
            }
        }
        bytes32[] memory exact = new bytes32[](used);
        for (uint256 i; i < used; ++i) exact[i] = path[i];
        bytes32 root = SortedTree.rootOf(count, _node(seed, count, 0, depth));
        VM.assertTrue(this.holdsAll(root, count, indexes, leaves, exact), "holds");
        VM.assertTrue(!this.holdsAll(root, count + 1, indexes, leaves, exact), "another count");
        leaves[seed % leaves.length] = keccak256("other");
        VM.assertTrue(!this.holdsAll(root, count, indexes, leaves, exact), "another leaf");
    }

    function testFuzz_theDepthIsTheLeastThatFits(uint256 word) public pure {
        uint256 count = _bound(word, 0, 1 << 40);
        uint256 depth = SortedTree.depthOf(count);
        VM.assertTrue(count <= uint256(1) << depth, "fits");
        VM.assertTrue(depth == 0 || count > uint256(1) << (depth - 1), "least");
    }

    /// @dev Level by level into new arrays, one node after the other.
    function _plainClimb(
        uint256[] memory indexes,
        bytes32[] memory nodes,
        bytes32[] memory path,
        uint256 depth
    ) private pure returns (bytes32 top, uint256 used) {
        for (uint256 level; level < depth; ++level) {
            uint256[] memory above = new uint256[](indexes.length);
            bytes32[] memory parents = new bytes32[](indexes.length);
            uint256 size;
            for (uint256 i; i < indexes.length; ++i) {
                bool isPaired = i + 1 < indexes.length && indexes[i] >> 1 == indexes[i + 1] >> 1;
                bytes32 sibling =
                    isPaired
                        ? nodes[i + 1]
                        : used < path.length
                            ? path[used]
                            : bytes32(0);
                if (!isPaired) ++used;
                bool isLeft = indexes[i] % 2 == 0;
                parents[size] =
                    isLeft ? keccak256(abi.encode(nodes[i], sibling)) : keccak256(abi.encode(sibling, nodes[i]));
                above[size++] = indexes[i] >> 1;
                if (isPaired) ++i;
            }
            (indexes, nodes) = (new uint256[](size), new bytes32[](size));
            for (uint256 i; i < size; ++i) (indexes[i], nodes[i]) = (above[i], parents[i]);
        }
        return (nodes[0], used);
    }

    function _batch(
        uint256 seed,
        uint256 count
    ) private pure returns (uint256[] memory indexes, bytes32[] memory leaves) {
        uint256 drawn = uint256(keccak256(abi.encode(seed, "drawn")));
        uint256 size;
        for (uint256 i; i < count; ++i) size += (drawn >> i) & 1;
        if (size == 0) (drawn, size) = (1, 1);
        (indexes, leaves) = (new uint256[](size), new bytes32[](size));
        uint256 next;
        for (uint256 i; i < count; ++i) {
            if ((drawn >> i) & 1 == 0) continue;
            (indexes[next], leaves[next]) = (i, _node(seed, count, i, 0));
            ++next;
        }
    }

    function _covers(uint256[] memory indexes, uint256 node, uint256 level) private pure returns (bool) {
        for (uint256 i; i < indexes.length; ++i) if (indexes[i] >> level == node) return true;
        return false;
    }

    function _node(uint256 seed, uint256 count, uint256 node, uint256 level) private pure returns (bytes32) {
        if (node << level >= count) return 0;
        if (level == 0) return SortedTree.leafOf(bytes32(node), keccak256(abi.encode(seed, node)));
        bytes32 left = _node(seed, count, node * 2, level - 1);
        bytes32 right = _node(seed, count, node * 2 + 1, level - 1);
        return keccak256(abi.encode(left, right));
    }
}

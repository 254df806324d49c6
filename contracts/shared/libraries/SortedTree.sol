// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice A Merkle tree whose leaves ascend strictly by key, so that it can be proven what is in it, what is not, and that it is out of order.
/// @dev A leaf is keccak256(LEAF, key, content) of 96 bytes, a node keccak256(left, right) of 64: neither can pass for the other. `content` is
/// itself a digest of the record, so every record is hashed twice. The last leaf is followed by zeros up to a power of two; depth follows from the count, which the
/// root binds: root = keccak256(ROOT, count, top). A root of 0 is the root of nothing. The bits of the index say left or right on the way up,
/// which sorted pairs (OpenZeppelin's MerkleProof) would lose: there a proof binds no position, and adjacency could not be shown.
library SortedTree {
    /// @notice A leaf and the way from it to the top.
    /// @param index Position from 0.
    /// @param key What the leaves ascend by.
    /// @param content Digest of the record.
    /// @param path Siblings from the leaf upwards, one a level.
    struct Spot {
        uint256 index;
        bytes32 key;
        bytes32 content;
        bytes32[] path;
    }

    /// @notice Where a key would stand.
    /// @param position Index of the first leaf with a larger key; the count, if there is none.
    /// @param left The leaf before it; not read at position 0.
    /// @param right The leaf at it; not read at the end.
    struct Gap {
        uint256 position;
        Spot left;
        Spot right;
    }

    bytes32 internal constant LEAF = keccak256("erario.sorted-tree.leaf");
    bytes32 internal constant ROOT = keccak256("erario.sorted-tree.root");

    /// @notice The leaf of a key and the digest of its record.
    function leafOf(bytes32 key, bytes32 content) internal pure returns (bytes32 leaf) {
        bytes32 tag = LEAF;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let words := mload(0x40)
            mstore(words, tag)
            mstore(add(words, 0x20), key)
            mstore(add(words, 0x40), content)
            leaf := keccak256(words, 0x60)
        }
    }

    /// @notice The root of `count` leaves under a topmost node; of no leaf under 0.
    function rootOf(uint256 count, bytes32 top) internal pure returns (bytes32) {
        return keccak256(abi.encode(ROOT, count, top));
    }

    /// @notice Levels between a leaf and the top: the least d with 2^d >= count.
    function depthOf(uint256 count) internal pure returns (uint256) {
        return count < 2 ? 0 : Math.log2(count - 1) + 1;
    }

    /// @notice Whether the leaf stands in the tree at its index.
    function holds(bytes32 root, uint256 count, Spot calldata spot) internal pure returns (bool) {
        return holds(root, count, spot.index, leafOf(spot.key, spot.content), spot.path);
    }

    /// @notice Whether a leaf ({leafOf}) stands in the tree at an index.
    /// @param path Siblings from the leaf upwards, one a level.
    function holds(
        bytes32 root,
        uint256 count,
        uint256 index,
        bytes32 leaf,
        bytes32[] calldata path
    ) internal pure returns (bool) {
        if (index >= count || path.length != depthOf(count)) return false;
        bytes32 node = leaf;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let end := add(path.offset, shl(5, path.length))
            for {
                let at := path.offset
            } lt(at, end) {
                at := add(at, 0x20)
            } {
                let side := shl(5, and(index, 1))
                mstore(side, node)
                mstore(xor(side, 0x20), calldataload(at))
                node := keccak256(0x00, 0x40)
                index := shr(1, index)
            }
        }
        return rootOf(count, node) == root;
    }

    /// @notice Whether all the leaves stand in the tree at their indexes, by one common proof.
    /// @dev Consumes both arrays. Cost: about 150 gas a node that is hashed.
    /// @param indexes Positions, strictly ascending.
    /// @param leaves The leaves at them ({leafOf}).
    /// @param path The siblings that do not follow from the leaves: level by level from the leaves upwards, from left to right, none left over.
    function holdsAll(
        bytes32 root,
        uint256 count,
        uint256[] memory indexes,
        bytes32[] memory leaves,
        bytes32[] calldata path
    ) internal pure returns (bool) {
        if (indexes.length == 0 || indexes.length != leaves.length || !_ascendBelow(count, indexes)) return false;
        (bytes32 top, uint256 used) = _climb(indexes, leaves, path, depthOf(count));
        return used == path.length && rootOf(count, top) == root;
    }

    /// @notice Whether no leaf of an ordered tree has the key.
    function lacks(bytes32 root, uint256 count, bytes32 key, Gap calldata gap) internal pure returns (bool) {
        uint256 position = gap.position;
        if (count == 0) return root == rootOf(0, 0);
        if (position > count) return false;
        bool isAfter =
            position == 0 || (gap.left.index + 1 == position && gap.left.key < key && holds(root, count, gap.left));
        bool isBefore =
            position == count || (gap.right.index == position && key < gap.right.key && holds(root, count, gap.right));
        return isAfter && isBefore;
    }

    /// @notice Whether two neighbours do not ascend strictly: the tree is out of order or has a key twice.
    function isDisordered(
        bytes32 root,
        uint256 count,
        Spot calldata left,
        Spot calldata right
    ) internal pure returns (bool) {
        if (left.key < right.key || left.index >= count || left.index + 1 != right.index) return false;
        return holds(root, count, left) && holds(root, count, right);
    }

    function _ascendBelow(uint256 count, uint256[] memory indexes) private pure returns (bool) {
        uint256 least;
        for (uint256 i; i < indexes.length; ++i) {
            uint256 index = indexes[i];
            if (index < least || index >= count) return false;
            least = index + 1;
        }
        return true;
    }

    /// @dev Writes each level over the one below it. A node's sibling is the next node, if that one's index says so, or the next word of the
    /// proof. Words past the end of the proof are counted as used, so that the caller refuses them.
    function _climb(
        uint256[] memory indexes,
        bytes32[] memory nodes,
        bytes32[] calldata path,
        uint256 depth
    ) private pure returns (bytes32 top, uint256 used) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let indexAt := add(indexes, 0x20)
            let nodeAt := add(nodes, 0x20)
            let end := shl(5, mload(indexes))
            let sibling := path.offset
            for {} depth {
                depth := sub(depth, 1)
            } {
                let to := 0
                for {
                    let from := 0
                } lt(from, end) {} {
                    let index := mload(add(indexAt, from))
                    let side := shl(5, and(index, 1))
                    mstore(side, mload(add(nodeAt, from)))
                    from := add(from, 0x20)
                    switch and(lt(from, end), eq(mload(add(indexAt, from)), xor(index, 1)))
                    case 0 {
                        mstore(xor(side, 0x20), calldataload(sibling))
                        sibling := add(sibling, 0x20)
                    }
                    default {
                        mstore(0x20, mload(add(nodeAt, from)))
                        from := add(from, 0x20)
                    }
                    mstore(add(indexAt, to), shr(1, index))
                    mstore(add(nodeAt, to), keccak256(0x00, 0x40))
                    to := add(to, 0x20)
                }
                end := to
            }
            top := mload(nodeAt)
            used := shr(5, sub(sibling, path.offset))
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Result} from "../types/Result.sol";
import {Applications} from "./Applications.sol";

/// @notice What a true result of a round is, slot by slot, and the digests by which a posting is known.
/// @dev A slot of households: 0 while it has an empty seat, else the key of its last entry. A slot of committees: one more than the key of the
/// first that did not fit, else the key of the last entry if every home is taken, else 0. Never above the round before. Only one result meets all of it: in the
/// order of the keys, each household's slot follows from those before it.
library ResultRules {
    /// @notice Above every key: what bounds the cutoffs of the first round.
    uint256 internal constant UNBOUNDED = type(uint192).max;

    bytes32 internal constant SEED = keccak256(
        "Seed(uint256 chainId,address results,bytes32 callId,bytes32 root,bytes32 randomness)"
    );

    /// @notice The seed of a call: of this chain, contract, call and roll of applications.
    function seedOf(bytes32 id, bytes32 root, bytes32 randomness) internal view returns (bytes32) {
        return keccak256(abi.encode(SEED, block.chainid, address(this), id, root, randomness));
    }

    /// @notice Digest of a posting.
    /// @param lists Digest of the digests of the lists ({digestOf}).
    /// @param misfits Digest of the packed misfits.
    function digestOf(bytes calldata cutoffs, bytes32 lists, bytes32 misfits) internal pure returns (bytes32) {
        return keccak256(abi.encode(keccak256(cutoffs), lists, misfits));
    }

    /// @notice Digest of the digests of the lists.
    function digestOf(bytes32[] memory lists) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(lists));
    }

    /// @notice The number at a position of a packed list.
    /// @dev The caller sees that the position is below the count.
    function numberAt(bytes calldata packed, uint256 position) internal pure returns (uint256 value) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            value := shr(232, calldataload(add(packed.offset, mul(3, position))))
        }
    }

    /// @notice The cutoff at a position of packed cutoffs.
    /// @dev As {numberAt}.
    function cutoffAt(bytes calldata packed, uint256 position) internal pure returns (uint256 cutoff) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            cutoff := shr(64, calldataload(add(packed.offset, mul(24, position))))
        }
    }

    /// @notice How many numbers a packed list holds.
    function countOf(bytes calldata packed) internal pure returns (uint256) {
        return packed.length / 3;
    }

    /// @notice Position of the first number that is not below `least`, from a position on; the count, if there is none.
    function firstFrom(bytes calldata packed, uint256 position, uint256 least) internal pure returns (uint256 found) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let at := add(packed.offset, mul(3, position))
            let end := add(packed.offset, packed.length)
            for {} lt(at, end) {
                at := add(at, 3)
            } {
                if iszero(lt(shr(232, calldataload(at)), least)) {
                    break
                }
            }
            found := div(sub(at, packed.offset), 3)
        }
    }

    /// @notice Whether a packed list holds a number.
    function holds(bytes calldata packed, uint256 number) internal pure returns (bool) {
        uint256 count = countOf(packed);
        for (uint256 i; i < count; ++i) if (numberAt(packed, i) == number) return true;
        return false;
    }

    /// @notice Whether what a posting says of a slot can be true, for all that can be seen without an application.
    function isPlausible(Result.Line memory line, Result.Bound memory bound) internal pure returns (bool) {
        (uint256 cutoff, uint256 offer) = (line.cutoff, line.offer);
        if (cutoff > bound.before) return false;
        if (bound.committees) {
            // A committee needs two homes or more.
            bool mayFit = 2 * line.entries <= offer;
            if (line.named) return mayFit && cutoff != 0;
            return mayFit && (offer == 0 ? cutoff == bound.before : cutoff == 0 || line.entries != 0);
        }
        if (line.named || line.entries > offer) return false;
        if (offer == 0) return cutoff == bound.before;
        return (cutoff == 0) == (line.entries < offer || bound.before == 0);
    }

    /// @notice Position in a list of slots of the first that a key clears; the length of the list, if it clears none.
    /// @param slots Of an application, the preferred one first.
    /// @param cutoffs As posted, by slot.
    /// @param committees Whether committees compete in each slot of the list.
    function firstCleared(
        uint16[] calldata slots,
        uint16 size,
        uint256 key,
        bytes calldata cutoffs,
        bool[] memory committees
    ) internal pure returns (uint256 position) {
        uint256 known = cutoffs.length / 24;
        for (; position < slots.length; ++position) {
            uint256 slot = slots[position];
            if (slot >= known) continue;
            if (Applications.clears(key, cutoffAt(cutoffs, slot), size, committees[position])) break;
        }
    }

    /// @notice Whether two entries stand in their order: the higher key first, of equal keys the lower index.
    function isOrdered(uint256 key, uint256 index, uint256 laterKey, uint256 laterIndex) internal pure returns (bool) {
        return key == laterKey ? index < laterIndex : key > laterKey;
    }

    /// @notice Whether the cutoff of a slot without a misfit is neither 0 nor that of its last entry.
    /// @param lastKey Key of the last entry.
    function isCutoffFalse(
        Result.Line memory line,
        Result.Bound memory bound,
        uint256 lastKey
    ) internal pure returns (bool) {
        uint256 cutoff = lastKey < bound.before ? lastKey : bound.before;
        return !line.named && line.cutoff != 0 && line.cutoff != cutoff;
    }

    /// @notice Whether the homes that committees need contradict the slot's cutoff, its misfit, or the homes on offer.
    /// @param homes Of all entries.
    /// @param misfit Homes that the misfit needs; not read if there is none.
    function areHomesFalse(
        Result.Line memory line,
        Result.Bound memory bound,
        uint256 homes,
        uint256 misfit
    ) internal pure returns (bool) {
        if (homes > line.offer) return true;
        if (line.named) return homes + misfit <= line.offer;
        if (line.offer == 0) return false;
        return (line.cutoff == 0) != (homes < line.offer || bound.before == 0);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {SortedTree} from "../../shared/libraries/SortedTree.sol";
import {Application} from "../types/Application.sol";
import {Call} from "../types/Call.sol";

/// @notice Leaves, keys and cutoffs of a call: in the order of their keys, each household takes the first slot of its list that still has a seat.
/// @dev A cutoff is the key of the last one admitted to a full slot, 0 for a slot with an empty seat. So a household's slot is the first of its
/// list whose cutoff does not exceed its key.
library Applications {
    /// @notice Slots that an application may list.
    uint256 internal constant MOST_SLOTS = 10;

    bytes32 internal constant APPLICATION = keccak256(
        "Application(bytes32 callId,uint256 index,bytes32 nullifier,uint64 score,uint16[] slots,uint16 size,"
        "bool keepsWaiting,bool eligible,bytes32 attributes,bytes32 members,bytes32 claim)"
    );
    bytes32 internal constant MEMBER = keccak256("Member(bytes32 callId,bytes32 member,bytes32 household)");

    /// @notice Digest of an application at its place in the call's tree, encoded as the struct hash of EIP-712.
    /// @dev The fixed words of an application stand in calldata as they stand in its encoding, where the hash of the list takes the place of its
    /// offset. So they are copied, not read one by one; words that are no value of their type hash to no leaf of a sound tree.
    /// @param callId The call, so that no application passes in another one.
    /// @param index Its position among the nullifiers of the call.
    function contentOf(
        bytes32 callId,
        uint256 index,
        Application.Leaf calldata application
    ) internal pure returns (bytes32 content) {
        uint16[] calldata slots = application.slots;
        bytes32 typeHash = APPLICATION;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let words := mload(0x40)
            let size := shl(5, slots.length)
            calldatacopy(words, slots.offset, size)
            let list := keccak256(words, size)
            mstore(words, typeHash)
            mstore(add(words, 0x20), callId)
            mstore(add(words, 0x40), index)
            calldatacopy(add(words, 0x60), application, 0x120)
            mstore(add(words, 0xa0), list)
            content := keccak256(words, 0x180)
        }
    }

    /// @notice The leaf of an application in the sorted tree of its call.
    function leafOf(
        bytes32 callId,
        uint256 index,
        Application.Leaf calldata application
    ) internal pure returns (bytes32) {
        return SortedTree.leafOf(application.nullifier, contentOf(callId, index, application));
    }

    /// @notice Digest of a member's leaf in the tree of persons, which names the person's only household.
    function memberOf(bytes32 callId, bytes32 member, bytes32 household) internal pure returns (bytes32) {
        return keccak256(abi.encode(MEMBER, callId, member, household));
    }

    /// @notice Digest of the members' nullifiers, which an application carries.
    /// @param members Strictly ascending.
    function membersOf(bytes32[] calldata members) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(members));
    }

    /// @notice Digest of the account that may claim, which an application carries.
    function claimOf(address account) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(account));
    }

    /// @notice What orders the households: the score, and among equal scores the lot.
    /// @dev The lot is drawn for the nullifier, which the applicant does not choose.
    /// @param seed Drawn for the call after its applications are fixed.
    function keyOf(bytes32 seed, uint64 score, bytes32 nullifier) internal pure returns (uint256) {
        return (uint256(score) << 128) | uint128(uint256(Hashes.efficientKeccak256(seed, nullifier)));
    }

    /// @notice Whether a key of an application of `size` homes clears a slot: committees (comités) compete in their own; of no home, none.
    function clears(uint256 key, uint256 cutoff, uint16 size, bool committees) internal pure returns (bool) {
        return key >= cutoff && size != 0 && committees == (size > 1);
    }

    /// @notice Position in an application's list of the first slot that its key clears; the length of the list, if it clears none.
    /// @dev Slots that the call does not have are never cleared, so that a bad list stops no batch.
    /// @param offers The call's slots; one without seats is none.
    /// @return position In the list.
    /// @return offer The slot there.
    function firstCleared(
        Application.Leaf calldata application,
        uint256 key,
        mapping(uint256 slot => Call.Seats offer) storage offers
    ) internal view returns (uint256 position, Call.Seats memory offer) {
        uint16[] calldata slots = application.slots;
        for (; position < slots.length; ++position) {
            offer = offers[slots[position]];
            if (offer.seats != 0 && clears(key, offer.cutoff, application.size, offer.committees)) break;
        }
    }

    /// @notice Whether a list has 1 to 10 different slots that the call has.
    /// @param known Slots of the call, 512 at most.
    function isWellFormed(uint16[] calldata slots, uint256 known) internal pure returns (bool) {
        uint256 length = slots.length;
        if (length == 0 || length > MOST_SLOTS) return false;
        for (uint256 i; i < length; ++i) {
            if (slots[i] >= known) return false;
            for (uint256 j; j < i; ++j) if (slots[j] == slots[i]) return false;
        }
        return true;
    }
}

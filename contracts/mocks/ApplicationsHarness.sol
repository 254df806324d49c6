// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Applications} from "../housing/libraries/Applications.sol";
import {Application} from "../housing/types/Application.sol";

/// @notice Leaves, keys and cutoffs over many applications at once, for the twins' differential tests.
contract ApplicationsHarness {
    struct Digests {
        bytes32 leaf;
        uint256 key;
        bool wellFormed;
    }

    uint256[] private _cutoffs;

    function setCutoffs(uint256[] calldata cutoffs) external {
        _cutoffs = cutoffs;
    }

    /// @return Position of the first slot of each list that its key clears.
    function firstCleared(uint16[][] calldata lists, uint256[] calldata keys) external view returns (uint256[] memory) {
        uint256[] memory positions = new uint256[](lists.length);
        for (uint256 i; i < lists.length; ++i) positions[i] = Applications.firstCleared(lists[i], keys[i], _cutoffs);
        return positions;
    }

    /// @return results Of each application at its position in the list.
    function digestsOf(
        bytes32 callId,
        bytes32 seed,
        uint256 known,
        Application.Leaf[] calldata applications
    ) external pure returns (Digests[] memory results) {
        results = new Digests[](applications.length);
        for (uint256 i; i < applications.length; ++i) {
            Application.Leaf calldata a = applications[i];
            results[i] = Digests({
                leaf: Applications.leafOf(callId, i, a),
                key: Applications.keyOf(seed, a.score, a.nullifier),
                wellFormed: Applications.isWellFormed(a.slots, known)
            });
        }
    }

    function contentOf(
        bytes32 callId,
        uint256 index,
        Application.Leaf calldata application
    ) external pure returns (bytes32) {
        return Applications.contentOf(callId, index, application);
    }

    function memberOf(bytes32 callId, bytes32 member, bytes32 household) external pure returns (bytes32) {
        return Applications.memberOf(callId, member, household);
    }

    function membersOf(bytes32[] calldata members) external pure returns (bytes32) {
        return Applications.membersOf(members);
    }

    function claimOf(address account) external pure returns (bytes32) {
        return Applications.claimOf(account);
    }

    function closed() external pure returns (uint256) {
        return Applications.CLOSED;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Applications} from "../housing/libraries/Applications.sol";
import {Application} from "../housing/types/Application.sol";
import {Call} from "../housing/types/Call.sol";

/// @notice Leaves, keys and cutoffs over many applications at once, for the twins' differential tests.
contract ApplicationsHarness {
    struct Digests {
        bytes32 leaf;
        uint256 key;
        bool wellFormed;
    }

    mapping(uint256 slot => Call.Seats offer) private _offers;

    function setOffers(Call.Seats[] calldata offers) external {
        for (uint256 i; i < offers.length; ++i) _offers[i] = offers[i];
    }

    /// @return positions Of the first slot of each list that its key clears.
    function firstCleared(
        Application.Leaf[] calldata applications,
        uint256[] calldata keys
    ) external view returns (uint256[] memory positions) {
        positions = new uint256[](keys.length);
        for (uint256 i; i < keys.length; ++i) {
            (positions[i], ) = Applications.firstCleared(applications[i], keys[i], _offers);
        }
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
}

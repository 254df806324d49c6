// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice What a household or a committee (comité) asks for in a call (llamado).
library Application {
    /// @notice One application (postulación), as the attested root holds it: sorted by nullifier, strictly ascending.
    /// @param nullifier Household id, derived by the registry with a secret pepper.
    /// @param score Points that the published weights give (puntaje).
    /// @param slots Positions in the call's list of slots (cupos), 1 to 10, distinct, the preferred one first.
    /// @param size Homes that a committee needs; 1 for a household.
    /// @param keepsWaiting Whether it stays in line for a better slot after it has one.
    /// @param eligible Whether the published rules admit it; if not it takes no part, and stands here so that its refusal can be followed.
    /// @param attributes Salted commitment to the private attributes.
    /// @param members Digest of its members' nullifiers, strictly ascending.
    /// @param claim keccak256 of the address that may claim.
    struct Leaf {
        bytes32 nullifier;
        uint64 score;
        uint16[] slots;
        uint16 size;
        bool keepsWaiting;
        bool eligible;
        bytes32 attributes;
        bytes32 members;
        bytes32 claim;
    }
}

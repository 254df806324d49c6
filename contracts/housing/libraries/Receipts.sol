// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {SortedTree} from "../../shared/libraries/SortedTree.sol";
import {Application} from "../types/Application.sol";
import {Intake} from "../types/Intake.sol";

/// @notice What a receipt says, and its place in the tree of the receipts, which is sorted by nullifier: one a
/// household.
library Receipts {
    bytes32 internal constant DECLARED = keccak256(
        "Declared(bytes32 nullifier,uint16[] slots,uint16 size,bool keepsWaiting,bytes32 attributes,bytes32 members,bytes32 claim)"
    );
    bytes32 internal constant RECEIPT = keccak256(
        "Receipt(bytes32 callId,bytes32 nullifier,bytes32 declared,uint64 score,uint40 issuedAt)"
    );

    /// @notice Digest of what a household declares, encoded as the struct hash of EIP-712: neither its place in the
    /// roll, nor what the offices find, which are not its to say.
    function declaredOf(Application.Leaf calldata application) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    DECLARED,
                    application.nullifier,
                    keccak256(abi.encodePacked(application.slots)),
                    application.size,
                    application.keepsWaiting,
                    application.attributes,
                    application.members,
                    application.claim
                )
            );
    }

    /// @notice Digest of a receipt: its struct hash (EIP-712), and the content of its leaf.
    function digestOf(Intake.Receipt calldata receipt) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    RECEIPT,
                    receipt.callId,
                    receipt.nullifier,
                    receipt.declared,
                    receipt.score,
                    receipt.issuedAt
                )
            );
    }

    /// @notice The leaf of a receipt in the tree of the receipts.
    function leafOf(Intake.Receipt calldata receipt) internal pure returns (bytes32) {
        return SortedTree.leafOf(receipt.nullifier, digestOf(receipt));
    }
}

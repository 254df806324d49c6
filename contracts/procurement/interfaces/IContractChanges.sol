// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Agreement} from "../types/Agreement.sol";
import {IEscrowModule} from "./IEscrowModule.sol";

/// @notice What both sides may do to a contract together: change orders, and termination by agreement (resciliación).
/// @dev Both sign the same EIP-712 message on the terms as they stand; anyone may submit it. Source: Ley 19.886 art. 13, 13 bis.
interface IContractChanges is IEscrowModule {
    /// @notice Both sides agreed to end the contract.
    event TerminationAgreed(bytes32 indexed id, address indexed by, bytes32 document);
    /// @notice A change order that both sides signed took effect.
    /// @param increase Sum of the increases, token units.
    /// @param decrease Sum of the decreases, token units.
    event ContractChanged(
        bytes32 indexed id,
        address indexed by,
        Agreement.Change order,
        uint128 increase,
        uint128 decrease
    );

    /// @notice Applies a change order that both sides signed. All changes together stay within 30 % of the price.
    /// @dev Emits {ContractChanged}. Changes only milestones that were not delivered; commits its own increase.
    ///
    /// Requirements:
    /// - the deadline has not passed;
    /// - `termsHash` is the hash of the terms as they stand;
    /// - last day and bond expiry are not earlier than before, and the guarantee outlives the contract as at opening;
    /// - neither lies further off than at opening (see {TermsCheck-requireInSight});
    /// - where there is a guarantee, it grows by 5 % of the increase without taxes (Ley 19.886 art. 11);
    /// - the accounts of buyer and supplier signed the change (EOA or ERC-1271);
    /// - the escrow's requirements: milestones sound and not delivered, the cap of all changes, the line's money.
    function change(
        Agreement.Deed calldata deed,
        Agreement.Change calldata order,
        bytes calldata buyerSignature,
        bytes calldata supplierSignature
    ) external;

    /// @notice Ends the contract by agreement; accepted work is paid, what was never delivered returns to the line.
    /// @dev Emits {TerminationAgreed}.
    ///
    /// Requirements:
    /// - the deadline has not passed;
    /// - `termsHash` is the hash of the terms as they stand;
    /// - the accounts of buyer and supplier signed (EOA or ERC-1271).
    /// @param document SHA-256 of the agreement.
    function agreeTermination(
        Agreement.Terms calldata terms,
        bytes32 termsHash,
        bytes32 document,
        uint40 deadline,
        bytes calldata buyerSignature,
        bytes calldata supplierSignature
    ) external;

    /// @notice Hash of the terms as they stand: the id, the changes so far, the last day and the schedule. Both sides sign changes on it.
    function termsHashOf(bytes32 id) external view returns (bytes32);

    /// @notice What all changes of a contract have moved so far, token units; at most 30 % of its price. Source: Ley 19.886 art. 13.
    function changedOf(bytes32 id) external view returns (uint128);
}

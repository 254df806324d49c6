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
    /// - the last day is not earlier than before;
    /// - neither it nor the bond's expiry lies further off than at opening (see {TermsCheck-requireInSight});
    /// - the bond's expiry is not earlier than before, and a guarantee outlives the contract as at opening;
    /// - each certificate that the changed milestones require has its office;
    /// - the accounts of buyer and supplier signed the change (EOA or ERC-1271);
    /// - the milestones are sound, in ascending order, and neither delivered nor settled;
    /// - where the price grows, the guarantee follows it (Ley 19.886 art. 11): by 5 % of the increase without taxes, or, where the contract
    ///   opened without one and no case exempts it, up to 5 % of the whole net price once that reaches the threshold as it holds now;
    /// - all changes together stay within the cap;
    /// - the contract has not ended, the line has the money of the increase, and the supplier's account that of the bond.
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
    /// - the accounts of buyer and supplier signed (EOA or ERC-1271);
    /// - the contract has not ended.
    /// @param document SHA-256 of the agreement.
    /// @param deadline Last second at which the signatures may be used, unix seconds.
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

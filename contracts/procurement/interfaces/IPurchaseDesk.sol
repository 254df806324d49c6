// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ContractDraft} from "../libraries/ContractDraft.sol";
import {Tender} from "../types/Tender.sol";

/// @notice The desk at which books of agile quotes and of frameworks commit money, and open the contracts that they have decided.
/// @dev It drafts the contract from what was published and a price, so that no book and no official words it. It decides nothing: books
/// hold the awarding role on it, as it does on the opening desk. A record is a book's own; no book touches another's.
interface IPurchaseDesk {
    /// @notice A book published the contract to come, and its money was reserved.
    /// @param most The highest price, token units: what is reserved.
    event TermsPublished(
        bytes32 indexed record,
        address indexed book,
        bytes32 indexed ocid,
        ContractDraft.Purchase purchase,
        uint128 most,
        Tender.Contract contractTerms,
        Tender.Share[] schedule
    );

    /// @notice Publishes the contract to come and reserves its highest price.
    /// @dev Emits {TermsPublished}.
    ///
    /// Requirements:
    /// - the caller holds the awarding contracts' role;
    /// - the record is new;
    /// - the parts of the schedule are the whole, and the contract could open now at that price ({IOpeningDesk.check});
    /// - the money can be reserved ({IOpeningDesk.reserve}).
    /// @param record The book's key.
    /// @param until Last second of the reservation, unix seconds.
    /// @return leastPrice The lowest price at which every milestone is worth a unit.
    function commit(
        bytes32 record,
        ContractDraft.Purchase calldata purchase,
        uint128 most,
        uint40 until,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external returns (uint16 leastPrice);

    /// @notice Opens the contract of a supplier that accepts now, and gives back what was reserved beyond its price.
    /// @dev Emits {IOpeningDesk.ContractOpened} there.
    ///
    /// Requirements:
    /// - the caller holds the awarding contracts' role and owns the record;
    /// - purchase, contract and schedule are the published ones;
    /// - the contract can open ({IOpeningDesk.open}).
    function conclude(
        bytes32 record,
        ContractDraft.Purchase calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule,
        uint64 supplier,
        uint128 price
    ) external returns (bytes32 contractId);

    /// @notice Gives back what is still reserved under a record; nothing, if the reservation itself has lapsed.
    ///
    /// Requirements:
    /// - the caller owns the record.
    function release(bytes32 record) external;

    /// @notice Reverts where a contract of these terms could not open now at `price`.
    function check(
        ContractDraft.Purchase calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule,
        uint128 price
    ) external view;

    /// @notice 1,000 UTM in units of a token; reverts where the token has none.
    function thresholdOf(address token) external view returns (uint128);

    /// @notice The book that owns a record, zero if there is none.
    function bookOf(bytes32 record) external view returns (address);

    /// @notice Hash of purchase, contract and schedule of a record.
    function termsOf(bytes32 record) external view returns (bytes32);
}

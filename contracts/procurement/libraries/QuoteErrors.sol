// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Framework} from "../types/Framework.sol";
import {Quotes} from "../types/Quotes.sol";

/// @notice Errors of agile quotes and frameworks. The first argument is the record's id wherever there is one.
library QuoteErrors {
    error Desk_NotTheBook(bytes32 record, address caller, address book);

    error Quote_NotAContract(address account);
    error Quote_Beacon(uint40 genesis, uint32 period);
    error Quote_MinimumTerm(uint32 term, uint256 least);
    error Quote_AlreadyRequested(bytes32 id);
    error Quote_InvalidDocument(bytes32 id);
    error Quote_NotTheBuyer(bytes32 id, address caller, uint64 buyer);
    error Quote_Budget(bytes32 id, uint128 budget, uint256 most);
    error Quote_Splitting(uint64 buyer, uint256 bought, uint256 most);
    error Quote_Timetable(uint256 stage, uint256 given, uint256 bound);
    error Quote_NoTimeLock();
    error Quote_TimeLock(uint256 opensAt, uint256 after_, uint256 by);
    error Quote_Status(bytes32 id, Quotes.Status status);
    error Quote_NotEligible(bytes32 id, uint64 supplier);
    error Quote_NoCommitment(bytes32 id);
    error Quote_Ciphertext(bytes32 id, uint256 size, uint256 most);
    error Quote_None(bytes32 id, uint64 supplier);
    error Quote_AlreadyOpened(bytes32 id, uint64 supplier);
    error Quote_Mismatch(bytes32 id, uint64 supplier);
    error Quote_NotRanked(bytes32 id, uint64 supplier);
    error Quote_NoJustification(bytes32 id, uint64 supplier, uint64 cheapest);
    error Quote_NotChosen(bytes32 id, address caller, uint64 chosen);
    error Quote_TermsMismatch(bytes32 id, bytes32 given, bytes32 expected);

    error Framework_AlreadyBound(address orders, address contests);
    error Framework_OnlyModules(address caller);
    error Framework_AlreadyPublished(bytes32 id);
    error Framework_NotTheBody(bytes32 id, address caller, uint64 body);
    error Framework_InvalidDocument(bytes32 id);
    error Framework_Catalogue(bytes32 id, uint256 items, uint256 most);
    error Framework_Limits(bytes32 id, uint128 ceiling, uint8 minimum);
    error Framework_Status(bytes32 id, Framework.Status status);
    error Framework_Ceiling(bytes32 id, uint256 used, uint256 ceiling);
    error Framework_ListMismatch(bytes32 id, uint64 supplier, bytes32 given, bytes32 expected);
    error Framework_NotLower(bytes32 id, uint64 supplier);
    error Framework_NotAdmitted(bytes32 id, uint64 supplier);
    error CallOff_Exists(bytes32 id);
    error CallOff_Basket(bytes32 id, uint256 total);
    error CallOff_BasketMismatch(bytes32 id, bytes32 given, bytes32 expected);
    error CallOff_CompetitionDue(bytes32 id, uint256 bought, uint256 below);
    error CallOff_Status(bytes32 id, Framework.OrderStatus status);
    error CallOff_NotCheaper(bytes32 id, uint256 total, uint128 price);
    error CallOff_Barred(bytes32 id, uint64 supplier, uint64 group);
    error CallOff_NotTheSupplier(bytes32 id, address caller, uint64 supplier);
}

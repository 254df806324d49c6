// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IPurchaseDesk} from "./interfaces/IPurchaseDesk.sol";
import {IOpeningDesk} from "./interfaces/IOpeningDesk.sol";
import {ContractDraft} from "./libraries/ContractDraft.sol";
import {ProcurementErrors} from "./libraries/ProcurementErrors.sol";
import {QuoteErrors as Errors} from "./libraries/QuoteErrors.sol";
import {TenderCheck} from "./libraries/TenderCheck.sol";
import {TenderHash} from "./libraries/TenderHash.sol";
import {Tender} from "./types/Tender.sol";

/// @title PurchaseDesk
contract PurchaseDesk is IPurchaseDesk, AccessManaged {
    /// @notice Reserves budgets and opens contracts; this desk must hold the awarding role there.
    IOpeningDesk public immutable OPENING;

    /// @inheritdoc IPurchaseDesk
    mapping(bytes32 record => address book) public bookOf;
    /// @inheritdoc IPurchaseDesk
    mapping(bytes32 record => bytes32 terms) public termsOf;

    /// @param authority The AccessManager.
    constructor(address authority, IOpeningDesk opening) AccessManaged(authority) {
        require(address(opening).code.length != 0, Errors.Quote_NotAContract(address(opening)));
        OPENING = opening;
    }

    /* BOOKS */

    /// @inheritdoc IPurchaseDesk
    function commit(
        bytes32 record,
        ContractDraft.Purchase calldata purchase,
        uint128 most,
        uint40 until,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external restricted returns (uint16 leastPrice) {
        address book = bookOf[record];
        require(book == address(0), Errors.Desk_NotTheBook(record, msg.sender, book));
        bookOf[record] = msg.sender;
        termsOf[record] = _hash(purchase, contractTerms, schedule);
        leastPrice = uint16(ContractDraft.leastPrice(TenderCheck.smallestShare(schedule))); // at most 10,000
        emit TermsPublished(record, msg.sender, purchase.ocid, purchase, most, contractTerms, schedule);
        check(purchase, contractTerms, schedule, most);
        OPENING.reserve(purchase.lineId, purchase.token, purchase.buyer, most, record, until);
    }

    /// @inheritdoc IPurchaseDesk
    function conclude(
        bytes32 record,
        ContractDraft.Purchase calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule,
        uint64 supplier,
        uint128 price
    ) external restricted returns (bytes32 contractId) {
        _requireBook(record);
        bytes32 given = _hash(purchase, contractTerms, schedule);
        require(given == termsOf[record], Errors.Quote_TermsMismatch(record, given, termsOf[record]));
        ContractDraft.Facts memory f = ContractDraft.Facts(supplier, price, false, uint40(block.timestamp));
        contractId = OPENING.open(
            ContractDraft.deed(purchase, contractTerms, f),
            ContractDraft.milestones(schedule, price, f.signedAt),
            record
        );
        _release(record);
    }

    /// @inheritdoc IPurchaseDesk
    function release(bytes32 record) external {
        _requireBook(record);
        _release(record);
    }

    /* VIEWS */

    /// @inheritdoc IPurchaseDesk
    function thresholdOf(address token) external view returns (uint128 threshold) {
        threshold = OPENING.thresholdOf(token);
        require(threshold != 0, ProcurementErrors.Opening_NoThreshold(token));
    }

    /// @inheritdoc IPurchaseDesk
    function check(
        ContractDraft.Purchase calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule,
        uint128 price
    ) public view {
        TenderCheck.requireGuarantee(contractTerms.performanceBps);
        ContractDraft.Facts memory f = ContractDraft.Facts(type(uint64).max, price, false, uint40(block.timestamp));
        OPENING.check(
            ContractDraft.deed(purchase, contractTerms, f),
            ContractDraft.milestones(schedule, price, f.signedAt),
            address(this),
            0
        );
    }

    /* INTERNAL */

    function _release(bytes32 record) private {
        uint128 left = OPENING.getReservation(address(this), record).amount;
        if (left != 0) OPENING.unreserve(left, record);
    }

    function _requireBook(bytes32 record) private view {
        address book = bookOf[record];
        require(msg.sender == book, Errors.Desk_NotTheBook(record, msg.sender, book));
    }

    function _hash(
        ContractDraft.Purchase calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) private pure returns (bytes32) {
        return keccak256(abi.encode(purchase, TenderHash.hashOf(contractTerms, schedule, false)));
    }
}

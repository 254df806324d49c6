// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {DueProcess} from "../../shared/libraries/DueProcess.sol";
import {Agreement} from "../types/Agreement.sol";
import {DisputeClock} from "./DisputeClock.sol";

/// @notice Errors of the procurement area. The first argument is the contract's id wherever there is one.
library ProcurementErrors {
    error Terms_NotAContract(address account);
    error Terms_AnnexMismatch(bytes32 given, bytes32 expected);
    error Terms_NoDocument();
    error Terms_SameParty(uint64 entity);
    error Terms_SameAccount(address account);
    error Terms_SumMismatch(uint256 sum, uint128 price);
    error Terms_MilestoneCount(uint256 count, uint256 most);
    error Terms_Milestone(uint256 index);
    error Terms_NetPrice(uint128 netPrice, uint256 least, uint128 price);
    error Terms_BasisPoints(uint256 given, uint256 least, uint256 most);
    error Terms_Window(uint256 given, uint256 least, uint256 most);
    error Terms_Dates(uint40 given, uint256 notBefore);
    error Terms_TooLate(uint40 given, uint256 most);
    error Terms_PerformanceBond(uint128 given, uint128 least);
    error Terms_BondExemption(uint8 exemption, Agreement.Category category);
    error Terms_Advance(uint128 advance, uint128 price);
    error Terms_AdvanceBond(uint128 given, uint128 expected);
    error Terms_Certifier(uint256 kind);

    error Award_SupplierNotActive(uint64 supplier);
    error Award_NotTheBuyer(address caller, address buyer);
    error Award_NoJustification(bytes32 id);
    error Award_NoRoute(bytes32 id);
    error Award_AlreadyAnnounced(bytes32 id, uint40 announcedAt);
    error Award_NotAnnounced(bytes32 id);
    error Award_NoticeRunning(bytes32 id, uint256 until);
    error Award_Annulled(bytes32 id);
    error Award_BadSignature(bytes32 id, address expected);
    error Award_NotARegisteredSupplier(address caller);
    error Award_NotTheReviewer(bytes32 id, address caller);

    error Opening_NoThreshold(address token);
    error Opening_ReservationTaken(bytes32 record);
    error Opening_NotReserved(bytes32 record, uint128 amount, uint128 reserved);
    error Opening_OtherLine(bytes32 record, uint256 lineId);
    error Opening_ReservationRunning(bytes32 record, uint40 until);
    error Opening_InvalidTerm(bytes32 record, uint40 until);

    error Escrow_OnlyModule(address caller, address module);
    error Escrow_AlreadyOpen(bytes32 id);
    error Escrow_UnknownContract(bytes32 id);
    error Escrow_NotTheSupplier(bytes32 id, address caller);
    error Escrow_NotTheInspector(bytes32 id, address caller);
    error Escrow_Ended(bytes32 id);
    error Escrow_NotEnded(bytes32 id, uint40 endsAt);
    error Escrow_UnknownMilestone(bytes32 id, uint256 index);
    error Escrow_TooEarly(bytes32 id, uint256 index, uint40 notBefore);
    error Escrow_NotDeliverable(bytes32 id, uint256 index);
    error Escrow_InvalidDocument(bytes32 id);
    error Escrow_NotUnderReview(bytes32 id, uint256 index);
    error Escrow_EvidenceMismatch(bytes32 id, uint256 index, bytes32 evidence);
    error Escrow_AmountOutOfRange(bytes32 id, uint256 amount, uint256 most);
    error Escrow_NothingPayable(bytes32 id, uint256 index);
    error Escrow_CertificatesMissing(bytes32 id, uint256 index);
    error Escrow_NotObjected(bytes32 id, uint256 index);
    error Escrow_WindowOpen(bytes32 id, uint256 index, uint256 until);
    error Escrow_WindowClosed(bytes32 id, uint256 index, uint256 until);
    error Escrow_NoAdvance(bytes32 id);
    error Escrow_NothingHeld(bytes32 id);
    error Escrow_NotTheHolder(bytes32 id, uint256 index, address caller);
    error Escrow_AssigneeUnknown(bytes32 id, uint64 assignee);

    error Module_AlreadyBound(address module, address escrow);
    error Module_OnlyEscrow(address caller, address escrow);

    error Closing_NotCompleted(bytes32 id);
    error Closing_FinalAcceptance(bytes32 id, uint256 from, uint256 until);
    error Closing_BondHeld(bytes32 id, uint256 until);

    error Certificate_NotRequired(bytes32 id, uint256 index, uint256 kind);
    error Certificate_NotAccepted(bytes32 id, uint256 index);
    error Certificate_AlreadyRequested(bytes32 id, uint256 index, uint256 kind);
    error Certificate_NotTheRequester(bytes32 id, address caller);
    error Certificate_NotTheOffice(bytes32 id, uint256 kind, address caller);
    error Certificate_NotPending(bytes32 id, uint256 index, uint256 kind);

    error Dispute_AlreadyOpen(bytes32 id, uint256 index);
    error Dispute_WrongStage(bytes32 id, uint256 index, DisputeClock.Stage stage);
    error Dispute_NotAParty(bytes32 id, address caller);
    error Dispute_NotTheArbiter(bytes32 id, address caller);
    error Dispute_AmountAbove(bytes32 id, uint128 amount, uint128 most);
    error Dispute_NoSuchOffer(bytes32 id, uint128 amount);
    error Dispute_BondExpired(bytes32 id, uint256 until);

    error Fine_AlreadyNoticed(bytes32 id, uint256 index);
    error Fine_NotLate(bytes32 id, uint256 index);
    error Fine_WrongStage(bytes32 id, uint256 index, DueProcess.Stage stage);
    error Fine_NotTheBuyer(bytes32 id, address caller);
    error Fine_NotTheReviewer(bytes32 id, address caller);
    error Fine_AmountAbove(bytes32 id, uint128 amount, uint128 most);
    error Fine_OtherParties(bytes32 id, bytes32 other);
    error Fine_NoArrears(bytes32 id, bytes32 other, uint256 index);
    error Fine_BuyerInArrears(bytes32 id, bytes32 other, uint256 index);
    error Fine_AlreadyClosed(bytes32 id, uint256 index);

    error Termination_WrongStage(bytes32 id, DueProcess.Stage stage);
    error Termination_TooSoon(bytes32 id, uint256 notBefore);
    error Termination_UnknownCause(bytes32 id, uint8 cause);
    error Termination_NotTheBuyer(bytes32 id, address caller);
    error Termination_NotTheReviewer(bytes32 id, address caller);

    error Change_TermsMismatch(bytes32 id, bytes32 given, bytes32 expected);
    error Change_DeadlinePassed(bytes32 id, uint40 deadline);
    error Change_BadSignature(bytes32 id, address expected);
    error Change_Milestone(bytes32 id, uint256 index);
    error Change_AboveCap(bytes32 id, uint256 changed, uint256 most);
    error Change_Dates(bytes32 id, uint40 given, uint256 least);
    error Change_BondIncrease(bytes32 id, uint128 given, uint128 least);
}

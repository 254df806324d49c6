// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Tender} from "../types/Tender.sol";

/// @notice Errors of tenders. The first argument is the tender's id wherever there is one.
library TenderErrors {
    error Tender_AlreadyBound(address desk);
    error Tender_NotAContract(address account);
    error Tender_OnlyModule(address caller);
    error Tender_AlreadyPublished(bytes32 id);
    error Tender_Unknown(bytes32 id);
    error Tender_Ended(bytes32 id, Tender.Outcome outcome);
    error Tender_NotTheBuyer(bytes32 id, address caller, address buyer);
    error Tender_NotTheBidder(bytes32 id, address caller, uint64 bidder);
    error Tender_NotActive(bytes32 id, uint64 bidder);
    error Tender_OutsideWindow(bytes32 id, uint256 from, uint256 until);
    error Tender_InvalidDocument(bytes32 id);
    error Tender_TermsMismatch(bytes32 id, bytes32 given, bytes32 expected);

    error Terms_Budget(uint128 budget, uint256 most);
    error Terms_BidBond(uint128 bond, uint256 most);
    error Terms_NoTimeLock();
    error Terms_Beacon(uint256 genesis, uint256 period);
    error Terms_Round(uint256 opensAt, uint256 over, uint256 by);
    error Terms_Stage(uint8 stage, uint256 given, uint256 notBefore);
    error Terms_Term(uint8 which, uint256 given, uint256 least, uint256 most);
    error Terms_Validity(uint40 given, uint256 most);
    error Terms_Minimum(uint16 given, uint256 most);
    error Terms_Weights(uint256 sum, uint256 expected);
    error Terms_Criterion(uint256 index);
    error Terms_PriceOnly(uint256 weight);
    error Terms_Preference(uint256 preference, uint256 most);
    error Terms_LocalPreference(uint128 budget, uint256 below);
    error Terms_TieBreak(uint256 index);
    error Terms_Panel(address account);
    error Terms_Quorum(uint8 quorum, uint256 most);
    error Terms_Reviewer(address reviewer);
    error Terms_Guarantee(uint16 bps, uint16 least);
    error Terms_RaisedBond(uint16 raisedBps);
    error Terms_Shares(uint256 sum, uint256 expected);

    error Amendment_TooMany(bytes32 id, uint8 version);
    error Amendment_Changed(bytes32 id);
    error Amendment_NotLater(bytes32 id, uint256 closesAt, uint256 before);
    error Amendment_Readable(bytes32 id, uint256 closesAt, uint256 until);

    error Enquiry_TooMany(bytes32 id, uint64 bidder, uint8 most);
    error Enquiry_Unknown(bytes32 id, uint256 number);
    error Enquiry_AllAnswered(bytes32 id);

    error Joint_Size(bytes32 id, uint256 members, uint256 most);
    error Joint_Member(bytes32 id, uint64 member);
    error Joint_BadSignature(bytes32 id, uint64 member);
    error Joint_Expired(bytes32 id, uint40 deadline);

    error Bid_None(bytes32 id, uint64 bidder);
    error Bid_NoCommitment(bytes32 id);
    error Bid_Ciphertext(bytes32 id, uint256 size, uint256 most);
    error Bid_Stale(bytes32 id, uint64 bidder, uint8 version);
    error Bid_State(bytes32 id, uint64 bidder, uint8 flags);
    error Bid_EnvelopeMismatch(bytes32 id, uint64 bidder);
    error Bid_BondHeld(bytes32 id, uint64 bidder);
    error Bid_NoBond(bytes32 id, uint64 bidder);

    error Panel_NotAnEvaluator(bytes32 id, address caller);
    error Panel_AlreadyConflicted(bytes32 id, address caller);
    error Panel_NotOpened(bytes32 id, uint64 bidder);
    error Panel_Score(bytes32 id, uint64 bidder, uint256 criterion);
    error Panel_Lengths(uint256 bidders, uint256 scores);
    error Panel_NoQuorum(bytes32 id, uint8 complete, uint8 quorum);
    error Panel_Quorum(bytes32 id, uint8 complete, uint8 quorum);

    error Award_Exists(bytes32 id, uint64 winner);
    error Award_None(bytes32 id);
    error Award_Order(bytes32 id, uint64 bidder);
    error Award_NotQualified(bytes32 id, uint64 bidder);
    error Award_Reference(bytes32 id, uint128 basis, uint128 found);
    error Award_Incomplete(bytes32 id, uint256 scanned, uint256 expected);
    error Award_AlreadyComplained(bytes32 id, uint64 bidder);
    error Award_NotTheReviewerOf(bytes32 id, address caller);
    error Award_NoComplaint(bytes32 id);
    error Award_NoRuling(bytes32 id);
    error Award_Ground(bytes32 id, uint8 ground, uint8 grounds);
    error Award_Bid(bytes32 id, uint64 bidder);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ISelfEndingPause} from "../../shared/interfaces/ISelfEndingPause.sol";
import {Document} from "../../shared/types/Document.sol";
import {Tender} from "../types/Tender.sol";

/// @notice What a buyer publishes: the terms of a tender, its amendments, answers to enquiries, and a cancellation before closing.
/// @dev The only part of a tender that a pause stops, and only its publications and amendments; bidders lose no time by it.
interface IPublicationDesk is ISelfEndingPause {
    /// @notice A tender was published, or amended: version 2 and 3.
    event TenderPublished(
        bytes32 indexed id,
        address indexed by,
        bytes32 indexed ocid,
        uint8 version,
        Tender.Terms terms
    );
    /// @notice A registered bidder asked; the answer is due until the published second.
    event EnquiryFiled(bytes32 indexed id, address indexed by, uint64 bidder, uint24 number, Document question);
    /// @notice The buyer answered an enquiry.
    event EnquiryAnswered(bytes32 indexed id, address indexed by, uint24 number, Document answer);
    /// @notice The buyer left enquiries unanswered; closing was extended by the published term.
    event AnswersMissed(bytes32 indexed id, address indexed by, uint24 unanswered, uint40 closesAt);

    /// @notice Publishes a tender and commits its budget.
    /// @dev Emits {TenderPublished}. The money is committed from now on (certificado de disponibilidad presupuestaria).
    ///
    /// Requirements:
    /// - the caller holds the buyers' role and is the account of the buyer of the terms;
    /// - no pause is on;
    /// - the buyer has no tender of this ocid;
    /// - the terms keep the law ({TenderCheck}, and the contract to come the checks of the opening desk);
    /// - neither the reviewer nor anyone of the panel acts for a registered supplier;
    /// - the line has the budget.
    /// @return id Id of the tender: the hash of chain, book, buyer and ocid.
    function publish(Tender.Terms calldata terms) external returns (bytes32 id);

    /// @notice Amends the terms before closing, at most twice. Bids filed so far do not count unless filed again; their bonds are free.
    /// @dev Emits {TenderPublished}. Source: Ley 19.886 art. 10 (strict subjection to the terms); Prozorro re-confirms in the same way.
    ///
    /// Requirements:
    /// - the caller is the buyer's account, and no pause is on;
    /// - bids are still taken;
    /// - at most two amendments;
    /// - line, token, buyer, ocid, budget and bid bond stay, and closing moves later;
    /// - the new closing lies before any price sealed under an earlier version with a time lock can be read;
    /// - the new terms keep the law.
    function amend(bytes32 id, Tender.Terms calldata terms) external;

    /// @notice Cancels a tender before closing, for a published reason. Budget and bonds return.
    /// @dev Emits {TenderEnded}.
    ///
    /// Requirements:
    /// - the caller is the buyer's account;
    /// - bids are still taken;
    /// - `reason` is not zero.
    function cancel(bytes32 id, bytes32 reason) external;

    /// @notice Asks about the terms (foro de preguntas).
    /// @dev Emits {EnquiryFiled}.
    ///
    /// Requirements:
    /// - the caller acts for an active supplier;
    /// - enquiries are taken;
    /// - the bidder has asked fewer than the published number;
    /// - the question is a document.
    function ask(bytes32 id, Document calldata question) external;

    /// @notice Answers an enquiry.
    /// @dev Emits {EnquiryAnswered}.
    ///
    /// Requirements:
    /// - the caller is the buyer's account;
    /// - the answers' last second has not passed;
    /// - the enquiry exists and is not answered;
    /// - the answer is a document.
    function answer(bytes32 id, uint24 number, Document calldata text) external;

    /// @notice Puts on record that enquiries stayed unanswered; closing is later by the published term whether or not anyone does.
    /// @dev Emits {AnswersMissed}.
    ///
    /// Requirements:
    /// - the answers' last second has passed with fewer answers than enquiries.
    function recordSilence(bytes32 id) external;
}

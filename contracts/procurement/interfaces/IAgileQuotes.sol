// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ISelfEndingPause} from "../../shared/interfaces/ISelfEndingPause.sol";
import {Document} from "../../shared/types/Document.sol";
import {ContractDraft} from "../libraries/ContractDraft.sol";
import {Quotes} from "../types/Quotes.sol";
import {Tender} from "../types/Tender.sol";
import {ISealedQuotes} from "./ISealedQuotes.sol";

/// @notice Agile purchases (compra ágil): three or more sealed quotes of small firms, up to 100 UTM.
/// @dev The buyer chooses within a published window: the cheapest without words, another only with a published justification; its silence
/// chooses the cheapest. The chosen supplier's own act opens the contract. Source: Ley 19.886 art. 7 d.1, 56. A pause stops new requests only.
interface IAgileQuotes is ISealedQuotes, ISelfEndingPause {
    /// @notice A request for quotes was published, and its budget reserved; the contract to come is in {IPurchaseDesk.TermsPublished}.
    event QuotesRequested(bytes32 indexed id, address indexed by, bytes32 indexed ocid, Quotes.Request request);

    /// @notice Publishes a request and reserves its budget.
    /// @dev Emits {QuotesRequested}. Purchases of one buyer and one item code within thirty days count together, so that none is split.
    ///
    /// Requirements:
    /// - the caller holds the buyers' role and is the account of the buyer, an active public body;
    /// - no pause is on;
    /// - the buyer has no request of this ocid;
    /// - ocid, document and item are given;
    /// - the budget, with the buyer's other purchases of the item, is not above 100 UTM;
    /// - the windows keep their limits, and the round of the beacon lies between closing and the last day of the openings: without one there is no request;
    /// - the contract to come keeps the law, and the line has the budget.
    /// @return id Hash of chain, contract, buyer and ocid.
    function request(
        Quotes.Request calldata asked,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external returns (bytes32 id);

    /// @notice Cancels a request before closing, for a published reason. The budget returns.
    /// @dev Emits {ContestEnded}.
    ///
    /// Requirements:
    /// - the caller is the buyer's account;
    /// - quotes are taken;
    /// - `reason` is not zero.
    function cancel(bytes32 id, bytes32 reason) external;

    /// @notice Files the caller's sealed quote, or replaces it: only the last counts.
    /// @dev Emits {QuoteFiled}. The commitment is made as {SealedQuote} says.
    ///
    /// Requirements:
    /// - the caller acts for an active supplier that is a small firm;
    /// - quotes are taken;
    /// - the commitment is not zero;
    /// - a ciphertext of at most `MAX_CIPHERTEXT` bytes is given; the commitment binds, whatever it decrypts to.
    function quote(bytes32 id, bytes32 commitment, bytes calldata ciphertext) external;

    /// @notice Opens a quote; anyone may relay it.
    /// @dev Emits {QuoteOpened}, and {GroupRanked} with the last quote of a group. A price of zero, above the budget or too small for the schedule is
    /// inadmissible; it stops nothing else.
    ///
    /// Requirements:
    /// - it is the time of the openings;
    /// - the supplier has a quote that is not opened;
    /// - price and salt hash to its commitment.
    /// @param hint A group that the price is near to in the ranking; any value is right, a good one saves gas.
    function open(bytes32 id, uint64 supplier, uint128 price, bytes32 salt, uint64 hint) external;

    /// @notice The buyer chooses a quote.
    /// @dev Emits {QuoteChosen}.
    ///
    /// Requirements:
    /// - the caller is the buyer's account;
    /// - it is the time of the choice;
    /// - the quote is the one that its group stands in the ranking with;
    /// - it is the cheapest, or the justification is a document. Source: Ley 19.886 art. 56.
    function choose(bytes32 id, uint64 supplier, Document calldata justification) external;

    /// @notice The chosen supplier accepts: posts the performance guarantee, where there is one, and the contract opens.
    /// @dev Emits {QuoteAccepted}. The rest of the budget is released.
    ///
    /// Requirements:
    /// - a supplier is chosen, its window is open, and the caller is its account;
    /// - it is an active supplier;
    /// - purchase, contract and schedule are the published ones.
    function accept(
        bytes32 id,
        ContractDraft.Purchase calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external returns (bytes32 contractId);

    /// @notice Ends a request that nothing can come of: fewer than three admissible groups, none left, or the quotes no longer valid. The budget
    /// returns; anyone may call it.
    /// @dev Emits {ContestEnded}.
    ///
    /// Requirements:
    /// - one of the three is the case.
    function end(bytes32 id) external;

    /// @notice What the buyer's purchases of an item in the last thirty days come to, token units.
    function boughtOf(uint64 buyer, address token, uint32 item) external view returns (uint256);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ISelfEndingPause} from "../../shared/interfaces/ISelfEndingPause.sol";
import {ContractDraft} from "../libraries/ContractDraft.sol";
import {Framework} from "../types/Framework.sol";
import {Quotes} from "../types/Quotes.sol";
import {Tender} from "../types/Tender.sol";
import {ISealedQuotes} from "./ISealedQuotes.sol";

/// @notice Second competitions among the admitted suppliers of a framework: one sealed price for a whole basket, the lowest wins.
/// @dev Due from 1,000 UTM on. No offer counts for more than its supplier's own price list; the buyer has no choice. Source: Ley 19.886 art. 57. A
/// pause stops new competitions only.
interface IFrameworkContests is ISealedQuotes, ISelfEndingPause {
    /// @notice A second competition was published, and its budget reserved.
    /// @param framework The framework.
    event CompetitionOpened(
        bytes32 indexed id,
        address indexed by,
        bytes32 indexed framework,
        Framework.Order order,
        uint128 budget,
        Quotes.Timetable timetable
    );

    /// @notice Publishes a second competition for a basket, from the caller's own budget line.
    /// @dev Emits {CompetitionOpened}.
    ///
    /// Requirements:
    /// - the caller holds the buyers' role and is the account of the order's buyer, an active public body; no pause is on;
    /// - the buyer has no competition of this framework and ocid;
    /// - the windows keep their limits ({QuoteCheck.requireTimetable}), without a window of choice;
    /// - contract and schedule are the framework's, inspector and substitute apart;
    /// - the framework is active and the ceiling has the budget, and so has the line.
    /// @param budget Highest admissible price, token units.
    /// @return id Hash of chain, contract, framework, buyer and ocid.
    function compete(
        Framework.Order calldata order,
        uint128 budget,
        Quotes.Timetable calldata timetable,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external returns (bytes32 id);

    /// @notice Cancels a competition before closing, for a published reason. Budget and ceiling return.
    /// @dev Emits {ContestEnded}.
    ///
    /// Requirements:
    /// - the caller is the buyer's account; offers are taken; `reason` is not zero.
    function cancel(bytes32 id, bytes32 reason) external;

    /// @notice Files the caller's sealed offer, or replaces it.
    /// @dev Emits {QuoteFiled}.
    ///
    /// Requirements:
    /// - the caller acts for an admitted and active supplier; otherwise as {IAgileQuotes.quote}.
    function quote(bytes32 id, bytes32 commitment, bytes calldata ciphertext) external;

    /// @notice Opens an offer; anyone may relay it. Where it is above the supplier's own list it counts as the list.
    /// @dev Emits {QuoteOpened}, and {GroupRanked} with the last offer of a group. The list is the one of the moment when the offer was filed: lowering it
    /// later, when other offers are known, neither lowers the offer nor keeps anyone from opening it. What the list does not cover counts as
    /// 0 and is inadmissible.
    ///
    /// Requirements:
    /// - basket and prices are those of the competition and of the supplier's offer; otherwise as {IAgileQuotes.open}.
    function open(
        bytes32 id,
        uint64 supplier,
        uint128 price,
        bytes32 salt,
        Framework.Need[] calldata basket,
        uint128[] calldata prices,
        uint64 hint
    ) external;

    /// @notice The chosen supplier accepts: posts the performance guarantee, where there is one, and the contract opens.
    /// @dev Emits {QuoteAccepted}. The rest of the budget is released and given back to the ceiling. Requirements as {IAgileQuotes.accept}.
    function accept(
        bytes32 id,
        ContractDraft.Purchase calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external returns (bytes32 contractId);

    /// @notice Ends a competition that nothing can come of; budget and ceiling return, anyone may call it.
    /// @dev Emits {ContestEnded}. Requirements: no admissible offer, none left, or the offers no longer valid.
    function end(bytes32 id) external;

    /// @notice Hash of the supplier's price list when it filed its offer; 0 where it filed none.
    function listOf(bytes32 id, uint64 supplier) external view returns (bytes32);

    /// @notice Framework and basket of a competition.
    function getSubject(bytes32 id) external view returns (bytes32 framework, bytes32 basket);
}

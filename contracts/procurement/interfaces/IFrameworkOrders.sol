// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ISelfEndingPause} from "../../shared/interfaces/ISelfEndingPause.sol";
import {Document} from "../../shared/types/Document.sol";
import {ContractDraft} from "../libraries/ContractDraft.sol";
import {Framework} from "../types/Framework.sol";
import {Tender} from "../types/Tender.sol";

/// @notice Call-offs under a framework, below 1,000 UTM: quantities times the prices of an admitted list, and nothing else.
/// @dev A call-off goes to the cheapest list that covers it: whoever shows a cheaper one in the window of objections moves the call-off
/// there. So a buyer cannot pass the cheapest over in silence, no call has to go through all lists, and objecting gains the objector
/// nothing but the lower price for the State. A supplier that refuses what an objection brought it is out of the objections of the
/// framework with its whole group: a cheap list that nobody stands by holds up a body's orders once. Only a published justification closes that window. Source: Ley 19.886 art. 57. A pause stops new
/// call-offs only.
interface IFrameworkOrders is ISelfEndingPause {
    /// @notice A body ordered under a framework, and its money was reserved.
    /// @param framework The framework.
    /// @param justification Why it is not the cheapest list; empty where anyone may show a cheaper one until `objectionsBy`.
    event CalledOff(
        bytes32 indexed id,
        address indexed by,
        bytes32 indexed framework,
        uint64 supplier,
        uint128 price,
        uint40 objectionsBy,
        uint40 acceptBy,
        Framework.Order order,
        Document justification
    );
    /// @notice A cheaper list was shown, and the call-off went to it.
    event CallOffMoved(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed supplier,
        uint128 price,
        uint64 from,
        uint128 before
    );
    /// @notice The supplier accepted; the contract opened.
    event CallOffAccepted(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed supplier,
        uint128 price,
        bytes32 contractId
    );
    /// @notice The supplier declined, or did not answer in time; the money was released and the refusal counted. Where an objection had brought
    /// it there, its group is out of the framework's objections.
    event CallOffRefused(bytes32 indexed id, address indexed by, uint64 indexed supplier, bool declined);

    /// @notice Orders under a framework, from the caller's own budget line.
    /// @dev Emits {CalledOff}.
    ///
    /// Requirements:
    /// - the caller holds the buyers' role and is the account of the order's buyer, an active public body; no pause is on;
    /// - the framework is active, and the buyer has no call-off of this ocid;
    /// - contract and schedule are the framework's, inspector and substitute apart;
    /// - the supplier is admitted and active, and `prices` is its list;
    /// - the list covers the basket at a price that gives every milestone a unit;
    /// - with the buyer's other call-offs of this framework in thirty days it stays under 1,000 UTM; from there on a second
    ///   competition is due ({IFrameworkContests});
    /// - the ceiling is not passed, and the line has the money.
    /// @param justification Why it is not the cheapest; without one anyone may show a cheaper list.
    /// @return id Hash of chain, contract, framework, buyer and ocid.
    function callOff(
        Framework.Order calldata order,
        uint64 supplier,
        uint128[] calldata prices,
        Document calldata justification,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external returns (bytes32 id);

    /// @notice Shows a cheaper list for a call-off, which moves there; anyone may.
    /// @dev Emits {CallOffMoved}.
    ///
    /// Requirements:
    /// - the window of objections is open;
    /// - the basket is the call-off's; the supplier is admitted and active, and `prices` is its list;
    /// - no supplier of its group has refused a call-off that an objection brought it ({isBarred});
    /// - the list covers the basket at a lower price that gives every milestone a unit.
    function object(bytes32 id, Framework.Need[] calldata basket, uint64 supplier, uint128[] calldata prices) external;

    /// @notice The supplier accepts a call-off: posts the performance guarantee, where there is one, and the contract opens.
    /// @dev Emits {CallOffAccepted}.
    ///
    /// Requirements:
    /// - the window for acceptance is open; the caller acts for the supplier, which is active;
    /// - purchase, contract and schedule are those of the call-off.
    function accept(
        bytes32 id,
        ContractDraft.Purchase calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external returns (bytes32 contractId);

    /// @notice The supplier declines a call-off at once.
    /// @dev Emits {CallOffRefused}. Requirements: the window for acceptance is open; the caller acts for the supplier.
    function decline(bytes32 id) external;

    /// @notice Has a call-off lapse that was not accepted in time; anyone may call it.
    /// @dev Emits {CallOffRefused}. Requirements: the window for acceptance is over.
    function lapse(bytes32 id) external;

    /// @notice Where a call-off stands now.
    function orderStatusOf(bytes32 id) external view returns (Framework.OrderStatus);

    /// @notice What is stored about a call-off.
    function getCallOff(bytes32 id) external view returns (Framework.CallOff memory);

    /// @notice Call-offs of a framework that a supplier declined or left unanswered.
    function refusalsOf(bytes32 framework, uint64 supplier) external view returns (uint256);

    /// @notice Whether a business group refused what an objection brought it, so that no further objection moves a call-off of the framework there.
    function isBarred(bytes32 framework, uint64 group) external view returns (bool);

    /// @notice What a buyer's call-offs of a framework in the last thirty days come to, token units.
    function boughtOf(bytes32 framework, uint64 buyer) external view returns (uint256);
}

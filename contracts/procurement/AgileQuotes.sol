// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {Entity} from "../registry/types/Entity.sol";
import {SelfEndingPause} from "../shared/abstracts/SelfEndingPause.sol";
import {Document, Documents} from "../shared/types/Document.sol";
import {PurchaseDays} from "./abstracts/PurchaseDays.sol";
import {SealedQuotes} from "./abstracts/SealedQuotes.sol";
import {IAgileQuotes} from "./interfaces/IAgileQuotes.sol";
import {IPurchaseDesk} from "./interfaces/IPurchaseDesk.sol";
import {ContractDraft} from "./libraries/ContractDraft.sol";
import {QuoteCheck} from "./libraries/QuoteCheck.sol";
import {QuoteErrors as Errors} from "./libraries/QuoteErrors.sol";
import {SmallFirm} from "./libraries/SmallFirm.sol";
import {Quotes} from "./types/Quotes.sol";
import {Tender} from "./types/Tender.sol";

/// @title AgileQuotes
contract AgileQuotes is IAgileQuotes, SealedQuotes, PurchaseDays, SelfEndingPause {
    using Documents for Document;

    /// @notice Shortest time for quotes, seconds.
    uint32 public immutable MIN_TERM;

    /// @dev What the end of a request takes back. One slot.
    struct Counted {
        bytes20 kind;
        uint40 time;
    }

    mapping(bytes32 id => Counted counted) private _counted;

    /// @param authority The AccessManager.
    /// @param registry Who the entities are.
    /// @param desk Reserves the budget and opens the contract; this contract must hold the awarding role there.
    /// @param beacon The beacon of the time lock.
    /// @param minTerm Shortest time for quotes, at least 24 hours (Ley 19.886 art. 10: notices take effect after them).
    constructor(
        address authority,
        IRegistry registry,
        IPurchaseDesk desk,
        Quotes.Beacon memory beacon,
        uint32 minTerm
    ) AccessManaged(authority) SealedQuotes(registry, desk, beacon) {
        require(minTerm >= 1 days, Errors.Quote_MinimumTerm(minTerm, 1 days));
        MIN_TERM = minTerm;
    }

    /* BUYER */

    /// @inheritdoc IAgileQuotes
    function request(
        Quotes.Request calldata asked,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external restricted whenNotPaused returns (bytes32 id) {
        id = keccak256(abi.encode(block.chainid, address(this), asked.buyer, asked.ocid));
        require(
            msg.sender == REGISTRY.accountOf(asked.buyer) && REGISTRY.isActive(asked.buyer, Entity.Kind.PublicBody),
            Errors.Quote_NotTheBuyer(id, msg.sender, asked.buyer)
        );
        require(_contests[id].closesAt == 0, Errors.Quote_AlreadyRequested(id));
        require(asked.ocid != 0 && asked.document != 0 && asked.item != 0, Errors.Quote_InvalidDocument(id));
        _requireUnsplit(id, asked);
        Quotes.Timetable calldata t = asked.timetable;
        QuoteCheck.requireTimetable(t, _beacon(), MIN_TERM, true, block.timestamp);
        _begin(id, t, asked.budget, asked.buyer, QuoteCheck.MIN_QUOTES);
        emit QuotesRequested(id, msg.sender, asked.ocid, asked);
        _contests[id].leastPrice = DESK.commit(
            id,
            ContractDraft.Purchase(asked.ocid, asked.category, asked.lineId, asked.token, asked.buyer),
            asked.budget,
            t.validUntil + t.acceptanceWindow,
            contractTerms,
            schedule
        );
    }

    /// @inheritdoc IAgileQuotes
    function cancel(bytes32 id, bytes32 reason) external {
        _cancel(id, reason);
        _giveBack(id);
    }

    /// @inheritdoc IAgileQuotes
    function choose(bytes32 id, uint64 supplier, Document calldata justification) external {
        _requireContestBuyer(id);
        _requireStatus(id, Quotes.Status.Choice);
        _requireRanked(id, supplier);
        uint64 cheapest = _cheapest(id);
        require(supplier == cheapest || justification.isValid(), Errors.Quote_NoJustification(id, supplier, cheapest));
        _choose(id, supplier, supplier == cheapest, supplier == cheapest ? Document(0, "") : justification);
    }

    /* SUPPLIERS */

    /// @inheritdoc IAgileQuotes
    function quote(bytes32 id, bytes32 commitment, bytes calldata ciphertext) external {
        uint64 supplier = REGISTRY.entityOf(msg.sender);
        Entity.Record memory r = REGISTRY.getEntity(supplier);
        require(
            REGISTRY.isActive(supplier, Entity.Kind.Supplier) && SmallFirm.isSmall(r.size),
            Errors.Quote_NotEligible(id, supplier)
        );
        _file(id, supplier, r.group, commitment, ciphertext);
    }

    /// @inheritdoc IAgileQuotes
    function accept(
        bytes32 id,
        ContractDraft.Purchase calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external returns (bytes32 contractId) {
        (uint64 supplier, uint128 price) = _accept(id);
        _takeBack(id, _contests[id].budget - price);
        contractId = DESK.conclude(id, purchase, contractTerms, schedule, supplier, price);
        emit QuoteAccepted(id, msg.sender, supplier, price, contractId);
    }

    /* ANYONE */

    /// @inheritdoc IAgileQuotes
    function open(bytes32 id, uint64 supplier, uint128 price, bytes32 salt, uint64 hint) external {
        _openQuote(id, supplier, price, salt, type(uint128).max, hint);
    }

    /// @inheritdoc IAgileQuotes
    function end(bytes32 id) external {
        _end(id);
        _giveBack(id);
    }

    /* VIEWS */

    /// @inheritdoc IAgileQuotes
    function boughtOf(uint64 buyer, address token, uint32 item) external view returns (uint256) {
        return _boughtUntil(_kind(buyer, token, item), block.timestamp);
    }

    /* INTERNAL */

    /// @dev Counts the budget; with what the buyer bought of the item before it must stay within 100 UTM.
    function _requireUnsplit(bytes32 id, Quotes.Request calldata asked) private {
        uint256 most = DESK.thresholdOf(asked.token) / QuoteCheck.BUDGET_FRACTION;
        require(asked.budget <= most, Errors.Quote_Budget(id, asked.budget, most));
        bytes20 kind = _kind(asked.buyer, asked.token, asked.item);
        uint256 bought = _boughtUntil(kind, block.timestamp) + asked.budget;
        require(bought <= most, Errors.Quote_Splitting(asked.buyer, bought, most));
        _count(kind, block.timestamp, asked.budget);
        _counted[id] = Counted(kind, uint40(block.timestamp));
    }

    /// @dev Nothing is bought: the whole budget returns and no longer counts.
    function _giveBack(bytes32 id) private {
        _takeBack(id, _contests[id].budget);
        DESK.release(id);
    }

    function _takeBack(bytes32 id, uint128 amount) private {
        Counted memory c = _counted[id];
        _uncount(c.kind, c.time, amount);
    }

    /// @dev What purchases are summed by; 160 bits share a slot with the time.
    function _kind(uint64 buyer, address token, uint32 item) private pure returns (bytes20) {
        return bytes20(keccak256(abi.encode(buyer, token, item)));
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {Entity} from "../registry/types/Entity.sol";
import {SelfEndingPause} from "../shared/abstracts/SelfEndingPause.sol";
import {SealedQuotes} from "./abstracts/SealedQuotes.sol";
import {IPurchaseDesk} from "./interfaces/IPurchaseDesk.sol";
import {IFrameworkBook} from "./interfaces/IFrameworkBook.sol";
import {IFrameworkContests} from "./interfaces/IFrameworkContests.sol";
import {BasketMath} from "./libraries/BasketMath.sol";
import {ContractDraft} from "./libraries/ContractDraft.sol";
import {QuoteCheck} from "./libraries/QuoteCheck.sol";
import {QuoteErrors as Errors} from "./libraries/QuoteErrors.sol";
import {TenderHash} from "./libraries/TenderHash.sol";
import {Framework} from "./types/Framework.sol";
import {Quotes} from "./types/Quotes.sol";
import {Tender} from "./types/Tender.sol";

/// @title FrameworkContests
contract FrameworkContests is IFrameworkContests, SealedQuotes, SelfEndingPause {
    /// @notice The frameworks.
    IFrameworkBook public immutable BOOK;

    /// @dev What a competition is about.
    struct Subject {
        bytes32 framework;
        bytes32 basket;
    }

    /// @inheritdoc IFrameworkContests
    mapping(bytes32 id => Subject subject) public getSubject;
    /// @inheritdoc IFrameworkContests
    mapping(bytes32 id => mapping(uint64 supplier => bytes32 list)) public listOf;

    /// @param authority The AccessManager.
    /// @param registry Who the entities are.
    /// @param desk Reserves the budget and opens the contract; this contract must hold the awarding role there.
    /// @param book The frameworks; it must bind this contract.
    /// @param beacon The beacon of the time lock.
    constructor(
        address authority,
        IRegistry registry,
        IPurchaseDesk desk,
        IFrameworkBook book,
        Quotes.Beacon memory beacon
    ) AccessManaged(authority) SealedQuotes(registry, desk, beacon) {
        require(address(book).code.length != 0, Errors.Quote_NotAContract(address(book)));
        BOOK = book;
    }

    /* BUYER */

    /// @inheritdoc IFrameworkContests
    function compete(
        Framework.Order calldata order,
        uint128 budget,
        Quotes.Timetable calldata timetable,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external restricted whenNotPaused returns (bytes32 id) {
        id = keccak256(abi.encode(block.chainid, address(this), order.framework, order.buyer, order.ocid));
        require(
            msg.sender == REGISTRY.accountOf(order.buyer) && REGISTRY.isActive(order.buyer, Entity.Kind.PublicBody),
            Errors.Quote_NotTheBuyer(id, msg.sender, order.buyer)
        );
        require(_contests[id].closesAt == 0, Errors.Quote_AlreadyRequested(id));
        QuoteCheck.requireTimetable(timetable, _beacon(), 1 days, false, block.timestamp);
        Framework.Book memory b = BOOK.getFramework(order.framework);
        bytes32 given = TenderHash.hashOf(contractTerms, schedule, true);
        require(given == b.contractTerms, Errors.Quote_TermsMismatch(id, given, b.contractTerms));
        _begin(id, timetable, budget, order.buyer, 1);
        getSubject[id] = Subject(order.framework, BasketMath.hashOf(order.basket));
        emit CompetitionOpened(id, msg.sender, order.framework, order, budget, timetable);
        BOOK.take(order.framework, budget);
        _contests[id].leastPrice = DESK.commit(
            id,
            ContractDraft.Purchase(order.ocid, b.category, order.lineId, b.token, order.buyer),
            budget,
            timetable.validUntil + timetable.acceptanceWindow,
            contractTerms,
            schedule
        );
    }

    /// @inheritdoc IFrameworkContests
    function cancel(bytes32 id, bytes32 reason) external {
        _cancel(id, reason);
        _giveBack(id);
    }

    /* SUPPLIERS */

    /// @inheritdoc IFrameworkContests
    function quote(bytes32 id, bytes32 commitment, bytes calldata ciphertext) external {
        uint64 supplier = REGISTRY.entityOf(msg.sender);
        bytes32 list = BOOK.listOf(getSubject[id].framework, supplier);
        require(REGISTRY.isActive(supplier, Entity.Kind.Supplier) && list != 0, Errors.Quote_NotEligible(id, supplier));
        listOf[id][supplier] = list;
        _file(id, supplier, REGISTRY.getEntity(supplier).group, commitment, ciphertext);
    }

    /// @inheritdoc IFrameworkContests
    function accept(
        bytes32 id,
        ContractDraft.Purchase calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external returns (bytes32 contractId) {
        (uint64 supplier, uint128 price) = _accept(id);
        BOOK.giveBack(getSubject[id].framework, _contests[id].budget - price);
        contractId = DESK.conclude(id, purchase, contractTerms, schedule, supplier, price);
        emit QuoteAccepted(id, msg.sender, supplier, price, contractId);
    }

    /* ANYONE */

    /// @inheritdoc IFrameworkContests
    function open(
        bytes32 id,
        uint64 supplier,
        uint128 price,
        bytes32 salt,
        Framework.Need[] calldata basket,
        uint128[] calldata prices,
        uint64 hint
    ) external {
        bytes32 subject = getSubject[id].basket;
        bytes32 given = BasketMath.hashOf(basket);
        require(given == subject, Errors.CallOff_BasketMismatch(id, given, subject));
        bytes32 list = BasketMath.hashOf(prices);
        bytes32 expected = listOf[id][supplier];
        require(list == expected, Errors.Framework_ListMismatch(id, supplier, list, expected));
        uint256 bound = BasketMath.total(basket, prices);
        uint128 most = bound < type(uint128).max ? uint128(bound) : type(uint128).max;
        _openQuote(id, supplier, price, salt, most, hint);
    }

    /// @inheritdoc IFrameworkContests
    function end(bytes32 id) external {
        _end(id);
        _giveBack(id);
    }

    /* INTERNAL */

    /// @dev Nothing is bought: the whole budget returns, to the line and to the ceiling.
    function _giveBack(bytes32 id) private {
        BOOK.giveBack(getSubject[id].framework, _contests[id].budget);
        DESK.release(id);
    }
}

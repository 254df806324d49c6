// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {Entity} from "../registry/types/Entity.sol";
import {SelfEndingPause} from "../shared/abstracts/SelfEndingPause.sol";
import {Document, Documents} from "../shared/types/Document.sol";
import {PurchaseDays} from "./abstracts/PurchaseDays.sol";
import {IPurchaseDesk} from "./interfaces/IPurchaseDesk.sol";
import {IFrameworkBook} from "./interfaces/IFrameworkBook.sol";
import {IFrameworkOrders} from "./interfaces/IFrameworkOrders.sol";
import {BasketMath} from "./libraries/BasketMath.sol";
import {ContractDraft} from "./libraries/ContractDraft.sol";
import {FrameworkClock} from "./libraries/FrameworkClock.sol";
import {QuoteErrors as Errors} from "./libraries/QuoteErrors.sol";
import {TenderHash} from "./libraries/TenderHash.sol";
import {Framework} from "./types/Framework.sol";
import {Tender} from "./types/Tender.sol";

/// @title FrameworkOrders
contract FrameworkOrders is IFrameworkOrders, PurchaseDays, SelfEndingPause {
    using Documents for Document;

    /// @notice Who the entities are.
    IRegistry public immutable REGISTRY;
    /// @notice Reserves money and opens contracts; this contract must hold the awarding role there.
    IPurchaseDesk public immutable DESK;
    /// @notice The frameworks.
    IFrameworkBook public immutable BOOK;

    mapping(bytes32 id => Framework.CallOff callOff) private _callOffs;
    /// @inheritdoc IFrameworkOrders
    mapping(bytes32 framework => mapping(uint64 supplier => uint256 refusals)) public refusalsOf;
    /// @inheritdoc IFrameworkOrders
    mapping(bytes32 framework => mapping(uint64 group => bool barred)) public isBarred;

    /// @param authority The AccessManager.
    /// @param registry Who the entities are.
    /// @param desk Reserves money and opens contracts.
    /// @param book The frameworks; it must bind this contract.
    constructor(
        address authority,
        IRegistry registry,
        IPurchaseDesk desk,
        IFrameworkBook book
    ) AccessManaged(authority) {
        require(address(registry).code.length != 0, Errors.Quote_NotAContract(address(registry)));
        require(address(desk).code.length != 0, Errors.Quote_NotAContract(address(desk)));
        require(address(book).code.length != 0, Errors.Quote_NotAContract(address(book)));
        REGISTRY = registry;
        DESK = desk;
        BOOK = book;
    }

    /* BUYER */

    /// @inheritdoc IFrameworkOrders
    function callOff(
        Framework.Order calldata order,
        uint64 supplier,
        uint128[] calldata prices,
        Document calldata justification,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external restricted whenNotPaused returns (bytes32 id) {
        Framework.Book memory b = BOOK.getFramework(order.framework);
        id = _begin(order, TenderHash.hashOf(contractTerms, schedule, true), b.contractTerms);
        uint128 price = _priceOf(id, order.framework, order.basket, supplier, prices);
        _take(id, order, b.token, price);
        _enter(id, order, supplier, price, justification, b);
        _callOffs[id].leastPrice = DESK.commit(
            id,
            ContractDraft.Purchase(order.ocid, b.category, order.lineId, b.token, order.buyer),
            price,
            _callOffs[id].acceptBy,
            contractTerms,
            schedule
        );
    }

    /* SUPPLIERS */

    /// @inheritdoc IFrameworkOrders
    function accept(
        bytes32 id,
        ContractDraft.Purchase calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external returns (bytes32 contractId) {
        uint64 supplier = _requireSupplier(id);
        require(REGISTRY.isActive(supplier, Entity.Kind.Supplier), Errors.Quote_NotEligible(id, supplier));
        Framework.CallOff storage c = _callOffs[id];
        c.outcome = Framework.Outcome.Contracted;
        uint128 price = c.price;
        contractId = DESK.conclude(id, purchase, contractTerms, schedule, supplier, price);
        emit CallOffAccepted(id, msg.sender, supplier, price, contractId);
    }

    /// @inheritdoc IFrameworkOrders
    function decline(bytes32 id) external {
        _requireSupplier(id);
        _refuse(id, true);
    }

    /* ANYONE */

    /// @inheritdoc IFrameworkOrders
    function object(bytes32 id, Framework.Need[] calldata basket, uint64 supplier, uint128[] calldata prices) external {
        _requireStatus(id, Framework.OrderStatus.Objections);
        Framework.CallOff storage c = _callOffs[id];
        bytes32 given = BasketMath.hashOf(basket);
        bytes32 expected = c.basket;
        require(given == expected, Errors.CallOff_BasketMismatch(id, given, expected));
        uint128 price = _priceOf(id, c.framework, basket, supplier, prices);
        _requireNotBarred(id, c.framework, supplier);
        (uint128 before, uint64 from) = (c.price, c.supplier);
        require(price < before, Errors.CallOff_NotCheaper(id, price, before));
        require(price >= c.leastPrice, Errors.CallOff_Basket(id, price));
        (c.price, c.supplier, c.moved) = (price, supplier, true);
        emit CallOffMoved(id, msg.sender, supplier, price, from, before);
        _restore(c, before - price);
    }

    /// @inheritdoc IFrameworkOrders
    function lapse(bytes32 id) external {
        _requireStatus(id, Framework.OrderStatus.Silent);
        _refuse(id, false);
    }

    /* VIEWS */

    /// @inheritdoc IFrameworkOrders
    function getCallOff(bytes32 id) external view returns (Framework.CallOff memory) {
        return _callOffs[id];
    }

    /// @inheritdoc IFrameworkOrders
    function boughtOf(bytes32 framework, uint64 buyer) external view returns (uint256) {
        return _boughtUntil(_kind(framework, buyer), block.timestamp);
    }

    /// @inheritdoc IFrameworkOrders
    function orderStatusOf(bytes32 id) public view returns (Framework.OrderStatus) {
        return FrameworkClock.statusOf(_callOffs[id], block.timestamp);
    }

    /* INTERNAL */

    /// @dev Takes a price from the ceiling, unless a second competition is due.
    function _take(bytes32 id, Framework.Order calldata order, address token, uint128 price) private {
        bytes32 kind = _kind(order.framework, order.buyer);
        uint256 bought = _boughtUntil(kind, block.timestamp) + price;
        uint256 below = DESK.thresholdOf(token);
        require(bought < below, Errors.CallOff_CompetitionDue(id, bought, below));
        _count(kind, block.timestamp, price);
        BOOK.take(order.framework, price);
    }

    /// @dev Enters a call-off.
    function _enter(
        bytes32 id,
        Framework.Order calldata order,
        uint64 supplier,
        uint128 price,
        Document calldata justification,
        Framework.Book memory b
    ) private {
        Framework.CallOff storage c = _callOffs[id];
        (c.framework, c.basket) = (order.framework, BasketMath.hashOf(order.basket));
        (c.price, c.supplier, c.buyer) = (price, supplier, order.buyer);
        uint40 time = uint40(block.timestamp);
        c.calledAt = time;
        if (!justification.isValid()) {
            time += b.objectionWindow;
            c.objectionsBy = time;
        }
        c.acceptBy = time + b.acceptanceWindow;
        _announce(id, c, order, justification);
    }

    function _announce(
        bytes32 id,
        Framework.CallOff storage c,
        Framework.Order calldata order,
        Document calldata justification
    ) private {
        emit CalledOff(
            id,
            msg.sender,
            order.framework,
            c.supplier,
            c.price,
            c.objectionsBy,
            c.acceptBy,
            order,
            justification
        );
    }

    /// @dev Ends a call-off without a contract and counts the supplier's refusal.
    function _refuse(bytes32 id, bool declined) private {
        Framework.CallOff storage c = _callOffs[id];
        uint64 supplier = c.supplier;
        c.outcome = Framework.Outcome.Lapsed;
        ++refusalsOf[c.framework][supplier];
        if (c.moved) isBarred[c.framework][_groupOf(c.framework, supplier)] = true;
        emit CallOffRefused(id, msg.sender, supplier, declined);
        _restore(c, c.price);
        DESK.release(id);
    }

    /// @dev Gives a part of a call-off back to the ceiling, and counts it no longer.
    function _restore(Framework.CallOff storage c, uint128 amount) private {
        bytes32 framework = c.framework;
        _uncount(_kind(framework, c.buyer), c.calledAt, amount);
        BOOK.giveBack(framework, amount);
    }

    /// @dev Checks who orders under what.
    /// @param given Hash of contract and schedule.
    /// @param expected The framework's.
    function _begin(Framework.Order calldata order, bytes32 given, bytes32 expected) private view returns (bytes32 id) {
        id = keccak256(abi.encode(block.chainid, address(this), order.framework, order.buyer, order.ocid));
        require(
            msg.sender == REGISTRY.accountOf(order.buyer) && REGISTRY.isActive(order.buyer, Entity.Kind.PublicBody),
            Errors.Quote_NotTheBuyer(id, msg.sender, order.buyer)
        );
        require(_callOffs[id].calledAt == 0, Errors.CallOff_Exists(id));
        require(given == expected, Errors.Quote_TermsMismatch(id, given, expected));
    }

    /// @dev What a basket costs by the list of a supplier that may receive it.
    function _priceOf(
        bytes32 id,
        bytes32 framework,
        Framework.Need[] calldata basket,
        uint64 supplier,
        uint128[] calldata prices
    ) private view returns (uint128) {
        bytes32 expected = BOOK.listOf(framework, supplier);
        bytes32 given = BasketMath.hashOf(prices);
        require(given == expected, Errors.Framework_ListMismatch(id, supplier, given, expected));
        require(REGISTRY.isActive(supplier, Entity.Kind.Supplier), Errors.Quote_NotEligible(id, supplier));
        uint256 total = BasketMath.total(basket, prices);
        require(total != 0 && total <= type(uint112).max, Errors.CallOff_Basket(id, total));
        return uint128(total); // checked to fit
    }

    /// @dev Whoever refused what an objection brought it does not stand by its list: showing it again would only hold orders up.
    function _requireNotBarred(bytes32 id, bytes32 framework, uint64 supplier) private view {
        uint64 group = _groupOf(framework, supplier);
        require(!isBarred[framework][group], Errors.CallOff_Barred(id, supplier, group));
    }

    /// @dev The business group as copied when the list was filed.
    function _groupOf(bytes32 framework, uint64 supplier) private view returns (uint64) {
        return BOOK.getOffer(framework, supplier).group;
    }

    /// @dev The supplier of a call-off, for whom the caller acts within the window.
    function _requireSupplier(bytes32 id) private view returns (uint64 supplier) {
        _requireStatus(id, Framework.OrderStatus.Acceptance);
        supplier = _callOffs[id].supplier;
        require(msg.sender == REGISTRY.accountOf(supplier), Errors.CallOff_NotTheSupplier(id, msg.sender, supplier));
    }

    function _requireStatus(bytes32 id, Framework.OrderStatus expected) private view {
        Framework.OrderStatus status = orderStatusOf(id);
        require(status == expected, Errors.CallOff_Status(id, status));
    }

    /// @dev What the call-offs of one body under one framework are summed by.
    function _kind(bytes32 framework, uint64 buyer) private pure returns (bytes32) {
        return keccak256(abi.encode(framework, buyer));
    }
}

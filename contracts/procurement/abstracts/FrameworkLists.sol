// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Entity} from "../../registry/types/Entity.sol";
import {IFrameworkBook} from "../interfaces/IFrameworkBook.sol";
import {BasketMath} from "../libraries/BasketMath.sol";
import {QuoteCheck} from "../libraries/QuoteCheck.sol";
import {QuoteErrors as Errors} from "../libraries/QuoteErrors.sol";
import {QuoteMath} from "../libraries/QuoteMath.sol";
import {SealedQuote} from "../libraries/SealedQuote.sol";
import {Framework} from "../types/Framework.sol";
import {Quotes} from "../types/Quotes.sol";
import {FrameworkBookState} from "./FrameworkBookState.sol";

/// @notice Sealed price lists, their openings, and prices that only fall.
abstract contract FrameworkLists is FrameworkBookState {
    /* SUPPLIERS */

    /// @inheritdoc IFrameworkBook
    function offer(bytes32 id, bytes32 commitment, bytes calldata ciphertext) external {
        _requireStatus(id, Framework.Status.Offering);
        uint64 supplier = REGISTRY.entityOf(msg.sender);
        require(REGISTRY.isActive(supplier, Entity.Kind.Supplier), Errors.Quote_NotEligible(id, supplier));
        require(commitment != 0, Errors.Quote_NoCommitment(id));
        QuoteCheck.requireCiphertext(id, ciphertext.length, MAX_CIPHERTEXT);
        uint64 group = REGISTRY.getEntity(supplier).group;
        Framework.Offer storage o = _offers[id][supplier];
        if (o.commitment != 0) --_groups[id][o.group].filed;
        ++_groups[id][group].filed;
        (o.commitment, o.group) = (commitment, group);
        emit ListFiled(id, msg.sender, supplier, group, commitment, ciphertext);
    }

    /// @inheritdoc IFrameworkBook
    function withdraw(bytes32 id) external {
        _requireStatus(id, Framework.Status.Offering);
        uint64 supplier = REGISTRY.entityOf(msg.sender);
        Framework.Offer storage o = _offers[id][supplier];
        require(o.commitment != 0, Errors.Quote_None(id, supplier));
        --_groups[id][o.group].filed;
        delete _offers[id][supplier];
        emit ListWithdrawn(id, msg.sender, supplier);
    }

    /// @inheritdoc IFrameworkBook
    function lower(bytes32 id, uint128[] calldata before, uint128[] calldata prices) external {
        _requireStatus(id, Framework.Status.Active);
        uint64 supplier = REGISTRY.entityOf(msg.sender);
        _requireList(id, supplier, BasketMath.hashOf(before));
        require(BasketMath.isLowered(prices, before), Errors.Framework_NotLower(id, supplier));
        _offers[id][supplier].list = BasketMath.hashOf(prices);
        emit ListLowered(id, msg.sender, supplier, prices);
    }

    /* ANYONE */

    /// @inheritdoc IFrameworkBook
    function open(
        bytes32 id,
        uint64 supplier,
        Framework.Item[] calldata items,
        uint128[] calldata prices,
        bytes32 salt
    ) external {
        bytes32 given = BasketMath.hashOf(items);
        bytes32 expected = _books[id].catalogue;
        require(given == expected, Errors.Quote_TermsMismatch(id, given, expected));
        bool valid = BasketMath.isWithin(prices, items);
        _admit(id, supplier, BasketMath.hashOf(prices), salt, valid);
        emit ListOpened(id, msg.sender, supplier, prices, salt, valid);
    }

    /* INTERNAL */

    /// @dev Enters an opened list, and its group once all its lists are opened.
    function _admit(bytes32 id, uint64 supplier, bytes32 list, bytes32 salt, bool valid) private {
        _requireStatus(id, Framework.Status.Opening);
        Framework.Offer storage o = _offers[id][supplier];
        bytes32 commitment = o.commitment;
        require(commitment != 0, Errors.Quote_None(id, supplier));
        require(!o.opened, Errors.Quote_AlreadyOpened(id, supplier));
        require(
            SealedQuote.priceList(block.chainid, address(this), id, supplier, list, salt) == commitment,
            Errors.Quote_Mismatch(id, supplier)
        );
        (o.list, o.opened, o.valid) = (list, true, valid);
        Quotes.Group memory g = QuoteMath.withOpened(_groups[id][o.group], supplier, 0, valid);
        _groups[id][o.group] = g;
        if (QuoteMath.takesPart(g)) ++_books[id].admitted;
    }
}

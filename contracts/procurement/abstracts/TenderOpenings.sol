// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Documents} from "../../shared/types/Document.sol";
import {ITenderBook} from "../interfaces/ITenderBook.sol";
import {ContractDraft} from "../libraries/ContractDraft.sol";
import {SealedBid} from "../libraries/SealedBid.sol";
import {TenderErrors as Errors} from "../libraries/TenderErrors.sol";
import {BidFlags} from "../types/BidFlags.sol";
import {Tender} from "../types/Tender.sol";
import {TenderBids} from "./TenderBids.sol";

/// @notice The two openings: what an envelope says, if it hashes to what was sealed.
abstract contract TenderOpenings is TenderBids {
    /* ANYONE */

    /// @inheritdoc ITenderBook
    function openTechnical(
        bytes32 id,
        uint64 bidder,
        Tender.Technical calldata envelope,
        bytes32 priceCommitment,
        string calldata pointer
    ) external {
        _requireRunning(id);
        Tender.Desk storage d = _desks[id];
        Tender.Openings storage o = _openings[id];
        _requireWithin(id, o.technicalFrom, o.technicalBy);
        require(bytes(pointer).length <= Documents.MAX_POINTER, Errors.Tender_InvalidDocument(id));
        Tender.Sealed memory s = _sealed[id][bidder];
        require(s.version == d.version, Errors.Bid_Stale(id, bidder, s.version));
        _requireSealed(id, s, SealedBid.technical(_context(id, s.version, bidder), envelope), priceCommitment, bidder);
        Tender.Bid memory b = _bids[id][bidder];
        if (b.flags == 0) b = _copy(id, bidder, d.joint);
        require(b.flags & BidFlags.TECHNICAL == 0, Errors.Bid_State(id, bidder, b.flags));
        if (b.flags & BidFlags.ELIGIBLE != 0) {
            b.flags |= BidFlags.TECHNICAL;
            for (uint256 i; i < 4; ++i) b.declared |= uint128(envelope.declared[i]) << (32 * uint128(i));
            ++o.opened;
            emit TechnicalOpened(id, msg.sender, bidder, envelope, pointer);
        }
        _bids[id][bidder] = b;
    }

    /// @inheritdoc ITenderBook
    function openPrice(bytes32 id, uint64 bidder, uint128 price, bytes32 salt, bytes32 technicalCommitment) external {
        Tender.Openings storage o = _openings[id];
        _requireWithin(id, o.pricesFrom, o.pricesBy);
        Tender.Offer storage offer = _offers[id][bidder];
        uint8 flags = offer.flags;
        require(
            flags & (BidFlags.QUALIFIED | BidFlags.PRICE) == BidFlags.QUALIFIED,
            Errors.Bid_State(id, bidder, flags)
        );
        Tender.Sealed memory s = _sealed[id][bidder];
        bytes32 priceCommitment = SealedBid.price(_context(id, s.version, bidder), price, salt);
        _requireSealed(id, s, technicalCommitment, priceCommitment, bidder);
        Tender.Prices memory p = _prices[id];
        bool admissible = price <= p.budget && price >= ContractDraft.leastPrice(p.smallestShareBps);
        offer.flags = flags | BidFlags.PRICE;
        if (admissible) offer.price = uint112(price); // at most the budget
        unchecked {
            p.lot += uint128(uint256(salt)); // modulo 2^128
        }
        _prices[id] = p;
        emit PriceOpened(id, msg.sender, bidder, price, admissible);
    }

    /* INTERNAL */

    function _context(bytes32 id, uint8 version, uint64 bidder) private view returns (SealedBid.Context memory) {
        return SealedBid.Context(block.chainid, address(this), id, version, bidder);
    }

    function _requireSealed(
        bytes32 id,
        Tender.Sealed memory s,
        bytes32 technical,
        bytes32 price,
        uint64 bidder
    ) private pure {
        require(
            s.version != 0 && bytes26(SealedBid.commitment(technical, price)) == s.commitment,
            Errors.Bid_EnvelopeMismatch(id, bidder)
        );
    }
}

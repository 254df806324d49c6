// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Tender} from "../types/Tender.sol";

/// @notice The two envelopes of a bid and the one word that commits to both.
/// @dev Every word has its own place (`abi.encode`), and the type names what it is, so that no envelope reads as another. Bound to chain, book,
/// tender, version and bidder: a copied commitment opens for nobody but the one who made it.
library SealedBid {
    bytes32 private constant TECHNICAL_TYPEHASH = keccak256(
        "TechnicalEnvelope(uint256 chainId,address book,bytes32 tender,uint8 version,uint64 bidder,bytes32 document,uint32[4] declared,bytes32 salt)"
    );
    bytes32 private constant PRICE_TYPEHASH = keccak256(
        "PriceEnvelope(uint256 chainId,address book,bytes32 tender,uint8 version,uint64 bidder,uint128 price,bytes32 salt)"
    );
    bytes32 private constant BID_TYPEHASH = keccak256("Bid(bytes32 technical,bytes32 price)");

    /// @notice Where and by whom an envelope may be opened.
    struct Context {
        uint256 chainId;
        address book;
        bytes32 tender;
        uint8 version;
        uint64 bidder;
    }

    /// @notice The commitment of a technical envelope.
    function technical(Context memory c, Tender.Technical memory envelope) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    TECHNICAL_TYPEHASH,
                    c.chainId,
                    c.book,
                    c.tender,
                    c.version,
                    c.bidder,
                    envelope.document,
                    envelope.declared,
                    envelope.salt
                )
            );
    }

    /// @notice The commitment of a price envelope.
    /// @param amount The price, token units, taxes included.
    function price(Context memory c, uint128 amount, bytes32 salt) internal pure returns (bytes32) {
        return keccak256(abi.encode(PRICE_TYPEHASH, c.chainId, c.book, c.tender, c.version, c.bidder, amount, salt));
    }

    /// @notice The commitment of a bid.
    function commitment(bytes32 technicalCommitment, bytes32 priceCommitment) internal pure returns (bytes32) {
        return keccak256(abi.encode(BID_TYPEHASH, technicalCommitment, priceCommitment));
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice The one word that commits to a sealed quote, or to a sealed price list.
/// @dev Every word has its own place (`abi.encode`), and the type names what it is. Bound to chain, book, record and supplier: a copied
/// commitment opens for nobody but the one who made it, and nowhere else.
library SealedQuote {
    bytes32 private constant QUOTE_TYPEHASH = keccak256(
        "SealedQuote(uint256 chainId,address book,bytes32 contest,uint64 supplier,uint128 price,bytes32 salt)"
    );
    bytes32 private constant LIST_TYPEHASH = keccak256(
        "SealedPriceList(uint256 chainId,address book,bytes32 framework,uint64 supplier,bytes32 list,bytes32 salt)"
    );

    /// @notice The commitment of a quote.
    /// @param book The contract that takes it.
    /// @param contest The request, or the second competition of a framework.
    /// @param price Token units, taxes included.
    /// @param salt The supplier's secret, 32 random bytes.
    function quote(
        uint256 chainId,
        address book,
        bytes32 contest,
        uint64 supplier,
        uint128 price,
        bytes32 salt
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(QUOTE_TYPEHASH, chainId, book, contest, supplier, price, salt));
    }

    /// @notice The commitment of a price list.
    /// @param list Hash of the list.
    function priceList(
        uint256 chainId,
        address book,
        bytes32 framework,
        uint64 supplier,
        bytes32 list,
        bytes32 salt
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(LIST_TYPEHASH, chainId, book, framework, supplier, list, salt));
    }
}

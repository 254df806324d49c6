// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Framework} from "../types/Framework.sol";

/// @notice Price lists against a catalogue, and baskets against a price list. A price of 0 means that the item is not offered.
library BasketMath {
    /// @notice Most items of a catalogue.
    uint256 internal constant MAX_ITEMS = 256;

    /// @notice Whether a catalogue has items in strictly ascending order of code, each with a price.
    function isSound(Framework.Item[] calldata items) internal pure returns (bool) {
        if (items.length == 0 || items.length > MAX_ITEMS) return false;
        uint32 before;
        for (uint256 i; i < items.length; ++i) {
            if (items[i].code <= before || items[i].maxPrice == 0) return false;
            before = items[i].code;
        }
        return true;
    }

    /// @notice Whether a list offers something, and nothing above its highest price.
    function isWithin(uint128[] calldata prices, Framework.Item[] calldata items) internal pure returns (bool) {
        if (prices.length != items.length) return false;
        bool offers;
        for (uint256 i; i < prices.length; ++i) {
            if (prices[i] > items[i].maxPrice) return false;
            if (prices[i] != 0) offers = true;
        }
        return offers;
    }

    /// @notice Whether a list only lowers prices of another, offers the same items, and lowers one at least.
    function isLowered(uint128[] calldata prices, uint128[] calldata before) internal pure returns (bool) {
        if (prices.length != before.length) return false;
        bool lower;
        for (uint256 i; i < prices.length; ++i) {
            if (prices[i] > before[i] || (prices[i] == 0 && before[i] != 0)) return false;
            if (prices[i] < before[i]) lower = true;
        }
        return lower;
    }

    /// @notice Quantities times prices.
    /// @return sum Token units; 0 where the basket is empty or out of order, or the list does not cover it.
    function total(Framework.Need[] calldata basket, uint128[] calldata prices) internal pure returns (uint256 sum) {
        uint256 next;
        for (uint256 i; i < basket.length; ++i) {
            Framework.Need calldata n = basket[i];
            if (n.item < next || n.item >= prices.length) return 0;
            uint256 cost = uint256(prices[n.item]) * n.quantity;
            if (cost == 0) return 0;
            sum += cost; // at most 2^16 items of 2^192
            next = uint256(n.item) + 1;
        }
    }

    /// @notice The hash that stands for a price list.
    function hashOf(uint128[] calldata prices) internal pure returns (bytes32) {
        return keccak256(abi.encode(prices));
    }

    /// @notice The hash that stands for a catalogue.
    function hashOf(Framework.Item[] calldata items) internal pure returns (bytes32) {
        return keccak256(abi.encode(items));
    }

    /// @notice The hash that stands for a basket.
    function hashOf(Framework.Need[] calldata basket) internal pure returns (bytes32) {
        return keccak256(abi.encode(basket));
    }
}

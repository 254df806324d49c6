// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Quotes} from "../types/Quotes.sol";

/// @notice Groups in ascending order of price, as a doubly linked list: the first is the cheapest, and removing one costs the same for any number.
/// @dev Whoever inserts says behind which group; a wrong hint costs its sender gas and never changes the order. Key 0 is the list's end
/// and its beginning; a group in the list has a price that is not zero.
library QuoteRanking {
    /// @notice The cheapest group, 0 if there is none.
    function first(mapping(uint64 group => Quotes.Node node) storage nodes) internal view returns (uint64) {
        return nodes[0].next;
    }

    /// @notice Whether a group is in the list.
    function contains(
        mapping(uint64 group => Quotes.Node node) storage nodes,
        uint64 group
    ) internal view returns (bool) {
        return nodes[group].price != 0;
    }

    /// @notice Puts a group behind every other that is not dearer.
    /// @param price Token units, not zero.
    /// @param hint A group near its place; any other value begins at the cheapest.
    function insert(
        mapping(uint64 group => Quotes.Node node) storage nodes,
        uint64 group,
        uint128 price,
        uint64 hint
    ) internal {
        uint64 before = nodes[hint].price == 0 ? 0 : hint;
        while (nodes[before].price > price) before = nodes[before].previous;
        uint64 behind = nodes[before].next;
        while (behind != 0 && nodes[behind].price <= price) {
            before = behind;
            behind = nodes[before].next;
        }
        nodes[group] = Quotes.Node(price, before, behind);
        nodes[before].next = group;
        nodes[behind].previous = group;
    }

    /// @notice Takes a group that is in the list out of it.
    function remove(mapping(uint64 group => Quotes.Node node) storage nodes, uint64 group) internal {
        Quotes.Node memory node = nodes[group];
        delete nodes[group];
        nodes[node.previous].next = node.next;
        nodes[node.next].previous = node.previous;
    }
}

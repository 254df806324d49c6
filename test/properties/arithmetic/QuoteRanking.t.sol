// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {QuoteRanking} from "../../../contracts/procurement/libraries/QuoteRanking.sol";
import {Quotes} from "../../../contracts/procurement/types/Quotes.sol";
import {Property} from "../support/Property.sol";

/// @notice The ranking: in order, complete, and blind to hints, whatever is inserted and removed.
contract QuoteRankingTest is Property {
    using QuoteRanking for mapping(uint64 group => Quotes.Node node);

    uint64 private constant GROUPS = 16;

    mapping(uint64 group => Quotes.Node node) private _nodes;
    mapping(uint64 group => uint128 price) private _prices;

    /// @dev Few prices, so that many are equal; hints of groups that are in, out, unknown, and of both ends.
    function testFuzz_staysInOrderAndComplete(uint256 seed) public {
        for (uint256 step; step < 48; ++step) {
            uint256 word = uint256(keccak256(abi.encode(seed, step)));
            uint64 group = 1 + uint64(word % GROUPS);
            if (_nodes.contains(group)) {
                _nodes.remove(group);
                _prices[group] = 0;
            } else {
                uint128 price = 1 + uint128((word >> 64) % 5);
                _nodes.insert(group, price, uint64((word >> 128) % (GROUPS + 3)));
                _prices[group] = price;
            }
            _assertOrder();
        }
    }

    function _assertOrder() private view {
        uint256 expected;
        for (uint64 group = 1; group <= GROUPS; ++group) {
            if (_prices[group] != 0) ++expected;
            VM.assertTrue(_nodes.contains(group) == (_prices[group] != 0), "contains");
        }
        uint256 found;
        uint64 before;
        for (uint64 here = _nodes.first(); here != 0; here = _nodes[here].next) {
            VM.assertEq(_nodes[here].price, _prices[here], "price");
            VM.assertEq(_nodes[here].previous, before, "back");
            VM.assertTrue(before == 0 || _prices[before] <= _prices[here], "order");
            before = here;
            ++found;
        }
        VM.assertEq(_nodes[0].previous, before, "last");
        VM.assertEq(found, expected, "complete");
    }
}

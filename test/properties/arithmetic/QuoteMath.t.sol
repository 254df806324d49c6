// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {PurchaseDays} from "../../../contracts/procurement/abstracts/PurchaseDays.sol";
import {QuoteMath} from "../../../contracts/procurement/libraries/QuoteMath.sol";
import {Quotes} from "../../../contracts/procurement/types/Quotes.sol";
import {Property} from "../support/Property.sol";

/// @notice Groups of quotes, and purchases that count together.
contract QuoteMathTest is Property, PurchaseDays {
    bytes32 private constant KIND = "kind";

    function testFuzz_aGroupCountsWithItsLowestWhateverTheOrder(
        uint128[4] memory prices,
        uint256 budgetWord
    ) public pure {
        uint128 budget = _bound128(budgetWord, 1, type(uint128).max);
        Quotes.Group memory up = Quotes.Group(0, 4, 0, 0);
        Quotes.Group memory down = Quotes.Group(0, 4, 0, 0);
        uint128 lowest = type(uint128).max;
        bool any;
        for (uint64 i; i < 4; ++i) {
            up = _opened(up, i, prices[i], budget);
            down = _opened(down, 3 - i, prices[3 - i], budget);
            if (QuoteMath.isAdmissible(prices[i], 1, budget) && prices[i] <= lowest) (lowest, any) = (prices[i], true);
        }
        VM.assertEq(up.best, down.best, "order");
        VM.assertTrue(QuoteMath.takesPart(up) == any, "part");
        if (any) VM.assertEq(up.price, lowest, "lowest");
    }

    function testFuzz_oneUnopenedExcludesTheGroup(uint128[4] memory prices, uint32 left) public pure {
        Quotes.Group memory g = Quotes.Group(0, 4 + uint32(_bound(left, 1, 100)), 0, 0);
        for (uint64 i; i < 4; ++i) {
            g = _opened(g, i, prices[i], type(uint128).max);
            VM.assertTrue(!QuoteMath.takesPart(g), "part");
        }
    }

    /// @dev Each purchase counts on its own day and the thirty that follow, and no longer.
    function testFuzz_purchasesCountForThirtyDays(uint40[8] memory times, uint256 nowWord) public {
        uint256 time = _bound(nowWord, 100 days, 200 days);
        uint256 expected;
        for (uint256 i; i < 8; ++i) {
            uint256 bought = _bound(times[i], 40 days, time);
            _count(KIND, bought, uint128(1 << i));
            if (time / 1 days - bought / 1 days <= 30) expected += 1 << i;
        }
        VM.assertEq(_boughtUntil(KIND, time), expected, "counted");
        uint256 last = _bound(times[7], 40 days, time);
        _uncount(KIND, last, 128);
        if (time / 1 days - last / 1 days <= 30) expected -= 128;
        VM.assertEq(_boughtUntil(KIND, time), expected, "taken back");
        VM.assertEq(_boughtUntil("other", time), 0, "another kind");
    }

    function _opened(
        Quotes.Group memory g,
        uint64 index,
        uint128 price,
        uint128 budget
    ) private pure returns (Quotes.Group memory) {
        return QuoteMath.withOpened(g, index + 1, price, QuoteMath.isAdmissible(price, 1, budget));
    }
}

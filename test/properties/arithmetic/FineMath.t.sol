// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {FineMath} from "../../../contracts/procurement/libraries/FineMath.sol";
import {Property} from "../support/Property.sol";

/// @notice Fines: whole days, rounded down, bounded in all.
contract FineMathTest is Property {
    function testFuzz_onlyWholeDaysCount(uint256 dueWord, uint256 daysWord, uint256 rest) public pure {
        uint256 dueAt = _bound(dueWord, 0, type(uint40).max);
        uint256 late = _bound(daysWord, 0, 10_000);
        uint256 begun = _bound(rest, 0, 1 days - 1);
        VM.assertEq(FineMath.daysLate(dueAt, dueAt + late * 1 days + begun), late, "days");
        VM.assertEq(FineMath.daysLate(dueAt, _bound(rest, 0, dueAt)), 0, "in time");
    }

    function testFuzz_oneFineIsTheRateRoundedDownUnderTheBound(
        uint256 amountWord,
        uint256 priceWord,
        uint256 bpsWord,
        uint256 lateWord,
        uint256 imposedWord
    ) public pure {
        uint128 price = _bound128(priceWord, 0, type(uint128).max);
        uint128 amount = _bound128(amountWord, 0, type(uint128).max);
        uint16 bps = _bound16(bpsWord, 0, 10_000);
        uint16 cap = _bound16(bpsWord >> 128, 0, 3_000);
        uint256 late = _bound(lateWord, 0, type(uint40).max / 1 days);
        uint256 most = (uint256(price) * cap) / 10_000;
        uint128 imposed = _bound128(imposedWord, 0, most);
        uint256 fine = FineMath.fine(amount, bps, late, price, cap, imposed);
        VM.assertLe(imposed + fine, most, "bound");
        VM.assertLe(fine * 10_000, uint256(amount) * bps * late, "not above the rate");
        if (imposed + fine < most) {
            VM.assertTrue((fine + 1) * 10_000 > uint256(amount) * bps * late, "not a unit below the rate");
        }
    }

    /// @dev Also where the bound was passed before, it never underflows; and nothing late is ever free of days.
    function testFuzz_nothingIsFinedAtOrAboveTheBound(uint256 amountWord, uint256 imposedWord) public pure {
        uint128 amount = _bound128(amountWord, 0, type(uint128).max);
        uint128 imposed = _bound128(imposedWord, 300, type(uint128).max);
        VM.assertEq(FineMath.fine(amount, 10_000, 1_000, 1_000, 3_000, imposed), 0, "bound reached");
        VM.assertEq(FineMath.fine(amount, 10_000, 0, type(uint128).max, 3_000, 0), 0, "no day");
    }

    function testFuzz_manyFinesStayUnderTheBound(
        uint128[8] memory amounts,
        uint256 priceWord,
        uint256 seed
    ) public pure {
        uint128 price = _bound128(priceWord, 0, type(uint128).max);
        uint16 cap = _bound16(seed, 0, 3_000);
        uint128 imposed;
        for (uint256 i; i < 8; ++i) {
            uint256 late = uint256(keccak256(abi.encode(seed, i))) % 400;
            imposed += FineMath.fine(amounts[i], uint16(late), late, price, cap, imposed);
        }
        VM.assertLe(uint256(imposed) * 10_000, uint256(price) * cap, "bound");
    }
}

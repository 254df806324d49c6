// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {BasisPoints} from "../../../contracts/shared/libraries/BasisPoints.sol";
import {Property} from "../support/Property.sol";

/// @notice Shares in basis points: never above the whole, and a share and its complement lose nothing.
contract BasisPointsTest is Property {
    function testFuzz_floorAndCeilEncloseTheShare(uint256 amountWord, uint256 bpsWord) public pure {
        uint128 amount = _bound128(amountWord, 0, type(uint128).max);
        uint16 bps = _bound16(bpsWord, 0, 10_000);
        uint256 below = BasisPoints.floor(amount, bps);
        uint256 above = BasisPoints.ceil(amount, bps);
        uint256 exact = uint256(amount) * bps; // in ten-thousandths
        VM.assertLe(below * 10_000, exact, "floor");
        VM.assertLe(exact, above * 10_000, "ceil");
        VM.assertEq(above - below, exact % 10_000 == 0 ? 0 : 1, "one unit apart");
        VM.assertLe(above, amount, "whole");
    }

    function testFuzz_aShareAndItsComplementAreTheWhole(uint256 amountWord, uint256 bpsWord) public pure {
        uint128 amount = _bound128(amountWord, 0, type(uint128).max);
        uint16 bps = _bound16(bpsWord, 0, 10_000);
        uint256 sum = uint256(BasisPoints.floor(amount, bps)) + BasisPoints.ceil(amount, 10_000 - bps);
        VM.assertEq(sum, amount, "whole");
    }
}

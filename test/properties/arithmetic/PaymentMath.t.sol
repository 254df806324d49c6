// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {PaymentMath} from "../../../contracts/procurement/libraries/PaymentMath.sol";
import {Property} from "../support/Property.sol";

/// @notice Every accepted unit is paid, amortised, retained or fined, once; every released one returns or is answered for.
contract PaymentMathTest is Property {
    struct Words {
        uint256 price;
        uint256 unpaid;
        uint256 gross;
        uint256 advance;
        uint256 advanceLeft;
        uint256 retained;
        uint256 finesLeft;
        uint256 rates;
    }

    /// @dev A payment in any state that a contract can be in: the price may have been changed since, the advance partly amortised.
    function _payment(Words memory w) private pure returns (PaymentMath.Input memory i) {
        i.price = _bound128(w.price, 1, type(uint112).max);
        uint128 unpaid = _bound128(w.unpaid, 0, type(uint112).max);
        i.gross = _bound128(w.gross, 0, unpaid);
        i.unpaidAfter = unpaid - i.gross;
        i.advance = _bound128(w.advance, 0, i.price);
        i.advanceLeft = _bound128(w.advanceLeft, 0, unpaid < i.advance ? unpaid : i.advance);
        i.retained = _bound128(w.retained, 0, type(uint112).max);
        i.finesLeft = _bound128(w.finesLeft, 0, type(uint112).max);
        i.retentionBps = _bound16(w.rates, 0, 10_000);
        i.retentionCapBps = _bound16(w.rates >> 128, 0, 10_000);
    }

    function testFuzz_theFourPartsAreTheWhole(Words memory w) public pure {
        PaymentMath.Input memory i = _payment(w);
        PaymentMath.Split memory s = PaymentMath.split(i);
        VM.assertEq(uint256(s.net) + s.amortised + s.retained + s.fined, i.gross, "sum");
        VM.assertLe(s.amortised, i.advanceLeft, "amortised");
        VM.assertLe(i.advanceLeft - s.amortised, i.unpaidAfter, "advance left within what is unpaid");
        VM.assertLe(uint256(s.retained) * 10_000, uint256(i.gross) * i.retentionBps, "retention rate");
        if (s.retained != 0) {
            VM.assertLe((uint256(i.retained) + s.retained) * 10_000, uint256(i.price) * i.retentionCapBps, "cap");
        }
        VM.assertLe(s.fined, i.finesLeft, "fined");
        if (s.net != 0) VM.assertEq(s.fined, i.finesLeft, "fines before payment");
    }

    function testFuzz_theLastPaymentEndsTheAdvance(Words memory w) public pure {
        PaymentMath.Input memory i = _payment(w);
        (i.gross, i.unpaidAfter) = (i.gross + i.unpaidAfter, 0);
        VM.assertEq(PaymentMath.split(i).amortised, i.advanceLeft, "whole advance");
    }

    /// @dev Item 13: whatever the parts, the advance stands where one payment would have left it, and only the rounding of the retention differs.
    function testFuzz_partsEndWhereOnePaymentDoes(Words memory w, uint256[6] memory cuts) public pure {
        PaymentMath.Input memory whole = _payment(w);
        whole.advanceLeft = whole.advance;
        uint128 unpaid = whole.price;
        whole.gross = _bound128(w.gross, 0, unpaid);
        whole.unpaidAfter = unpaid - whole.gross;
        whole.retained = 0;
        PaymentMath.Split memory one = PaymentMath.split(whole);
        (uint128 gross, uint128 finesLeft) = (whole.gross, whole.finesLeft);
        PaymentMath.Split memory sum = _inParts(whole, unpaid, cuts);
        VM.assertEq(uint256(sum.net) + sum.amortised + sum.retained + sum.fined, gross, "sum");
        VM.assertEq(sum.amortised, one.amortised, "amortised");
        VM.assertLe(sum.retained, one.retained, "retention rounded down");
        if (one.amortised == 0) VM.assertLe(one.retained, uint256(sum.retained) + 6, "by a unit a payment at most");
        uint128 left = gross - sum.amortised - sum.retained;
        VM.assertEq(sum.fined, finesLeft < left ? finesLeft : left, "fined");
    }

    function _inParts(
        PaymentMath.Input memory i,
        uint128 unpaid,
        uint256[6] memory cuts
    ) private pure returns (PaymentMath.Split memory sum) {
        uint128 rest = i.gross;
        for (uint256 k; k < 7; ++k) {
            i.gross = k == 6 ? rest : _bound128(cuts[k], 0, rest);
            rest -= i.gross;
            unpaid -= i.gross;
            i.unpaidAfter = unpaid;
            PaymentMath.Split memory s = PaymentMath.split(i);
            i.advanceLeft -= s.amortised;
            i.retained += s.retained;
            i.finesLeft -= s.fined;
            sum = PaymentMath.Split(
                sum.net + s.net,
                sum.amortised + s.amortised,
                sum.retained + s.retained,
                sum.fined + s.fined
            );
        }
    }

    /// @dev Item 14: nothing hides in a payment of nothing or of one unit.
    function testFuzz_dustIsSplitToo(Words memory w) public pure {
        PaymentMath.Input memory i = _payment(w);
        i.gross = uint128(w.gross & 1);
        i.advanceLeft = _bound128(w.advanceLeft, 0, uint256(i.unpaidAfter) + i.gross);
        PaymentMath.Split memory s = PaymentMath.split(i);
        VM.assertEq(uint256(s.net) + s.amortised + s.retained + s.fined, i.gross, "sum");
    }

    function testFuzz_theWidestAmountsDoNotOverflow(uint128 gross, uint256 advanceWord) public pure {
        PaymentMath.Input memory i;
        i.gross = gross;
        i.unpaidAfter = type(uint128).max - gross;
        i.price = type(uint128).max;
        i.advance = _bound128(advanceWord, 0, type(uint128).max);
        i.advanceLeft = i.advance;
        i.finesLeft = type(uint128).max;
        i.retentionBps = 10_000;
        i.retentionCapBps = 10_000;
        PaymentMath.Split memory s = PaymentMath.split(i);
        VM.assertEq(uint256(s.net) + s.amortised + s.retained + s.fined, gross, "sum");
        VM.assertLe(i.advanceLeft - s.amortised, i.unpaidAfter, "advance left");
    }

    function testFuzz_aReleasedPartReturnsOrIsAnsweredFor(
        uint256 unpaidWord,
        uint256 part,
        uint256 leftWord
    ) public pure {
        uint128 unpaid = _bound128(unpaidWord, 0, type(uint128).max);
        uint128 amount = _bound128(part, 0, unpaid);
        uint128 unpaidAfter = unpaid - amount;
        uint128 advanceLeft = _bound128(leftWord, 0, unpaid);
        (uint128 released, uint128 unearned) = PaymentMath.releaseOf(amount, unpaidAfter, advanceLeft);
        VM.assertEq(uint256(released) + unearned, amount, "sum");
        VM.assertLe(advanceLeft - unearned, unpaidAfter, "advance left within what is unpaid");
        if (unearned != 0) VM.assertEq(advanceLeft - unearned, unpaidAfter, "not more than needed");
    }

    /// @dev Payments and releases in any order to the end: everything paid, retained, fined or released is the price, and no advance is left.
    function testFuzz_anyOrderOfPaymentsAndReleasesEndsExactly(Words memory w, uint256[8] memory steps) public pure {
        PaymentMath.Input memory i = _payment(w);
        i.advanceLeft = i.advance;
        i.retained = 0;
        uint128 unpaid = i.price;
        uint256 paid = i.advance;
        uint256 returned;
        for (uint256 k; k < 9; ++k) {
            i.gross = k == 8 ? unpaid : _bound128(steps[k], 0, unpaid);
            unpaid -= i.gross;
            i.unpaidAfter = unpaid;
            if (w.rates & (1 << (200 + k)) != 0) {
                (uint128 released, uint128 unearned) = PaymentMath.releaseOf(i.gross, unpaid, i.advanceLeft);
                i.advanceLeft -= unearned;
                returned += released;
            } else {
                PaymentMath.Split memory s = PaymentMath.split(i);
                i.advanceLeft -= s.amortised;
                i.retained += s.retained;
                i.finesLeft -= s.fined;
                paid += s.net;
                returned += s.fined;
            }
        }
        VM.assertEq(i.advanceLeft, 0, "no advance left");
        VM.assertEq(paid + returned + i.retained, i.price, "price");
    }
}

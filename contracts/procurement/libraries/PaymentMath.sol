// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {BasisPoints} from "../../shared/libraries/BasisPoints.sol";

/// @notice How an accepted amount becomes a payment. Nothing is lost: the four parts sum to the amount.
library PaymentMath {
    /// @notice What a payment is computed from, in token units.
    /// @param gross Accepted amount.
    /// @param unpaidAfter What remains unpaid in the contract after it.
    /// @param price Original price.
    /// @param advance Advance of the terms.
    /// @param advanceLeft What is not amortised yet, at most `unpaidAfter + gross`.
    /// @param retained Retention kept so far.
    /// @param finesLeft Final fines not covered yet; 0 where another than the supplier holds the receivable.
    /// @param retentionBps Part of the payment to retain.
    /// @param retentionCapBps Most to retain in all, of the price.
    struct Input {
        uint128 gross;
        uint128 unpaidAfter;
        uint128 price;
        uint128 advance;
        uint128 advanceLeft;
        uint128 retained;
        uint128 finesLeft;
        uint16 retentionBps;
        uint16 retentionCapBps;
    }

    /// @notice The parts of an accepted amount, in token units.
    /// @param net Paid to the payee.
    /// @param amortised Taken off the advance, which was paid already.
    /// @param retained Kept until final acceptance.
    /// @param fined Collected on final fines.
    struct Split {
        uint128 net;
        uint128 amortised;
        uint128 retained;
        uint128 fined;
    }

    /// @notice Splits an accepted amount: first the advance is amortised, then the retention kept, then fines taken; the rest is paid.
    /// @dev The advance is amortised in proportion to what remains unpaid, so that the last payment ends it exactly; the advance left never
    /// exceeds what remains unpaid.
    function split(Input memory i) internal pure returns (Split memory s) {
        uint128 left = i.gross;
        if (i.advanceLeft != 0) {
            // the product of two uint128 fits; the quotient is capped by the advance left
            uint256 target = (uint256(i.advance) * i.unpaidAfter) / i.price;
            if (target < i.advanceLeft) s.amortised = _min(i.advanceLeft - uint128(target), left);
            left -= s.amortised;
        }
        s.retained = _min(_min(BasisPoints.floor(i.gross, i.retentionBps), room(i)), left);
        left -= s.retained;
        s.fined = _min(i.finesLeft, left);
        s.net = left - s.fined;
    }

    /// @notice What may still be retained under the cap.
    function room(Input memory i) internal pure returns (uint128) {
        uint128 cap = BasisPoints.floor(i.price, i.retentionCapBps);
        return cap > i.retained ? cap - i.retained : 0;
    }

    /// @notice What becomes of a part that will not be paid.
    /// @param amount The part, token units.
    /// @param unpaidAfter What remains unpaid in the contract without it.
    /// @param advanceLeft Advance not amortised yet, at most `unpaidAfter + amount`.
    /// @return released Returns to the budget line.
    /// @return unearned Advance that no later payment can amortise: it was paid already, and its bond answers for it.
    function releaseOf(
        uint128 amount,
        uint128 unpaidAfter,
        uint128 advanceLeft
    ) internal pure returns (uint128 released, uint128 unearned) {
        unearned = advanceLeft > unpaidAfter ? advanceLeft - unpaidAfter : 0;
        released = amount - unearned;
    }

    function _min(uint128 a, uint128 b) private pure returns (uint128) {
        return a < b ? a : b;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ReviewMath} from "../../../contracts/procurement/libraries/ReviewMath.sol";
import {Agreement} from "../../../contracts/procurement/types/Agreement.sol";
import {MilestoneFlags} from "../../../contracts/procurement/types/MilestoneFlags.sol";
import {Property} from "../support/Property.sol";

/// @notice Every unit of a milestone is settled, withheld, objected, payable or under review: one of them, and exactly one.
contract ReviewMathTest is Property {
    struct Words {
        uint256 amount;
        uint256 settled;
        uint256 withheld;
        uint256 objected;
        uint256 deliveredAt;
        uint256 time;
        uint8 state;
    }

    /// @dev Any record that the escrow can write for a milestone that was delivered and is not settled.
    function _part(
        Words memory w
    )
        private
        pure
        returns (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x, uint256 time)
    {
        m.amount = _bound128(w.amount, 1, type(uint112).max);
        d.time = _bound40(w.deliveredAt, 1, type(uint40).max - 100 days);
        time = d.time + _bound(w.time, 0, 60 days);
        x.settled = _bound128(w.settled, 0, m.amount - 1);
        x.withheld = _bound128(w.withheld, 0, m.amount - x.settled);
        m.flags = MilestoneFlags.EXCEPTION;
        if (w.state & 1 == 0) return (m, d, x, time);
        m.flags |= MilestoneFlags.REVIEWED;
        x.objected = _bound128(w.objected, 0, m.amount - x.settled - x.withheld);
        if (x.objected != 0 && w.state & 2 != 0) x.objectedAt = d.time;
        x.disputed = x.objectedAt != 0 && w.state & 4 != 0;
    }

    function testFuzz_everyUnitIsInOnePlace(Words memory w) public pure {
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x, uint256 time) = _part(
            w
        );
        uint256 underReview = ReviewMath.isUnderReview(m, d, x, time) ? ReviewMath.reviewed(m, x) : 0;
        bool redelivered = ReviewMath.isRedelivered(x);
        uint256 objected = redelivered ? 0 : x.objected;
        uint256 payable_ = ReviewMath.payable_(m, d, x, time);
        VM.assertEq(payable_ + x.withheld + objected + x.settled + underReview, m.amount, "whole");
    }

    function testFuzz_silenceAcceptsAfterTheEighthDay(Words memory w) public pure {
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x, ) = _part(w);
        uint256 last = uint256(d.time) + 8 days;
        bool waits = !ReviewMath.has(m, MilestoneFlags.REVIEWED) || ReviewMath.isRedelivered(x);
        for (uint256 k; k < 2; ++k) {
            VM.assertTrue(ReviewMath.isUnderReview(m, d, x, last - k) == waits, "to the last second");
            VM.assertTrue(!ReviewMath.isDeemed(d, last - k), "not deemed yet");
        }
        VM.assertTrue(ReviewMath.isDeemed(d, last + 1), "deemed");
        VM.assertTrue(!ReviewMath.isUnderReview(m, d, x, last + 1), "no review after silence");
        uint128 before = ReviewMath.payable_(m, d, x, last);
        uint128 after_ = ReviewMath.payable_(m, d, x, last + 1);
        VM.assertEq(after_ - before, waits ? ReviewMath.reviewed(m, x) : 0, "silence accepts what was under review");
    }

    function testFuzz_timeNeverTakesWhatIsPayable(Words memory w, uint256 later) public pure {
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x, uint256 time) = _part(
            w
        );
        uint256 again = time + _bound(later, 0, 1_000 days);
        VM.assertLe(ReviewMath.payable_(m, d, x, time), ReviewMath.payable_(m, d, x, again), "payable");
    }

    function testFuzz_theStatusSaysWhatMayBeDone(Words memory w) public pure {
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x, uint256 time) = _part(
            w
        );
        Agreement.MilestoneStatus status = ReviewMath.statusOf(m, d, x, time);
        bool underReview = status == Agreement.MilestoneStatus.UnderReview;
        VM.assertTrue(underReview == ReviewMath.isUnderReview(m, d, x, time), "under review");
        VM.assertTrue((status == Agreement.MilestoneStatus.Disputed) == (!underReview && x.disputed), "disputed");
        bool objected = !underReview && !x.disputed && x.objectedAt != 0;
        VM.assertTrue((status == Agreement.MilestoneStatus.Objected) == objected, "objected");
        bool known = underReview || x.disputed || objected || status == Agreement.MilestoneStatus.Accepted;
        VM.assertTrue(known, "a status");
    }

    function testFuzz_aSettledMilestoneIsOver(Words memory w) public pure {
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x, uint256 time) = _part(
            w
        );
        m.flags |= MilestoneFlags.SETTLED;
        VM.assertTrue(!ReviewMath.isUnderReview(m, d, x, time), "no review");
        VM.assertEq(ReviewMath.payable_(m, d, x, time), 0, "nothing payable");
        Agreement.MilestoneStatus status = ReviewMath.statusOf(m, d, x, time);
        VM.assertEq(uint256(status), uint256(Agreement.MilestoneStatus.Settled), "settled");
    }

    function testFuzz_nothingIsPayableBeforeDelivery(Words memory w) public pure {
        (Agreement.Milestone memory m, Agreement.Delivery memory d, , uint256 time) = _part(w);
        (m.flags, d.time) = (0, 0);
        Agreement.Exception memory none;
        VM.assertEq(ReviewMath.payable_(m, d, none, time), 0, "nothing payable");
        VM.assertTrue(!ReviewMath.isUnderReview(m, d, none, time), "no review");
        Agreement.MilestoneStatus status = ReviewMath.statusOf(m, d, none, time);
        VM.assertEq(uint256(status), uint256(Agreement.MilestoneStatus.Scheduled), "scheduled");
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AwardClock} from "../../../contracts/procurement/libraries/AwardClock.sol";
import {Award} from "../../../contracts/procurement/types/Award.sol";
import {Tender} from "../../../contracts/procurement/types/Tender.sol";
import {PauseClock} from "../../../contracts/shared/libraries/PauseClock.sol";
import {Property} from "../support/Property.sol";

/// @notice The windows after an award follow one another, no pause shortens one, and complaints never suspend for longer than the cap.
contract AwardClockTest is Property {
    uint40 private constant AWARDED_AT = 1_800_000_000;

    /// @dev Complaints, review and signature of at most thirty days together, as the terms must keep them.
    function _stages(uint256 seed) private pure returns (Tender.Stages memory s) {
        s.complaintWindow = _window(seed, 1, 10 days);
        s.reviewWindow = _window(seed, 2, 10 days);
        s.signatureWindow = _window(seed, 3, 10 days);
        s.standstill = _window(seed, 4, 90 days);
        s.suspensionCap = _window(seed, 5, 90 days);
        s.validUntil = type(uint40).max;
    }

    function _window(uint256 seed, uint256 salt, uint256 most) private pure returns (uint32) {
        return uint32(_bound(uint256(keccak256(abi.encode(seed, salt))), 1 days, most));
    }

    function _review(uint256 seed) private pure returns (Award.Review memory v) {
        v.complaints = uint24(seed % 3);
        v.suspended = _window(seed, 6, 90 days);
    }

    function testFuzz_windowsFollowOneAnother(uint256 seed, uint256 pauseWord) public pure {
        Tender.Stages memory s = _stages(seed);
        Award.Review memory v = _review(seed);
        uint40 pausedAt = _bound40(pauseWord, AWARDED_AT - 10 days, AWARDED_AT + 120 days);
        AwardClock.Times memory t = AwardClock.timesOf(s, AWARDED_AT, v, pausedAt);
        VM.assertLe(AWARDED_AT + s.complaintWindow, t.complaintsUntil, "complaints");
        VM.assertLe(t.complaintsUntil, t.reviewUntil, "review");
        VM.assertLe(t.reviewUntil + 1, t.from, "signature after the review");
        VM.assertLe(AWARDED_AT + s.standstill + 1, t.from, "signature after the standstill");
        VM.assertLe(t.from + s.signatureWindow - 1, t.until, "signature");
        VM.assertEq(v.complaints == 0 ? t.reviewUntil : 0, v.complaints == 0 ? t.complaintsUntil : 0, "no review");
    }

    /// @dev The second pause is the only one that the book still knows, and the first one that may follow.
    function testFuzz_aSecondPauseNeverShortensAWindow(
        uint256 seed,
        uint256 firstWord,
        uint256 secondWord
    ) public pure {
        Tender.Stages memory s = _stages(seed);
        Award.Review memory v = _review(seed);
        uint40 first = _bound40(firstWord, AWARDED_AT - 10 days, AWARDED_AT + 40 days);
        AwardClock.Times memory before = AwardClock.timesOf(s, AWARDED_AT, v, first);
        uint256 rearmed = PauseClock.rearmAt(first);
        uint40 second = _bound40(secondWord, rearmed, rearmed + 120 days);
        AwardClock.Times memory t = AwardClock.timesOf(s, AWARDED_AT, v, second);
        if (second <= before.until) VM.assertLe(before.until, t.until, "signature");
        if (second <= before.reviewUntil) VM.assertLe(before.reviewUntil, t.reviewUntil, "review");
    }

    function testFuzz_complaintsNeverSuspendForLongerThanTheCap(uint256 seed, uint256 timeWord) public pure {
        Tender.Stages memory s = _stages(seed);
        Award.Review memory v = Award.Review(0, 1, 0, 0, 0);
        for (uint256 round; round < 12; ++round) {
            AwardClock.Times memory t = AwardClock.timesOf(s, AWARDED_AT, v, 0);
            uint256 time = AWARDED_AT + _bound(uint256(keccak256(abi.encode(timeWord, round))), 0, 60 days);
            v.suspended += uint32(AwardClock.suspendedBy(t, time));
            VM.assertLe(v.suspended, s.suspensionCap, "cap");
        }
    }

    function testFuzz_aConfirmationEndsTheReview(uint256 seed, uint256 ruledWord) public pure {
        Tender.Stages memory s = _stages(seed);
        Award.Review memory v = Award.Review(0, 1, 0, 0, 0);
        AwardClock.Times memory silent = AwardClock.timesOf(s, AWARDED_AT, v, 0);
        v.ruledAt = _bound40(ruledWord, silent.complaintsUntil + 1, silent.reviewUntil);
        AwardClock.Times memory t = AwardClock.timesOf(s, AWARDED_AT, v, 0);
        VM.assertEq(t.reviewUntil, v.ruledAt, "ends");
        VM.assertLe(t.from, silent.from, "no later");
        VM.assertTrue(!AwardClock.isReview(v, t, v.ruledAt), "ruled once");
    }

    function testFuzz_statusesMeetAtTheirLastSeconds(uint256 seed) public pure {
        Tender.Stages memory s = _stages(seed);
        Award.Review memory v = _review(seed);
        AwardClock.Times memory t = AwardClock.timesOf(s, AWARDED_AT, v, 0);
        _is(v, t, t.complaintsUntil, Award.Status.Complaints);
        if (t.reviewUntil > t.complaintsUntil) {
            _is(v, t, t.complaintsUntil + 1, Award.Status.Review);
            _is(v, t, t.reviewUntil, Award.Status.Review);
        }
        if (t.from > t.reviewUntil + 1) _is(v, t, t.from - 1, Award.Status.Standstill);
        _is(v, t, t.from, Award.Status.Signature);
        _is(v, t, t.until, Award.Status.Signature);
        _is(v, t, t.until + 1, Award.Status.Lapsed);
    }

    /// @dev Each round begins where the last one's windows ended; what is left until the end of the validity is as it was before the first.
    function testFuzz_awardsThatComeToNothingTakeNoTime(uint256 seed, uint256 leftWord) public pure {
        Tender.Stages memory s = _stages(seed);
        uint256 left = _bound(leftWord, 0, 300 days);
        s.validUntil = uint40(AWARDED_AT + left);
        uint256 awardedAt = AWARDED_AT;
        Award.Review memory v;
        for (uint256 round; round < AwardClock.REAWARDS; ++round) {
            VM.assertEq(AwardClock.validUntil(s, v), awardedAt + left, "time left");
            AwardClock.Times memory t = AwardClock.timesOf(s, uint40(awardedAt), v, 0);
            v.spent += uint32(AwardClock.spentBy(t, uint40(awardedAt), t.until + 1));
            awardedAt = t.until;
        }
        VM.assertEq(AwardClock.validUntil(s, v), awardedAt + left, "time left after the last");
        v.spent += 1;
        uint256 most = AwardClock.longestExtension(s.complaintWindow, s.standstill, s.signatureWindow);
        VM.assertEq(AwardClock.validUntil(s, v), s.validUntil + most, "bounded");
    }

    function _is(Award.Review memory v, AwardClock.Times memory t, uint256 time, Award.Status status) private pure {
        VM.assertEq(uint256(AwardClock.statusOf(v, t, time)), uint256(status), "status");
    }
}

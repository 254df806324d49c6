// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {PauseClock} from "../../shared/libraries/PauseClock.sol";
import {Award} from "../types/Award.sol";
import {Tender} from "../types/Tender.sol";

/// @notice The windows that follow an award: complaints, review, standstill, signature. Each includes its last second.
/// @dev A pause lengthens the bidders' windows. Only the last one is known, so the terms must keep complaints, review and signature together
/// within `PauseClock.LONGEST_WINDOW`: then no second pause begins before the signature window of an award that the first one touched is over.
library AwardClock {
    /// @notice Awards that may come to nothing without shortening the time of the next one.
    uint256 internal constant REAWARDS = 10;

    /// @notice The windows of one award, unix seconds.
    /// @param complaintsUntil Last second for complaints.
    /// @param reviewUntil Last second of the review, or the moment of the confirmation; as `complaintsUntil` where nobody complained.
    /// @param from First second of the signature.
    /// @param until Its last second.
    struct Times {
        uint256 complaintsUntil;
        uint256 reviewUntil;
        uint256 from;
        uint256 until;
    }

    /// @notice The windows that facts and terms give.
    /// @param s Windows of the terms.
    /// @param awardedAt When the award was made, unix seconds.
    /// @param pausedAt When the last pause began, 0 if there was none.
    function timesOf(
        Tender.Stages memory s,
        uint40 awardedAt,
        Award.Review memory v,
        uint40 pausedAt
    ) internal pure returns (Times memory t) {
        t.complaintsUntil = PauseClock.extended(awardedAt, uint256(awardedAt) + s.complaintWindow, pausedAt);
        t.reviewUntil = t.complaintsUntil;
        if (v.ruledAt != 0) t.reviewUntil = v.ruledAt;
        else if (v.complaints != 0) t.reviewUntil += _reviewTerm(s, v);
        uint256 standstill = uint256(awardedAt) + s.standstill;
        uint256 over = t.reviewUntil > standstill ? t.reviewUntil : standstill;
        t.from = over + 1;
        t.until = PauseClock.extended(t.from, over + s.signatureWindow, pausedAt);
    }

    /// @notice Whether the reviewer may rule on complaints at `time`.
    function isReview(Award.Review memory v, Times memory t, uint256 time) internal pure returns (bool) {
        return v.complaints != 0 && v.ruledAt == 0 && time > t.complaintsUntil && time <= t.reviewUntil;
    }

    /// @notice Most by which awards that come to nothing lengthen the validity of the bids, seconds.
    function longestExtension(
        uint256 complaintWindow,
        uint256 standstill,
        uint256 signatureWindow
    ) internal pure returns (uint256) {
        return REAWARDS * ((complaintWindow > standstill ? complaintWindow : standstill) + signatureWindow);
    }

    /// @notice Last second of the validity of the bids: as published, and as much longer as awards that came to nothing took.
    /// @dev So winners who do not sign leave the others the time that there would have been without them.
    function validUntil(Tender.Stages memory s, Award.Review memory v) internal pure returns (uint256) {
        uint256 most = longestExtension(s.complaintWindow, s.standstill, s.signatureWindow);
        return s.validUntil + (v.spent < most ? v.spent : most);
    }

    /// @notice Seconds that an award which came to nothing took until `time`; what passes after its last window is nobody's fault but the callers'.
    function spentBy(Times memory t, uint40 awardedAt, uint256 time) internal pure returns (uint256) {
        return (time < t.until ? time : t.until) - awardedAt;
    }

    /// @notice Seconds for which complaints against this award have suspended the tender until `time`.
    function suspendedBy(Times memory t, uint256 time) internal pure returns (uint256) {
        uint256 end = time < t.reviewUntil ? time : t.reviewUntil;
        return end > t.complaintsUntil ? end - t.complaintsUntil : 0;
    }

    /// @notice Where an award of a running tender stands at `time`.
    function statusOf(Award.Review memory v, Times memory t, uint256 time) internal pure returns (Award.Status) {
        if (time <= t.complaintsUntil) return Award.Status.Complaints;
        if (isReview(v, t, time)) return Award.Status.Review;
        if (time < t.from) return Award.Status.Standstill;
        return time <= t.until ? Award.Status.Signature : Award.Status.Lapsed;
    }

    /// @dev Complaints suspend a tender for the published time in all, over all its awards.
    function _reviewTerm(Tender.Stages memory s, Award.Review memory v) private pure returns (uint256) {
        uint256 left = s.suspensionCap > v.suspended ? s.suspensionCap - v.suspended : 0;
        return left < s.reviewWindow ? left : s.reviewWindow;
    }
}

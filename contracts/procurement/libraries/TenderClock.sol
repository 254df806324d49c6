// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Tender} from "../types/Tender.sol";

/// @notice The stages of a tender: disjoint, in order, each with its first and last second.
library TenderClock {
    /// @notice Last second for bids: as published, later by the published term where an enquiry stayed unanswered.
    function closesAt(Tender.Desk memory d, uint256 time) internal pure returns (uint256) {
        bool missed = time > d.answersUntil && d.answered < d.asked;
        return missed ? uint256(d.closesAt) + d.extension : d.closesAt;
    }

    /// @notice Where a tender stands at `time`.
    function statusOf(
        Tender.Desk memory d,
        Tender.Openings memory o,
        uint256 time
    ) internal pure returns (Tender.Status) {
        if (d.version == 0) return Tender.Status.Unknown;
        if (d.outcome != Tender.Outcome.None) {
            return Tender.Status(uint8(Tender.Status.Award) + uint8(d.outcome)); // same order in both
        }
        if (time <= closesAt(d, time)) return Tender.Status.Bidding;
        if (time < o.technicalFrom) return Tender.Status.Closed;
        if (time <= o.technicalBy) return Tender.Status.TechnicalOpening;
        if (time < o.pricesFrom) return Tender.Status.Evaluation;
        return time <= o.pricesBy ? Tender.Status.PriceOpening : Tender.Status.Award;
    }

    /// @notice Whether there is nothing to award: nothing was opened, or nothing qualified.
    function isOver(Tender.Openings memory o, uint256 time) internal pure returns (bool) {
        return (time > o.technicalBy && o.opened == 0) || (time >= o.pricesFrom && o.qualified == 0);
    }
}

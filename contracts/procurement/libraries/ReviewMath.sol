// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Agreement} from "../types/Agreement.sol";
import {MilestoneFlags} from "../types/MilestoneFlags.sol";
import {ProcurementLaw} from "./ProcurementLaw.sol";

/// @notice What a milestone's record and the clock say: its status, and how much of it is accepted and not yet settled.
library ReviewMath {
    /// @notice How long after an objection the supplier may deliver again or dispute it; after it the objection stands.
    uint40 internal constant OBJECTION_WINDOW = 30 days;

    /// @notice Whether silence has accepted what is under review. Source: Ley 19.983 art. 3.
    function isDeemed(Agreement.Delivery memory d, uint256 time) internal pure returns (bool) {
        return d.time != 0 && time > uint256(d.time) + ProcurementLaw.ACCEPTANCE_WINDOW;
    }

    /// @notice Whether the inspector may still act on the delivery.
    function isUnderReview(
        Agreement.Milestone memory m,
        Agreement.Delivery memory d,
        Agreement.Exception memory x,
        uint256 time
    ) internal pure returns (bool) {
        if (d.time == 0 || has(m, MilestoneFlags.SETTLED) || isDeemed(d, time)) return false;
        return !has(m, MilestoneFlags.REVIEWED) || isRedelivered(x);
    }

    /// @notice Whether an objected part was delivered again and waits for its review.
    function isRedelivered(Agreement.Exception memory x) internal pure returns (bool) {
        return x.objected != 0 && x.objectedAt == 0;
    }

    /// @notice What is under review: the whole milestone, or the objected part that was delivered again.
    function reviewed(Agreement.Milestone memory m, Agreement.Exception memory x) internal pure returns (uint128) {
        return has(m, MilestoneFlags.REVIEWED) ? x.objected : m.amount - x.withheld - x.settled;
    }

    /// @notice What is accepted, by the inspector or by silence, and neither settled nor withheld: payable once the certificates are there.
    function payable_(
        Agreement.Milestone memory m,
        Agreement.Delivery memory d,
        Agreement.Exception memory x,
        uint256 time
    ) internal pure returns (uint128) {
        bool deemed = isDeemed(d, time);
        if (has(m, MilestoneFlags.SETTLED) || (!has(m, MilestoneFlags.REVIEWED) && !deemed)) return 0;
        uint128 objected = deemed && isRedelivered(x) ? 0 : x.objected;
        return m.amount - x.settled - x.withheld - objected;
    }

    /// @notice The day of delivery for the purpose of delay: the first delivery, unless the whole of it was objected to.
    /// @return Unix seconds; 0 if nothing that counts was delivered.
    function deliveredAt(
        Agreement.Milestone memory m,
        Agreement.Delivery memory d,
        Agreement.Exception memory x
    ) internal pure returns (uint40) {
        if (has(m, MilestoneFlags.REJECTED)) return 0;
        return x.firstDeliveredAt != 0 ? x.firstDeliveredAt : d.time;
    }

    /// @notice The milestone's status.
    function statusOf(
        Agreement.Milestone memory m,
        Agreement.Delivery memory d,
        Agreement.Exception memory x,
        uint256 time
    ) internal pure returns (Agreement.MilestoneStatus) {
        if (has(m, MilestoneFlags.SETTLED)) return Agreement.MilestoneStatus.Settled;
        if (m.amount == 0) return Agreement.MilestoneStatus.Unknown;
        if (d.time == 0) return Agreement.MilestoneStatus.Scheduled;
        if (isUnderReview(m, d, x, time)) return Agreement.MilestoneStatus.UnderReview;
        if (x.disputed) return Agreement.MilestoneStatus.Disputed;
        if (x.objectedAt != 0) return Agreement.MilestoneStatus.Objected;
        return Agreement.MilestoneStatus.Accepted;
    }

    /// @notice Whether a flag is set.
    function has(Agreement.Milestone memory m, uint8 flag) internal pure returns (bool) {
        return m.flags & flag != 0;
    }
}

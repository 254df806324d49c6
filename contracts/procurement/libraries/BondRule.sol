// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {BidFlags} from "../types/BidFlags.sol";
import {Tender} from "../types/Tender.sol";

/// @notice When a bid bond (garantía de seriedad) is held, free, or forfeited.
/// @dev A bond secures two things only: that an opened bid's price is opened too, and that the winner signs. Nothing else takes it.
library BondRule {
    enum State {
        Held,
        Free,
        Forfeited
    }

    /// @notice What the rule reads.
    /// @param outcome How the tender ended, `None` while it runs.
    /// @param current Whether the bid answers the present version of the terms.
    /// @param awardHolds Whether the award desk still holds it: an award may yet be made, or the bid is one of the best three.
    struct Facts {
        Tender.Outcome outcome;
        bool current;
        bool awardHolds;
        Tender.Openings openings;
    }

    /// @notice The state of the bond of a bid with these flags at `time`.
    /// @dev A declined bid's bond was forfeited when it was declined, so nothing of it is left to ask for. Only a bid whose price was opened is ever
    /// excluded or declined.
    function stateOf(uint8 flags, Facts memory f, uint256 time) internal pure returns (State) {
        if (!f.current || f.outcome == Tender.Outcome.Cancelled || f.outcome == Tender.Outcome.Annulled) {
            return State.Free;
        }
        bool qualified = flags & BidFlags.QUALIFIED != 0;
        if (qualified && flags & BidFlags.PRICE == 0 && time > f.openings.pricesBy) return State.Forfeited;
        if (f.outcome != Tender.Outcome.None) return State.Free;
        if (flags & (BidFlags.EXCLUDED | BidFlags.DECLINED) != 0) return State.Free;
        return _whileRunning(flags, f, time);
    }

    /// @dev Of a bid that is neither removed nor stale, in a tender that runs.
    function _whileRunning(uint8 flags, Facts memory f, uint256 time) private pure returns (State) {
        bool qualified = flags & BidFlags.QUALIFIED != 0;
        if (time <= f.openings.technicalBy) return State.Held;
        if (flags & BidFlags.TECHNICAL == 0) return State.Free;
        if (!qualified) return flags & BidFlags.TALLIED != 0 || time >= f.openings.pricesFrom ? State.Free : State.Held;
        return time <= f.openings.pricesBy || f.awardHolds ? State.Held : State.Free;
    }
}

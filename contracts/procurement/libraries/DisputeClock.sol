// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Agreement} from "../types/Agreement.sol";

/// @notice Who may end a dispute, and when. Offers may be accepted at every stage before the ruling.
library DisputeClock {
    enum Stage {
        None,
        Settlement,
        Arbiter,
        Fallback,
        Default,
        Resolved
    }

    /// @notice The stage that follows from the facts and the clock. A window includes its last second.
    /// @param openedAt When the dispute began, 0 if there is none.
    /// @param resolved Whether it has ended.
    /// @param p Windows of the contract.
    /// @param time Now, unix seconds.
    function stageOf(
        uint40 openedAt,
        bool resolved,
        Agreement.Annex calldata p,
        uint256 time
    ) internal pure returns (Stage) {
        if (openedAt == 0) return Stage.None;
        if (resolved) return Stage.Resolved;
        uint256 until = uint256(openedAt) + p.settlementWindow;
        if (time <= until) return Stage.Settlement;
        until += p.rulingWindow;
        if (time <= until) return Stage.Arbiter;
        return time <= until + p.rulingWindow ? Stage.Fallback : Stage.Default;
    }
}

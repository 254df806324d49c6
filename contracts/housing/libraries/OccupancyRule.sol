// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {DueProcess} from "../../shared/libraries/DueProcess.sol";
import {HousingErrors as Errors} from "./HousingErrors.sol";

/// @notice How long a home must be lived in, and what windows a procedure about it may have.
library OccupancyRule {
    /// @notice Five years of personal occupation (Contraloría, dictamen 30 of 2021), of which one is a leap year.
    uint256 internal constant DUTY = 1_826 days;

    /// @notice Five working days span seven days at least (Ley 19.880 art. 25 and 59).
    uint256 internal constant LEAST_WINDOW = 7 days;

    /// @notice The longest window of a step.
    uint256 internal constant LONGEST_WINDOW = 365 days;

    /// @notice Last second of the duty; 0 where no benefit was given.
    /// @param usedAt When the subsidy was paid or the home handed over, unix seconds.
    function dutyUntil(uint40 usedAt) internal pure returns (uint256) {
        return usedAt == 0 ? 0 : usedAt + DUTY;
    }

    /// @notice Refuses a window in which somebody could not act, or that never ends.
    function requireWindows(DueProcess.Windows memory w) internal pure {
        _window(0, w.defence);
        _window(1, w.decision);
        _window(2, w.appeal);
        _window(3, w.review);
    }

    /// @dev `window` counts the steps in their order, from 0.
    function _window(uint8 window, uint256 given) private pure {
        require(
            given >= LEAST_WINDOW && given <= LONGEST_WINDOW,
            Errors.Occupancy_Window(window, given, LEAST_WINDOW, LONGEST_WINDOW)
        );
    }
}

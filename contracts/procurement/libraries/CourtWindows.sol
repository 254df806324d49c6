// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {DueProcess} from "../../shared/libraries/DueProcess.sol";
import {Agreement} from "../types/Agreement.sol";

/// @notice The windows of fines and terminations, as a contract's annex has them.
library CourtWindows {
    function windowsOf(Agreement.Annex calldata annex) internal pure returns (DueProcess.Windows memory) {
        return DueProcess.Windows(annex.defenceWindow, annex.decisionWindow, annex.appealWindow, annex.reviewWindow);
    }
}

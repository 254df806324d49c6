// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ISelfEndingPause} from "../../shared/interfaces/ISelfEndingPause.sol";
import {Call} from "../types/Call.sol";

/// @notice What a housing office publishes: calls (llamados) with slots, subsidies, rules, windows and the rounds of the draw; and how they end.
/// @dev A pause stops new calls only. A running call goes on, so that a pause lengthens none of its windows.
interface ICallDesk is ISelfEndingPause {
    /// @notice A call was opened; everything that follows from it is here.
    event CallOpened(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed office,
        Call.Terms terms,
        Call.Slot[] slots,
        uint128[] benefits
    );

    /// @notice Opens a call and commits what it may cost: every seat at its subsidy, and the seats for appeals at the largest.
    /// @dev Emits {CallOpened}. Nothing of it can be changed; other rules are another call.
    ///
    /// Requirements:
    /// - the caller holds the housing office's role and is the account of the office of the terms;
    /// - no pause is on, and the office has no call with these terms;
    /// - the terms, times and slots are lawful ({CallCheck}); the beacons are those of the deployment;
    /// - the line has the money.
    /// @return id The hash of chain, desk and terms.
    function open(
        Call.Terms calldata terms,
        Call.Slot[] calldata slots,
        uint128[] calldata benefits
    ) external returns (bytes32 id);

    /// @notice Cancels a call whose inputs can still change, for a published reason; its money returns to the line.
    /// @dev Afterwards nobody can: whoever knows the round before others could keep a draw that it likes.
    ///
    /// Requirements:
    /// - the caller is the account of the office;
    /// - the time to object to a correction is not over;
    /// - `reason` is not zero.
    function cancel(bytes32 id, bytes32 reason) external;

    /// @notice Ends a call whose receipts, roll or seed did not come in time; anyone may. Its money returns to the line.
    ///
    /// Requirements:
    /// - the call is overdue.
    function lapse(bytes32 id) external;

    /// @notice Ends the giving of seats; anyone may. What nobody has returns to the line, what was accepted can still be used.
    ///
    /// Requirements:
    /// - every entry of the round is settled and decided on, appeals are over, and there is no further round or nothing to give in it; or for
    /// {STALLED} seconds no round has come forward.
    function close(bytes32 id) external;

    /// @notice Where a call stands.
    function statusOf(bytes32 id) external view returns (Call.Status);

    /// @notice Last second at which a seed can be drawn.
    function seedBy(bytes32 id) external view returns (uint256);

    /// @notice When what may happen until the seed.
    function getTimetable(bytes32 id) external view returns (Call.Timetable memory);

    /// @notice The rounds of the draw.
    function getDraw(bytes32 id) external view returns (Call.Draw memory);

    /// @notice Lengths of what follows the seed.
    function getWindows(bytes32 id) external view returns (Call.Windows memory);

    /// @notice Bond of whoever posts a result, token units.
    function resultBondOf(bytes32 id) external view returns (uint128);
}

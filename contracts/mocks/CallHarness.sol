// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {CallCheck} from "../housing/libraries/CallCheck.sol";
import {CallClock} from "../housing/libraries/CallClock.sol";
import {Call} from "../housing/types/Call.sol";

/// @notice Asks the rules of a call about many cases at once; a refusal comes back as its data.
contract CallHarness {
    struct Moment {
        Call.Desk desk;
        Call.Timetable timetable;
        uint256 time;
    }

    struct Lists {
        Call.Slot[] slots;
        uint128[] benefits;
        uint24 appealSeats;
        uint16 appealSlot;
    }

    struct Times {
        Call.Timetable timetable;
        uint256 roundAt;
        uint256 fallbackAt;
        uint256 time;
    }

    struct Answer {
        uint256 value;
        bytes refusal;
    }

    function statuses(Moment[] calldata moments) external pure returns (Call.Status[] memory answers) {
        answers = new Call.Status[](moments.length);
        for (uint256 i; i < moments.length; ++i) {
            answers[i] = CallClock.statusOf(moments[i].desk, moments[i].timetable, moments[i].time);
        }
    }

    function isCancellable(Moment calldata moment) external pure returns (bool) {
        return CallClock.isCancellable(moment.desk, moment.timetable, moment.time);
    }

    function costs(Lists[] calldata lists) external view returns (Answer[] memory answers) {
        answers = new Answer[](lists.length);
        for (uint256 i; i < lists.length; ++i) {
            try this.cost(lists[i]) returns (uint256 value) {
                answers[i].value = value;
            } catch (bytes memory refusal) {
                answers[i].refusal = refusal;
            }
        }
    }

    function cost(Lists calldata lists) external pure returns (uint256) {
        return CallCheck.costOf(lists.slots, lists.benefits, lists.appealSeats, lists.appealSlot);
    }

    function times(Times[] calldata given) external view returns (bytes[] memory refusals) {
        refusals = new bytes[](given.length);
        for (uint256 i; i < given.length; ++i) {
            (, refusals[i]) = address(this).staticcall(abi.encodeCall(this.requireTimes, (given[i])));
        }
    }

    function requireTimes(Times calldata given) external pure {
        CallCheck.requireTimes(given.timetable, given.roundAt, given.fallbackAt, given.time);
    }

    function requireTerms(Call.Terms calldata terms, uint256 time) external pure {
        CallCheck.requireTerms(terms, time);
    }
}

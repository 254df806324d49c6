// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Call} from "../housing/types/Call.sol";

/// @notice Says where calls stand and what their windows are as it was told; stands in for the desk and for every module of
/// the book that does nothing here.
contract MockCallDesk {
    mapping(bytes32 id => Call.Status status) public statusOf;
    mapping(bytes32 id => Call.Windows windows) private _windows;
    Call.Timetable private _timetable;

    function setStatus(bytes32 id, Call.Status status) external {
        statusOf[id] = status;
    }

    function setTimetable(Call.Timetable calldata timetable) external {
        _timetable = timetable;
    }

    function setWindows(bytes32 id, Call.Windows calldata windows) external {
        _windows[id] = windows;
    }

    function getTimetable(bytes32) external view returns (Call.Timetable memory) {
        return _timetable;
    }

    function getWindows(bytes32 id) external view returns (Call.Windows memory) {
        return _windows[id];
    }
}

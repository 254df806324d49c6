// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {PauseClock} from "../../../contracts/shared/libraries/PauseClock.sol";
import {Property} from "../support/Property.sol";

/// @notice A pause gives back to a window exactly what it took, once, and never takes anything from one.
contract PauseClockTest is Property {
    uint256 private constant LATEST = type(uint40).max - 1_000 days;

    /// @dev Seconds of the pause from `from` to `to`, counted by the ends of both intervals.
    function _pausedWithin(uint256 from, uint256 to, uint256 pausedAt) private pure returns (uint256) {
        uint256 begins = pausedAt > from ? pausedAt : from;
        uint256 ends = pausedAt + 7 days < to ? pausedAt + 7 days : to;
        return ends > begins ? ends - begins : 0;
    }

    function testFuzz_aTouchedWindowKeepsItsUnpausedLength(uint256 startWord, uint256 size, uint256 gap) public pure {
        uint256 start = _bound(startWord, 100 days, LATEST);
        uint256 end = start + _bound(size, 0, 30 days);
        uint40 pausedAt = _bound40(gap, start - 10 days, end + 10 days);
        uint256 extended = PauseClock.extended(start, end, pausedAt);
        VM.assertLe(end, extended, "never shortened");
        VM.assertLe(extended, end + 7 days, "by one pause at most");
        VM.assertEq(extended - start - _pausedWithin(start, extended, pausedAt), end - start, "unpaused length");
    }

    function testFuzz_noPauseAddsNothing(uint256 startWord, uint256 size) public pure {
        uint256 start = _bound(startWord, 0, LATEST);
        uint256 end = start + _bound(size, 0, 30 days);
        VM.assertEq(PauseClock.extended(start, end, 0), end, "no pause");
    }

    function testFuzz_theNextPauseComesAfterEveryWindowOfTheLast(
        uint256 firstWord,
        uint256 offset,
        uint256 size
    ) public pure {
        uint40 first = _bound40(firstWord, 100 days, LATEST);
        uint256 start = _bound(offset, first - 30 days, first + 7 days - 1);
        uint256 end = start + (size & 1 == 0 ? PauseClock.LONGEST_WINDOW : _bound(size, 0, PauseClock.LONGEST_WINDOW));
        uint256 extended = PauseClock.extended(start, end, first);
        uint256 second = PauseClock.rearmAt(first);
        if (extended != end) VM.assertTrue(second > extended, "the window is over before the next pause");
    }

    function testFuzz_aPauseIsOnForSevenDays(uint256 pausedWord, uint256 timeWord) public pure {
        uint40 pausedAt = _bound40(pausedWord, 1, LATEST);
        VM.assertTrue(PauseClock.isOn(pausedAt, pausedAt), "from its first second");
        VM.assertTrue(PauseClock.isOn(pausedAt, uint256(pausedAt) + 7 days - 1), "to its last");
        VM.assertTrue(!PauseClock.isOn(pausedAt, uint256(pausedAt) + 7 days), "not after");
        VM.assertTrue(!PauseClock.isOn(0, _bound(timeWord, 0, LATEST)), "never armed");
        VM.assertTrue(PauseClock.rearmAt(pausedAt) >= uint256(pausedAt) + 37 days, "not again for 30 days");
        VM.assertEq(PauseClock.rearmAt(0), 0, "the first at any time");
    }
}

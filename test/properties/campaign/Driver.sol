// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Checks} from "./Checks.sol";

/// @notice Draws what happens next among everything that is possible, lets time pass, and counts.
abstract contract Driver is Checks {
    uint256 private constant STEPS = 3;
    uint256 private constant TRIALS = 24;

    /// @dev One entry per unit of weight: the action and its number.
    function() internal returns (bool)[] private _actions;
    uint256[] private _numbers;
    string[] private _names;
    mapping(uint256 number => uint256 times) private _done;

    /// @notice One move of the campaign: a few steps, entered in the books, as the seed draws them.
    function act(uint256 seed) public {
        _seed(seed);
        VM.recordLogs();
        for (uint256 i; i < STEPS; ++i) {
            _step();
            _pass();
        }
        books.enter(VM.getRecordedLogs());
        if (_cases.length != 0) _note(_cases[_pick(_cases.length)]);
    }

    /// @notice Bit n: action n was taken.
    function taken() external view returns (uint256 mask) {
        for (uint256 i; i < _names.length; ++i) if (_done[i] != 0) mask |= 1 << i;
    }

    /// @notice The first action that a mask leaves out, or nothing.
    function missing(uint256 mask) external view returns (string memory) {
        for (uint256 i; i < _names.length; ++i) if (mask & (1 << i) == 0) return _names[i];
        return "";
    }

    function _may(string memory name, function() internal returns (bool) action, uint256 weight) internal {
        for (uint256 i; i < weight; ++i) {
            _actions.push(action);
            _numbers.push(_names.length);
        }
        _names.push(name);
    }

    /// @dev Tries until something is possible; every other time it takes the least-practised of two candidates first.
    function _step() private {
        for (uint256 i; i < TRIALS; ++i) {
            uint256 drawn = _pick(_actions.length);
            uint256 other = _pick(_actions.length);
            if (_done[_numbers[other]] < _done[_numbers[drawn]]) drawn = other;
            if (_actions[drawn]()) {
                ++_done[_numbers[drawn]];
                return;
            }
        }
    }

    /// @dev Mostly hours, sometimes days, seldom weeks.
    function _pass() private {
        uint256 kind = _pick(20);
        uint256 most =
            kind < 12
                ? 2 hours
                : kind < 17
                    ? 12 hours
                    : kind < 19
                        ? 4 days
                        : 20 days;
        VM.warp(block.timestamp + _pick(most));
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {RoundClock} from "../../randomness/libraries/RoundClock.sol";
import {Framework} from "../types/Framework.sol";
import {Quotes} from "../types/Quotes.sol";
import {QuoteErrors as Errors} from "./QuoteErrors.sol";

/// @notice The limits that a contest must keep before it is published.
library QuoteCheck {
    /// @notice Admissible quotes of different groups that an agile purchase needs. Source: Ley 19.886 art. 7 d.1, 56.
    uint8 internal constant MIN_QUOTES = 3;
    /// @notice 100 UTM, of the threshold of 1,000 UTM. Source: Ley 19.886 art. 56.
    uint128 internal constant BUDGET_FRACTION = 10;
    /// @notice Shortest window for openings, so that nobody is shut out by a busy day of the chain.
    uint256 internal constant MIN_OPENING = 1 days;
    /// @notice Shortest window for the buyer's choice.
    uint256 internal constant MIN_CHOICE = 1 days;
    /// @notice Shortest window for acceptance: two business days are never fewer than two days.
    uint256 internal constant MIN_ACCEPTANCE = 2 days;
    /// @notice Longest window for choice or acceptance, so that each step is bounded.
    uint256 internal constant MAX_WINDOW = 30 days;
    /// @notice Longest contest from its publication to the last choice.
    uint256 internal constant MAX_CONTEST = 365 days;

    /// @notice Checks the windows of a contest.
    /// @param minTerm Shortest time for quotes, seconds.
    /// @param chooses Whether the buyer has a choice.
    function requireTimetable(
        Quotes.Timetable calldata t,
        Quotes.Beacon memory beacon,
        uint256 minTerm,
        bool chooses,
        uint256 time
    ) internal pure {
        _requireBetween(1, t.closesAt, time + minTerm, time + MAX_CONTEST);
        _requireBetween(2, t.opensBy, t.closesAt + MIN_OPENING, time + MAX_CONTEST);
        _requireBetween(3, t.choiceWindow, chooses ? MIN_CHOICE : 0, chooses ? MAX_WINDOW : 0);
        _requireBetween(4, t.acceptanceWindow, MIN_ACCEPTANCE, MAX_WINDOW);
        uint256 decided = uint256(t.opensBy) + t.choiceWindow + t.acceptanceWindow;
        _requireBetween(5, t.validUntil, decided, time + MAX_CONTEST);
        requireRound(t.round, beacon, t.closesAt, t.opensBy);
    }

    /// @notice Checks the windows of a framework.
    /// @param minTerm Shortest time for price lists, seconds.
    function requireWindows(
        Framework.Terms calldata t,
        Quotes.Beacon memory beacon,
        uint256 minTerm,
        uint256 time
    ) internal pure {
        _requireBetween(1, t.closesAt, time + minTerm, time + MAX_CONTEST);
        _requireBetween(2, t.opensBy, t.closesAt + MIN_OPENING, time + MAX_CONTEST);
        _requireBetween(3, t.objectionWindow, MIN_CHOICE, MAX_WINDOW);
        _requireBetween(4, t.acceptanceWindow, MIN_ACCEPTANCE, MAX_WINDOW);
        _requireBetween(5, t.validUntil, uint256(t.opensBy) + 1, type(uint40).max - MAX_CONTEST);
        requireRound(t.round, beacon, t.closesAt, t.opensBy);
    }

    /// @notice Checks that what is encrypted to a round can be read by nobody before closing, and by everyone for the last day of the openings.
    /// @dev No bond secures an opening here, so there is always a round: without it a supplier could look at the others before it opens.
    function requireRound(uint64 round, Quotes.Beacon memory beacon, uint40 closesAt, uint40 opensBy) internal pure {
        require(round != 0, Errors.Quote_NoTimeLock());
        uint256 opensAt = RoundClock.timeOf(round, beacon.genesis, beacon.period);
        uint256 by = opensBy - MIN_OPENING;
        require(opensAt > closesAt && opensAt <= by, Errors.Quote_TimeLock(opensAt, closesAt, by));
    }

    /// @notice Checks the size of an encrypted quote or list; whether it decrypts to what was committed to, the chain cannot know.
    /// @param most Longest ciphertext, bytes.
    function requireCiphertext(bytes32 id, uint256 size, uint256 most) internal pure {
        require(size != 0 && size <= most, Errors.Quote_Ciphertext(id, size, most));
    }

    function _requireBetween(uint256 stage, uint256 given, uint256 least, uint256 most) private pure {
        require(given >= least, Errors.Quote_Timetable(stage, given, least));
        require(given <= most, Errors.Quote_Timetable(stage, given, most));
    }
}

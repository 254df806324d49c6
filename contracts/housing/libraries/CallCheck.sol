// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Documents, Document} from "../../shared/types/Document.sol";
import {Call} from "../types/Call.sol";
import {CallClock} from "./CallClock.sol";
import {HousingErrors as Errors} from "./HousingErrors.sol";

/// @notice What a call must be to be opened.
library CallCheck {
    using Documents for Document;

    /// @notice Slots of a call: what one transaction can open.
    uint256 internal constant MOST_SLOTS = 512;

    /// @notice Different subsidies of a call.
    uint256 internal constant MOST_BENEFITS = 32;

    /// @notice Rounds of results.
    uint256 internal constant MOST_ROUNDS = 20;

    /// @notice The shortest window that anybody must use.
    uint256 internal constant LEAST_WINDOW = 1 days;

    /// @notice The longest of them, and the longest time until a seed.
    uint256 internal constant LONGEST_WINDOW = 3 * 365 days;

    /// @notice Five working days span seven days at least (Ley 19.880 art. 25 and 59).
    uint256 internal constant LEAST_APPEALS = 7 days;

    /// @notice What the call's line must commit: every seat at its subsidy, and the pool of appeals at the largest.
    /// @return total Token units.
    ///
    /// Requirements:
    /// - there are 1 to 512 slots and 1 to 32 subsidies; one of 0 is a home that is paid for elsewhere;
    /// - each slot names one of the subsidies;
    /// - the seats for appeals have a slot of households to enter;
    /// - the total fits 128 bits.
    function costOf(
        Call.Slot[] calldata slots,
        uint128[] calldata benefits,
        uint24 appealSeats,
        uint16 appealSlot
    ) internal pure returns (uint256 total) {
        require(slots.length != 0 && slots.length <= MOST_SLOTS, Errors.Call_Slots(slots.length, MOST_SLOTS));
        uint256 kinds = benefits.length;
        require(kinds != 0 && kinds <= MOST_BENEFITS, Errors.Call_Benefits(kinds, MOST_BENEFITS));
        uint256 largest;
        for (uint256 i; i < kinds; ++i) {
            if (benefits[i] > largest) largest = benefits[i];
        }
        total = appealSeats * largest;
        for (uint256 i; i < slots.length; ++i) {
            Call.Slot calldata s = slots[i];
            require(s.seats != 0 && s.benefit < kinds, Errors.Call_Slot(i, s.seats, s.benefit));
            total += uint256(s.seats) * benefits[s.benefit];
        }
        require(total <= type(uint128).max, Errors.Call_Cost(total));
        if (appealSeats != 0) _requireHouseholds(slots, appealSeats, appealSlot);
    }

    function _requireHouseholds(Call.Slot[] calldata slots, uint256 seats, uint16 slot) private pure {
        bool isThere = slot < slots.length && !slots[slot].committees;
        require(isThere && seats + slots[slot].seats <= type(uint24).max, Errors.Call_AppealSlot(slot));
    }

    /// @notice Refuses times that leave somebody without a window, or inputs that could change once the round can be known.
    ///
    /// Requirements:
    /// - the call opens in the future, and each stage lasts a day at least;
    /// - the round comes 24 hours or more after the last second in which an input changes (invariant H5);
    /// - from the round on there is a day or more to draw it, and the second beacon's round comes 24 hours or more after that;
    /// - all of it within three years.
    /// @param roundAt When the first round is known, unix seconds.
    /// @param fallbackAt When the second beacon's round is known.
    /// @param time Now.
    function requireTimes(Call.Timetable calldata t, uint256 roundAt, uint256 fallbackAt, uint256 time) internal pure {
        require(t.opensAt > time, Errors.Call_Time(0, t.opensAt, time + 1));
        uint256 least = uint256(t.opensAt) + LEAST_WINDOW;
        least = _after(1, t.closesAt, least) + LEAST_WINDOW;
        least = _after(2, t.receiptsBy, least) + LEAST_WINDOW;
        least = _after(3, t.rootBy, least) + LEAST_WINDOW;
        least = _after(4, t.challengeBy, least) + LEAST_WINDOW;
        least = _after(5, t.answerBy, least) + LEAST_WINDOW;
        least = _after(6, t.correctBy, least) + LEAST_WINDOW;
        least = _after(7, t.recheckBy, least) + CallClock.MARGIN;
        least = _after(8, roundAt, least) + LEAST_WINDOW;
        least = _after(9, t.fallbackFrom, least) + CallClock.MARGIN;
        least = _after(10, fallbackAt, least);
        require(least <= time + LONGEST_WINDOW, Errors.Call_TooLong(least, time + LONGEST_WINDOW));
    }

    /// @dev `moment` counts the moments of a call in their order, from 0.
    function _after(uint8 moment, uint256 given, uint256 least) private pure returns (uint256) {
        require(given >= least, Errors.Call_Time(moment, given, least));
        return given;
    }

    /// @notice Refuses terms that lack a rule, a value or a window.
    ///
    /// Requirements:
    /// - rules and document are named, the two beacons differ;
    /// - the UF has a value, of a day that has come;
    /// - a result costs a bond;
    /// - windows last a day or more (appeals seven days) and three years at most, and there are 1 to 20 rounds.
    function requireTerms(Call.Terms calldata terms, uint256 time) internal pure {
        require(terms.rules != 0 && terms.document.isValid(), Errors.Call_NoRules());
        require(address(terms.draw.beacon) != address(terms.draw.fallbackBeacon), Errors.Call_SameBeacon());
        require(terms.ufValue != 0 && terms.ufAt != 0 && terms.ufAt <= time, Errors.Call_Uf(terms.ufValue, terms.ufAt));
        require(terms.snapshotAt <= terms.timetable.rootBy, Errors.Call_Snapshot(terms.snapshotAt));
        require(terms.resultBond != 0, Errors.Call_NoBond());
        Call.Windows calldata w = terms.windows;
        _window(0, w.results, LEAST_WINDOW);
        _window(1, w.acceptance, LEAST_WINDOW);
        _window(2, w.appeals, LEAST_APPEALS);
        _window(3, w.rulings, LEAST_WINDOW);
        _window(4, w.certification, LEAST_WINDOW);
        _window(5, w.validity, LEAST_WINDOW);
        require(w.rounds != 0 && w.rounds <= MOST_ROUNDS, Errors.Call_Rounds(w.rounds, MOST_ROUNDS));
    }

    /// @dev `window` counts the windows of a call in their order, from 0.
    function _window(uint8 window, uint256 given, uint256 least) private pure {
        require(given >= least && given <= LONGEST_WINDOW, Errors.Call_Window(window, given, least, LONGEST_WINDOW));
    }
}

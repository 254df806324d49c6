// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ITreasury} from "../treasury/interfaces/ITreasury.sol";
import {Settlement} from "./abstracts/Settlement.sol";
import {ICallBook} from "./interfaces/ICallBook.sol";
import {Applications} from "./libraries/Applications.sol";
import {HousingErrors as Errors} from "./libraries/HousingErrors.sol";
import {Application} from "./types/Application.sol";
import {Award} from "./types/Award.sol";
import {Call} from "./types/Call.sol";

/// @title CallBook
contract CallBook is Settlement {
    modifier onlyModule(address module) {
        _requireModule(module);
        _;
    }

    /// @param treasury Holds the money; it must approve this program.
    constructor(ITreasury treasury) {
        TREASURY = treasury;
    }

    /// @inheritdoc ICallBook
    function bindModules(Modules calldata modules) external {
        require(_modules.desk == address(0), Errors.Book_AlreadyBound(_modules.desk));
        _requireContract(modules.desk);
        _requireContract(modules.intake);
        _requireContract(modules.results);
        _requireContract(modules.benefits);
        _requireContract(modules.appeals);
        _requireContract(modules.occupancy);
        _modules = modules;
        emit ModulesBound(modules);
    }

    /* DESK */

    /// @inheritdoc ICallBook
    function enter(
        bytes32 id,
        Call.Terms calldata terms,
        Call.Slot[] calldata slots,
        uint128[] calldata benefits,
        uint256 cost
    ) external onlyModule(_modules.desk) {
        uint32 number = ++callCount;
        _ids[number] = id;
        Call.Course storage c = _courses[id];
        (c.number, c.slots, c.acceptance) = (number, uint16(slots.length), terms.windows.acceptance); // 512 at most
        // The desk has checked that the line's id and the cost fit.
        _moneys[id] = Money({
            lineId: uint64(terms.lineId),
            office: terms.office,
            left: uint128(cost),
            token: terms.token,
            pool: terms.appealSeats,
            poolSlot: terms.appealSlot,
            largest: _enterLists(id, slots, benefits)
        });
        if (cost != 0) TREASURY.commit(terms.lineId, terms.token, terms.office, uint128(cost), id);
    }

    /// @inheritdoc ICallBook
    function end(bytes32 id, Call.Outcome outcome, bytes32 reason) external onlyModule(_modules.desk) {
        Call.Course storage c = _requireRunning(id);
        c.outcome = outcome;
        Money storage m = _moneys[id];
        uint256 free = uint256(m.pool) * m.largest;
        m.pool = 0;
        for (uint256 i; i < c.slots; ++i) {
            Call.Seats memory s = _slots[id][i];
            free += uint256(s.seats - s.taken) * _benefits[id][s.benefit];
        }
        emit CallEnded(id, outcome, reason);
        _release(id, free);
    }

    /* INTAKE */

    /// @inheritdoc ICallBook
    function setAnchored(bytes32 id) external onlyModule(_modules.intake) {
        _courses[id].anchored = true;
    }

    /// @inheritdoc ICallBook
    function setRoot(bytes32 id, bytes32 root, uint24 count) external onlyModule(_modules.intake) {
        _roots[id] = root;
        Call.Course storage c = _courses[id];
        (c.count, c.added, c.struck) = (count, 0, false);
        emit RootEntered(id, root, count);
    }

    /// @inheritdoc ICallBook
    function strike(bytes32 id, bytes32 nullifier) external onlyModule(_modules.intake) {
        _strike(id, nullifier);
        emit HouseholdStruck(id, nullifier);
    }

    /// @inheritdoc ICallBook
    function replace(bytes32 id, Application.Leaf calldata application) external onlyModule(_modules.intake) {
        Call.Course storage c = _courses[id];
        uint256 index = uint256(c.count) + c.added++;
        c.struck = true;
        bytes32 leaf = Applications.leafOf(id, index, application);
        _marks[_roots[id]][application.nullifier] = leaf;
        emit ApplicationReplaced(id, application.nullifier, index, leaf);
    }

    /* RESULTS */

    /// @inheritdoc ICallBook
    function setSeed(bytes32 id, bytes32 seed) external onlyModule(_modules.results) {
        _seeds[id] = seed;
        emit SeedDrawn(id, seed);
        _openRound(id, _courses[id]);
    }

    /// @inheritdoc ICallBook
    function openRound(bytes32 id) external onlyModule(_modules.results) {
        Call.Course storage c = _requireRunning(id);
        require(c.isFixed, Errors.Round_NotFixed(id, c.round));
        require(c.unsettled == 0 && c.undecided == 0, Errors.Round_Unsettled(id, c.unsettled, c.undecided));
        require(c.freed, Errors.Round_NothingFree(id));
        _openRound(id, c);
    }

    /// @inheritdoc ICallBook
    function fix(bytes32 id, uint192[] calldata cutoffs, uint24 entries) external onlyModule(_modules.results) {
        Call.Course storage c = _requireRunning(id);
        uint8 round = c.round;
        require(!c.isFixed && round != 0, Errors.Round_Fixed(id, round));
        require(cutoffs.length == c.slots, Errors.Round_Slots(id, cutoffs.length, c.slots));
        for (uint256 i; i < cutoffs.length; ++i) {
            Call.Seats storage offer = _slots[id][i];
            uint192 before = offer.cutoff;
            require(round == 1 || cutoffs[i] <= before, Errors.Round_CutoffRises(id, i, cutoffs[i], before));
            if (cutoffs[i] != before) offer.cutoff = cutoffs[i];
        }
        (c.isFixed, c.unsettled, c.movedAt) = (true, entries, uint40(block.timestamp));
        emit CutoffsFixed(id, round, cutoffs, entries);
    }

    /* BENEFITS */

    /// @inheritdoc ICallBook
    function accept(bytes32 nullifier, bool inLine, uint40 until) external onlyModule(_modules.benefits) {
        Award.Seat storage seat = _seats[nullifier];
        bytes32 id = _requireState(nullifier, seat, Award.State.Offered);
        bool staysInLine = inLine && seat.inLine;
        (seat.state, seat.until, seat.inLine) = (Award.State.Accepted, until, staysInLine);
        if (staysInLine) _inLine[id][seat.slot] += seat.size;
        --_courses[id].undecided;
        emit Accepted(id, nullifier, staysInLine, until);
    }

    /// @inheritdoc ICallBook
    function leaveLine(bytes32 nullifier) external onlyModule(_modules.benefits) {
        Award.Seat storage seat = _seats[nullifier];
        bytes32 id = _requireState(nullifier, seat, Award.State.Accepted);
        require(seat.inLine, Errors.Seat_None(id, nullifier));
        _leaveLine(id, nullifier, seat);
        emit LineLeft(id, nullifier);
    }

    /// @inheritdoc ICallBook
    function vacate(bytes32 nullifier, Award.Loss loss) external onlyModule(_modules.benefits) {
        Award.Seat memory seat = _seats[nullifier];
        bytes32 id = _ids[seat.call];
        Call.Course storage c = _courses[id];
        bool isOffered = seat.state == Award.State.Offered;
        require(isOffered || seat.state == Award.State.Accepted, Errors.Seat_State(nullifier, seat.state));
        if (isOffered) --c.undecided;
        else if (seat.inLine) _leaveLine(id, nullifier, _seats[nullifier]);
        _strike(id, nullifier);
        bool isFromPool = seat.round == 0;
        if (!isFromPool) {
            _slots[id][seat.slot].taken -= seat.size;
            c.freed = true;
        }
        delete _seats[nullifier];
        emit Vacated(id, nullifier, loss);
        if (isFromPool || c.outcome != Call.Outcome.None) _release(id, seat.size * uint256(benefitOf(id, seat.slot)));
    }

    /// @inheritdoc ICallBook
    function extend(bytes32 nullifier, uint40 until) external onlyModule(_modules.benefits) {
        Award.Seat storage seat = _seats[nullifier];
        _requireState(nullifier, seat, Award.State.Accepted);
        seat.until = until;
    }

    /// @inheritdoc ICallBook
    function fulfil(bytes32 nullifier, uint64 payee) external onlyModule(_modules.benefits) {
        Award.Seat storage seat = _seats[nullifier];
        bytes32 id = _requireState(nullifier, seat, Award.State.Accepted);
        require(!seat.inLine, Errors.Seat_InLine(nullifier, seat.round, _courses[id].round));
        seat.state = Award.State.Fulfilled;
        uint128 amount = uint128(seat.size * uint256(benefitOf(id, seat.slot))); // part of the cost, which fits
        Money storage m = _moneys[id];
        m.left -= amount;
        emit Fulfilled(id, nullifier, payee, amount);
        if (amount != 0) TREASURY.pay(m.lineId, m.token, payee, amount, id);
    }

    /* OCCUPANCY */

    /// @inheritdoc ICallBook
    function revoke(bytes32 nullifier) external onlyModule(_modules.occupancy) {
        Award.Seat storage seat = _seats[nullifier];
        bytes32 id = _requireState(nullifier, seat, Award.State.Fulfilled);
        seat.state = Award.State.Revoked;
        emit Revoked(id, nullifier);
    }

    /* APPEALS */

    /// @inheritdoc ICallBook
    function grant(
        bytes32 id,
        uint24 index,
        Application.Leaf calldata application,
        uint16 slot
    ) external onlyModule(_modules.appeals) {
        Call.Course memory c = _requireFixed(id);
        bytes32 nullifier = application.nullifier;
        uint32 other = _seats[nullifier].call;
        Money storage m = _moneys[id];
        require(c.unsettled == 0, Errors.Round_Unsettled(id, c.unsettled, c.undecided));
        require(other == 0, Errors.Seat_Taken(nullifier, other));
        require(m.pool != 0, Errors.Seat_NoPool(id));
        --m.pool;
        ++_courses[id].undecided;
        c.round = 0;
        Award.offer(_seats[nullifier], c, index, slot, 1, false, application.claim);
        emit Granted(id, nullifier, slot);
        _release(id, m.largest - benefitOf(id, slot));
    }

    /// @inheritdoc ICallBook
    function releasePool(bytes32 id) external onlyModule(_modules.appeals) {
        Call.Course storage c = _requireRunning(id);
        Money storage m = _moneys[id];
        (uint24 seats, uint16 slot) = (m.pool, m.poolSlot);
        if (seats == 0) return;
        m.pool = 0;
        c.freed = true;
        _slots[id][slot].seats += seats;
        emit SeatsAdded(id, slot, seats);
        _release(id, uint256(seats) * (m.largest - benefitOf(id, slot)));
    }

    /* INTERNAL */

    /// @return largest Of the subsidies, token units.
    function _enterLists(
        bytes32 id,
        Call.Slot[] calldata slots,
        uint128[] calldata benefits
    ) private returns (uint128 largest) {
        for (uint256 i; i < benefits.length; ++i) {
            _benefits[id].push(benefits[i]);
            if (benefits[i] > largest) largest = benefits[i];
        }
        for (uint256 i; i < slots.length; ++i) {
            Call.Slot calldata s = slots[i];
            _slots[id][i] = Call.Seats(0, s.seats, 0, s.benefit, s.committees);
        }
    }

    /// @dev Freezes what is on offer: the seats that nobody has, and those of whoever stays in line.
    function _openRound(bytes32 id, Call.Course storage c) private {
        uint8 round = c.round + 1;
        (c.round, c.isFixed, c.freed, c.movedAt) = (round, false, false, uint40(block.timestamp));
        uint256 slots = c.slots;
        bytes memory offers = new bytes(3 * slots);
        for (uint256 i; i < slots; ++i) {
            Call.Seats memory s = _slots[id][i];
            uint24 offer = s.seats - s.taken + _inLine[id][i];
            (offers[3 * i], offers[3 * i + 1], offers[3 * i + 2]) = (
                bytes3(offer)[0],
                bytes3(offer)[1],
                bytes3(offer)[2]
            );
        }
        _offers[id] = keccak256(offers);
        emit RoundOpened(id, round, offers);
    }

    function _strike(bytes32 id, bytes32 nullifier) private {
        _marks[_roots[id]][nullifier] = OUT;
        _courses[id].struck = true;
    }

    function _leaveLine(bytes32 id, bytes32 nullifier, Award.Seat storage seat) private {
        uint8 round = _courses[id].round;
        bool isFrozen = seat.round != round && _courses[id].outcome == Call.Outcome.None;
        require(!isFrozen, Errors.Seat_InLine(nullifier, seat.round, round));
        seat.inLine = false;
        _inLine[id][seat.slot] -= seat.size;
    }

    function _release(bytes32 id, uint256 amount) private {
        if (amount == 0) return;
        Money storage m = _moneys[id];
        m.left -= uint128(amount); // part of what was committed
        TREASURY.release(m.lineId, m.token, uint128(amount), id);
    }

    function _requireState(
        bytes32 nullifier,
        Award.Seat storage seat,
        Award.State state
    ) private view returns (bytes32) {
        require(seat.state == state, Errors.Seat_State(nullifier, seat.state));
        return _ids[seat.call];
    }

    function _requireRunning(bytes32 id) private view returns (Call.Course storage c) {
        c = _courses[id];
        require(c.number != 0, Errors.Call_Unknown(id));
        require(c.outcome == Call.Outcome.None, Errors.Call_Ended(id, c.outcome));
    }

    function _requireModule(address module) private view {
        require(msg.sender == module, Errors.Book_OnlyModule(msg.sender));
    }

    function _requireContract(address account) private view {
        require(account.code.length != 0, Errors.Book_NotAContract(account));
    }
}

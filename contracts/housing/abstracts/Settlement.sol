// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {SortedTree} from "../../shared/libraries/SortedTree.sol";
import {ICallBook} from "../interfaces/ICallBook.sol";
import {Applications} from "../libraries/Applications.sol";
import {HousingErrors as Errors} from "../libraries/HousingErrors.sol";
import {Application} from "../types/Application.sol";
import {Award} from "../types/Award.sol";
import {Call} from "../types/Call.sol";
import {CallBookState} from "./CallBookState.sol";

/// @notice Who has which seat, by proof.
abstract contract Settlement is CallBookState {
    /// @dev What all households of a transaction have in common; the course is written back at its end.
    struct Sitting {
        bytes32 id;
        bytes32 root;
        bytes32 seed;
        Call.Course course;
    }

    /* ANYONE */

    /// @inheritdoc ICallBook
    function settle(
        bytes32 id,
        uint256[] calldata indexes,
        Application.Leaf[] calldata applications,
        bytes32[] calldata path
    ) external {
        Sitting memory s = _open(id);
        uint256 length = indexes.length;
        require(length == applications.length, Errors.Seat_NotProven(id));
        bytes32[] memory leaves = new bytes32[](length);
        for (uint256 i; i < length; ++i) {
            Application.Leaf calldata a = applications[i];
            uint256 index = indexes[i];
            leaves[i] = Applications.leafOf(id, index, a);
            if (s.course.struck && _marks[s.root][a.nullifier] != 0) continue;
            _settle(s, index, a);
        }
        // Nothing of the above holds unless this does; reading each application once is what a batch saves.
        require(SortedTree.holdsAll(s.root, s.course.count, indexes, leaves, path), Errors.Seat_NotProven(id));
        _close(s);
    }

    /// @inheritdoc ICallBook
    function claim(bytes32 id, uint256 index, Application.Leaf calldata application, bytes32[] calldata path) external {
        Sitting memory s = _open(id);
        bytes32 leaf = Applications.leafOf(id, index, application);
        require(_stands(s.root, s.course, index, leaf, application, path), Errors.Seat_NotProven(id));
        require(_settle(s, index, application), Errors.Seat_None(id, application.nullifier));
        _close(s);
    }

    /* INTERNAL */

    /// @dev What is not to be settled changes nothing, so that whoever settles one household first spoils nobody's batch. A seat that is to be
    /// left first by somebody who moves up is not there yet: in the order of the keys it always is.
    function _settle(Sitting memory s, uint256 index, Application.Leaf calldata a) private returns (bool isSettled) {
        Call.Course memory c = s.course;
        Award.Seat storage seat = _seats[a.nullifier];
        uint32 holds = seat.call;
        bool isOurs = holds == c.number;
        if (!a.eligible || (isOurs && (!seat.inLine || seat.round == c.round))) return false;
        uint256 key = Applications.keyOf(s.seed, a.score, a.nullifier);
        (uint256 position, Call.Seats memory offer) = Applications.firstCleared(a, key, _slots[s.id]);
        if (position == a.slots.length) return false;
        uint16 slot = a.slots[position];
        if (holds != 0 && !isOurs) {
            _passOver(s, a.nullifier, holds);
        } else {
            if (!isOurs || slot != seat.slot) {
                uint256 taken = uint256(offer.taken) + a.size;
                if (taken > offer.seats) return false; // invariant H1
                _slots[s.id][slot].taken = uint24(taken); // at most the seats
            }
            if (isOurs) _keep(s, seat, a.size, slot, position == 0);
            else _give(s, index, a, slot, a.keepsWaiting && position != 0);
            emit Settled(s.id, a.nullifier, slot);
        }
        if (c.unsettled != 0) --c.unsettled;
        return true;
    }

    /// @dev A first seat. Whoever has the first of its list has no better one to wait for.
    function _give(Sitting memory s, uint256 index, Application.Leaf calldata a, uint16 slot, bool inLine) private {
        ++s.course.undecided;
        Award.offer(_seats[a.nullifier], s.course, uint24(index), slot, a.size, inLine, a.claim); // below the number of applications
    }

    /// @dev Whoever stays in line keeps the seat or exchanges it for a better one.
    function _keep(Sitting memory s, Award.Seat storage seat, uint16 size, uint16 slot, bool isFirst) private {
        uint16 before = seat.slot;
        if (slot != before) _slots[s.id][before].taken -= size;
        _inLine[s.id][before] -= size;
        if (isFirst) seat.inLine = false;
        else _inLine[s.id][slot] += size;
        (seat.slot, seat.round) = (slot, s.course.round);
    }

    /// @dev Has a seat of another call already (invariant H2).
    function _passOver(Sitting memory s, bytes32 nullifier, uint32 otherCall) private {
        (s.course.freed, s.course.struck) = (true, true);
        _marks[s.root][nullifier] = OUT;
        emit PassedOver(s.id, nullifier, otherCall);
    }

    function _open(bytes32 id) private view returns (Sitting memory) {
        return Sitting(id, _roots[id], _seeds[id], _requireFixed(id));
    }

    /// @dev Only what a settlement changes.
    function _close(Sitting memory s) private {
        Call.Course memory c = s.course;
        Call.Course storage course = _courses[s.id];
        (course.unsettled, course.undecided) = (c.unsettled, c.undecided);
        (course.freed, course.struck) = (c.freed, c.struck);
    }

    function _requireFixed(bytes32 id) internal view returns (Call.Course memory c) {
        c = _courses[id];
        require(c.outcome == Call.Outcome.None, Errors.Call_Ended(id, c.outcome));
        require(c.isFixed, Errors.Round_NotFixed(id, c.round));
    }
}

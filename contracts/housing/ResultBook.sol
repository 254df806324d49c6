// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {Entity} from "../registry/types/Entity.sol";
import {ITreasury} from "../treasury/interfaces/ITreasury.sol";
import {Refutations} from "./abstracts/Refutations.sol";
import {ResultBookState} from "./abstracts/ResultBookState.sol";
import {ICallBook} from "./interfaces/ICallBook.sol";
import {ICallDesk} from "./interfaces/ICallDesk.sol";
import {IIntakeDesk} from "./interfaces/IIntakeDesk.sol";
import {IResultBook} from "./interfaces/IResultBook.sol";
import {HousingErrors as Errors} from "./libraries/HousingErrors.sol";
import {ResultRules} from "./libraries/ResultRules.sol";
import {Application} from "./types/Application.sol";
import {Call} from "./types/Call.sol";
import {Result} from "./types/Result.sol";

/// @title ResultBook
contract ResultBook is Refutations {
    using ResultRules for bytes;

    IRegistry public immutable REGISTRY;
    /// @notice Where the applications come from.
    IIntakeDesk public immutable INTAKE;

    /// @param registry Who may post.
    /// @param treasury Holds the bonds; it must approve this program.
    /// @param book Keeps the calls.
    /// @param desk Knows their windows.
    /// @param intake Where the applications come from.
    constructor(
        IRegistry registry,
        ITreasury treasury,
        ICallBook book,
        ICallDesk desk,
        IIntakeDesk intake
    ) ResultBookState(treasury, book, desk) {
        REGISTRY = registry;
        INTAKE = intake;
    }

    /* ANYONE */

    /// @inheritdoc IResultBook
    function drawSeed(bytes32 id) external {
        Call.Status status = DESK.statusOf(id);
        bool isFallback = status == Call.Status.Fallback;
        require(isFallback || status == Call.Status.Sealed, Errors.Call_Status(id, status));
        Call.Draw memory d = DESK.getDraw(id);
        bytes32 randomness =
            isFallback ? d.fallbackBeacon.randomnessOf(d.fallbackRound) : d.beacon.randomnessOf(d.round);
        INTAKE.settleInputs(id);
        BOOK.setSeed(id, ResultRules.seedOf(id, BOOK.rootOf(id), randomness));
    }

    /// @inheritdoc IResultBook
    function fix(bytes32 id, bytes calldata cutoffs, bytes32 lists, bytes32 misfits) external {
        uint8 round = BOOK.getCourse(id).round;
        Result.Window storage w = _windows[id][round];
        require(w.standing != 0 && block.timestamp > w.until, Errors.Result_NotDue(id, round, w.until));
        uint256 number;
        while (_posted[id][round][number].state != Result.State.Standing) ++number;
        Result.Posted storage posted = _posted[id][round][number];
        bytes32 digest = ResultRules.digestOf(cutoffs, lists, misfits);
        require(posted.digest == digest, Errors.Result_Exhibit(id, number));
        emit ResultFixed(id, msg.sender, round, number);
        uint192[] memory unpacked = new uint192[](cutoffs.length / 24);
        for (uint256 i; i < unpacked.length; ++i) unpacked[i] = uint192(cutoffs.cutoffAt(i)); // of 24 bytes
        BOOK.fix(id, unpacked, posted.entries);
    }

    /// @inheritdoc IResultBook
    function giveBack(bytes32 id, uint8 round, uint256 number) external {
        Result.Posted storage posted = _posted[id][round][number];
        Result.Window storage w = _windows[id][round];
        require(posted.state == Result.State.Standing, Errors.Result_State(id, number, posted.state));
        Call.Course memory c = BOOK.getCourse(id);
        bool isDecided = c.round != round || c.isFixed || c.outcome != Call.Outcome.None;
        require(isDecided && block.timestamp > w.until, Errors.Result_NotDue(id, round, w.until));
        posted.state = Result.State.Returned;
        --w.standing;
        TREASURY.giveBack(DESK.resultBondOf(id), recordOf(id, round, number));
    }

    /// @inheritdoc IResultBook
    function openRound(bytes32 id) external {
        uint8 rounds = DESK.getWindows(id).rounds;
        require(BOOK.getCourse(id).round < rounds, Errors.Result_LastRound(id, rounds));
        BOOK.openRound(id);
    }

    /* ENTITY */

    /// @inheritdoc IResultBook
    function post(bytes32 id, uint8 round, Result.Posting calldata posting) external returns (uint256 number) {
        Call.Course memory c = BOOK.getCourse(id);
        require(c.outcome == Call.Outcome.None, Errors.Call_Ended(id, c.outcome));
        require(round != 0 && round == c.round, Errors.Result_Round(id, round, c.round));
        require(!c.isFixed, Errors.Round_Fixed(id, round));
        uint64 entity = REGISTRY.entityOf(msg.sender);
        require(REGISTRY.statusOf(entity) == Entity.Status.Active, Errors.Result_NotActive(id, msg.sender));
        number = _enterWindow(id, round);
        (bytes32 digest, uint256 entries) = _read(id, c, posting);
        require(!_isKnown[id][round][digest], Errors.Result_Known(id, digest));
        _isKnown[id][round][digest] = true;
        // No transaction carries 2^24 entries of three bytes.
        _posted[id][round][number] = Result.Posted(digest, entity, uint24(entries), Result.State.Standing);
        emit ResultPosted(id, msg.sender, round, number, entity, posting);
        TREASURY.hold(BOOK.getMoney(id).lineId, entity, DESK.resultBondOf(id), recordOf(id, round, number));
    }

    /* INTERNAL */

    function _enterWindow(bytes32 id, uint8 round) private returns (uint256 number) {
        Result.Window memory w = _windows[id][round];
        if (w.standing == 0) {
            uint256 length = DESK.getWindows(id).results;
            w.competeBy = uint40(block.timestamp + length / 2); // three years at most
            w.until = uint40(block.timestamp + length);
        }
        require(block.timestamp <= w.competeBy, Errors.Result_Late(id, w.competeBy));
        number = w.posted++;
        ++w.standing;
        _windows[id][round] = w;
    }

    function _read(
        bytes32 id,
        Call.Course memory c,
        Result.Posting calldata posting
    ) private view returns (bytes32 digest, uint256 entries) {
        bytes calldata offers = posting.offers;
        bytes calldata list = posting.entries;
        require(keccak256(offers) == BOOK.offersOf(id), Errors.Result_Offers(id));
        entries = list.countOf();
        _requireLengths(id, posting);
        _requirePlausible(id, c.round, posting);
        _requireThere(id, c.count, posting);
        bytes32[] memory digests = new bytes32[](offers.countOf());
        uint256 from;
        for (uint256 slot; slot < digests.length; ++slot) {
            uint256 to = from + 3 * posting.counts.numberAt(slot);
            require(to <= list.length, Errors.Result_Entries(id, entries));
            digests[slot] = keccak256(list[from:to]);
            from = to;
        }
        require(from == list.length, Errors.Result_Entries(id, entries));
        digest = ResultRules.digestOf(posting.cutoffs, ResultRules.digestOf(digests), keccak256(posting.misfits));
    }

    function _requireLengths(bytes32 id, Result.Posting calldata posting) private pure {
        uint256 length = posting.offers.length;
        bool isSound =
            posting.cutoffs.length == 8 * length && posting.counts.length == length && posting.misfits.length == length;
        require(isSound, Errors.Result_Slots(id, length / 3));
    }

    /// @dev In the first round nothing bounds a cutoff, so that a slot is read only if what is said of it would be false of households.
    function _requirePlausible(bytes32 id, uint8 round, Result.Posting calldata posting) private view {
        bytes calldata offers = posting.offers;
        bytes calldata cutoffs = posting.cutoffs;
        bytes calldata counts = posting.counts;
        bytes calldata misfits = posting.misfits;
        uint256 slots = offers.countOf();
        Result.Line memory line;
        Result.Bound memory free = Result.Bound(ResultRules.UNBOUNDED, false);
        for (uint256 slot; slot < slots; ++slot) {
            (line.entries, line.offer) = (counts.numberAt(slot), offers.numberAt(slot));
            (line.cutoff, line.named) = (cutoffs.cutoffAt(slot), misfits.numberAt(slot) != 0);
            if (round != 1 || !ResultRules.isPlausible(line, free)) _requireOfSlot(id, round, slot, line);
        }
    }

    function _requireOfSlot(bytes32 id, uint8 round, uint256 slot, Result.Line memory line) private view {
        Call.Seats memory seats = BOOK.getSlot(id, slot);
        uint256 before = round == 1 ? ResultRules.UNBOUNDED : seats.cutoff;
        bool isPlausible = ResultRules.isPlausible(line, Result.Bound(before, seats.committees));
        require(isPlausible, Errors.Result_Slot(id, slot, line.entries, line.offer, line.cutoff, before));
    }

    /// @dev Indexes beyond the root need their application: nobody could show that none stands there, nor that one took no part which was put
    /// out since.
    function _requireThere(bytes32 id, uint256 count, Result.Posting calldata posting) private view {
        Application.Leaf[] calldata added = posting.added;
        uint256 given;
        bytes calldata list = posting.entries;
        uint256 length = list.countOf();
        for (uint256 i = list.firstFrom(0, count); i < length; i = list.firstFrom(i + 1, count)) {
            _requireStands(id, list.numberAt(i), added, given++);
        }
        // One more than the index.
        bytes calldata misfits = posting.misfits;
        length = misfits.countOf();
        for (uint256 i = misfits.firstFrom(0, count + 1); i < length; i = misfits.firstFrom(i + 1, count + 1)) {
            _requireStands(id, misfits.numberAt(i) - 1, added, given++);
        }
        require(given == added.length, Errors.Result_Added(id, added.length, given));
    }

    function _requireStands(
        bytes32 id,
        uint256 index,
        Application.Leaf[] calldata added,
        uint256 position
    ) private view {
        bool isThere =
            position < added.length &&
                BOOK.stands(id, index, added[position], new bytes32[](0)) &&
                BOOK.takesPart(id, added[position]);
        require(isThere, Errors.Result_NotProven(id, index));
    }
}

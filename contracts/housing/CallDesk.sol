// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IBeacon} from "../randomness/interfaces/IBeacon.sol";
import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {SelfEndingPause} from "../shared/abstracts/SelfEndingPause.sol";
import {ICallBook} from "./interfaces/ICallBook.sol";
import {ICallDesk} from "./interfaces/ICallDesk.sol";
import {CallCheck} from "./libraries/CallCheck.sol";
import {CallClock} from "./libraries/CallClock.sol";
import {HousingErrors as Errors} from "./libraries/HousingErrors.sol";
import {Call} from "./types/Call.sol";

/// @title CallDesk
contract CallDesk is ICallDesk, SelfEndingPause {
    using SafeCast for uint256;

    /// @notice Seconds without a step after which anyone may close a call that was drawn.
    uint256 public constant STALLED = 90 days;

    IRegistry public immutable REGISTRY;
    ICallBook public immutable BOOK;
    /// @notice The first beacon.
    IBeacon public immutable BEACON;
    /// @notice The second one.
    IBeacon public immutable FALLBACK_BEACON;

    mapping(bytes32 id => Call.Timetable timetable) private _timetables;
    mapping(bytes32 id => Call.Draw draw) private _draws;
    mapping(bytes32 id => Call.Windows windows) private _windows;
    /// @inheritdoc ICallDesk
    mapping(bytes32 id => uint128 amount) public resultBondOf;

    /// @param authority The AccessManager.
    /// @param registry Who the offices are.
    /// @param book Keeps the calls.
    /// @param beacon The first beacon.
    /// @param fallbackBeacon The second one.
    constructor(
        address authority,
        IRegistry registry,
        ICallBook book,
        IBeacon beacon,
        IBeacon fallbackBeacon
    ) AccessManaged(authority) {
        REGISTRY = registry;
        BOOK = book;
        BEACON = beacon;
        FALLBACK_BEACON = fallbackBeacon;
    }

    /* HOUSING OFFICE */

    /// @inheritdoc ICallDesk
    function open(
        Call.Terms calldata terms,
        Call.Slot[] calldata slots,
        uint128[] calldata benefits
    ) external restricted whenNotPaused returns (bytes32 id) {
        id = keccak256(abi.encode(block.chainid, address(this), terms, slots, benefits));
        require(BOOK.getCourse(id).number == 0, Errors.Call_AlreadyOpen(id));
        _requireOffice(id, terms.office);
        terms.lineId.toUint64();
        Call.Draw calldata d = terms.draw;
        require(
            address(d.beacon) == address(BEACON) && address(d.fallbackBeacon) == address(FALLBACK_BEACON),
            Errors.Call_Beacons(d.beacon, d.fallbackBeacon)
        );
        CallCheck.requireTerms(terms, block.timestamp);
        CallCheck.requireTimes(
            terms.timetable,
            BEACON.timeOf(d.round),
            FALLBACK_BEACON.timeOf(d.fallbackRound),
            block.timestamp
        );
        uint256 cost = CallCheck.costOf(slots, benefits, terms.appealSeats, terms.appealSlot);
        _timetables[id] = terms.timetable;
        _draws[id] = d;
        _windows[id] = terms.windows;
        resultBondOf[id] = terms.resultBond;
        emit CallOpened(id, msg.sender, terms.office, terms, slots, benefits);
        BOOK.enter(id, terms, slots, benefits, cost);
    }

    /// @inheritdoc ICallDesk
    function cancel(bytes32 id, bytes32 reason) external {
        uint64 office = BOOK.getMoney(id).office;
        require(office != 0, Errors.Call_Unknown(id));
        _requireOffice(id, office);
        require(reason != 0, Errors.Call_NoReason(id));
        Call.Desk memory d = _deskOf(id);
        require(CallClock.isCancellable(d, _timetables[id], block.timestamp), Errors.Call_Status(id, statusOf(id)));
        BOOK.end(id, Call.Outcome.Cancelled, reason);
    }

    /* ANYONE */

    /// @inheritdoc ICallDesk
    function lapse(bytes32 id) external {
        Call.Status status = statusOf(id);
        require(status == Call.Status.Overdue, Errors.Call_Status(id, status));
        BOOK.end(id, Call.Outcome.Lapsed, 0);
    }

    /// @inheritdoc ICallDesk
    function close(bytes32 id) external {
        Call.Status status = statusOf(id);
        require(status == Call.Status.Drawn, Errors.Call_Status(id, status));
        Call.Course memory c = BOOK.getCourse(id);
        uint256 stalledFrom = c.movedAt + STALLED + 1;
        if (block.timestamp < stalledFrom) {
            require(c.isFixed, Errors.Call_Unfinished(id, stalledFrom));
            require(c.unsettled == 0 && c.undecided == 0, Errors.Round_Unsettled(id, c.unsettled, c.undecided));
            bool isLast = c.round >= _windows[id].rounds || !c.freed;
            require(isLast && BOOK.getMoney(id).pool == 0, Errors.Call_Unfinished(id, stalledFrom));
        }
        BOOK.end(id, Call.Outcome.Closed, 0);
    }

    /// @inheritdoc ICallDesk
    function statusOf(bytes32 id) public view returns (Call.Status) {
        return CallClock.statusOf(_deskOf(id), _timetables[id], block.timestamp);
    }

    /// @inheritdoc ICallDesk
    function seedBy(bytes32 id) public view returns (uint256) {
        return FALLBACK_BEACON.timeOf(_draws[id].fallbackRound) + CallClock.LAST_DRAW;
    }

    /// @inheritdoc ICallDesk
    function getTimetable(bytes32 id) external view returns (Call.Timetable memory) {
        return _timetables[id];
    }

    /// @inheritdoc ICallDesk
    function getDraw(bytes32 id) external view returns (Call.Draw memory) {
        return _draws[id];
    }

    /// @inheritdoc ICallDesk
    function getWindows(bytes32 id) external view returns (Call.Windows memory) {
        return _windows[id];
    }

    /* INTERNAL */

    function _deskOf(bytes32 id) private view returns (Call.Desk memory d) {
        Call.Course memory c = BOOK.getCourse(id);
        d.office = BOOK.getMoney(id).office;
        d.seedBy = uint40(seedBy(id)); // within three years and a month of the opening
        d.outcome = c.outcome;
        d.anchored = c.anchored;
        d.attested = c.count != 0;
        d.drawn = c.round != 0;
    }

    function _requireOffice(bytes32 id, uint64 office) private view {
        address account = REGISTRY.accountOf(office);
        require(msg.sender == account, Errors.Call_NotTheOffice(id, msg.sender, account));
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Tender} from "../../../contracts/procurement/types/Tender.sol";
import {Property} from "../support/Property.sol";
import {Award} from "../../../contracts/procurement/types/Award.sol";
import {TenderMoves} from "./TenderMoves.sol";

/// @notice Plays everyone around a tender, mostly what its stage is for, and lets time pass to a boundary or the second after it.
contract Tendering is TenderMoves {
    uint256 private constant STEPS = 4;

    /// @dev Bit n: a tender was seen in status n.
    uint256 public statuses;

    constructor() {
        _found();
        _publish();
    }

    function act(uint256 seed) public {
        _seed(seed);
        for (uint256 i; i < STEPS; ++i) {
            _step();
            statuses |= 1 << uint256(book.statusOf(_plans[_plans.length - 1].id));
        }
    }

    /// @notice After all windows, calls that anyone may make leave no bond and no budget behind.
    function liquidate() public {
        for (uint256 i; i < FIRMS; ++i) _token.setBlocked(_accounts[i], false);
        VM.warp(block.timestamp + 400 days);
        for (uint256 t; t < _plans.length; ++t) {
            bytes32 id = _plans[t].id;
            _lapse(id);
            _claimBonds(id);
            for (uint256 i; i < FIRMS; ++i) VM.assertEq(book.bondOf(id, _firms[i]), 0, "a bond is left");
            VM.assertTrue(book.getDesk(id).outcome != Tender.Outcome.None, "a tender has not ended");
        }
        check();
    }

    function _step() private {
        uint256 t = _plans.length - 1;
        bytes32 id = _plans[t].id;
        uint256 drawn = _pick(100);
        if (drawn < 20) return _pass(t);
        if (drawn < 24) return _office(id);
        if (drawn < 27) return _claimBonds(_plans[_pick(_plans.length)].id);
        if (drawn < 30) return _openForAnother(id);
        if (drawn < 92) return _inStage(t, book.statusOf(id));
        return _inStage(t, Tender.Status(1 + _pick(10)));
    }

    /// @dev What the parties do in a stage; asked for at other times too.
    function _inStage(uint256 t, Tender.Status status) private {
        bytes32 id = _plans[t].id;
        uint256 drawn = _pick(20);
        if (status == Tender.Status.Bidding) _beforeClosing(t, drawn);
        else if (status == Tender.Status.Closed) drawn < 12 ? _copyStanding(id) : _conflict(t);
        else if (status == Tender.Status.TechnicalOpening) _openTechnicals(id);
        else if (status == Tender.Status.Evaluation) _inEvaluation(t, drawn);
        else if (status == Tender.Status.PriceOpening) _openPrices(id);
        else if (status == Tender.Status.Award) drawn < 2 ? _claimBonds(id) : _inAward(t, drawn);
        else if (book.getDesk(id).outcome != Tender.Outcome.None) _publish();
    }

    /// @dev What a stage is for, before it passes.
    function _work(uint256 t, Tender.Status status) private {
        bytes32 id = _plans[t].id;
        if (status == Tender.Status.TechnicalOpening) _openTechnicals(id);
        else if (status == Tender.Status.PriceOpening) _openPrices(id);
        else if (status == Tender.Status.Evaluation) {
            _score(t);
            _tally(t);
        } else if (awards.statusOf(id) == Award.Status.Complaints) _complain(id);
        else if (awards.statusOf(id) == Award.Status.Review) _rule(id);
    }

    function _beforeClosing(uint256 t, uint256 drawn) private {
        bytes32 id = _plans[t].id;
        if (drawn < 11) _bids(id);
        else if (drawn < 12) _withdraw(id);
        else if (drawn < 13) _amend(t);
        else if (drawn < 14) _chance(30) ? _cancel(id) : _join(id);
        else if (drawn < 18) _askOrAnswer(id);
        else _join(id);
    }

    function _bids(bytes32 id) private {
        for (uint256 i; i < 3; ++i) _bid(id);
    }

    function _inEvaluation(uint256 t, uint256 drawn) private {
        bool early = block.timestamp <= book.getStages(_plans[t].id).scoresBy;
        if (early && drawn < 16) _score(t);
        else if (drawn < 13) _tally(t);
        else if (drawn < 17) _score(t);
        else _fail(t);
    }

    /// @dev Mostly what the award waits for.
    function _inAward(uint256 t, uint256 drawn) private {
        bytes32 id = _plans[t].id;
        Award.Status status = awards.statusOf(id);
        if (status == Award.Status.None) drawn < 18 ? _award(t) : _lapse(id);
        else if (status == Award.Status.Complaints) drawn < 15 ? _complain(id) : _pass(t);
        else if (status == Award.Status.Review) _rule(id);
        else if (status == Award.Status.Signature) drawn < 8 ? _sign(t) : _pass(t);
        else if (status == Award.Status.Standstill) _pass(t);
        else _lapse(id);
    }

    /// @dev To the last second of a window or to the first after it; in the award mostly by days.
    function _pass(uint256 t) private {
        bytes32 id = _plans[t].id;
        if (_chance(75)) _work(t, book.statusOf(id));
        uint256[14] memory marks = _marksOf(id, _plans[t].start);
        uint256 next = type(uint256).max;
        for (uint256 i; i < 14; ++i) if (marks[i] > block.timestamp && marks[i] < next) next = marks[i];
        if (next == type(uint256).max || _chance(20)) next = block.timestamp + 1 hours;
        VM.warp(next + _pick(2));
    }

    function _marksOf(bytes32 id, uint40 start) private view returns (uint256[14] memory marks) {
        Tender.Timetable memory t = _timetableOf(start);
        Award.Result memory result = awards.getAward(id);
        (marks[0], marks[1]) = awards.signatureWindowOf(id);
        marks[2] = result.awardedAt == 0 ? 0 : uint256(result.awardedAt) + 5 days;
        marks[13] = marks[2] == 0 ? 0 : marks[2] + 1;
        (marks[3], marks[4], marks[5]) = (t.enquiriesUntil, t.answersUntil, book.closesAt(id));
        (marks[6], marks[7], marks[8]) = (t.technicalFrom, t.technicalBy, t.scoresBy);
        (marks[9], marks[10], marks[11]) = (t.substitutesBy, t.pricesFrom, t.pricesBy);
        if (result.awardedAt == 0) marks[12] = block.timestamp > t.pricesBy ? block.timestamp + 3 days : 0;
    }
}

/// @notice Random lives of tenders by everyone who may touch one: money, ranking and sealed prices are what they must be after every move.
contract TendersTest is Property {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Tendering private _tendering;

    function setUp() public {
        _tendering = new Tendering();
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_tendering);
    }

    function targetSelectors() public view returns (FuzzSelector[] memory selectors) {
        selectors = new FuzzSelector[](1);
        selectors[0] = FuzzSelector(address(_tendering), new bytes4[](1));
        selectors[0].selectors[0] = _tendering.act.selector;
    }

    /// @notice T1 to T3, P4, bonds held = bonds of live bids, commitment = what tenders may still cost, nobody's bid opens as another's.
    function invariant_moneyAndRankingOfTenders() public view {
        _tendering.check();
    }

    /// @notice Whatever the state at the end of a run, time and strangers return every bond and every budget.
    function afterInvariant() public {
        uint256 kinds;
        for (uint256 done = _tendering.done(); done != 0; done &= done - 1) ++kinds;
        VM.assertLe(12, kinds, "kinds of call in one run");
        _tendering.liquidate();
    }
}

/// @notice Over a few runs every kind of call is taken and every status is seen: what never happened, the campaign would not test.
contract TendersReachTest is Property {
    uint256 private constant WORLDS = 6;
    uint256 private constant MOVES = 60;

    uint256 private _done;
    uint256 private _statuses;

    function setUp() public {
        for (uint256 world; world < WORLDS; ++world) {
            Tendering tendering = new Tendering();
            for (uint256 i; i < MOVES; ++i) tendering.act(world * 1_000 + i);
            tendering.liquidate();
            _done |= tendering.done();
            _statuses |= tendering.statuses();
        }
    }

    function test_everyCallIsTaken() public view {
        VM.assertEq(_done, (1 << 31) - 1, "kinds of call");
    }

    function test_everyStatusIsSeen() public view {
        VM.assertEq(_statuses, ((1 << 11) - 1) & ~uint256(1), "statuses");
    }
}

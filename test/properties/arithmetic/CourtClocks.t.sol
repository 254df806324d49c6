// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {DisputeClock} from "../../../contracts/procurement/libraries/DisputeClock.sol";
import {DueProcess} from "../../../contracts/shared/libraries/DueProcess.sol";
import {Agreement} from "../../../contracts/procurement/types/Agreement.sol";
import {Clocks} from "../support/Clocks.sol";
import {Property} from "../support/Property.sol";

/// @notice The stages of a dispute and of a due process cover all time, one at a time, and change only at the seconds that the terms say.
contract CourtClocksTest is Property {
    Clocks private immutable CLOCKS = new Clocks();

    function _annex(uint256 seed) private pure returns (Agreement.Annex memory a) {
        a.settlementWindow = _window(seed, 1, 30 days);
        a.rulingWindow = _window(seed, 2, 180 days);
        a.defenceWindow = _window(seed, 3, 30 days);
        a.decisionWindow = _window(seed, 4, 180 days);
        a.appealWindow = _window(seed, 5, 30 days);
        a.reviewWindow = _window(seed, 6, 180 days);
    }

    function _window(uint256 seed, uint256 salt, uint256 most) private pure returns (uint32) {
        return uint32(_bound(uint256(keccak256(abi.encode(seed, salt))), 1 days, most));
    }

    /* DISPUTES */

    function testFuzz_disputeStagesMeetAtTheirLastSeconds(uint256 seed, uint256 openedWord) public view {
        Agreement.Annex memory a = _annex(seed);
        uint40 openedAt = _bound40(openedWord, 1, type(uint40).max);
        uint256 until = uint256(openedAt) + a.settlementWindow;
        _meet(openedAt, a, until, DisputeClock.Stage.Settlement, DisputeClock.Stage.Arbiter);
        until += a.rulingWindow;
        _meet(openedAt, a, until, DisputeClock.Stage.Arbiter, DisputeClock.Stage.Fallback);
        until += a.rulingWindow;
        _meet(openedAt, a, until, DisputeClock.Stage.Fallback, DisputeClock.Stage.Default);
    }

    function _meet(
        uint40 openedAt,
        Agreement.Annex memory a,
        uint256 last,
        DisputeClock.Stage before,
        DisputeClock.Stage next
    ) private view {
        for (uint256 k; k < 3; ++k) {
            DisputeClock.Stage stage = CLOCKS.disputeStage(openedAt, false, a, last - 1 + k);
            VM.assertEq(uint256(stage), uint256(k == 2 ? next : before), "stage around its last second");
        }
    }

    function testFuzz_disputeStagesOnlyAdvance(uint256 seed, uint256 openedWord, uint256 t1, uint256 t2) public view {
        Agreement.Annex memory a = _annex(seed);
        uint40 openedAt = _bound40(openedWord, 1, type(uint40).max);
        uint256 time = openedAt + _bound(t1, 0, 400 days);
        DisputeClock.Stage first = CLOCKS.disputeStage(openedAt, false, a, time);
        DisputeClock.Stage second = CLOCKS.disputeStage(openedAt, false, a, time + _bound(t2, 0, 400 days));
        VM.assertLe(uint256(first), uint256(second), "monotone");
        VM.assertTrue(first >= DisputeClock.Stage.Settlement && second <= DisputeClock.Stage.Default, "a stage");
        VM.assertEq(uint256(CLOCKS.disputeStage(0, false, a, time)), 0, "none before it is opened");
        DisputeClock.Stage resolved = CLOCKS.disputeStage(openedAt, true, a, time);
        VM.assertEq(uint256(resolved), uint256(DisputeClock.Stage.Resolved), "resolved for ever");
    }

    /* DUE PROCESS */

    /// @dev The last second of a window of the supplier, counted afresh: every second of the pause that falls into it is added.
    function _until(uint256 start, uint256 window, uint256 pausedAt) private pure returns (uint256 last) {
        last = start + window;
        uint256 resumes = pausedAt + 7 days;
        if (pausedAt == 0 || resumes <= start || pausedAt > last) return last;
        last += resumes - (pausedAt > start ? pausedAt : start);
    }

    function _pause(uint256 word, uint256 start) private pure returns (uint40) {
        return word & 1 == 0 ? 0 : _bound40(word >> 1, start - 20 days, start + 60 days);
    }

    function testFuzz_silenceOfBothPartiesExtinguishes(uint256 seed, uint256 startWord, uint256 pauseWord) public view {
        Agreement.Annex memory a = _annex(seed);
        DueProcess.Course memory c;
        c.noticedAt = _bound40(startWord, 30 days, type(uint40).max - 1_000 days);
        uint40 pausedAt = _pause(pauseWord, c.noticedAt);
        uint256 heard = _until(c.noticedAt, a.defenceWindow, pausedAt);
        _meet(c, a, pausedAt, heard, DueProcess.Stage.Defence, DueProcess.Stage.Decision);
        heard += a.decisionWindow;
        _meet(c, a, pausedAt, heard, DueProcess.Stage.Decision, DueProcess.Stage.Extinguished);
    }

    function testFuzz_aDefenceOpensTheDecisionAtOnce(uint256 seed, uint256 startWord, uint256 offset) public view {
        Agreement.Annex memory a = _annex(seed);
        DueProcess.Course memory c;
        c.noticedAt = _bound40(startWord, 30 days, type(uint40).max - 1_000 days);
        c.defendedAt = c.noticedAt + _bound40(offset, 0, a.defenceWindow);
        VM.assertEq(_stage(c, a, 0, c.defendedAt), uint256(DueProcess.Stage.Decision), "decision");
        uint256 last = uint256(c.defendedAt) + a.decisionWindow;
        _meet(c, a, 0, last, DueProcess.Stage.Decision, DueProcess.Stage.Extinguished);
    }

    function testFuzz_anUpheldDecisionIsFinalUnlessAppealed(
        uint256 seed,
        uint256 startWord,
        uint256 pauseWord,
        uint256 offset
    ) public view {
        Agreement.Annex memory a = _annex(seed);
        DueProcess.Course memory c;
        c.noticedAt = _bound40(startWord, 30 days, type(uint40).max - 1_000 days);
        c.decidedAt = c.noticedAt + a.defenceWindow + 1;
        c.upheld = true;
        uint40 pausedAt = _pause(pauseWord, c.decidedAt);
        uint256 last = _until(c.decidedAt, a.appealWindow, pausedAt);
        _meet(c, a, pausedAt, last, DueProcess.Stage.Appealable, DueProcess.Stage.Final);
        c.appealedAt = uint40(_bound(offset, c.decidedAt, last));
        last = uint256(c.appealedAt) + a.reviewWindow;
        _meet(c, a, pausedAt, last, DueProcess.Stage.Review, DueProcess.Stage.Extinguished);
        c.reviewedAt = uint40(_bound(offset >> 1, c.appealedAt, last));
        VM.assertEq(_stage(c, a, pausedAt, last + 1), uint256(DueProcess.Stage.Final), "upheld in review");
        c.upheld = false;
        VM.assertEq(_stage(c, a, pausedAt, last + 1), uint256(DueProcess.Stage.Extinguished), "quashed in review");
        (c.appealedAt, c.reviewedAt) = (0, 0);
        VM.assertEq(_stage(c, a, pausedAt, c.decidedAt), uint256(DueProcess.Stage.Extinguished), "dropped");
    }

    /// @dev Whatever steps were taken, time alone leads from a stage to the one that follows it and ends in one of the last two.
    function testFuzz_timeAloneLeadsForwardOnly(
        uint256 seed,
        uint8 steps,
        bool upheld,
        uint256 t1,
        uint256 t2
    ) public view {
        Agreement.Annex memory a = _annex(seed);
        uint40 start = _bound40(seed >> 64, 30 days, type(uint40).max - 2_000 days);
        DueProcess.Course memory c = DueProcess.Course(start, 0, 0, 0, 0, upheld);
        if (steps & 1 != 0) c.defendedAt = start + 1 days;
        if (steps & 2 != 0) c.decidedAt = start + 2 days;
        if (steps & 6 == 6) c.appealedAt = start + 3 days;
        if (steps & 14 == 14) c.reviewedAt = start + 4 days;
        uint256 time = start + 4 days + _bound(t1, 0, 400 days);
        uint40 pausedAt = _pause(t1, start);
        uint256 first = _stage(c, a, pausedAt, time);
        uint256 second = _stage(c, a, pausedAt, time + _bound(t2, 0, 400 days));
        VM.assertLe(first, second, "forward");
        uint256 last = _stage(c, a, pausedAt, type(uint64).max);
        VM.assertTrue(last >= uint256(DueProcess.Stage.Final), "an end");
        c.noticedAt = 0;
        VM.assertEq(_stage(c, a, pausedAt, time), 0, "none without a notice");
    }

    function _stage(
        DueProcess.Course memory c,
        Agreement.Annex memory a,
        uint40 pausedAt,
        uint256 time
    ) private view returns (uint256) {
        return uint256(CLOCKS.courseStage(c, a, pausedAt, time));
    }

    function _meet(
        DueProcess.Course memory c,
        Agreement.Annex memory a,
        uint40 pausedAt,
        uint256 last,
        DueProcess.Stage before,
        DueProcess.Stage next
    ) private view {
        VM.assertEq(_stage(c, a, pausedAt, last - 1), uint256(before), "a second before its last");
        VM.assertEq(_stage(c, a, pausedAt, last), uint256(before), "its last second");
        VM.assertEq(_stage(c, a, pausedAt, last + 1), uint256(next), "the next second");
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {CourtWindows} from "../procurement/libraries/CourtWindows.sol";
import {DisputeClock} from "../procurement/libraries/DisputeClock.sol";
import {FineMath} from "../procurement/libraries/FineMath.sol";
import {PaymentMath} from "../procurement/libraries/PaymentMath.sol";
import {ReviewMath} from "../procurement/libraries/ReviewMath.sol";
import {TermsCheck} from "../procurement/libraries/TermsCheck.sol";
import {Agreement} from "../procurement/types/Agreement.sol";
import {BasisPoints} from "../shared/libraries/BasisPoints.sol";
import {DueProcess} from "../shared/libraries/DueProcess.sol";
import {PauseClock} from "../shared/libraries/PauseClock.sol";

/// @notice The procurement rules over many inputs at once, for the twins' differential tests.
contract ProcurementMathHarness {
    struct Share {
        uint128 amount;
        uint16 bps;
    }

    struct Part {
        uint128 amount;
        uint128 unpaidAfter;
        uint128 advanceLeft;
    }

    struct Released {
        uint128 released;
        uint128 unearned;
    }

    struct Late {
        uint256 dueAt;
        uint256 deliveredAt;
        uint128 amount;
        uint16 bpsPerDay;
        uint128 price;
        uint16 capBps;
        uint128 imposed;
    }

    struct Fined {
        uint256 lateDays;
        uint128 fine;
    }

    struct Window {
        uint256 start;
        uint256 end;
        uint40 pausedAt;
    }

    struct Procedure {
        DueProcess.Course course;
        Agreement.Annex annex;
        uint40 pausedAt;
        uint256 time;
    }

    struct Disputed {
        uint40 openedAt;
        bool resolved;
        Agreement.Annex annex;
        uint256 time;
    }

    struct Record {
        Agreement.Milestone milestone;
        Agreement.Delivery delivery;
        Agreement.Exception exception;
        uint256 time;
    }

    struct Reviewed {
        Agreement.MilestoneStatus status;
        uint128 payableAmount;
        bool deemed;
    }

    struct Opening {
        Agreement.Deed deed;
        Agreement.MilestoneTerms[] schedule;
        uint128 threshold;
        uint256 time;
    }

    struct Parties {
        Agreement.Deed deed;
        address buyer;
        address supplier;
    }

    function shares(Share[] calldata cases) external pure returns (uint128[] memory down, uint128[] memory up) {
        down = new uint128[](cases.length);
        up = new uint128[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            down[i] = BasisPoints.floor(cases[i].amount, cases[i].bps);
            up[i] = BasisPoints.ceil(cases[i].amount, cases[i].bps);
        }
    }

    function splits(PaymentMath.Input[] calldata cases) external pure returns (PaymentMath.Split[] memory results) {
        results = new PaymentMath.Split[](cases.length);
        for (uint256 i; i < cases.length; ++i) results[i] = PaymentMath.split(cases[i]);
    }

    function releases(Part[] calldata cases) external pure returns (Released[] memory results) {
        results = new Released[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            (results[i].released, results[i].unearned) = PaymentMath.releaseOf(
                cases[i].amount,
                cases[i].unpaidAfter,
                cases[i].advanceLeft
            );
        }
    }

    function fines(Late[] calldata cases) external pure returns (Fined[] memory results) {
        results = new Fined[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            Late calldata c = cases[i];
            uint256 lateDays = FineMath.daysLate(c.dueAt, c.deliveredAt);
            results[i] = Fined(lateDays, FineMath.fine(c.amount, c.bpsPerDay, lateDays, c.price, c.capBps, c.imposed));
        }
    }

    function windows(Window[] calldata cases) external pure returns (uint256[] memory ends) {
        ends = new uint256[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            ends[i] = PauseClock.extended(cases[i].start, cases[i].end, cases[i].pausedAt);
        }
    }

    function procedures(Procedure[] calldata cases) external pure returns (DueProcess.Stage[] memory stages) {
        stages = new DueProcess.Stage[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            Procedure calldata c = cases[i];
            stages[i] = DueProcess.stageOf(c.course, CourtWindows.windowsOf(c.annex), c.pausedAt, c.time);
        }
    }

    /// @dev Whatever the stage: `time` is not read.
    function finals(Procedure[] calldata cases) external pure returns (uint256[] memory instants) {
        instants = new uint256[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            Procedure calldata c = cases[i];
            instants[i] = DueProcess.finalAt(c.course, CourtWindows.windowsOf(c.annex), c.pausedAt);
        }
    }

    function disputes(Disputed[] calldata cases) external pure returns (DisputeClock.Stage[] memory stages) {
        stages = new DisputeClock.Stage[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            Disputed calldata c = cases[i];
            stages[i] = DisputeClock.stageOf(c.openedAt, c.resolved, c.annex, c.time);
        }
    }

    function reviews(Record[] calldata cases) external pure returns (Reviewed[] memory results) {
        results = new Reviewed[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            Record calldata c = cases[i];
            results[i] = Reviewed(
                ReviewMath.statusOf(c.milestone, c.delivery, c.exception, c.time),
                ReviewMath.payable_(c.milestone, c.delivery, c.exception, c.time),
                ReviewMath.isDeemed(c.delivery, c.time)
            );
        }
    }

    /// @return refusals For each case the data of the refusal, empty where the terms are lawful.
    /// @return ids Id of the terms, hash of the annex and hash of the schedule.
    function openings(
        Opening[] calldata cases
    ) external view returns (bytes[] memory refusals, bytes32[3][] memory ids) {
        refusals = new bytes[](cases.length);
        ids = new bytes32[3][](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            Opening calldata c = cases[i];
            ids[i] = [TermsCheck.idOf(c.deed.terms), TermsCheck.hashOf(c.deed.annex), TermsCheck.hashOf(c.schedule)];
            try this.requireLawful(c.deed, c.schedule, c.threshold, c.time) {
                refusals[i] = "";
            } catch (bytes memory refusal) {
                refusals[i] = refusal;
            }
        }
    }

    /// @return refusals For each case the data of the refusal, empty where the parties are independent.
    function independence(Parties[] calldata cases) external view returns (bytes[] memory refusals) {
        refusals = new bytes[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            Parties calldata c = cases[i];
            try this.requireIndependent(c.deed, c.buyer, c.supplier) {
                refusals[i] = "";
            } catch (bytes memory refusal) {
                refusals[i] = refusal;
            }
        }
    }

    function requireLawful(
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule,
        uint128 threshold,
        uint256 time
    ) external pure {
        TermsCheck.requireLawful(deed, schedule, threshold, 1_900, time);
    }

    function requireIndependent(Agreement.Deed calldata deed, address buyer, address supplier) external pure {
        TermsCheck.requireIndependent(deed, buyer, supplier);
    }
}

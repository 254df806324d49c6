// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IBeacon} from "../../randomness/interfaces/IBeacon.sol";
import {Document} from "../../shared/types/Document.sol";

/// @notice A call (llamado) to apply for homes or subsidies. Times are unix seconds and windows include their last second.
library Call {
    /// @notice Where a call stands, from the facts on record and the clock.
    enum Status {
        Unknown,
        Announced,
        /// @dev Applications are taken, each against a receipt.
        Intake,
        /// @dev The office anchors the root of the receipts.
        Receipts,
        /// @dev The offices attest the root of the applications.
        Roots,
        /// @dev Omissions, duplicates and disorder are proven, inclusion is demanded.
        Challenges,
        /// @dev Demands are answered; nothing new may be claimed.
        Answers,
        /// @dev One corrected root may come.
        Correction,
        /// @dev A corrected root is read again; a fault in it puts the first one back, as proven facts left it.
        Recheck,
        /// @dev The inputs are final, the round is not yet drawn.
        Sealed,
        /// @dev Nobody drew the first round in time: the second beacon's counts.
        Fallback,
        /// @dev A deadline passed without receipts, root or seed: anyone may lapse the call.
        Overdue,
        Drawn,
        Closed,
        Cancelled,
        Lapsed
    }

    /// @notice How a call ended; the order of the last three statuses.
    enum Outcome {
        None,
        Closed,
        Cancelled,
        Lapsed
    }

    /// @notice Seats (cupos) of one reserve of one project.
    /// @param project Number of the project in the call's document.
    /// @param reserve Number of the reserve there (for example older adults, disability, open).
    /// @param seats Homes, or subsidies.
    /// @param benefit Which of the call's subsidies a seat carries.
    /// @param committees Whether committees compete here, each for as many seats as it has members.
    struct Slot {
        uint32 project;
        uint16 reserve;
        uint24 seats;
        uint8 benefit;
        bool committees;
    }

    /// @notice A slot as every settlement reads it, in one word.
    /// @param cutoff Key of the last one admitted to a full slot, one more than the committee's that did not fit, or 0.
    /// @param taken Seats that somebody has.
    struct Seats {
        uint192 cutoff;
        uint24 seats;
        uint24 taken;
        uint8 benefit;
        bool committees;
    }

    /// @notice How far a call is, in one word.
    /// @param number Of the call, from 1; awards name it.
    /// @param slots How many there are.
    /// @param count Applications in the attested root.
    /// @param added Applications that proven facts added; their indexes follow those of the root.
    /// @param round Of results; 0 before the seed.
    /// @param unsettled Entries of the round's result that are not settled yet.
    /// @param undecided Seats that were neither accepted nor waived nor lapsed yet.
    /// @param acceptance Seconds to accept or waive.
    /// @param movedAt When the seed, a round or its cutoffs came last, unix seconds.
    /// @param anchored Whether the root of the receipts is there.
    /// @param isFixed Whether the round has its cutoffs.
    /// @param struck Whether anybody is out of the call, or another application stands in a household's place.
    /// @param freed Whether seats came back since the round began.
    struct Course {
        uint32 number;
        uint16 slots;
        uint24 count;
        uint16 added;
        uint8 round;
        uint24 unsettled;
        uint24 undecided;
        uint32 acceptance;
        uint40 movedAt;
        Outcome outcome;
        bool anchored;
        bool isFixed;
        bool struck;
        bool freed;
    }

    /// @notice When what may happen until the seed; all absolute, so that nothing that happens moves the round.
    /// @param opensAt First second of the applications.
    /// @param closesAt Their last second.
    /// @param receiptsBy Last second to anchor the root of the receipts.
    /// @param rootBy Last second to attest the root of the applications.
    /// @param challengeBy Last second of challenges and demands.
    /// @param answerBy Last second to answer a demand.
    /// @param correctBy Last second of the one corrected root.
    /// @param recheckBy Last second to prove a fault in it: no input changes later.
    /// @param fallbackFrom First second from which only the second beacon counts.
    struct Timetable {
        uint40 opensAt;
        uint40 closesAt;
        uint40 receiptsBy;
        uint40 rootBy;
        uint40 challengeBy;
        uint40 answerBy;
        uint40 correctBy;
        uint40 recheckBy;
        uint40 fallbackFrom;
    }

    /// @notice The two rounds, both fixed at opening; the second counts only if nobody drew the first before `fallbackFrom`.
    struct Draw {
        IBeacon beacon;
        uint64 round;
        IBeacon fallbackBeacon;
        uint64 fallbackRound;
    }

    /// @notice Lengths in seconds of what follows the seed.
    /// @param results To refute a posted result; competitors may be posted in the first half.
    /// @param acceptance To accept or waive a seat, from its settlement on.
    /// @param appeals To appeal against the first round (recurso de reposición, Ley 19.880 art. 59: five working days, worked out off chain).
    /// @param rulings To rule on an appeal; silence rejects it (Ley 19.880 art. 65).
    /// @param certification For the office to object to the use of a subsidy; silence certifies it.
    /// @param validity To use an accepted subsidy.
    /// @param silenceAccepts Whether silence accepts the seat; otherwise it lapses.
    /// @param rounds Most rounds of results.
    struct Windows {
        uint32 results;
        uint32 acceptance;
        uint32 appeals;
        uint32 rulings;
        uint32 certification;
        uint32 validity;
        bool silenceAccepts;
        uint8 rounds;
    }

    /// @notice What an office publishes and nobody can change afterwards.
    /// @param lineId Budget line that pays.
    /// @param token In which it pays.
    /// @param office Registry id of the public body that calls.
    /// @param rules Hash of eligibility and weights.
    /// @param document The administrative resolution with the rules of the call (bases del llamado).
    /// @param snapshotAt Date at which the social registry counts.
    /// @param ufValue Token units of one UF, at which the subsidies were fixed.
    /// @param ufAt Date of that value.
    /// @param appealSeats Seats kept for appeals, each of the largest subsidy.
    /// @param appealSlot The slot that those of them enter which no appeal needed.
    /// @param resultBond Bond of whoever posts a result, token units.
    struct Terms {
        uint256 lineId;
        address token;
        uint64 office;
        bytes32 rules;
        Document document;
        uint40 snapshotAt;
        uint128 ufValue;
        uint40 ufAt;
        uint24 appealSeats;
        uint16 appealSlot;
        uint128 resultBond;
        Timetable timetable;
        Draw draw;
        Windows windows;
    }

    /// @notice The facts from which the status follows.
    /// @param office Registry id of the public body; 0 for a call that does not exist.
    /// @param seedBy Last second at which a seed can be drawn.
    struct Desk {
        uint64 office;
        uint40 seedBy;
        Outcome outcome;
        bool anchored;
        bool attested;
        bool drawn;
    }
}

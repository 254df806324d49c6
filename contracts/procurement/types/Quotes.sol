// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Agreement} from "./Agreement.sol";

/// @notice Requests for quotes (compra ágil), second competitions of a framework, and the sealed quotes that answer them.
library Quotes {
    /// @notice Where a contest stands, derived from its timetable, its facts and the clock.
    /// @dev Choice: the buyer may choose. Cheapest: it did not in time, and anyone has the cheapest chosen. Acceptance: the chosen one may
    /// accept. Silent: it did not in time, and anyone passes it over. Ending: nothing can come of it, and anyone ends it.
    enum Status {
        Unknown,
        Quoting,
        Opening,
        Choice,
        Cheapest,
        Acceptance,
        Silent,
        Ending,
        Contracted,
        Unsuccessful,
        Cancelled,
        Lapsed
    }

    /// @notice How a contest ended; `None` while it runs.
    enum Outcome {
        None,
        Contracted,
        Unsuccessful,
        Cancelled,
        Lapsed
    }

    /// @notice The windows of a contest. Business days are counted off chain.
    /// @param closesAt Last second for sealed quotes, unix seconds.
    /// @param opensBy Last second for openings; they begin after closing.
    /// @param validUntil Last second at which a quote may still be chosen.
    /// @param choiceWindow Seconds for the buyer's choice, after the openings and after each quote that is passed over; 0 where the cheapest
    /// is always chosen.
    /// @param acceptanceWindow Seconds for the chosen supplier to accept.
    /// @param round Round of the beacon that the quotes are encrypted to.
    struct Timetable {
        uint40 closesAt;
        uint40 opensBy;
        uint40 validUntil;
        uint32 choiceWindow;
        uint32 acceptanceWindow;
        uint64 round;
    }

    /// @notice A request for quotes.
    /// @param ocid keccak256 of the OCDS process id.
    /// @param document SHA-256 of what is asked for.
    /// @param lineId Budget line that pays.
    /// @param token ERC-20 token of the line; all amounts are its units.
    /// @param buyer Registry entity of the procuring entity.
    /// @param category What is bought.
    /// @param item Code of the product or service (UNSPSC), what purchases are summed by.
    /// @param budget Highest admissible price, taxes included.
    struct Request {
        bytes32 ocid;
        bytes32 document;
        uint256 lineId;
        address token;
        uint64 buyer;
        Agreement.Category category;
        uint32 item;
        uint128 budget;
        Timetable timetable;
    }

    /// @notice What the deployment says about the beacon of the time lock.
    /// @param genesis Time of the first round, unix seconds.
    /// @param period Seconds between rounds.
    struct Beacon {
        uint40 genesis;
        uint32 period;
    }

    /// @dev Three slots.
    /// @param choiceFrom The buyer may choose after this second.
    /// @param leastPrice The lowest price at which every milestone is worth a unit.
    /// @param minimum Groups with an admissible quote that are needed.
    /// @param chosen The supplier that may accept, 0 while there is none.
    /// @param acceptBy Its last second.
    /// @param filed Quotes filed and not withdrawn.
    /// @param admissible Groups with an admissible quote when all was opened.
    /// @param ranked Of them, those not passed over.
    /// @param budget Highest admissible price.
    /// @param buyer Registry entity of the buyer.
    struct Contest {
        uint40 closesAt;
        uint40 opensBy;
        uint40 validUntil;
        uint40 choiceFrom;
        uint32 choiceWindow;
        uint32 acceptanceWindow;
        uint16 leastPrice;
        uint8 minimum;
        uint64 chosen;
        uint40 acceptBy;
        uint32 filed;
        uint32 admissible;
        uint32 ranked;
        Outcome outcome;
        uint128 budget;
        uint64 buyer;
    }

    /// @dev Two slots.
    /// @param group Business group, copied when the quote was filed.
    /// @param price Token units, taxes included; 0 while sealed.
    struct Quote {
        bytes32 commitment;
        uint64 group;
        uint40 filedAt;
        bool opened;
        uint128 price;
    }

    /// @dev One slot: the quotes of a business group in one contest.
    /// @param best The supplier of its lowest admissible quote; at equal prices the lower entity.
    /// @param price That quote.
    struct Group {
        uint64 best;
        uint32 filed;
        uint32 opened;
        uint128 price;
    }

    /// @dev One slot: a group in the ranking; 0 stands for both ends.
    struct Node {
        uint128 price;
        uint64 previous;
        uint64 next;
    }

    /// @dev A walk over the groups that share the lowest price.
    /// @param cursor The next group, 0 before the first and after the last.
    /// @param best The group with the highest lot so far.
    /// @param done Whether all were seen.
    struct Draw {
        uint64 cursor;
        uint64 best;
        bool done;
    }
}

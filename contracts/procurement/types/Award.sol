// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Tender} from "./Tender.sol";

/// @notice The award of a tender, its review and the scan that finds it.
library Award {
    /// @notice Where an award stands, derived from facts and the clock; `Ended` once the tender has, whatever its outcome.
    enum Status {
        None,
        Complaints,
        Review,
        Standstill,
        Signature,
        Lapsed,
        Ended
    }

    /// @notice What a reviewer may say.
    enum Ruling {
        None,
        Confirm,
        Exclude,
        Annul
    }

    /// @dev One slot.
    /// @param awardedAt 0 while there is no award.
    /// @param abnormallyLow Whether the winner's price is; its performance bond is raised.
    struct Result {
        uint64 winner;
        uint64 second;
        uint64 third;
        uint40 awardedAt;
        bool abnormallyLow;
    }

    /// @dev One slot.
    /// @param round How many bids were removed.
    /// @param complaints Against this award.
    /// @param ruledAt When the reviewer confirmed it, 0 before.
    /// @param suspended Seconds that complaints against earlier awards suspended the tender.
    /// @param spent Seconds that earlier awards took, which came to nothing.
    struct Review {
        uint16 round;
        uint24 complaints;
        uint40 ruledAt;
        uint32 suspended;
        uint32 spent;
    }

    /// @notice What bids are ranked by, the same for every page of a scan.
    /// @param basis Claimed reference price, token units.
    /// @param abnormallyLow Prices under it set no reference, token units.
    /// @param priceWeight Weight of the price, basis points.
    /// @param qualified How many bids qualified, removed ones too.
    /// @param tieBreak What decides between equal totals.
    /// @param lot Lot of the tender, from which each bidder's is drawn.
    struct Measure {
        uint128 basis;
        uint128 abnormallyLow;
        uint16 priceWeight;
        uint24 qualified;
        Tender.TieBreak[4] tieBreak;
        uint256 lot;
    }

    /// @notice A bid in the ranking.
    /// @param total Sum of weight times score, 10,000 * 10,000 at most.
    /// @param lot What the bidder draws, 0 until it is needed.
    struct Candidate {
        uint64 bidder;
        uint112 price;
        uint32 technical;
        uint32 attributes;
        uint40 filedAt;
        uint256 total;
        uint256 lot;
    }

    /// @notice A ranking under way, in memory.
    /// @param group Group of the last bid that passed, and `bidder` that bid: the next lies after both.
    /// @param scanned Bids that passed.
    /// @param spoiled Whether an unopened price excludes the group under way.
    /// @param led Whether the group under way has an admissible bid.
    /// @param lowest Lowest of the groups' prices that are not abnormally low, 0 while there is none.
    /// @param current The best bid so far of the group under way, if it is led.
    /// @param best The best three so far of the groups behind it; the bidder is 0 where there are fewer.
    struct Ranking {
        uint64 group;
        uint64 bidder;
        uint24 scanned;
        bool spoiled;
        bool led;
        uint112 lowest;
        Candidate current;
        Candidate[3] best;
    }

    /// @dev Two slots: a ranking between two pages. Groups, prices and points are read again from the book, where they no longer change.
    /// @param current The best bid so far of the group under way, 0 if none is admissible.
    /// @param bidder The last bid that passed.
    struct Scan {
        uint64 first;
        uint64 second;
        uint64 third;
        uint24 scanned;
        bool spoiled;
        uint64 current;
        uint64 bidder;
        uint112 lowest;
    }
}

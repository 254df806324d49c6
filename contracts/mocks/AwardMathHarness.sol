// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AwardClock} from "../procurement/libraries/AwardClock.sol";
import {AwardMath} from "../procurement/libraries/AwardMath.sol";
import {Award} from "../procurement/types/Award.sol";
import {Tender} from "../procurement/types/Tender.sol";

/// @notice The rules of the award over many tenders at once, for the twins' differential tests.
contract AwardMathHarness {
    struct Case {
        Tender.Rules rules;
        uint128 basis;
        uint256 lot;
        uint24 qualified;
        uint64[] bidders;
        Tender.Entry[] entries;
    }

    struct Ranked {
        uint64[3] best;
        uint256 total;
        bytes refusal;
    }

    struct Windows {
        Tender.Stages stages;
        uint40 awardedAt;
        Award.Review review;
        uint40 pausedAt;
        uint256 time;
    }

    struct Clock {
        AwardClock.Times times;
        Award.Status status;
        uint256 suspended;
        uint256 spent;
        uint256 validUntil;
    }

    /// @return results For each case the best three and the winner's total, or the data of the refusal.
    function rankings(Case[] calldata cases) external view returns (Ranked[] memory results) {
        results = new Ranked[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            try this.rank(cases[i]) returns (uint64[3] memory best, uint256 total) {
                (results[i].best, results[i].total) = (best, total);
            } catch (bytes memory refusal) {
                results[i].refusal = refusal;
            }
        }
    }

    function clocks(Windows[] calldata cases) external pure returns (Clock[] memory results) {
        results = new Clock[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            Windows calldata w = cases[i];
            AwardClock.Times memory t = AwardClock.timesOf(w.stages, w.awardedAt, w.review, w.pausedAt);
            results[i] = Clock({
                times: t,
                status: AwardClock.statusOf(w.review, t, w.time),
                suspended: AwardClock.suspendedBy(t, w.time),
                spent: AwardClock.spentBy(t, w.awardedAt, w.time),
                validUntil: AwardClock.validUntil(w.stages, w.review)
            });
        }
    }

    function rank(Case calldata c) external pure returns (uint64[3] memory best, uint256 total) {
        Award.Measure memory m = Award.Measure({
            basis: c.basis,
            abnormallyLow: c.rules.abnormallyLow,
            priceWeight: AwardMath.priceWeight(c.rules),
            qualified: c.qualified,
            tieBreak: c.rules.tieBreak,
            lot: c.lot
        });
        Award.Ranking memory r;
        AwardMath.pass(r, m, 0, c.bidders, c.entries);
        AwardMath.close(r, m, 0);
        for (uint256 i; i < 3; ++i) best[i] = r.best[i].bidder;
        total = r.best[0].total;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Arrays} from "@openzeppelin/contracts/utils/Arrays.sol";
import {Tender} from "../types/Tender.sol";
import {ScoreSheet} from "./ScoreSheet.sol";

/// @notice The technical score of a bid: the medians of the evaluators that count, weighted.
library MedianMath {
    /// @notice The median; of an even number of scores, the mean of the middle two, rounded down.
    /// @dev Sorts the scores in place.
    /// @return The median, 0 where there are no scores.
    function median(uint256[] memory scores) internal pure returns (uint256) {
        uint256 count = scores.length;
        if (count == 0) return 0;
        Arrays.sort(scores);
        uint256 upper = scores[count / 2];
        return count % 2 == 1 ? upper : (scores[count / 2 - 1] + upper) / 2;
    }

    /// @notice The technical score of a bid and whether it reaches the minimum of the terms.
    /// @param rules Rules of the award; their weights are 10,000 at most together.
    /// @param sheets The sheets of the evaluators that count.
    /// @param scratch As long as `sheets`; its content is overwritten, so that a page of bids needs it once.
    /// @return points Sum of weight times median over the technical criteria, 10,000 * 10,000 at most.
    /// @return qualified Whether it is at least the minimum, a part of the whole technical weight.
    function technical(
        Tender.Rules calldata rules,
        uint256[] memory sheets,
        uint256[] memory scratch
    ) internal pure returns (uint32 points, bool qualified) {
        uint256 sum;
        uint256 weights;
        for (uint256 k; k < rules.criteria.length; ++k) {
            Tender.Rated calldata rated = rules.criteria[k];
            if (rated.kind != Tender.Criterion.Technical) continue;
            for (uint256 i; i < sheets.length; ++i) scratch[i] = ScoreSheet.scoreOf(sheets[i], k);
            sum += rated.weight * median(scratch);
            weights += rated.weight;
        }
        return (uint32(sum), sum >= rules.minTechnicalBps * weights); // sum <= 10,000 * 10,000
    }
}

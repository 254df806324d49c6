// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {MedianMath} from "../../../contracts/procurement/libraries/MedianMath.sol";
import {Property} from "../support/Property.sol";

/// @notice The median of a panel: in the middle, whatever the order, and out of reach of one evaluator alone.
contract MedianMathTest is Property {
    function testFuzz_atLeastHalfLieOnEitherSide(uint256 seed) public pure {
        uint256[] memory scores = _scores(seed, 1);
        uint256 count = scores.length;
        uint256 middle = MedianMath.median(scores);
        uint256 under;
        uint256 over;
        for (uint256 i; i < count; ++i) {
            if (scores[i] <= middle) ++under;
            if (scores[i] >= middle) ++over;
        }
        VM.assertTrue(under * 2 >= count, "half at most the median");
        VM.assertTrue(over * 2 >= count, "half at least the median");
    }

    function testFuzz_theOrderOfTheEvaluatorsDoesNotMatter(uint256 seed) public pure {
        uint256[] memory scores = _scores(seed, 1);
        uint256[] memory mixed = _scores(seed, 1);
        for (uint256 i; i < mixed.length; ++i) {
            uint256 other = _bound(seed ^ i, 0, mixed.length - 1);
            (mixed[i], mixed[other]) = (mixed[other], mixed[i]);
        }
        VM.assertEq(MedianMath.median(mixed), MedianMath.median(scores), "order");
    }

    /// @dev With three evaluators or more, whatever one gives, the median stays within what the others gave.
    function testFuzz_oneEvaluatorAloneDoesNotCarryTheMedian(uint256 seed, uint256 word) public pure {
        uint256[] memory scores = _scores(seed, 3);
        uint256 least = type(uint256).max;
        uint256 most;
        for (uint256 i = 1; i < scores.length; ++i) {
            if (scores[i] < least) least = scores[i];
            if (scores[i] > most) most = scores[i];
        }
        scores[0] = _bound(word, 0, 10_000);
        uint256 middle = MedianMath.median(scores);
        VM.assertLe(least, middle, "not under the others");
        VM.assertLe(middle, most, "not over the others");
    }

    function testFuzz_aHigherScoreNeverLowersTheMedian(uint256 seed, uint256 word) public pure {
        uint256[] memory scores = _scores(seed, 1);
        uint256[] memory raised = _scores(seed, 1);
        uint256 which = _bound(word, 0, raised.length - 1);
        raised[which] = _bound(word >> 1, raised[which], 10_000);
        VM.assertLe(MedianMath.median(scores), MedianMath.median(raised), "monotone");
    }

    function testFuzz_twoScoresGiveTheirMeanRoundedDown(uint256 left, uint256 right) public pure {
        uint256[] memory scores = new uint256[](2);
        (scores[0], scores[1]) = (_bound(left, 0, 10_000), _bound(right, 0, 10_000));
        uint256 sum = scores[0] + scores[1];
        uint256 middle = MedianMath.median(scores);
        VM.assertTrue(middle * 2 == sum || middle * 2 + 1 == sum, "floor of the mean");
    }

    function test_noScoresGiveNothing() public pure {
        VM.assertEq(MedianMath.median(new uint256[](0)), 0, "none");
    }

    /// @dev Up to the fourteen officials that a panel can name; equal scores are frequent.
    function _scores(uint256 seed, uint256 fewest) private pure returns (uint256[] memory scores) {
        scores = new uint256[](_bound(seed, fewest, 14));
        uint256 most = seed % 2 == 0 ? 4 : 10_000;
        for (uint256 i; i < scores.length; ++i) {
            scores[i] = _bound(uint256(keccak256(abi.encode(seed, i))), 0, most);
        }
    }
}

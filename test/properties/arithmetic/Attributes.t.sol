// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Attributes} from "../../../contracts/procurement/libraries/Attributes.sol";
import {Property} from "../support/Property.sol";

/// @notice Published scales: nothing at one end, all at the other, in proportion between, in either direction.
contract AttributesTest is Property {
    function testFuzz_theEndsAndWhatLiesBeyond(uint256 leftWord, uint256 rightWord, uint256 word) public pure {
        (uint32 zeroAt, uint32 fullAt) = _scale(leftWord, rightWord);
        bool rises = fullAt > zeroAt;
        uint32 low = uint32(_bound(word, 0, rises ? zeroAt : fullAt));
        uint32 high = uint32(_bound(word, rises ? fullAt : zeroAt, type(uint32).max));
        VM.assertEq(Attributes.declared(rises ? low : high, zeroAt, fullAt), 0, "nothing");
        VM.assertEq(Attributes.declared(rises ? high : low, zeroAt, fullAt), 10_000, "all");
    }

    function testFuzz_inProportionRoundedDown(uint256 leftWord, uint256 rightWord, uint256 word) public pure {
        (uint32 zeroAt, uint32 fullAt) = _scale(leftWord, rightWord);
        bool rises = fullAt > zeroAt;
        uint256 whole = rises ? fullAt - zeroAt : zeroAt - fullAt;
        uint256 way = _bound(word, 0, whole);
        uint32 figure = uint32(rises ? zeroAt + way : zeroAt - way);
        uint256 score = Attributes.declared(figure, zeroAt, fullAt);
        VM.assertLe(score * whole, way * 10_000, "not above");
        VM.assertTrue((score + 1) * whole > way * 10_000, "not a unit below");
    }

    function testFuzz_aFigureNearerToTheFullEndNeverEarnsLess(
        uint256 leftWord,
        uint256 rightWord,
        uint32 one,
        uint32 other
    ) public pure {
        (uint32 zeroAt, uint32 fullAt) = _scale(leftWord, rightWord);
        (uint32 low, uint32 high) = one < other ? (one, other) : (other, one);
        (uint32 worse, uint32 better) = fullAt > zeroAt ? (low, high) : (high, low);
        VM.assertLe(
            Attributes.declared(worse, zeroAt, fullAt),
            Attributes.declared(better, zeroAt, fullAt),
            "monotone"
        );
    }

    /// @dev Terms with such a scale are refused at publication; the rule still has one answer.
    function testFuzz_aScaleWithoutLengthNeverDividesByZero(uint32 figure, uint32 point) public pure {
        uint256 score = Attributes.declared(figure, point, point);
        VM.assertEq(score, figure < point ? 10_000 : 0, "one of the ends");
    }

    function test_smallFirmsAreMicroSmallMediumAndCooperatives() public pure {
        uint16[6] memory expected = [uint16(0), 10_000, 10_000, 10_000, 0, 10_000];
        for (uint8 size; size < 6; ++size) VM.assertEq(Attributes.smallFirm(size), expected[size], "size");
        for (uint256 size = 6; size < 256; ++size) VM.assertEq(Attributes.smallFirm(uint8(size)), 0, "unknown size");
    }

    function testFuzz_onlyTheRegionOfTheTermsIsLocal(uint16 region, uint16 favoured) public pure {
        VM.assertEq(Attributes.local(region, favoured), region == favoured ? 10_000 : 0, "region");
        VM.assertEq(Attributes.local(favoured, favoured), 10_000, "same region");
    }

    /// @dev Two different ends, in either order.
    function _scale(uint256 leftWord, uint256 rightWord) private pure returns (uint32 zeroAt, uint32 fullAt) {
        zeroAt = uint32(_bound(leftWord, 0, type(uint32).max));
        fullAt = uint32(_bound(rightWord, 0, type(uint32).max));
        if (fullAt == zeroAt) fullAt = zeroAt == 0 ? 1 : zeroAt - 1;
    }
}

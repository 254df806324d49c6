// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {PanelSeats} from "../../../contracts/procurement/libraries/PanelSeats.sol";
import {ScoreSheet} from "../../../contracts/procurement/libraries/ScoreSheet.sol";
import {Property} from "../support/Property.sol";

/// @notice Seats: a conflict moves nobody but its author, and substitutes are called in order.
contract PanelSeatsTest is Property {
    uint256 private constant EVALUATORS = (1 << 7) - 1;
    uint256 private constant ALL = (1 << 14) - 1;

    function testFuzz_nobodyWithAConflictSits(uint256 word) public pure {
        uint256 conflicts = word & ALL;
        VM.assertEq(PanelSeats.seated(conflicts) & conflicts, 0, "conflict");
        VM.assertEq(PanelSeats.seated(conflicts) & ~ALL, 0, "unknown");
        VM.assertEq(PanelSeats.seated(0), EVALUATORS, "without conflicts the evaluators sit");
    }

    function testFuzz_everyVacantSeatGoesToASubstituteWhileThereAreAny(uint256 word) public pure {
        uint256 conflicts = word & ALL;
        uint256 vacant = PanelSeats.count(conflicts & EVALUATORS);
        uint256 free = PanelSeats.count(~conflicts & ALL & ~EVALUATORS);
        uint256 expected = 7 - vacant + (vacant < free ? vacant : free);
        VM.assertEq(PanelSeats.count(PanelSeats.seated(conflicts)), expected, "seats");
    }

    function testFuzz_aFurtherConflictUnseatsOnlyItsAuthorAndSeatsOneAtMost(uint256 word, uint256 which) public pure {
        uint256 author = 1 << _bound(which, 0, 13);
        uint256 before = PanelSeats.seated(word & ALL & ~author);
        uint256 afterwards = PanelSeats.seated((word & ALL) | author);
        VM.assertEq(before & ~author & ~afterwards, 0, "nobody else loses the seat");
        VM.assertLe(PanelSeats.count(afterwards & ~before), before & author == 0 ? 0 : 1, "one takes the vacant seat");
    }

    function testFuzz_noFreeSubstituteIsPassedOver(uint256 word) public pure {
        uint256 conflicts = word & ALL;
        uint256 sitting = PanelSeats.seated(conflicts);
        bool waiting;
        for (uint256 i = 7; i < 14; ++i) {
            if (sitting & (1 << i) != 0) VM.assertTrue(!waiting, "in order");
            else if (conflicts & (1 << i) == 0) waiting = true;
        }
    }

    function testFuzz_countIsTheNumberOfBits(uint256 word) public pure {
        uint256 expected;
        for (uint256 i; i < 256; ++i) expected += (word >> i) & 1;
        VM.assertEq(PanelSeats.count(word & ALL) + uint256(PanelSeats.count(word & ~ALL)), expected, "bits");
    }

    function testFuzz_aSheetGivesBackWhatWasWritten(uint16[8] calldata scores) external pure {
        (uint16[8] memory read, bool given) = ScoreSheet.unpack(ScoreSheet.pack(scores));
        VM.assertTrue(given, "given");
        for (uint256 k; k < 8; ++k) VM.assertEq(read[k], scores[k], "score");
        VM.assertTrue(!ScoreSheet.isGiven(0), "an empty word was not given");
    }
}

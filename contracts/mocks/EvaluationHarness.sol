// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Attributes} from "../procurement/libraries/Attributes.sol";
import {MedianMath} from "../procurement/libraries/MedianMath.sol";
import {PanelSeats} from "../procurement/libraries/PanelSeats.sol";
import {ScoreSheet} from "../procurement/libraries/ScoreSheet.sol";
import {Tender} from "../procurement/types/Tender.sol";

/// @notice The evaluation rules over many inputs at once, for the twins' differential tests.
contract EvaluationHarness {
    struct Scale {
        uint32 figure;
        uint32 zeroAt;
        uint32 fullAt;
    }

    struct Evaluation {
        Tender.Rules rules;
        uint16[8][] sheets;
        uint128 declared;
        uint8 size;
        uint16 region;
    }

    struct Evaluated {
        uint32 technical;
        uint32 attributes;
        bool qualified;
    }

    struct Seating {
        Tender.Panel panel;
        address[] conflicted;
    }

    struct Seated {
        address[] seated;
        address[] remaining;
        address[] successors;
    }

    function medians(uint256[][] calldata cases) external pure returns (uint256[] memory results) {
        results = new uint256[](cases.length);
        for (uint256 i; i < cases.length; ++i) results[i] = MedianMath.median(cases[i]);
    }

    function scales(Scale[] calldata cases) external pure returns (uint16[] memory results) {
        results = new uint16[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            results[i] = Attributes.declared(cases[i].figure, cases[i].zeroAt, cases[i].fullAt);
        }
    }

    function evaluations(Evaluation[] calldata cases) external pure returns (Evaluated[] memory results) {
        results = new Evaluated[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            Evaluation calldata c = cases[i];
            uint256[] memory sheets = new uint256[](c.sheets.length);
            for (uint256 j; j < sheets.length; ++j) sheets[j] = ScoreSheet.pack(c.sheets[j]);
            (results[i].technical, results[i].qualified) = MedianMath.technical(
                c.rules,
                sheets,
                new uint256[](sheets.length)
            );
            results[i].attributes = Attributes.points(c.rules, c.declared, c.size, c.region);
        }
    }

    /// @return results Who sits and who remains after all declarations, and whom each of them seated.
    function seatings(Seating[] calldata cases) external pure returns (Seated[] memory results) {
        results = new Seated[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            Seating calldata c = cases[i];
            uint256 conflicts;
            results[i].successors = new address[](c.conflicted.length);
            for (uint256 j; j < c.conflicted.length; ++j) {
                uint256 position = PanelSeats.positionOf(c.panel, c.conflicted[j]);
                results[i].successors[j] = PanelSeats.successor(c.panel, conflicts, position);
                conflicts |= 1 << position;
            }
            uint256 seated = PanelSeats.seated(conflicts);
            results[i].seated = PanelSeats.accountsOf(c.panel, seated);
            results[i].remaining = PanelSeats.accountsOf(c.panel, ~(seated | conflicts));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Tender} from "../types/Tender.sol";

/// @notice Who sits on a panel, worked out from the conflicts declared. Sets of officials are bits: evaluators 0 to 6, substitutes 7 to 13.
library PanelSeats {
    /// @notice Evaluators, and as many substitutes, that a panel can name.
    uint256 internal constant SEATS = 7;

    /// @notice Officials that a panel can name; as a position: none of them.
    uint256 internal constant OFFICIALS = 2 * SEATS;

    /// @notice The position of an account, `OFFICIALS` if the panel does not name it.
    function positionOf(Tender.Panel calldata panel, address account) internal pure returns (uint256) {
        if (account == address(0)) return OFFICIALS; // unused places are zero
        for (uint256 i; i < OFFICIALS; ++i) {
            if (accountAt(panel, i) == account) return i;
        }
        return OFFICIALS;
    }

    /// @notice The account at a position, zero where the place is unused.
    /// @param position Below `OFFICIALS`.
    function accountAt(Tender.Panel calldata panel, uint256 position) internal pure returns (address) {
        return position < SEATS ? panel.evaluators[position] : panel.substitutes[position - SEATS];
    }

    /// @notice Who sits: the evaluators without a conflict and, for each one with, the first substitute without one.
    /// @dev The same whatever the order of the declarations. Positions that the panel does not use count as without conflict.
    function seated(uint256 conflicts) internal pure returns (uint256 sitting) {
        uint256 vacant = count(conflicts & ((1 << SEATS) - 1));
        sitting = ~conflicts & ((1 << SEATS) - 1);
        for (uint256 i = SEATS; i < OFFICIALS && vacant != 0; ++i) {
            if (conflicts & (1 << i) != 0) continue;
            sitting |= 1 << i;
            --vacant;
        }
    }

    /// @notice The substitute that a further conflict seats, zero if there is none.
    /// @param conflicts Conflicts before it.
    /// @param position Position of the official that declares it.
    function successor(
        Tender.Panel calldata panel,
        uint256 conflicts,
        uint256 position
    ) internal pure returns (address) {
        uint256 added = seated(conflicts | (1 << position)) & ~seated(conflicts);
        for (uint256 i = SEATS; i < OFFICIALS; ++i) {
            if (added & (1 << i) != 0) return accountAt(panel, i);
        }
        return address(0);
    }

    /// @notice How many officials a set has.
    function count(uint256 officials) internal pure returns (uint8 members) {
        for (; officials != 0; officials &= officials - 1) ++members;
    }

    /// @notice The accounts of a set, in the order of the panel; unused places are left out.
    function accountsOf(Tender.Panel calldata panel, uint256 officials) internal pure returns (address[] memory list) {
        uint256 named;
        for (uint256 i; i < OFFICIALS; ++i) {
            if (officials & (1 << i) != 0 && accountAt(panel, i) != address(0)) named |= 1 << i;
        }
        list = new address[](count(named));
        for ((uint256 i, uint256 length) = (0, 0); i < OFFICIALS; ++i) {
            if (named & (1 << i) != 0) list[length++] = accountAt(panel, i);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Quotes} from "../types/Quotes.sol";

/// @notice The rules of sealed quotes: what is admissible, what counts for a group, what decides a tie, and where a contest stands.
library QuoteMath {
    /// @notice Whether a price can win: not above the budget, and every milestone is worth a unit.
    function isAdmissible(uint128 price, uint16 leastPrice, uint128 budget) internal pure returns (bool) {
        return price >= leastPrice && price <= budget && price != 0;
    }

    /// @notice A group with one more opened quote: its lowest admissible price counts, at equal prices the lower entity's.
    /// @dev Source: Ley 19.886 art. 9.
    function withOpened(
        Quotes.Group memory g,
        uint64 supplier,
        uint128 price,
        bool admissible
    ) internal pure returns (Quotes.Group memory) {
        ++g.opened;
        bool better = g.best == 0 || price < g.price || (price == g.price && supplier < g.best);
        if (admissible && better) (g.best, g.price) = (supplier, price);
        return g;
    }

    /// @notice Whether a group takes part: it has an admissible quote, and left none of its quotes unopened.
    /// @dev Otherwise a group could file several quotes and open the one that suits it, once it has seen the others.
    function takesPart(Quotes.Group memory g) internal pure returns (bool) {
        return g.best != 0 && g.opened == g.filed;
    }

    /// @notice The lot of a group; the highest wins a tie.
    /// @param salts Sum of the opened salts, modulo 2^256.
    function lot(uint256 salts, uint64 group) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(salts, group)));
    }

    /// @notice Where a contest stands at `time`.
    function statusOf(Quotes.Contest memory c, uint256 time) internal pure returns (Quotes.Status) {
        if (c.outcome != Quotes.Outcome.None) {
            return Quotes.Status(uint8(Quotes.Status.Ending) + uint8(c.outcome)); // same order in both
        }
        if (c.closesAt == 0) return Quotes.Status.Unknown;
        if (time <= c.closesAt) return Quotes.Status.Quoting;
        if (time <= c.opensBy) return Quotes.Status.Opening;
        if (c.chosen != 0) return time <= c.acceptBy ? Quotes.Status.Acceptance : Quotes.Status.Silent;
        if (c.admissible < c.minimum || c.ranked == 0 || time > c.validUntil) return Quotes.Status.Ending;
        bool choosing = c.choiceWindow != 0 && time <= uint256(c.choiceFrom) + c.choiceWindow;
        return choosing ? Quotes.Status.Choice : Quotes.Status.Cheapest;
    }
}

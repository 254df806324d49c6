// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Document} from "../../shared/types/Document.sol";
import {Quotes} from "../types/Quotes.sol";

/// @notice Contests of sealed single-envelope quotes: filed until closing, opened by anyone, ranked by price, accepted by the chosen supplier's own act.
/// @dev A business group counts with its lowest admissible quote; one quote that it leaves unopened excludes the group, so that nobody files
/// several and opens the one that suits it. What is passed over takes its group along, for the same reason. No call here is paused, and
/// every window includes its last second; what follows from silence may be triggered by anyone from the next second on.
interface ISealedQuotes {
    /// @notice A sealed quote was filed, or replaced. The ciphertext is for the round of the contest.
    event QuoteFiled(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed supplier,
        uint64 group,
        bytes32 commitment,
        bytes ciphertext
    );
    /// @notice A quote was withdrawn before closing.
    event QuoteWithdrawn(bytes32 indexed id, address indexed by, uint64 indexed supplier);
    /// @notice A quote was opened.
    /// @param price As sealed, token units; where a price list bounds it, the lower of both.
    event QuoteOpened(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed supplier,
        uint128 price,
        bytes32 salt,
        bool admissible
    );
    /// @notice A group takes part: all its quotes were opened, and this is its lowest.
    event GroupRanked(bytes32 indexed id, address indexed by, uint64 indexed supplier, uint64 group, uint128 price);
    /// @notice A supplier was chosen and may accept until `acceptBy`.
    /// @param justification Why it is not the cheapest; empty where it is.
    event QuoteChosen(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed supplier,
        uint128 price,
        bool cheapest,
        uint40 acceptBy,
        Document justification
    );
    /// @notice The chosen supplier declined, or let its window pass; its group takes no further part.
    event QuotePassedOver(bytes32 indexed id, address indexed by, uint64 indexed supplier, bool declined);
    /// @notice The chosen supplier accepted; its contract opened and the rest of the budget was released.
    event QuoteAccepted(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed supplier,
        uint128 price,
        bytes32 contractId
    );
    /// @notice The contest ended without a contract; its budget was released.
    /// @param reason Digest of the published reason, 0 where the rules alone ended it.
    event ContestEnded(bytes32 indexed id, address indexed by, Quotes.Outcome outcome, bytes32 reason);

    /// @notice Withdraws the caller's quote before closing.
    /// @dev Emits {QuoteWithdrawn}.
    ///
    /// Requirements:
    /// - quotes are taken;
    /// - the caller acts for a supplier that has one.
    function withdraw(bytes32 id) external;

    /// @notice Goes through the groups that share the lowest price and keeps the one with the highest lot; anyone may, in as many calls as it takes.
    /// @dev Needed only where so many are equal that {chooseCheapest} would not fit into a transaction; it goes on where the last call stopped.
    ///
    /// Requirements:
    /// - the openings are over and nobody is chosen.
    /// @param steps Most groups to look at.
    function draw(bytes32 id, uint256 steps) external;

    /// @notice Chooses the cheapest, where the buyer has no choice or made none in time; anyone may call it.
    /// @dev Emits {QuoteChosen}. At equal prices the highest lot of the opened salts wins.
    ///
    /// Requirements:
    /// - the choice is over, the quotes are valid, and one is left.
    function chooseCheapest(bytes32 id) external;

    /// @notice The chosen supplier declines at once.
    /// @dev Emits {QuotePassedOver}.
    ///
    /// Requirements:
    /// - the caller acts for the chosen supplier, whose window is open.
    function decline(bytes32 id) external;

    /// @notice Passes over a chosen supplier that let its window pass; the rule runs again on the others. Anyone may call it.
    /// @dev Emits {QuotePassedOver}.
    ///
    /// Requirements:
    /// - the window for acceptance is over.
    function passOver(bytes32 id) external;

    /// @notice Where the contest stands now.
    function statusOf(bytes32 id) external view returns (Quotes.Status);

    /// @notice What is stored about a contest.
    function getContest(bytes32 id) external view returns (Quotes.Contest memory);

    /// @notice What is stored about a supplier's quote.
    function getQuote(bytes32 id, uint64 supplier) external view returns (Quotes.Quote memory);

    /// @notice What is stored about a group's quotes.
    function getGroup(bytes32 id, uint64 group) external view returns (Quotes.Group memory);

    /// @notice A group's place in the ranking; group 0 gives the first and the last.
    function getNode(bytes32 id, uint64 group) external view returns (Quotes.Node memory);

    /// @notice Sum of the opened salts, modulo 2^256: what decides between equal prices.
    function saltsOf(bytes32 id) external view returns (uint256);

    /// @notice The supplier that the rule chooses now, 0 if none is left.
    function cheapestOf(bytes32 id) external view returns (uint64 supplier, uint128 price);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../../registry/interfaces/IRegistry.sol";
import {Entity} from "../../registry/types/Entity.sol";
import {Document} from "../../shared/types/Document.sol";
import {IPurchaseDesk} from "../interfaces/IPurchaseDesk.sol";
import {ISealedQuotes} from "../interfaces/ISealedQuotes.sol";
import {QuoteCheck} from "../libraries/QuoteCheck.sol";
import {QuoteErrors as Errors} from "../libraries/QuoteErrors.sol";
import {QuoteMath} from "../libraries/QuoteMath.sol";
import {QuoteRanking} from "../libraries/QuoteRanking.sol";
import {SealedQuote} from "../libraries/SealedQuote.sol";
import {Quotes} from "../types/Quotes.sol";

/// @notice Storage and course of contests of sealed quotes; who may quote and what a price must keep is the contract's that inherits it.
abstract contract SealedQuotes is ISealedQuotes {
    using QuoteRanking for mapping(uint64 group => Quotes.Node node);

    /// @notice Longest ciphertext of a quote in bytes.
    uint256 public constant MAX_CIPHERTEXT = 2_048;

    /// @notice Who the entities are.
    IRegistry public immutable REGISTRY;
    /// @notice Reserves the budget and opens the contract.
    IPurchaseDesk public immutable DESK;
    /// @notice Time of the first round of the beacon of the time lock, unix seconds.
    uint40 public immutable BEACON_GENESIS;
    /// @notice Seconds between the beacon's rounds.
    uint32 public immutable BEACON_PERIOD;

    mapping(bytes32 id => Quotes.Contest contest) internal _contests;
    mapping(bytes32 id => mapping(uint64 supplier => Quotes.Quote quote)) internal _quotes;
    mapping(bytes32 id => mapping(uint64 group => Quotes.Group quotes)) internal _groups;
    mapping(bytes32 id => mapping(uint64 group => Quotes.Node node)) private _rankings;
    mapping(bytes32 id => Quotes.Draw draw) private _draws;
    /// @inheritdoc ISealedQuotes
    mapping(bytes32 id => uint256 salts) public saltsOf;

    /// @param registry Who the entities are.
    /// @param desk Reserves budgets and opens contracts.
    /// @param beacon The beacon of the time lock.
    constructor(IRegistry registry, IPurchaseDesk desk, Quotes.Beacon memory beacon) {
        require(beacon.genesis != 0 && beacon.period != 0, Errors.Quote_Beacon(beacon.genesis, beacon.period));
        require(address(registry).code.length != 0, Errors.Quote_NotAContract(address(registry)));
        require(address(desk).code.length != 0, Errors.Quote_NotAContract(address(desk)));
        REGISTRY = registry;
        DESK = desk;
        BEACON_GENESIS = beacon.genesis;
        BEACON_PERIOD = beacon.period;
    }

    /* SUPPLIERS */

    /// @inheritdoc ISealedQuotes
    function withdraw(bytes32 id) external {
        _requireStatus(id, Quotes.Status.Quoting);
        uint64 supplier = REGISTRY.entityOf(msg.sender);
        Quotes.Quote memory q = _quotes[id][supplier];
        require(q.commitment != 0, Errors.Quote_None(id, supplier));
        delete _quotes[id][supplier];
        --_groups[id][q.group].filed;
        --_contests[id].filed;
        emit QuoteWithdrawn(id, msg.sender, supplier);
    }

    /// @inheritdoc ISealedQuotes
    function decline(bytes32 id) external {
        uint64 chosen = _requireChosen(id);
        _passOver(id, chosen, uint40(block.timestamp), true);
    }

    /* ANYONE */

    /// @inheritdoc ISealedQuotes
    function draw(bytes32 id, uint256 steps) external {
        Quotes.Status status = statusOf(id);
        require(status == Quotes.Status.Choice || status == Quotes.Status.Cheapest, Errors.Quote_Status(id, status));
        _draws[id] = _walk(id, _draws[id], steps);
    }

    /// @inheritdoc ISealedQuotes
    function chooseCheapest(bytes32 id) external {
        _requireStatus(id, Quotes.Status.Cheapest);
        _choose(id, _cheapest(id), true, Document(0, ""));
    }

    /// @inheritdoc ISealedQuotes
    function passOver(bytes32 id) external {
        _requireStatus(id, Quotes.Status.Silent);
        Quotes.Contest storage c = _contests[id];
        _passOver(id, c.chosen, c.acceptBy, false);
    }

    /* VIEWS */

    /// @inheritdoc ISealedQuotes
    function getContest(bytes32 id) external view returns (Quotes.Contest memory) {
        return _contests[id];
    }

    /// @inheritdoc ISealedQuotes
    function getQuote(bytes32 id, uint64 supplier) external view returns (Quotes.Quote memory) {
        return _quotes[id][supplier];
    }

    /// @inheritdoc ISealedQuotes
    function getGroup(bytes32 id, uint64 group) external view returns (Quotes.Group memory) {
        return _groups[id][group];
    }

    /// @inheritdoc ISealedQuotes
    function getNode(bytes32 id, uint64 group) external view returns (Quotes.Node memory) {
        return _rankings[id][group];
    }

    /// @inheritdoc ISealedQuotes
    function cheapestOf(bytes32 id) external view returns (uint64 supplier, uint128 price) {
        Quotes.Draw memory d = _walk(id, Quotes.Draw(0, 0, false), type(uint256).max);
        if (d.best == 0) return (0, 0);
        Quotes.Group memory g = _groups[id][d.best];
        return (g.best, g.price);
    }

    /// @inheritdoc ISealedQuotes
    function statusOf(bytes32 id) public view returns (Quotes.Status) {
        return QuoteMath.statusOf(_contests[id], block.timestamp);
    }

    /* INTERNAL */

    /// @dev Begins a contest; the caller has checked its timetable and enters its lowest price.
    function _begin(bytes32 id, Quotes.Timetable calldata t, uint128 budget, uint64 buyer, uint8 minimum) internal {
        Quotes.Contest storage c = _contests[id];
        (c.closesAt, c.opensBy, c.validUntil, c.choiceFrom) = (t.closesAt, t.opensBy, t.validUntil, t.opensBy);
        (c.choiceWindow, c.acceptanceWindow) = (t.choiceWindow, t.acceptanceWindow);
        (c.minimum, c.budget, c.buyer) = (minimum, budget, buyer);
    }

    /// @dev Files a quote of a supplier that the caller has found eligible, or replaces it.
    function _file(bytes32 id, uint64 supplier, uint64 group, bytes32 commitment, bytes calldata ciphertext) internal {
        _requireStatus(id, Quotes.Status.Quoting);
        require(commitment != 0, Errors.Quote_NoCommitment(id));
        QuoteCheck.requireCiphertext(id, ciphertext.length, MAX_CIPHERTEXT);
        Quotes.Quote storage q = _quotes[id][supplier];
        if (q.commitment == 0) ++_contests[id].filed;
        else --_groups[id][q.group].filed;
        ++_groups[id][group].filed;
        _quotes[id][supplier] = Quotes.Quote(commitment, group, uint40(block.timestamp), false, 0);
        emit QuoteFiled(id, msg.sender, supplier, group, commitment, ciphertext);
    }

    /// @dev Opens a quote.
    /// @param bound Most that the price counts for; a quote above it counts as this.
    /// @param hint A group near its place in the ranking.
    function _openQuote(bytes32 id, uint64 supplier, uint128 price, bytes32 salt, uint128 bound, uint64 hint) internal {
        _requireStatus(id, Quotes.Status.Opening);
        Quotes.Quote storage q = _quotes[id][supplier];
        bytes32 commitment = q.commitment;
        require(commitment != 0, Errors.Quote_None(id, supplier));
        require(!q.opened, Errors.Quote_AlreadyOpened(id, supplier));
        require(
            SealedQuote.quote(block.chainid, address(this), id, supplier, price, salt) == commitment,
            Errors.Quote_Mismatch(id, supplier)
        );
        uint128 counted = price < bound ? price : bound;
        (q.opened, q.price) = (true, counted);
        unchecked {
            saltsOf[id] += uint256(salt); // modulo 2^256
        }
        _rank(id, supplier, counted, salt, hint);
    }

    /// @dev Enters an opened quote into its group, and the group into the ranking once all its quotes are opened.
    function _rank(bytes32 id, uint64 supplier, uint128 price, bytes32 salt, uint64 hint) private {
        Quotes.Contest storage c = _contests[id];
        bool admissible = QuoteMath.isAdmissible(price, c.leastPrice, c.budget);
        emit QuoteOpened(id, msg.sender, supplier, price, salt, admissible);
        uint64 group = _quotes[id][supplier].group;
        Quotes.Group memory g = QuoteMath.withOpened(_groups[id][group], supplier, price, admissible);
        _groups[id][group] = g;
        if (!QuoteMath.takesPart(g)) return;
        ++c.admissible;
        ++c.ranked;
        _rankings[id].insert(group, g.price, hint);
        emit GroupRanked(id, msg.sender, g.best, group, g.price);
    }

    /// @dev Makes a supplier the one that may accept.
    function _choose(bytes32 id, uint64 supplier, bool cheapest, Document memory justification) internal {
        Quotes.Contest storage c = _contests[id];
        uint40 acceptBy = uint40(block.timestamp + c.acceptanceWindow);
        (c.chosen, c.acceptBy) = (supplier, acceptBy);
        emit QuoteChosen(id, msg.sender, supplier, _quotes[id][supplier].price, cheapest, acceptBy, justification);
    }

    /// @dev Ends the contest with the chosen supplier's acceptance.
    /// @return supplier The chosen supplier.
    /// @return price Its price.
    function _accept(bytes32 id) internal returns (uint64 supplier, uint128 price) {
        supplier = _requireChosen(id);
        require(REGISTRY.isActive(supplier, Entity.Kind.Supplier), Errors.Quote_NotEligible(id, supplier));
        price = _quotes[id][supplier].price;
        _contests[id].outcome = Quotes.Outcome.Contracted;
    }

    /// @dev Ends a contest that nothing can come of.
    function _end(bytes32 id) internal {
        _requireStatus(id, Quotes.Status.Ending);
        Quotes.Contest storage c = _contests[id];
        bool none = c.admissible < c.minimum || c.ranked == 0;
        _close(id, none ? Quotes.Outcome.Unsuccessful : Quotes.Outcome.Lapsed, 0);
    }

    /// @dev Cancels a contest before closing, for a published reason.
    function _cancel(bytes32 id, bytes32 reason) internal {
        _requireContestBuyer(id);
        _requireStatus(id, Quotes.Status.Quoting);
        require(reason != 0, Errors.Quote_InvalidDocument(id));
        _close(id, Quotes.Outcome.Cancelled, reason);
    }

    /// @dev The supplier that the rule chooses now; the contest has one. Goes on where the last {draw} stopped.
    function _cheapest(bytes32 id) internal view returns (uint64) {
        return _groups[id][_walk(id, _draws[id], type(uint256).max).best].best;
    }

    /// @dev Requires that a supplier's quote is the one that its group stands in the ranking with.
    function _requireRanked(bytes32 id, uint64 supplier) internal view {
        uint64 group = _quotes[id][supplier].group;
        require(
            supplier != 0 && _groups[id][group].best == supplier && _rankings[id].contains(group),
            Errors.Quote_NotRanked(id, supplier)
        );
    }

    function _requireContestBuyer(bytes32 id) internal view {
        uint64 buyer = _contests[id].buyer;
        require(msg.sender == REGISTRY.accountOf(buyer), Errors.Quote_NotTheBuyer(id, msg.sender, buyer));
    }

    function _requireStatus(bytes32 id, Quotes.Status expected) internal view {
        Quotes.Status status = statusOf(id);
        require(status == expected, Errors.Quote_Status(id, status));
    }

    function _beacon() internal view returns (Quotes.Beacon memory) {
        return Quotes.Beacon(BEACON_GENESIS, BEACON_PERIOD);
    }

    /// @dev The chosen supplier, for whom the caller acts within the window.
    function _requireChosen(bytes32 id) private view returns (uint64 chosen) {
        _requireStatus(id, Quotes.Status.Acceptance);
        chosen = _contests[id].chosen;
        require(msg.sender == REGISTRY.accountOf(chosen), Errors.Quote_NotChosen(id, msg.sender, chosen));
    }

    function _close(bytes32 id, Quotes.Outcome outcome, bytes32 reason) private {
        _contests[id].outcome = outcome;
        emit ContestEnded(id, msg.sender, outcome, reason);
    }

    function _passOver(bytes32 id, uint64 supplier, uint40 from, bool declined) private {
        Quotes.Contest storage c = _contests[id];
        (c.chosen, c.acceptBy, c.choiceFrom) = (0, 0, from);
        --c.ranked;
        _rankings[id].remove(_quotes[id][supplier].group);
        delete _draws[id];
        emit QuotePassedOver(id, msg.sender, supplier, declined);
    }

    /// @dev Goes over the groups that share the lowest price, from where `d` stands.
    function _walk(bytes32 id, Quotes.Draw memory d, uint256 steps) private view returns (Quotes.Draw memory) {
        mapping(uint64 group => Quotes.Node node) storage nodes = _rankings[id];
        uint64 first = nodes.first();
        uint128 lowest = nodes[first].price;
        uint256 salts = saltsOf[id];
        uint256 highest = QuoteMath.lot(salts, d.best);
        uint64 cursor = d.best == 0 ? first : d.cursor;
        for (; steps != 0 && cursor != 0 && nodes[cursor].price == lowest; --steps) {
            uint256 lot = QuoteMath.lot(salts, cursor);
            if (d.best == 0 || lot > highest) (d.best, highest) = (cursor, lot);
            cursor = nodes[cursor].next;
        }
        d.cursor = cursor;
        d.done = cursor == 0 || nodes[cursor].price != lowest;
        return d;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Application} from "../types/Application.sol";
import {Award} from "../types/Award.sol";
import {Call} from "../types/Call.sol";

/// @notice The calls' seats, who has them, and their money. Settles by proof: a household's seat follows from its application, the seed and
/// the cutoffs, so it makes no difference who asks.
/// @dev Modules with one duty each write what only they may: desk, intake, results, benefits, appeals, occupancy. Times are unix seconds.
interface ICallBook {
    /// @notice The modules were bound, once and for all.
    event ModulesBound(Modules modules);
    /// @notice The applications of a call are known by this root.
    event RootEntered(bytes32 indexed id, bytes32 root, uint24 count);
    /// @notice A proven fact put a household out.
    event HouseholdStruck(bytes32 indexed id, bytes32 indexed nullifier);
    /// @notice By a proven fact a household's application is this one, whatever the root holds.
    event ApplicationReplaced(bytes32 indexed id, bytes32 indexed nullifier, uint256 index, bytes32 leaf);
    /// @notice The seed is drawn: the order of the households is fixed.
    event SeedDrawn(bytes32 indexed id, bytes32 seed);
    /// @notice A round began; those who take part and the seats on offer are frozen.
    /// @param offers Seats on offer by slot, three bytes each.
    event RoundOpened(bytes32 indexed id, uint8 indexed round, bytes offers);
    /// @notice The cutoffs of a round are fixed.
    /// @param entries How many have a seat by them.
    event CutoffsFixed(bytes32 indexed id, uint8 indexed round, uint192[] cutoffs, uint24 entries);
    /// @notice A household has a seat of the round: a new one, a better one, or its own again.
    event Settled(bytes32 indexed id, bytes32 indexed nullifier, uint16 slot);
    /// @notice A household was passed over, because it has a seat of another call.
    event PassedOver(bytes32 indexed id, bytes32 indexed nullifier, uint32 otherCall);
    /// @notice A household accepted its seat.
    event Accepted(bytes32 indexed id, bytes32 indexed nullifier, bool inLine, uint40 until);
    /// @notice A household left the line for a better slot.
    event LineLeft(bytes32 indexed id, bytes32 indexed nullifier);
    /// @notice A seat came back.
    event Vacated(bytes32 indexed id, bytes32 indexed nullifier, Award.Loss loss);
    /// @notice A subsidy was paid, or a home handed over.
    event Fulfilled(bytes32 indexed id, bytes32 indexed nullifier, uint64 indexed payee, uint128 amount);
    /// @notice A benefit was taken back after due process.
    event Revoked(bytes32 indexed id, bytes32 indexed nullifier);
    /// @notice An appeal was served from the seats kept for them.
    event Granted(bytes32 indexed id, bytes32 indexed nullifier, uint16 slot);
    /// @notice Seats that no appeal needed entered a slot.
    event SeatsAdded(bytes32 indexed id, uint16 slot, uint24 seats);
    /// @notice A call gives no more seats.
    event CallEnded(bytes32 indexed id, Call.Outcome outcome, bytes32 reason);

    /// @notice Who may write what.
    struct Modules {
        address desk;
        address intake;
        address results;
        address benefits;
        address appeals;
        address occupancy;
    }

    /// @notice The money of a call.
    /// @param lineId Line that pays.
    /// @param office Registry id of the public body.
    /// @param left Committed and neither paid nor released, token units.
    /// @param token In which it pays.
    /// @param pool Seats kept for appeals that are left.
    /// @param poolSlot The slot that they enter.
    /// @param largest Subsidy that each of them has committed, token units.
    struct Money {
        uint64 lineId;
        uint64 office;
        uint128 left;
        address token;
        uint24 pool;
        uint16 poolSlot;
        uint128 largest;
    }

    /// @notice Binds the modules, once; whoever deploys.
    /// @dev Emits {ModulesBound}.
    ///
    /// Requirements:
    /// - none is bound, and each has code.
    function bindModules(Modules calldata modules) external;

    /// @notice Enters a call that the desk has checked, and commits what it may cost.
    ///
    /// Requirements:
    /// - the caller is the desk.
    /// @param cost Token units.
    function enter(
        bytes32 id,
        Call.Terms calldata terms,
        Call.Slot[] calldata slots,
        uint128[] calldata benefits,
        uint256 cost
    ) external;

    /// @notice Ends the giving of seats and releases what nobody has a claim to; what was accepted can still be used.
    /// @dev Emits {CallEnded}.
    ///
    /// Requirements:
    /// - the caller is the desk, and the call has not ended.
    function end(bytes32 id, Call.Outcome outcome, bytes32 reason) external;

    /// @notice Notes that the root of the receipts is anchored.
    ///
    /// Requirements:
    /// - the caller is the intake.
    function setAnchored(bytes32 id) external;

    /// @notice Enters the root of the applications; again, if it is corrected: what was struck or replaced in the first one stands no longer.
    /// @dev Emits {RootEntered}.
    ///
    /// Requirements:
    /// - the caller is the intake.
    function setRoot(bytes32 id, bytes32 root, uint24 count) external;

    /// @notice Puts a household out of the call.
    /// @dev Emits {HouseholdStruck}.
    ///
    /// Requirements:
    /// - the caller is the intake.
    function strike(bytes32 id, bytes32 nullifier) external;

    /// @notice Puts an application in the place of whatever the root holds for its household, if anything.
    /// @dev Emits {ApplicationReplaced}. It stands at {nextIndex}.
    ///
    /// Requirements:
    /// - the caller is the intake.
    function replace(bytes32 id, Application.Leaf calldata application) external;

    /// @notice Enters the seed and opens the first round.
    /// @dev Emits {SeedDrawn}, {RoundOpened}.
    ///
    /// Requirements:
    /// - the caller is the module of results.
    function setSeed(bytes32 id, bytes32 seed) external;

    /// @notice Opens the next round: freezes who takes part and what is on offer.
    /// @dev Emits {RoundOpened}. Takes part: whoever has no seat and is not out, and whoever has one and stays in line. On offer: the seats that nobody has, and those of
    /// whoever stays in line.
    ///
    /// Requirements:
    /// - the caller is the module of results;
    /// - the round before is settled and decided on to its last entry, and a seat has become free.
    function openRound(bytes32 id) external;

    /// @notice Fixes the cutoffs of the round.
    /// @dev Emits {CutoffsFixed}.
    ///
    /// Requirements:
    /// - the caller is the module of results, and the round has none;
    /// - none is higher than in the round before (invariant H3).
    /// @param cutoffs By slot.
    /// @param entries How many have a seat by them.
    function fix(bytes32 id, uint192[] calldata cutoffs, uint24 entries) external;

    /// @notice Settles households of the attested root by one common proof; anyone may. Passed by are those who are settled already,
    /// out, without a seat, or whose seat nobody has left yet: in the order of the keys there is always one (invariant H1).
    /// @dev Emits {Settled}, {PassedOver}.
    ///
    /// Requirements:
    /// - the round has its cutoffs and the call has not ended;
    /// - the applications stand in the root at the indexes.
    /// @param indexes Strictly ascending.
    /// @param path As {SortedTree.holdsAll} takes it.
    function settle(
        bytes32 id,
        uint256[] calldata indexes,
        Application.Leaf[] calldata applications,
        bytes32[] calldata path
    ) external;

    /// @notice Settles one household, of the root or added; anyone may.
    /// @dev Emits {Settled} or {PassedOver}.
    ///
    /// Requirements:
    /// - as {settle};
    /// - the household has a seat to be settled.
    /// @param path As {SortedTree.holds} takes it; empty for an application that replaced another.
    function claim(bytes32 id, uint256 index, Application.Leaf calldata application, bytes32[] calldata path) external;

    /// @notice Accepts an offered seat.
    /// @dev Emits {Accepted}.
    ///
    /// Requirements:
    /// - the caller is the module of benefits, and the seat is offered.
    /// @param inLine Whether it stays in line for a better slot; only if its application says so.
    /// @param until Last second to use it.
    function accept(bytes32 nullifier, bool inLine, uint40 until) external;

    /// @notice Takes a household out of the line for a better slot; it keeps its seat.
    /// @dev Emits {LineLeft}.
    ///
    /// Requirements:
    /// - the caller is the module of benefits, and the household is in line and settled in the current round.
    function leaveLine(bytes32 nullifier) external;

    /// @notice Frees a seat; the household is out of the call.
    /// @dev Emits {Vacated}. After the end of the call its subsidy returns to the line.
    ///
    /// Requirements:
    /// - the caller is the module of benefits, and the seat is offered or accepted;
    /// - whoever is in line is settled in the current round.
    function vacate(bytes32 nullifier, Award.Loss loss) external;

    /// @notice Sets another last second to use an accepted seat.
    ///
    /// Requirements:
    /// - the caller is the module of benefits, and the seat is accepted.
    function extend(bytes32 nullifier, uint40 until) external;

    /// @notice Pays the subsidy of an accepted seat, or notes that the home was handed over.
    /// @dev Emits {Fulfilled}.
    ///
    /// Requirements:
    /// - the caller is the module of benefits, the seat is accepted and its household not in line.
    /// @param payee Registry id of the seller.
    function fulfil(bytes32 nullifier, uint64 payee) external;

    /// @notice Takes a benefit back.
    /// @dev Emits {Revoked}. The household stays on record, so that it gets no second benefit.
    ///
    /// Requirements:
    /// - the caller is the module of occupancy, and the benefit was given.
    function revoke(bytes32 nullifier) external;

    /// @notice Gives one of the seats kept for appeals.
    /// @dev Emits {Granted}.
    ///
    /// Requirements:
    /// - the caller is the module of appeals;
    /// - the round is settled to its last entry, a seat of the pool is left and the household has none of any call.
    function grant(bytes32 id, uint24 index, Application.Leaf calldata application, uint16 slot) external;

    /// @notice Lets the seats that no appeal needed enter their slot; they are on offer in the next round.
    /// @dev Emits {SeatsAdded}.
    ///
    /// Requirements:
    /// - the caller is the module of appeals.
    function releasePool(bytes32 id) external;

    /// @notice The award of a household, of whatever call.
    function awardOf(bytes32 nullifier) external view returns (Award.Seat memory);

    /// @notice The modules.
    function getModules() external view returns (Modules memory);

    /// @notice How far a call is.
    function getCourse(bytes32 id) external view returns (Call.Course memory);

    /// @notice Root of the applications; 0 while there is none.
    function rootOf(bytes32 id) external view returns (bytes32);

    /// @notice The seed; 0 before it is drawn.
    function seedOf(bytes32 id) external view returns (bytes32);

    /// @notice Digest of the seats on offer in the current round, three bytes a slot.
    function offersOf(bytes32 id) external view returns (bytes32);

    /// @notice The call with a number; 0 if there is none.
    function idOf(uint32 number) external view returns (bytes32);

    /// @notice The slots of a call.
    function getSlots(bytes32 id) external view returns (Call.Seats[] memory);

    /// @notice One slot of a call.
    function getSlot(bytes32 id, uint256 slot) external view returns (Call.Seats memory);

    /// @notice Seats of a slot that somebody has who stays in line.
    function inLineOf(bytes32 id, uint256 slot) external view returns (uint24);

    /// @notice Money of a call.
    function getMoney(bytes32 id) external view returns (Money memory);

    /// @notice The subsidy that a slot's seat carries, token units.
    function benefitOf(bytes32 id, uint256 slot) external view returns (uint128);

    /// @notice Index of the next application that {replace} puts in.
    function nextIndex(bytes32 id) external view returns (uint256);

    /// @notice What stands in a household's place: 0 for what the root holds, 1 for nothing, or the leaf that replaced it.
    function markOf(bytes32 id, bytes32 nullifier) external view returns (bytes32);

    /// @notice Whether an application stands in the call at an index: in its root by the proof, or as one that replaced it with an empty proof.
    function stands(
        bytes32 id,
        uint256 index,
        Application.Leaf calldata application,
        bytes32[] calldata path
    ) external view returns (bool);

    /// @notice Whether an application that stands in the call takes part in the round as it was opened.
    function takesPart(bytes32 id, Application.Leaf calldata application) external view returns (bool);
}

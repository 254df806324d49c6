// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Applications} from "../housing/libraries/Applications.sol";
import {Application} from "../housing/types/Application.sol";
import {Call} from "../housing/types/Call.sol";
import {Entity} from "../registry/types/Entity.sol";
import {ICallBook} from "../housing/interfaces/ICallBook.sol";
import {SortedTree} from "../shared/libraries/SortedTree.sol";

/// @notice What the results ask of book, desk, intake, Registry and Treasury, as a test sets it; what they order is put on record. Every account is an
/// entity of its own number.
contract MockCallBook {
    event InputsSettled(bytes32 indexed id);
    event SeedSet(bytes32 indexed id, bytes32 seed);
    event RoundAsked(bytes32 indexed id);
    event Fixed(bytes32 indexed id, uint192[] cutoffs, uint24 entries);
    event Held(bytes32 indexed record, uint256 lineId, uint64 owner, uint128 amount);
    event Forfeited(bytes32 indexed record, uint128 amount);
    event Returned(bytes32 indexed record, uint128 amount);

    error Probed(bytes answer);
    error NotProbed();
    error NoSuchRound(uint64 round);

    uint128 public constant BOND = 5_000;
    uint64 public constant LINE = 3;

    mapping(bytes32 id => Call.Course course) private _courses;
    mapping(bytes32 id => Call.Draw draw) private _draws;
    mapping(bytes32 id => Call.Seats[] slots) private _slots;
    mapping(bytes32 id => mapping(bytes32 nullifier => bytes32 mark)) private _marks;
    mapping(bytes32 id => mapping(bytes32 nullifier => uint8 round)) private _absentIn;
    mapping(bytes32 id => Call.Windows windows) private _windows;
    mapping(bytes32 id => Call.Status status) private _statuses;
    mapping(bytes32 id => bytes32 root) public rootOf;
    mapping(bytes32 id => bytes32 seed) public seedOf;
    mapping(bytes32 id => bytes32 digest) public offersOf;
    mapping(uint64 entity => bool inactive) public isInactive;

    /* TEST */

    function setCall(bytes32 id, bytes32 root, uint24 count, bytes32 seed, Call.Seats[] calldata slots) external {
        rootOf[id] = root;
        seedOf[id] = seed;
        _courses[id].count = count;
        for (uint256 i; i < slots.length; ++i) _slots[id].push(slots[i]);
    }

    /// @param absent Households that take no part in the round.
    function setRound(bytes32 id, uint8 round, bytes calldata offers, bytes32[] calldata absent) external {
        (_courses[id].round, _courses[id].isFixed) = (round, false);
        offersOf[id] = keccak256(offers);
        for (uint256 i; i < absent.length; ++i) _absentIn[id][absent[i]] = round;
    }

    function setMark(bytes32 id, bytes32 nullifier, bytes32 mark) external {
        _marks[id][nullifier] = mark;
    }

    function setOutcome(bytes32 id, Call.Outcome outcome) external {
        _courses[id].outcome = outcome;
    }

    function setDraw(bytes32 id, Call.Draw calldata draw, Call.Status status) external {
        (_draws[id], _statuses[id]) = (draw, status);
    }

    function setWindows(bytes32 id, uint32 results, uint8 rounds) external {
        (_windows[id].results, _windows[id].rounds) = (results, rounds);
    }

    function setInactive(uint64 entity, bool inactive) external {
        isInactive[entity] = inactive;
    }

    /// @notice What becomes of each call by itself; none of them leaves a trace.
    /// @return answers Nothing where it succeeded, else its error.
    function probeAll(address target, bytes[] calldata calls) external returns (bytes[] memory answers) {
        answers = new bytes[](calls.length);
        for (uint256 i; i < calls.length; ++i) {
            try this.probe(target, calls[i]) {
                revert NotProbed();
            } catch (bytes memory report) {
                answers[i] = this.answerOf(report);
            }
        }
    }

    function probe(address target, bytes calldata data) external {
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, bytes memory answer) = target.call(data);
        revert Probed(done ? new bytes(0) : answer);
    }

    /// @dev A report is the error {Probed}, whose selector is cut off.
    function answerOf(bytes calldata report) external pure returns (bytes memory) {
        return abi.decode(report[4:], (bytes));
    }

    /* BOOK */

    function setSeed(bytes32 id, bytes32 seed) external {
        seedOf[id] = seed;
        emit SeedSet(id, seed);
    }

    function openRound(bytes32 id) external {
        emit RoundAsked(id);
    }

    function fix(bytes32 id, uint192[] calldata cutoffs, uint24 entries) external {
        _courses[id].isFixed = true;
        for (uint256 i; i < cutoffs.length; ++i) _slots[id][i].cutoff = cutoffs[i];
        emit Fixed(id, cutoffs, entries);
    }

    function getCourse(bytes32 id) external view returns (Call.Course memory) {
        return _courses[id];
    }

    function getSlot(bytes32 id, uint256 slot) external view returns (Call.Seats memory) {
        return _slots[id][slot];
    }

    function getMoney(bytes32) external pure returns (ICallBook.Money memory money) {
        money.lineId = LINE;
    }

    function stands(
        bytes32 id,
        uint256 index,
        Application.Leaf calldata application,
        bytes32[] calldata path
    ) external view returns (bool) {
        bytes32 leaf = Applications.leafOf(id, index, application);
        bytes32 mark = _marks[id][application.nullifier];
        if (mark != 0) return path.length == 0 && leaf == mark;
        return SortedTree.holds(rootOf[id], _courses[id].count, index, leaf, path);
    }

    function takesPart(bytes32 id, Application.Leaf calldata application) external view returns (bool) {
        bool isOut = _marks[id][application.nullifier] == bytes32(uint256(1));
        return application.eligible && !isOut && _absentIn[id][application.nullifier] != _courses[id].round;
    }

    /* DESK AND INTAKE */

    function settleInputs(bytes32 id) external {
        emit InputsSettled(id);
    }

    function statusOf(bytes32 id) external view returns (Call.Status) {
        return _statuses[id];
    }

    function getDraw(bytes32 id) external view returns (Call.Draw memory) {
        return _draws[id];
    }

    function getWindows(bytes32 id) external view returns (Call.Windows memory) {
        return _windows[id];
    }

    function resultBondOf(bytes32) external pure returns (uint128) {
        return BOND;
    }

    /* BEACON */

    /// @notice The first beacon has proven no other round than 7.
    function randomnessOf(uint64 round) external pure returns (bytes32) {
        require(round == 7, NoSuchRound(round));
        return keccak256("round 7");
    }

    /* REGISTRY AND TREASURY */

    function entityOf(address account) external pure returns (uint64) {
        return uint64(uint160(account));
    }

    function statusOf(uint64 entity) external view returns (Entity.Status) {
        return isInactive[entity] ? Entity.Status.Suspended : Entity.Status.Active;
    }

    function hold(uint256 lineId, uint64 owner, uint128 amount, bytes32 record) external {
        emit Held(record, lineId, owner, amount);
    }

    function forfeit(uint128 amount, bytes32 record) external {
        emit Forfeited(record, amount);
    }

    function giveBack(uint128 amount, bytes32 record) external {
        emit Returned(record, amount);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {SortedTree} from "../../shared/libraries/SortedTree.sol";
import {ITreasury} from "../../treasury/interfaces/ITreasury.sol";
import {ICallBook} from "../interfaces/ICallBook.sol";
import {Applications} from "../libraries/Applications.sol";
import {Application} from "../types/Application.sol";
import {Award} from "../types/Award.sol";
import {Call} from "../types/Call.sol";

/// @notice All storage of the call book and its getters.
abstract contract CallBookState is ICallBook {
    /// @dev Mark of a household that is out.
    bytes32 internal constant OUT = bytes32(uint256(1));

    ITreasury public immutable TREASURY;

    /// @notice How many calls there are; their numbers run from 1.
    uint32 public callCount;
    Modules internal _modules;

    mapping(uint32 number => bytes32 id) internal _ids;
    mapping(bytes32 id => Call.Course course) internal _courses;
    mapping(bytes32 id => bytes32 root) internal _roots;
    mapping(bytes32 id => bytes32 seed) internal _seeds;
    mapping(bytes32 id => bytes32 digest) internal _offers;
    mapping(bytes32 id => Money money) internal _moneys;
    mapping(bytes32 id => uint128[] amounts) internal _benefits;

    mapping(bytes32 id => mapping(uint256 slot => Call.Seats offer)) internal _slots;
    mapping(bytes32 id => mapping(uint256 slot => uint24 seats)) internal _inLine;
    /// @dev By root, so that a corrected one begins without marks.
    mapping(bytes32 root => mapping(bytes32 nullifier => bytes32 leaf)) internal _marks;

    mapping(bytes32 nullifier => Award.Seat seat) internal _seats;

    /// @inheritdoc ICallBook
    function awardOf(bytes32 nullifier) external view returns (Award.Seat memory) {
        return _seats[nullifier];
    }

    /// @inheritdoc ICallBook
    function getCourse(bytes32 id) external view returns (Call.Course memory) {
        return _courses[id];
    }

    /// @inheritdoc ICallBook
    function rootOf(bytes32 id) external view returns (bytes32) {
        return _roots[id];
    }

    /// @inheritdoc ICallBook
    function seedOf(bytes32 id) external view returns (bytes32) {
        return _seeds[id];
    }

    /// @inheritdoc ICallBook
    function offersOf(bytes32 id) external view returns (bytes32) {
        return _offers[id];
    }

    /// @inheritdoc ICallBook
    function idOf(uint32 number) external view returns (bytes32) {
        return _ids[number];
    }

    /// @inheritdoc ICallBook
    function getSlots(bytes32 id) external view returns (Call.Seats[] memory slots) {
        slots = new Call.Seats[](_courses[id].slots);
        for (uint256 i; i < slots.length; ++i) slots[i] = _slots[id][i];
    }

    /// @inheritdoc ICallBook
    function getSlot(bytes32 id, uint256 slot) external view returns (Call.Seats memory) {
        return _slots[id][slot];
    }

    /// @inheritdoc ICallBook
    function inLineOf(bytes32 id, uint256 slot) external view returns (uint24) {
        return _inLine[id][slot];
    }

    /// @inheritdoc ICallBook
    function getMoney(bytes32 id) external view returns (Money memory) {
        return _moneys[id];
    }

    /// @inheritdoc ICallBook
    function getModules() external view returns (Modules memory) {
        return _modules;
    }

    /// @inheritdoc ICallBook
    function benefitOf(bytes32 id, uint256 slot) public view returns (uint128) {
        return _benefits[id][_slots[id][slot].benefit];
    }

    /// @inheritdoc ICallBook
    function nextIndex(bytes32 id) external view returns (uint256) {
        Call.Course storage c = _courses[id];
        return uint256(c.count) + c.added;
    }

    /// @inheritdoc ICallBook
    function markOf(bytes32 id, bytes32 nullifier) external view returns (bytes32) {
        return _marks[_roots[id]][nullifier];
    }

    /// @inheritdoc ICallBook
    function stands(
        bytes32 id,
        uint256 index,
        Application.Leaf calldata application,
        bytes32[] calldata path
    ) external view returns (bool) {
        return _stands(_roots[id], _courses[id], index, Applications.leafOf(id, index, application), application, path);
    }

    /// @inheritdoc ICallBook
    function takesPart(bytes32 id, Application.Leaf calldata application) external view returns (bool) {
        bytes32 nullifier = application.nullifier;
        if (!application.eligible || _marks[_roots[id]][nullifier] == OUT) return false;
        Award.Seat storage seat = _seats[nullifier];
        return seat.call != _courses[id].number || seat.inLine;
    }

    function _stands(
        bytes32 root,
        Call.Course memory c,
        uint256 index,
        bytes32 leaf,
        Application.Leaf calldata application,
        bytes32[] calldata path
    ) internal view returns (bool) {
        bytes32 mark = c.struck ? _marks[root][application.nullifier] : bytes32(0);
        if (mark != 0) return path.length == 0 && leaf == mark;
        return SortedTree.holds(root, c.count, index, leaf, path);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ITreasury} from "../../treasury/interfaces/ITreasury.sol";
import {ICallBook} from "../interfaces/ICallBook.sol";
import {ICallDesk} from "../interfaces/ICallDesk.sol";
import {IResultBook} from "../interfaces/IResultBook.sol";
import {Result} from "../types/Result.sol";

/// @notice All storage of the results and its getters.
abstract contract ResultBookState is IResultBook {
    ITreasury public immutable TREASURY;
    ICallBook public immutable BOOK;
    ICallDesk public immutable DESK;

    mapping(bytes32 id => mapping(uint8 round => Result.Window window)) internal _windows;
    mapping(bytes32 id => mapping(uint8 round => mapping(uint256 number => Result.Posted posted))) internal _posted;
    /// @dev Of a round, refuted ones too: what was false of it stays so.
    mapping(bytes32 id => mapping(uint8 round => mapping(bytes32 digest => bool known))) internal _isKnown;

    constructor(ITreasury treasury, ICallBook book, ICallDesk desk) {
        TREASURY = treasury;
        BOOK = book;
        DESK = desk;
    }

    /// @inheritdoc IResultBook
    function getWindow(bytes32 id, uint8 round) external view returns (Result.Window memory) {
        return _windows[id][round];
    }

    /// @inheritdoc IResultBook
    function getPosted(bytes32 id, uint8 round, uint256 number) external view returns (Result.Posted memory) {
        return _posted[id][round][number];
    }

    /// @inheritdoc IResultBook
    function recordOf(bytes32 id, uint8 round, uint256 number) public pure returns (bytes32) {
        return keccak256(abi.encode(id, round, number));
    }
}

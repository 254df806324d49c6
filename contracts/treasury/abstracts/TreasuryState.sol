// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../../registry/interfaces/IRegistry.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Budget} from "../types/Budget.sol";

/// @notice All storage of the treasury and its getters.
abstract contract TreasuryState is ITreasury {
    /// @notice Gas that a transfer to a payee receives; what does not fit into it becomes a credit.
    uint256 public constant PUSH_GAS = 200_000;

    /// @notice Who the entities are and which accounts are theirs.
    IRegistry public immutable REGISTRY;

    /// @inheritdoc ITreasury
    uint64 public lineCount;
    mapping(uint256 lineId => Budget.Line line) internal _lines;
    mapping(address program => mapping(address token => mapping(uint256 lineId => Budget.Balance balance)))
        internal _balances;
    mapping(address program => mapping(bytes32 record => Budget.Deposit deposit)) internal _deposits;
    /// @inheritdoc ITreasury
    mapping(uint64 entity => mapping(address token => uint128 amount)) public creditOf;
    /// @inheritdoc ITreasury
    mapping(address token => bool allowed) public isTokenAllowed;
    /// @inheritdoc ITreasury
    mapping(address program => bool approved) public isProgramApproved;

    /// @inheritdoc ITreasury
    function getLine(uint256 lineId) external view returns (Budget.Line memory line, Budget.Balance memory balance) {
        line = _lines[lineId];
        balance = _balances[line.program][line.token][lineId];
    }

    /// @inheritdoc ITreasury
    function getDeposit(address program, bytes32 record) external view returns (Budget.Deposit memory) {
        return _deposits[program][record];
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {Entity} from "../registry/types/Entity.sol";
import {SelfEndingPause} from "../shared/abstracts/SelfEndingPause.sol";
import {TreasuryState} from "./abstracts/TreasuryState.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";
import {TreasuryErrors as Errors} from "./libraries/TreasuryErrors.sol";
import {Budget} from "./types/Budget.sol";

/// @title Treasury
contract Treasury is TreasuryState, SelfEndingPause, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @param authority The AccessManager.
    /// @param registry Who the entities are.
    constructor(address authority, IRegistry registry) AccessManaged(authority) {
        _requireContract(address(registry));
        REGISTRY = registry;
    }

    /* BUDGET OFFICE */

    /// @inheritdoc ITreasury
    function allowToken(address token, bool allowed) external restricted {
        _requireContract(token);
        bool before = isTokenAllowed[token];
        isTokenAllowed[token] = allowed;
        emit TokenAllowed(token, msg.sender, allowed, before);
    }

    /// @inheritdoc ITreasury
    function approveProgram(address program, bool approved) external restricted {
        _requireContract(program);
        bool before = isProgramApproved[program];
        isProgramApproved[program] = approved;
        emit ProgramApproved(program, msg.sender, approved, before);
    }

    /// @inheritdoc ITreasury
    function openLine(
        address token,
        address program,
        uint64 owner,
        bytes32 budgetCode
    ) external restricted whenNotPaused returns (uint256 lineId) {
        _requireAllowed(token);
        require(isProgramApproved[program], Errors.Treasury_ProgramNotApproved(program));
        require(REGISTRY.isActive(owner, Entity.Kind.PublicBody), Errors.Treasury_OwnerNotActive(owner));
        lineId = ++lineCount;
        _lines[lineId] = Budget.Line(program, token, owner, false);
        emit LineOpened(lineId, msg.sender, program, token, owner, budgetCode);
    }

    /// @inheritdoc ITreasury
    function closeLine(uint256 lineId) external restricted {
        _requireOpen(lineId).closed = true;
        emit LineClosed(lineId, msg.sender);
    }

    /* PROGRAM */

    /// @inheritdoc ITreasury
    function commit(
        uint256 lineId,
        address token,
        uint64 owner,
        uint128 amount,
        bytes32 record
    ) external nonReentrant whenNotPaused {
        uint64 actual = _requireOpen(lineId).owner;
        require(actual == owner, Errors.Treasury_NotLineOwner(lineId, owner, actual));
        Budget.Balance storage balance = _balances[msg.sender][token][lineId];
        uint128 available = balance.available;
        _requireNonZero(amount);
        require(amount <= available, Errors.Treasury_NotAvailable(lineId, amount, available));
        balance.available = available - amount;
        balance.committed += amount;
        emit Committed(lineId, record, amount);
    }

    /// @inheritdoc ITreasury
    function release(uint256 lineId, address token, uint128 amount, bytes32 record) external nonReentrant {
        _uncommit(lineId, token, amount).available += amount;
        emit Released(lineId, record, amount);
    }

    /// @inheritdoc ITreasury
    function pay(uint256 lineId, address token, uint64 payee, uint128 amount, bytes32 record) external nonReentrant {
        _uncommit(lineId, token, amount);
        emit Paid(lineId, record, payee, amount);
        _push(token, payee, amount, record);
    }

    /// @inheritdoc ITreasury
    function hold(uint256 lineId, uint64 owner, uint128 amount, bytes32 record) external nonReentrant {
        Budget.Line storage line = _lines[lineId];
        require(
            line.program == msg.sender || (line.token != address(0) && isProgramApproved[msg.sender]),
            Errors.Treasury_NotTheProgram(lineId, msg.sender)
        );
        Budget.Deposit storage deposit = _deposits[msg.sender][record];
        uint64 holder = deposit.owner;
        require(
            holder == 0 || (holder == owner && deposit.lineId == lineId),
            Errors.Treasury_DepositTaken(record, holder, lineId)
        );
        deposit.amount += amount;
        deposit.owner = owner;
        deposit.lineId = uint64(lineId); // ids count from 1 in a uint64
        emit DepositHeld(record, msg.sender, lineId, owner, amount);
        _pull(line.token, REGISTRY.accountOf(owner), amount);
    }

    /// @inheritdoc ITreasury
    function giveBack(uint128 amount, bytes32 record) external nonReentrant {
        Budget.Deposit storage deposit = _reduceDeposit(amount, record);
        uint64 owner = deposit.owner;
        emit DepositReturned(record, msg.sender, owner, amount);
        _push(_lines[deposit.lineId].token, owner, amount, record);
    }

    /// @inheritdoc ITreasury
    function forfeit(uint128 amount, bytes32 record) external nonReentrant {
        uint256 lineId = _reduceDeposit(amount, record).lineId;
        Budget.Line storage line = _lines[lineId];
        _balances[line.program][line.token][lineId].available += amount;
        emit DepositForfeited(record, msg.sender, lineId, amount);
    }

    /* ANYONE */

    /// @inheritdoc ITreasury
    function fund(uint256 lineId, uint128 amount) external nonReentrant whenNotPaused {
        Budget.Line storage line = _requireOpen(lineId);
        address token = line.token;
        _requireAllowed(token);
        _balances[line.program][token][lineId].available += amount;
        emit LineFunded(lineId, msg.sender, amount);
        _pull(token, msg.sender, amount);
    }

    /// @inheritdoc ITreasury
    function sweepLine(uint256 lineId) external nonReentrant {
        Budget.Line memory line = _lines[lineId];
        require(line.closed, Errors.Treasury_LineNotClosed(lineId));
        Budget.Balance storage balance = _balances[line.program][line.token][lineId];
        uint128 amount = balance.available;
        _requireNonZero(amount);
        uint64 owner = line.owner;
        balance.available = 0;
        emit LineSwept(lineId, msg.sender, owner, amount);
        _push(line.token, owner, amount, 0);
    }

    /// @inheritdoc ITreasury
    function withdraw(uint64 entity, address token) external nonReentrant {
        uint128 credit = creditOf[entity][token];
        require(credit != 0, Errors.Treasury_NoCredit(entity, token));
        address account = REGISTRY.payeeOf(entity);
        require(account != address(0), Errors.Treasury_NoAccount(entity));
        creditOf[entity][token] = 0;
        uint128 sent = _send(token, account, credit);
        require(sent != 0, Errors.Treasury_TransferRefused(token, account));
        if (sent != credit) creditOf[entity][token] = credit - sent;
        emit CreditWithdrawn(entity, msg.sender, token, sent, account);
    }

    /* INTERNAL */

    /// @dev Sends `amount` to the entity's account; what does not leave, for whatever reason, becomes its credit.
    function _push(address token, uint64 entity, uint128 amount, bytes32 record) private {
        address account = REGISTRY.payeeOf(entity);
        uint128 sent = account == address(0) ? 0 : _send(token, account, amount);
        if (sent != amount) {
            creditOf[entity][token] += amount - sent;
            emit Credited(entity, token, record, amount - sent);
        }
    }

    /// @dev A transfer that may fail without stopping anything else. What the token says about it does not matter, what left does.
    /// @return sent What left the treasury, never more than `amount`.
    function _send(address token, address to, uint128 amount) private returns (uint128 sent) {
        uint256 before = IERC20(token).balanceOf(address(this));
        bytes memory data = abi.encodeCall(IERC20.transfer, (to, amount));
        // A call receives at most 63/64 of what is left: less than that here would turn a good payment into a credit.
        uint256 needed = (PUSH_GAS * 64) / 63 + 10_000;
        require(gasleft() >= needed, Errors.Treasury_NotEnoughGas(gasleft(), needed));
        // Bounded gas, and no return data is copied, so that the token cannot make the treasury pay for any.
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            pop(call(PUSH_GAS, token, 0, add(data, 0x20), mload(data), 0, 0))
        }
        uint256 left = IERC20(token).balanceOf(address(this));
        if (left >= before) return 0;
        require(before - left <= amount, Errors.Treasury_AmountMismatch(token, before - left, amount));
        return uint128(before - left); // at most `amount`
    }

    /// @dev Takes exactly `amount` from an account that has approved it.
    function _pull(address token, address from, uint128 amount) private {
        _requireNonZero(amount);
        uint256 before = IERC20(token).balanceOf(address(this));
        IERC20(token).safeTransferFrom(from, address(this), amount);
        uint256 received = IERC20(token).balanceOf(address(this)) - before;
        require(received == amount, Errors.Treasury_AmountMismatch(token, received, amount));
    }

    function _uncommit(uint256 lineId, address token, uint128 amount) private returns (Budget.Balance storage balance) {
        balance = _balances[msg.sender][token][lineId];
        uint128 committed = balance.committed;
        _requireNonZero(amount);
        require(amount <= committed, Errors.Treasury_NotCommitted(lineId, amount, committed));
        balance.committed = committed - amount;
    }

    function _reduceDeposit(uint128 amount, bytes32 record) private returns (Budget.Deposit storage deposit) {
        deposit = _deposits[msg.sender][record];
        uint128 held = deposit.amount;
        _requireNonZero(amount);
        require(amount <= held, Errors.Treasury_NotHeld(record, amount, held));
        deposit.amount = held - amount;
    }

    function _requireOpen(uint256 lineId) private view returns (Budget.Line storage line) {
        line = _lines[lineId];
        require(line.token != address(0), Errors.Treasury_UnknownLine(lineId));
        require(!line.closed, Errors.Treasury_LineClosed(lineId));
    }

    function _requireNonZero(uint128 amount) private pure {
        require(amount != 0, Errors.Treasury_ZeroAmount());
    }

    function _requireAllowed(address token) private view {
        require(isTokenAllowed[token], Errors.Treasury_TokenNotAllowed(token));
    }

    function _requireContract(address account) private view {
        require(account.code.length != 0, Errors.Treasury_NotAContract(account));
    }
}

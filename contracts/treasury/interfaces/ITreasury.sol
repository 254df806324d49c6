// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Budget} from "../types/Budget.sol";

/// @notice The only contract that holds tokens. Programs keep records and give orders; every unit here is available, committed, held or credited.
/// @dev Amounts are units of the line's token. For every token: balance >= sum(available + committed) + sum(held) + sum(credits). Tokens sent
/// here without a call are counted nowhere and stay; no function can move them. A record is a program's own key (a contract, a tender).
interface ITreasury {
    /// @notice The budget office allowed a token for new money, or stopped allowing it.
    event TokenAllowed(address indexed token, address indexed by, bool allowed, bool before);
    /// @notice A program may receive budget lines, or no new ones any more.
    event ProgramApproved(address indexed program, address indexed by, bool approved, bool before);
    /// @notice A budget line was opened.
    /// @param budgetCode Digest or code of the item of the budget law.
    event LineOpened(
        uint256 indexed lineId,
        address indexed by,
        address indexed program,
        address token,
        uint64 owner,
        bytes32 budgetCode
    );
    /// @notice Appropriation: money entered a line.
    event LineFunded(uint256 indexed lineId, address indexed from, uint128 amount);
    /// @notice Commitment: money of a line was promised to a record.
    event Committed(uint256 indexed lineId, bytes32 indexed record, uint128 amount);
    /// @notice A promise was ended; the money is available again.
    event Released(uint256 indexed lineId, bytes32 indexed record, uint128 amount);
    /// @notice Payment: committed money was paid to an entity (or credited to it, see {Credited}).
    event Paid(uint256 indexed lineId, bytes32 indexed record, uint64 indexed payee, uint128 amount);
    /// @notice The token did not take a payment to the entity's account; the amount waits for {withdraw}.
    /// @param record What it was paid for, as in {Paid} or {DepositReturned}; 0 for what a closed line left.
    event Credited(uint64 indexed entity, address indexed token, bytes32 indexed record, uint128 amount);
    /// @notice A credit reached the entity's account.
    event CreditWithdrawn(
        uint64 indexed entity,
        address indexed by,
        address indexed token,
        uint128 amount,
        address account
    );
    /// @notice A line takes no more money and no more commitments.
    event LineClosed(uint256 indexed lineId, address indexed by);
    /// @notice Uncommitted money of a closed line went back to the public body.
    event LineSwept(uint256 indexed lineId, address indexed by, uint64 owner, uint128 amount);
    /// @notice A bond was posted.
    event DepositHeld(
        bytes32 indexed record,
        address indexed program,
        uint256 indexed lineId,
        uint64 owner,
        uint128 amount
    );
    /// @notice A bond, or part of it, went back to its owner.
    event DepositReturned(bytes32 indexed record, address indexed program, uint64 owner, uint128 amount);
    /// @notice A bond, or part of it, was forfeited to its line.
    event DepositForfeited(bytes32 indexed record, address indexed program, uint256 indexed lineId, uint128 amount);

    /// @notice Allows or stops a token for new lines and appropriations. Money that is here already keeps moving out, and running
    /// contracts still post their bonds.
    /// @dev Emits {TokenAllowed}.
    ///
    /// Requirements:
    /// - the caller holds the budget office's role;
    /// - the token has code.
    function allowToken(address token, bool allowed) external;

    /// @notice Approves a program for budget lines, after the public delay of the role; or approves it for no new ones.
    /// @dev Emits {ProgramApproved}.
    ///
    /// Requirements:
    /// - the caller holds the programs' role, whose calls carry an execution delay;
    /// - the program has code.
    function approveProgram(address program, bool approved) external;

    /// @notice Opens a budget line that one program may spend.
    /// @dev Emits {LineOpened}.
    ///
    /// Requirements:
    /// - the caller holds the budget office's role;
    /// - no pause is on;
    /// - the token is allowed and the program approved;
    /// - the owner is an active public body.
    /// @param token ERC-20 token of the line.
    /// @param program The program that may spend it.
    /// @param owner Registry entity whose money it is.
    /// @param budgetCode Digest or code of the item of the budget law.
    /// @return lineId Id of the line.
    function openLine(
        address token,
        address program,
        uint64 owner,
        bytes32 budgetCode
    ) external returns (uint256 lineId);

    /// @notice Appropriates the caller's tokens to a line.
    /// @dev Emits {LineFunded}. The amount is what arrives: a token that takes a fee is refused.
    ///
    /// Requirements:
    /// - no pause is on;
    /// - the line exists and is not closed; its token is allowed;
    /// - the amount is not zero and arrives in full.
    function fund(uint256 lineId, uint128 amount) external;

    /// @notice Closes a line: no more appropriations, no more commitments. What is committed stays so.
    /// @dev Emits {LineClosed}.
    ///
    /// Requirements:
    /// - the caller holds the budget office's role;
    /// - the line exists and is open.
    function closeLine(uint256 lineId) external;

    /// @notice Sends what a closed line has uncommitted back to its public body; again whenever something is released to it.
    /// @dev Emits {LineSwept}, and {Credited} where the push failed.
    ///
    /// Requirements:
    /// - the line is closed and has something available.
    function sweepLine(uint256 lineId) external;

    /// @notice Promises available money of a line to a record of the calling program.
    /// @dev Emits {Committed}.
    ///
    /// Requirements:
    /// - no pause is on;
    /// - the line is open and belongs to `owner`;
    /// - the amount is not zero and available in a line of the caller in this token.
    /// @param lineId The line.
    /// @param token Token that the caller believes to be the line's.
    /// @param owner Registry entity that the caller believes to be the line's owner.
    /// @param amount Token units.
    /// @param record The program's key.
    function commit(uint256 lineId, address token, uint64 owner, uint128 amount, bytes32 record) external;

    /// @notice Ends a promise; the money is available again.
    /// @dev Emits {Released}.
    ///
    /// Requirements:
    /// - the amount is not zero and committed in a line of the caller in this token.
    function release(uint256 lineId, address token, uint128 amount, bytes32 record) external;

    /// @notice Pays committed money to an entity's account; if the account or the token refuses it, credits the entity.
    /// @dev Emits {Paid}, and {Credited} where the push failed.
    ///
    /// Requirements:
    /// - the amount is not zero and committed in a line of the caller in this token;
    /// - the caller left enough gas for the transfer, so that nobody can make it fail by choosing the gas.
    function pay(uint256 lineId, address token, uint64 payee, uint128 amount, bytes32 record) external;

    /// @notice Takes a bond from an entity's account, which must have approved the treasury. A second call adds to the bond.
    /// @dev Emits {DepositHeld}.
    ///
    /// Requirements:
    /// - the line is the caller's, or the caller is an approved program (a tender holds bid bonds for the line that its contract will be
    /// paid from); the line may be closed, for a running contract still posts its bonds;
    /// - the record has no bond yet, or one of the same owner and line;
    /// - the amount is not zero and arrives in full.
    function hold(uint256 lineId, uint64 owner, uint128 amount, bytes32 record) external;

    /// @notice Gives a bond, or part of it, back to its owner, or credits it.
    /// @dev Emits {DepositReturned}, and {Credited} where the push failed.
    ///
    /// Requirements:
    /// - the caller holds that much under `record`;
    /// - the amount is not zero;
    /// - the caller left enough gas for the transfer.
    function giveBack(uint128 amount, bytes32 record) external;

    /// @notice Forfeits a bond, or part of it, to its line.
    /// @dev Emits {DepositForfeited}.
    ///
    /// Requirements:
    /// - the caller holds that much under `record`;
    /// - the amount is not zero.
    function forfeit(uint128 amount, bytes32 record) external;

    /// @notice Sends an entity's credit to its account; anyone may ask for it.
    /// @dev Emits {CreditWithdrawn}.
    ///
    /// Requirements:
    /// - there is a credit;
    /// - the entity has an account and no change of account is pending;
    /// - the token takes the transfer; otherwise the credit stays (and so does a part that did not leave);
    /// - the caller left enough gas for the transfer.
    function withdraw(uint64 entity, address token) external;

    /// @notice A line and its money.
    function getLine(uint256 lineId) external view returns (Budget.Line memory line, Budget.Balance memory balance);

    /// @notice How many lines there are; their ids run from 1.
    function lineCount() external view returns (uint64);

    /// @notice The bond that a program holds under a record.
    function getDeposit(address program, bytes32 record) external view returns (Budget.Deposit memory);

    /// @notice What an entity can withdraw of a token.
    function creditOf(uint64 entity, address token) external view returns (uint128);

    /// @notice Whether a token is allowed for new money.
    function isTokenAllowed(address token) external view returns (bool);

    /// @notice Whether a program may receive new lines.
    function isProgramApproved(address program) external view returns (bool);
}

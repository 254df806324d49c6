// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice Errors of the treasury.
library TreasuryErrors {
    error Treasury_NotAContract(address account);
    error Treasury_TokenNotAllowed(address token);
    error Treasury_ProgramNotApproved(address program);
    error Treasury_OwnerNotActive(uint64 entity);
    error Treasury_UnknownLine(uint256 lineId);
    error Treasury_NotTheProgram(uint256 lineId, address caller);
    error Treasury_LineClosed(uint256 lineId);
    error Treasury_LineNotClosed(uint256 lineId);
    error Treasury_NotLineOwner(uint256 lineId, uint64 entity, uint64 owner);
    error Treasury_ZeroAmount();
    error Treasury_AmountMismatch(address token, uint256 received, uint256 expected);
    error Treasury_NotAvailable(uint256 lineId, uint128 amount, uint128 available);
    error Treasury_NotCommitted(uint256 lineId, uint128 amount, uint128 committed);
    error Treasury_DepositTaken(bytes32 record, uint64 owner, uint256 lineId);
    error Treasury_NotHeld(bytes32 record, uint128 amount, uint128 held);
    error Treasury_NoCredit(uint64 entity, address token);
    error Treasury_NoAccount(uint64 entity);
    error Treasury_NotEnoughGas(uint256 left, uint256 needed);
    error Treasury_TransferRefused(address token, address account);
}

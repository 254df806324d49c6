// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice Errors of the registry.
library RegistryErrors {
    error Registry_NoDuration();
    error Registry_InvalidAccreditation(uint64 number);
    error Registry_NotTheAccount(address caller, address expected);
    error Registry_DeadlinePassed(uint64 number, uint40 deadline);
    error Registry_NotAccreditor(address signer);
    error Registry_BadSignature(address signer);
    error Registry_StaleSequence(uint64 number, uint32 given, uint32 expected);
    error Registry_AccountTaken(address account, uint64 entity);
    error Registry_UnknownEntity(uint64 entity);
    error Registry_NoReason(uint64 entity);
    error Registry_TermOutOfRange(uint64 entity, uint40 until, uint256 latest);
    error Registry_NotSuspended(uint64 entity);
    error Registry_RotationPending(uint64 entity, uint40 until);
    error Registry_RotationTooSoon(uint64 entity, uint256 notBefore);
    error Registry_NoRotation(uint64 entity);
    error Registry_RotationContested(uint64 entity);
    error Registry_RotationNotContested(uint64 entity);
    error Registry_TooLateToContest(uint64 entity, uint40 until);
    error Registry_RotationNotDue(uint64 entity, uint40 notBefore);
}

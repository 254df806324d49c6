// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice Errors of the parts that every program shares.
library SharedErrors {
    /// @notice New commitments are paused.
    /// @param until First second at which they are possible again.
    error Pause_On(uint256 until);
    /// @notice A pause cannot be armed again so soon.
    /// @param notBefore First second at which it may.
    error Pause_NotRearmed(uint256 notBefore);
    /// @notice A pause must name its reason.
    error Pause_NoReason();

    /// @notice A board has that many members at least and at most.
    error Attestation_Members(uint256 board, uint256 count, uint256 least, uint256 most);
    /// @notice A majority of the members must sign, and no more than all.
    error Attestation_Threshold(uint256 board, uint256 threshold, uint256 least, uint256 most);
    /// @notice Members ascend strictly by account, from above zero.
    error Attestation_MemberOrder(uint256 board, address member, address previous);
    /// @notice The board was never composed.
    error Attestation_NoBoard(uint256 board);
    /// @notice The signatures were given under another composition of the board.
    error Attestation_StaleEpoch(uint256 board, uint64 epoch, uint64 current);
    /// @notice Too few signed.
    error Attestation_TooFew(uint256 board, uint256 count, uint256 threshold);
    /// @notice Signers ascend strictly by account, so that none counts twice.
    error Attestation_SignerOrder(uint256 board, address signer, address previous);
    /// @notice The signer has no seat on the board.
    error Attestation_NotAMember(uint256 board, address signer);
    /// @notice The member did not sign this report here.
    error Attestation_FalseSignature(uint256 board, address signer);
}

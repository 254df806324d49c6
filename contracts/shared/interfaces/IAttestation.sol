// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice A member's signature of a report.
/// @param signer Account of the member: its own key's, or a contract that answers by ERC-1271.
/// @param signature What it signed with.
struct Endorsement {
    address signer;
    bytes signature;
}

/// @notice The signatures that a report comes with.
/// @param epoch Epoch of the board that they were given under.
/// @param endorsements By signer, strictly ascending.
struct Attested {
    uint64 epoch;
    Endorsement[] endorsements;
}

/// @notice A board of offices' accounts as it stands.
/// @param epoch Counts its compositions, from 1; 0 while there is none.
/// @param threshold How many members must sign.
/// @param configuration Digest of board, epoch, threshold and members.
struct Board {
    uint64 epoch;
    uint64 threshold;
    bytes32 configuration;
}

/// @notice Reports that count when k of the n members of a board have signed them (EIP-712).
/// @dev A member signs Attestation(uint256 board,bytes32 report,uint64 epoch,bytes32 configuration) under the domain of this contract, so that a
/// signature is worth nothing on another chain, at another contract, for another board or after a change of the board. That a report is
/// used once is for the program to see to: it digests its own record's id. Boards: a majority decides, so that no two
/// contradicting reports can both pass without a member who signed both.
interface IAttestation {
    /// @notice A board has new members or a new threshold; signatures of earlier epochs count no longer.
    event BoardConfigured(
        uint256 indexed board,
        address indexed by,
        uint64 epoch,
        uint256 threshold,
        address[] members,
        bytes32 configuration
    );

    /// @notice Composes a board, or composes it anew.
    /// @dev Emits {BoardConfigured}.
    ///
    /// Requirements:
    /// - the caller holds the role that the manager's table names;
    /// - there are 2 to 16 members;
    /// - `threshold` is more than half of them, and at most all;
    /// - `members` ascend strictly, and none is the zero address.
    /// @param board Number of the board in this program.
    function configureBoard(uint256 board, address[] calldata members, uint256 threshold) external;

    /// @notice The board as it stands; all zero where there is none.
    function getBoard(uint256 board) external view returns (Board memory);

    /// @notice Whether an account is a member of the board as it stands.
    function sitsOn(uint256 board, address account) external view returns (bool);

    /// @notice What a member of the board as it stands signs for a report.
    function attestationDigest(uint256 board, bytes32 report) external view returns (bytes32);
}

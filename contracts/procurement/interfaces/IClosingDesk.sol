// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Agreement} from "../types/Agreement.sol";
import {IEscrowModule} from "./IEscrowModule.sol";

/// @notice The end of a contract: final acceptance (recepción definitiva), the retention, and the return of the bonds.
/// @dev Everything here follows from the clock, so an absent inspector holds nothing back.
interface IClosingDesk is IEscrowModule {
    /// @notice Final acceptance was given, or objected to in the stated amount.
    event FinalAcceptance(bytes32 indexed id, address indexed by, uint128 objected, bytes32 reason);

    /// @notice Gives final acceptance once the warranty has ended, or objects to it in a stated amount, which opens a dispute.
    /// @dev Emits {FinalAcceptance}. Silence is acceptance.
    ///
    /// Requirements:
    /// - the caller is the inspector or the substitute of the terms;
    /// - the contract is completed;
    /// - the warranty has ended, the acceptance window runs, and nobody has reviewed it;
    /// - an objection names its reason;
    /// - it is at most the retention.
    /// @param objected Part of the retention objected to, 0 to accept, token units.
    /// @param reason Digest of the reason; 0 where nothing is objected to.
    function reviewFinal(Agreement.Deed calldata deed, uint128 objected, bytes32 reason) external;

    /// @notice Pays the retention to the supplier after final acceptance, given or by silence; final fines first.
    /// @dev Emits {IMilestoneEscrow-RetentionPaid} in the escrow.
    ///
    /// Requirements:
    /// - the contract is completed;
    /// - final acceptance was reviewed, or warranty and acceptance window have passed;
    /// - something is retained.
    function releaseRetention(Agreement.Deed calldata deed) external;

    /// @notice Gives back what the advance bond holds above the advance that is not amortised.
    /// @dev Emits {ITreasury-DepositReturned} in the treasury.
    ///
    /// Requirements:
    /// - there is such an amount.
    function returnAdvanceBond(bytes32 id) external;

    /// @notice Gives the performance bond back after its expiry.
    /// @dev Emits {ITreasury-DepositReturned} in the treasury.
    ///
    /// Requirements:
    /// - the contract has completed or ended, and the bond has expired;
    /// - no claim, fine or termination that was filed before is undecided;
    /// - something is held.
    function returnPerformanceBond(Agreement.Deed calldata deed) external;

    /// @notice Whether final acceptance was given or objected to.
    function isFinallyReviewed(bytes32 id) external view returns (bool);
}

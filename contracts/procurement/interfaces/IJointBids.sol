// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Tender} from "../types/Tender.sol";

/// @notice Joint bids of small firms (unión temporal de proveedores): all sign, the lead bids and contracts for all.
interface IJointBids {
    /// @notice Small firms bid together; the lead acts for all.
    event JointFormed(bytes32 indexed id, address indexed by, uint64 indexed lead, uint64[] members, bytes32 agreement);

    /// @notice Forms a joint bid with the signatures of all members (EIP-712, ERC-1271 too); the lead then bids alone.
    /// @dev Emits {JointFormed}. Source: Ley 19.886 art. 51-54.
    ///
    /// Requirements:
    /// - the caller is the lead's account, and bids are taken;
    /// - the signatures' deadline has not passed;
    /// - one to four members, strictly ascending, none the lead;
    /// - all are active suppliers and small firms;
    /// - no entity of theirs bids in this tender, and neither it nor its business group stands in another joint bid; what others of their groups
    /// bid alone counts as of the same group;
    /// - every member's account signed.
    function formJoint(Tender.Joint calldata joint, bytes[] calldata signatures) external;
}

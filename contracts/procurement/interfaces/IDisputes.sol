// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Document} from "../../shared/types/Document.sol";
import {Agreement} from "../types/Agreement.sol";
import {Dispute} from "../types/Dispute.sol";

/// @notice Disputes: offers first, then the arbiter, then the fallback arbiter, then the published default that anyone may apply.
/// @dev The arbiters are part of the terms that both sides signed and cannot be changed. Nobody pays for a dispute.
interface IDisputes {
    /// @notice A dispute on a stated amount began. The reason is empty where a rule opened it, whose own event names one.
    event DisputeOpened(
        bytes32 indexed id,
        address indexed by,
        uint256 indexed index,
        Dispute.Topic topic,
        uint128 amount,
        Document reason
    );
    /// @notice A side offered an amount for the supplier.
    event SettlementOffered(
        bytes32 indexed id,
        address indexed by,
        uint256 indexed index,
        Dispute.Topic topic,
        uint128 toSupplier
    );
    /// @notice A dispute ended.
    /// @param ending How: 1 settlement, 2 ruling, 3 published default.
    /// @param reason Digest of the ruling; 0 where there is none.
    event DisputeResolved(
        bytes32 indexed id,
        address indexed by,
        uint256 indexed index,
        Dispute.Topic topic,
        uint128 toSupplier,
        uint8 ending,
        bytes32 reason
    );

    /// @notice Opens a dispute that the escrow's rules call for.
    /// @dev Emits {DisputeOpened}.
    ///
    /// Requirements:
    /// - the caller is the escrow;
    /// - the topic never had a dispute.
    /// @param amount What is disputed, token units.
    function open(bytes32 id, uint256 index, Dispute.Topic topic, uint128 amount) external;

    /// @notice Takes an objected part before the court.
    /// @dev Emits {DisputeOpened}.
    ///
    /// Requirements:
    /// - the reason is a document with a bounded pointer;
    /// - the part is objected to, not before the court, and the objection window runs;
    /// - the caller is the account of the supplier or of the receivable's holder.
    function dispute(bytes32 id, uint256 index, Document calldata reason) external;

    /// @notice Claims a part of the performance bond before it expires, which keeps it until the claim is resolved. Once a contract.
    /// @dev Emits {DisputeOpened}. When nobody rules, the whole bond goes back to the supplier.
    ///
    /// Requirements:
    /// - the caller is the buyer's account;
    /// - a bond is held and has not expired;
    /// - the amount is not zero and at most what is held;
    /// - the reason is a document with a bounded pointer;
    /// - no claim was filed before.
    /// @param amount Part of the bond that is claimed, token units.
    function claimBond(Agreement.Deed calldata deed, uint128 amount, Document calldata reason) external;

    /// @notice Offers an amount for the supplier; the other side may accept it until the dispute ends. An offer on the supplier's side lapses with
    /// an assignment of the receivable: it does not bind who buys it.
    /// @dev Emits {SettlementOffered}.
    ///
    /// Requirements:
    /// - the dispute is open;
    /// - the amount is at most what is disputed;
    /// - the caller is the account of the buyer, or of whoever the share would be paid to (the holder of the receivable, else the supplier).
    /// @param toSupplier The supplier's share, token units.
    function offer(Agreement.Terms calldata terms, uint256 index, Dispute.Topic topic, uint128 toSupplier) external;

    /// @notice Accepts the other side's offer.
    /// @dev Emits {DisputeResolved}.
    ///
    /// Requirements:
    /// - the dispute is open;
    /// - the amount is at most what is disputed;
    /// - the caller is the account of the buyer, or of whoever the share would be paid to;
    /// - the other side offers exactly `toSupplier`.
    /// @param toSupplier The supplier's share, token units.
    function acceptOffer(
        Agreement.Terms calldata terms,
        uint256 index,
        Dispute.Topic topic,
        uint128 toSupplier
    ) external;

    /// @notice Rules on a dispute.
    /// @dev Emits {DisputeResolved}.
    ///
    /// Requirements:
    /// - the dispute is open;
    /// - the amount is at most what is disputed;
    /// - the window of one of the arbiters runs;
    /// - the caller is the arbiter whose window it is;
    /// - the reason is not zero.
    /// @param toSupplier The supplier's share, token units; the rest returns to the line.
    /// @param reason Digest of the ruling.
    function rule(
        Agreement.Deed calldata deed,
        uint256 index,
        Dispute.Topic topic,
        uint128 toSupplier,
        bytes32 reason
    ) external;

    /// @notice Applies the published default after both arbiters' silence.
    /// @dev Emits {DisputeResolved}. The supplier receives the part of the terms, rounded up; of a claimed bond, all.
    ///
    /// Requirements:
    /// - the dispute is open;
    /// - both arbiters' windows have passed.
    function applyDefault(Agreement.Deed calldata deed, uint256 index, Dispute.Topic topic) external;

    /// @notice Whether a claim, fine or termination filed before the bond's expiry is undecided.
    function holdsBond(bytes32 id) external view returns (bool);

    /// @notice A dispute.
    function getCase(bytes32 id, uint256 index, Dispute.Topic topic) external view returns (Dispute.Case memory);
}

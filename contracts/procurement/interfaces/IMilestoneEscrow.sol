// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Document} from "../../shared/types/Document.sol";
import {Agreement} from "../types/Agreement.sol";

/// @notice The contract in execution: fully committed in the treasury before work begins, paid by its own rules.
/// @dev A contract's id is the hash of its terms; callers pass the terms along. Amounts are units of the line's token, times unix seconds.
/// A window includes its last second; what follows from silence may be triggered by anyone from the next second on.
interface IMilestoneEscrow {
    /// @notice The advance was paid against its bond.
    event AdvancePaid(bytes32 indexed id, address indexed by, uint128 amount, uint128 bond);
    /// @notice A milestone was delivered; the evidence is frozen until it is reviewed.
    event MilestoneDelivered(bytes32 indexed id, address indexed by, uint256 indexed index, Document evidence);
    /// @notice The inspector accepted what was under review.
    /// @param evidence As the inspector named it: its first 27 bytes are those of the delivery, whose event carries the whole digest.
    event MilestoneAccepted(bytes32 indexed id, address indexed by, uint256 indexed index, bytes32 evidence);
    /// @notice The inspector objected to a part of what was under review and accepted the rest.
    event MilestoneObjected(
        bytes32 indexed id,
        address indexed by,
        uint256 indexed index,
        uint128 accepted,
        uint128 objected,
        Document reason
    );
    /// @notice Nobody answered the objection in time; it stands.
    event ObjectionUpheld(bytes32 indexed id, address indexed by, uint256 indexed index, uint128 amount);
    /// @notice A refused certificate withholds a part of a milestone until the court has resolved it.
    event PartWithheld(bytes32 indexed id, address indexed by, uint256 indexed index, uint128 amount);
    /// @notice The receivable of a milestone was assigned (cesión de crédito).
    event ReceivableAssigned(bytes32 indexed id, address indexed by, uint256 indexed index, uint64 assignee);
    /// @notice An accepted amount was paid; the treasury's event of the same transaction names the payee. `net + amortised + retained + fined`
    /// is the amount.
    event MilestonePaid(
        bytes32 indexed id,
        address indexed by,
        uint256 indexed index,
        uint128 net,
        uint128 amortised,
        uint128 retained,
        uint128 fined
    );
    /// @notice A part that will not be paid returned to the line. `unearned` of it had been advanced and is taken from the advance bond.
    event PartReleased(
        bytes32 indexed id,
        address indexed by,
        uint256 indexed index,
        uint128 released,
        uint128 unearned
    );
    /// @notice Nothing is left to settle; the warranty runs.
    event ContractCompleted(bytes32 indexed id, address indexed by);
    /// @notice The contract ended before its schedule; what was never delivered returns to the line.
    event ContractEnded(bytes32 indexed id, address indexed by, uint128 undelivered);
    /// @notice Retention was paid to the supplier; `fined` of it was taken for final fines.
    event RetentionPaid(bytes32 indexed id, address indexed by, uint128 net, uint128 fined);
    /// @notice Retention is set aside for a fine or a dispute.
    event SetAside(bytes32 indexed id, address indexed by, uint128 amount);
    /// @notice What was set aside is ordinary retention again.
    event SetAsideReturned(bytes32 indexed id, address indexed by, uint128 amount);
    /// @notice A final fine was collected, in the order of the terms: retention, bond, next payments.
    event FineCollected(
        bytes32 indexed id,
        address indexed by,
        uint128 fromRetention,
        uint128 fromBond,
        uint128 fromPayments
    );
    /// @notice Part of the performance bond was forfeited by a decision.
    event BondForfeited(bytes32 indexed id, address indexed by, uint128 amount);

    /* OPENING DESK */

    /// @notice Commits money of a line for an award to come.
    /// @dev Emits {ITreasury-Committed} in the treasury.
    ///
    /// Requirements:
    /// - the caller is the opening desk;
    /// - the line is open, belongs to `owner` and has the amount available in `token` (see {ITreasury-commit}).
    /// @param amount Token units.
    /// @param record The treasury's key of the commitment.
    function reserve(uint256 lineId, address token, uint64 owner, uint128 amount, bytes32 record) external;

    /// @notice Ends a commitment made by {reserve}.
    /// @dev Emits {ITreasury-Released} in the treasury.
    ///
    /// Requirements:
    /// - the caller is the opening desk;
    /// - the line has that much committed.
    /// @param amount Token units.
    /// @param record The treasury's key of the commitment.
    function unreserve(uint256 lineId, address token, uint128 amount, bytes32 record) external;

    /// @notice Enters a contract whose terms the opening desk has checked, and takes the performance bond from the supplier's account.
    /// @dev Emits {ITreasury-Committed} in the treasury unless the price is reserved, and {ITreasury-DepositHeld} where there is a bond; the
    /// opening itself is {IOpeningDesk-ContractOpened}.
    ///
    /// Requirements:
    /// - the caller is the opening desk;
    /// - no contract has these terms;
    /// - the line has the price available, unless it is reserved;
    /// - the supplier's account has approved the treasury for the bond.
    /// @param endsAt Last second of the contract, unix seconds.
    /// @param performanceBond Bond to take, token units.
    /// @param reserved Whether the price is committed already.
    function enter(
        Agreement.Terms calldata terms,
        Agreement.MilestoneTerms[] calldata schedule,
        uint40 endsAt,
        uint128 performanceBond,
        bool reserved
    ) external;

    /* SUPPLIER */

    /// @notice Posts the advance bond and receives the advance.
    /// @dev Emits {AdvancePaid}. Source: Ley 19.886 art. 11.
    ///
    /// Requirements:
    /// - the contract exists and has not ended or completed, nor has its last second passed;
    /// - the caller is the supplier's account;
    /// - the terms grant an advance that was not drawn, no receivable was assigned, at least the advance is still to be paid, and no
    ///   termination is running;
    /// - the supplier's account has approved the treasury for the bond.
    function drawAdvance(Agreement.Deed calldata deed) external;

    /// @notice Delivers a milestone, or the objected part of it again.
    /// @dev Emits {MilestoneDelivered}. The acceptance window starts now.
    ///
    /// Requirements:
    /// - the caller is the account of the contract's supplier;
    /// - the contract has not ended, nor has its last second passed;
    /// - the milestone exists and its earliest date has come;
    /// - the evidence is a document with a bounded pointer;
    /// - the milestone is not settled;
    /// - it was not delivered yet, or its first objection is not disputed and not older than the objection window.
    /// @param evidence What was delivered: the first 27 bytes of the digest are stored, the event carries all 32.
    function deliver(bytes32 id, uint256 index, Document calldata evidence) external;

    /// @notice Assigns the receivable of a delivered milestone, whole; what is accepted of it is paid to the assignee.
    /// @dev Emits {ReceivableAssigned}. Final fines are not taken from an assigned receivable. Source: Ley 19.983 art. 3, 4.
    ///
    /// Requirements:
    /// - the caller is the account of the present holder (the supplier, or an assignee), and no change of it is pending;
    /// - the milestone is delivered and not settled;
    /// - the assignee is known to the registry.
    /// @param assignee Registry entity that is paid from now on.
    function assign(bytes32 id, uint256 index, uint64 assignee) external;

    /* INSPECTOR */

    /// @notice Accepts what is under review; pays it at once if no certificate is missing.
    /// @dev Emits {MilestoneAccepted}, and {MilestonePaid} where it is paid.
    ///
    /// Requirements:
    /// - the caller is the inspector or the substitute of the terms;
    /// - the milestone is under review;
    /// - `evidence` is the digest that was delivered, as far as its first 27 bytes show.
    function accept(Agreement.Terms calldata terms, uint256 index, bytes32 evidence) external;

    /// @notice Objects to a stated amount and accepts the rest (partial acceptance), which is paid at once if no certificate is missing.
    /// @dev Emits {MilestoneObjected}, and {MilestonePaid} where something is paid. The second objection to a milestone opens a dispute.
    ///
    /// Requirements:
    /// - the caller is the inspector or the substitute of the terms;
    /// - the milestone is under review;
    /// - `evidence` is the digest that was delivered, as far as its first 27 bytes show;
    /// - the reason is a document with a bounded pointer;
    /// - the amount is not zero and at most what is under review.
    /// @param amount Part objected to, token units.
    function object(
        Agreement.Terms calldata terms,
        uint256 index,
        bytes32 evidence,
        uint128 amount,
        Document calldata reason
    ) external;

    /* ANYONE */

    /// @notice Pays what is accepted of a milestone, by the inspector or by silence, to whoever holds the receivable.
    /// @dev Emits {MilestonePaid}.
    ///
    /// Requirements:
    /// - something is accepted, or deemed accepted, and not settled;
    /// - every certificate that the milestone requires is granted, by the office or by its silence, or refused in an amount.
    function settle(Agreement.Terms calldata terms, uint256 index) external;

    /// @notice Releases an objected part that the supplier neither delivered again nor disputed in time.
    /// @dev Emits {ObjectionUpheld} and {PartReleased}.
    ///
    /// Requirements:
    /// - a part is objected to and not before the court;
    /// - the objection window has ended.
    function uphold(Agreement.Terms calldata terms, uint256 index) external;

    /// @notice Ends a contract after its last day; what was never delivered returns to the line.
    /// @dev Emits {ContractEnded}, and {PartReleased} where something was never delivered. Delivered milestones go on to their end.
    ///
    /// Requirements:
    /// - the contract exists and has not ended or completed;
    /// - its last second has passed.
    function expire(Agreement.Terms calldata terms) external;

    /* COURT */

    /// @notice Takes an objected part before the court.
    /// @dev Emits nothing: {IDisputes-DisputeOpened} tells it.
    ///
    /// Requirements:
    /// - the caller is the court;
    /// - a part is objected to and not before the court;
    /// - the objection window runs.
    /// @return supplier Entity of the supplier.
    /// @return amount The objected part, token units.
    function submit(bytes32 id, uint256 index) external returns (uint64 supplier, uint128 amount);

    /// @notice Ends a dispute on a part of a milestone: pays the supplier's share and releases the rest.
    /// @dev Emits {MilestonePaid} where there is a share, {PartReleased} where there is a rest, and {ContractCompleted} after the last.
    ///
    /// Requirements:
    /// - the caller is the court, which knows that the amount is in dispute.
    /// @param amount The disputed part, token units.
    /// @param toSupplier Share of whoever holds the receivable, token units, at most `amount`.
    /// @param certificate Whether a refused certificate, not an objection, withheld the part.
    function resolve(
        Agreement.Terms calldata terms,
        uint256 index,
        uint128 amount,
        uint128 toSupplier,
        bool certificate
    ) external;

    /// @notice Ends a dispute on final acceptance.
    /// @dev Emits {RetentionPaid} where the supplier has a share, and {PartReleased} where there is a rest.
    ///
    /// Requirements:
    /// - the caller is the court;
    /// - that much is set aside.
    /// @param amount The disputed part of the retention, token units.
    /// @param toSupplier The supplier's share, token units, at most `amount`.
    function resolveFinal(Agreement.Terms calldata terms, uint128 amount, uint128 toSupplier) external;

    /// @notice Forfeits part of the performance bond, as far as it reaches.
    /// @dev Emits {BondForfeited} where something is held.
    ///
    /// Requirements:
    /// - the caller is the court.
    /// @param amount Token units.
    function forfeitBond(Agreement.Terms calldata terms, uint128 amount) external;

    /// @notice Sets retention aside for a fine, as far as it reaches.
    /// @dev Emits {SetAside} where something is retained.
    ///
    /// Requirements:
    /// - the caller is the court.
    /// @param amount Token units.
    /// @return covered What was set aside, token units.
    function setAside(bytes32 id, uint128 amount) external returns (uint128 covered);

    /// @notice Makes what was set aside ordinary retention again.
    /// @dev Emits {SetAsideReturned}.
    ///
    /// Requirements:
    /// - the caller is the court;
    /// - that much is set aside.
    /// @param amount Token units.
    function returnAside(bytes32 id, uint128 amount) external;

    /// @notice Collects a final fine: what was set aside, retention, bond, then the next payments.
    /// @dev Emits {FineCollected}.
    ///
    /// Requirements:
    /// - the caller is the court;
    /// - `covered` is set aside.
    /// @param amount The fine, token units.
    /// @param covered Part of it that was set aside, token units.
    /// @param fromBond Whether the bond answers for it: only if the fine was noticed before the bond's expiry.
    function collectFine(Agreement.Terms calldata terms, uint128 amount, uint128 covered, bool fromBond) external;

    /// @notice Ends a contract by a final decision or by agreement.
    /// @dev Emits {ContractEnded}, and {PartReleased} where something was never delivered.
    ///
    /// Requirements:
    /// - the caller is the court or the changes module;
    /// - the contract exists and has not ended or completed.
    /// @param since What was delivered after this second and not reviewed counts as not delivered.
    function terminate(Agreement.Terms calldata terms, uint256 since) external;

    /* CLOSING DESK */

    /// @notice Sets objected retention aside and opens its dispute.
    /// @dev Emits {SetAside}, and {IDisputes-DisputeOpened} in the court.
    ///
    /// Requirements:
    /// - the caller is the closing desk;
    /// - the amount is at most the retention.
    /// @param amount Token units.
    function disputeRetention(bytes32 id, uint128 amount) external;

    /// @notice Pays the whole retention to the supplier, final fines first.
    /// @dev Emits {RetentionPaid}.
    ///
    /// Requirements:
    /// - the caller is the closing desk;
    /// - something is retained.
    function payRetention(Agreement.Terms calldata terms) external;

    /// @notice Gives back what a bond holds above `keep`.
    /// @dev Emits {ITreasury-DepositReturned} in the treasury.
    ///
    /// Requirements:
    /// - the caller is the closing desk;
    /// - there is such an amount.
    /// @param key The treasury's key of the bond.
    /// @param keep Token units.
    function giveBackBond(bytes32 key, uint128 keep) external;

    /* CERTIFICATES AND CHANGES */

    /// @notice Withholds a part of a milestone for a refused certificate and opens its dispute.
    /// @dev Emits {PartWithheld}, and {IDisputes-DisputeOpened} in the court.
    ///
    /// Requirements:
    /// - the caller is the certificate desk;
    /// - the amount is not zero and at most what is neither settled nor withheld nor objected to;
    /// - no dispute on a certificate of this kind was opened for the milestone.
    /// @param kind Kind of the certificate, 0 to 2.
    /// @param amount Token units.
    function withhold(bytes32 id, uint256 index, uint256 kind, uint128 amount) external;

    /// @notice Gives a milestone that was not delivered new terms, or adds one; amount 0 drops it.
    /// @dev Emits nothing: {IContractChanges-ContractChanged} tells it.
    ///
    /// Requirements:
    /// - the caller is the changes module;
    /// - the milestone exists, or is the next one of at most `TermsCheck.MAX_MILESTONES`;
    /// - it was neither delivered nor settled.
    /// @return before Its amount so far, token units.
    function reschedule(
        bytes32 id,
        uint256 index,
        Agreement.MilestoneTerms calldata milestone
    ) external returns (uint128 before);

    /// @notice Books a change order: commits or releases the difference, sets the dates, takes the additional bond.
    /// @dev Emits {PartReleased} where the price falls, in the treasury {ITreasury-Committed} where it grows and {ITreasury-DepositHeld} where a
    /// bond is added; the order itself is {IContractChanges-ContractChanged}.
    ///
    /// Requirements:
    /// - the caller is the changes module;
    /// - the contract exists and has not ended or completed;
    /// - the line has what the price grows by;
    /// - the supplier's account has approved the treasury for the bond.
    /// @param increase Sum of the increases, token units.
    /// @param decrease Sum of the decreases, token units.
    /// @param endsAt New last second of the contract, unix seconds.
    /// @param bondUntil New expiry of the performance bond, unix seconds.
    /// @param bondIncrease Bond to add, token units.
    function amend(
        Agreement.Terms calldata terms,
        uint128 increase,
        uint128 decrease,
        uint40 endsAt,
        uint40 bondUntil,
        uint128 bondIncrease
    ) external;

    /* VIEWS */

    /// @notice The stored record of a milestone.
    function getMilestone(
        bytes32 id,
        uint256 index
    )
        external
        view
        returns (
            Agreement.Milestone memory milestone,
            Agreement.Delivery memory delivery,
            Agreement.Exception memory exception
        );

    /// @notice The facts of a contract.
    function getFacts(bytes32 id) external view returns (Agreement.Facts memory);

    /// @notice The balances of a contract: what every payment moves, and advance, fines and set-aside.
    function getBalances(bytes32 id) external view returns (Agreement.Ledger memory ledger, Agreement.Dues memory dues);

    /// @notice The entity that holds the receivable of a milestone.
    function holderOf(bytes32 id, uint256 index) external view returns (uint64);

    /// @notice Expiry of the performance bond that a change order has set; 0 where that of the annex stands.
    function bondExtensionOf(bytes32 id) external view returns (uint40);

    /// @notice When the last pause of the opening desk began, 0 if there was none; it lengthens the supplier's windows.
    function pausedAt() external view returns (uint40);

    /// @notice What the treasury holds of the performance bond.
    function performanceBondOf(bytes32 id) external view returns (uint128);

    /// @notice The treasury's key of the performance bond of a contract.
    function performanceBondKey(bytes32 id) external pure returns (bytes32);

    /// @notice The treasury's key of the advance bond of a contract.
    function advanceBondKey(bytes32 id) external pure returns (bytes32);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {Document, Documents} from "../shared/types/Document.sol";
import {ITreasury} from "../treasury/interfaces/ITreasury.sol";
import {EscrowOrders} from "./abstracts/EscrowOrders.sol";
import {ICertificateDesk} from "./interfaces/ICertificateDesk.sol";
import {IClosingDesk} from "./interfaces/IClosingDesk.sol";
import {IContractChanges} from "./interfaces/IContractChanges.sol";
import {IContractCourt} from "./interfaces/IContractCourt.sol";
import {IMilestoneEscrow} from "./interfaces/IMilestoneEscrow.sol";
import {IOpeningDesk} from "./interfaces/IOpeningDesk.sol";
import {ProcurementErrors as Errors} from "./libraries/ProcurementErrors.sol";
import {ReviewMath} from "./libraries/ReviewMath.sol";
import {TermsCheck} from "./libraries/TermsCheck.sol";
import {Agreement} from "./types/Agreement.sol";
import {MilestoneFlags} from "./types/MilestoneFlags.sol";
import {Dispute} from "./types/Dispute.sol";

/// @title MilestoneEscrow
/// @dev Every function has booked its effects before it orders money, and the treasury's guard lets no order through while a token is being
/// called: a token's hook that calls back finds the new state and can move nothing.
contract MilestoneEscrow is EscrowOrders {
    using Documents for Document;
    using TermsCheck for Agreement.Terms;
    using TermsCheck for Agreement.Deed;

    /// @dev The modules are contracts that serve no escrow yet; from here on they serve this one.
    constructor(
        ITreasury treasury,
        IRegistry registry,
        IOpeningDesk opening,
        IContractCourt court,
        ICertificateDesk desk,
        IContractChanges changes,
        IClosingDesk closing
    ) {
        require(address(treasury).code.length != 0, Errors.Terms_NotAContract(address(treasury)));
        require(address(registry).code.length != 0, Errors.Terms_NotAContract(address(registry)));
        TREASURY = treasury;
        REGISTRY = registry;
        OPENING = opening;
        COURT = court;
        DESK = desk;
        CHANGES = changes;
        CLOSING = closing;
        opening.bind();
        court.bind();
        desk.bind();
        changes.bind();
        closing.bind();
    }

    /* SUPPLIER */

    /// @inheritdoc IMilestoneEscrow
    function drawAdvance(Agreement.Deed calldata deed) external {
        Agreement.Terms calldata terms = deed.terms;
        bytes32 id = deed.idOf();
        _requireRunning(id);
        require(block.timestamp <= _facts[id].endsAt, Errors.Escrow_Ended(id));
        _requireSupplier(id, terms.supplier);
        Agreement.Ledger storage g = _ledgers[id];
        uint128 advance = terms.advance;
        uint128 bond = deed.annex.advanceBond;
        require(
            advance != 0 && !g.advanceDrawn && !g.assigned && g.unpaid >= advance && !COURT.isTerminating(id),
            Errors.Escrow_NoAdvance(id)
        );
        g.advanceDrawn = true;
        _dues[id].advanceLeft = advance;
        emit AdvancePaid(id, msg.sender, advance, bond);
        if (bond != 0) TREASURY.hold(terms.lineId, terms.supplier, bond, advanceBondKey(id));
        TREASURY.pay(terms.lineId, terms.token, terms.supplier, advance, id);
    }

    /// @inheritdoc IMilestoneEscrow
    function deliver(bytes32 id, uint256 index, Document calldata evidence) external {
        Agreement.Facts storage f = _facts[id];
        _requireSupplier(id, f.supplier);
        require(f.endedAt == 0 && block.timestamp <= f.endsAt, Errors.Escrow_Ended(id));
        Agreement.Milestone memory m = _milestones[id][index];
        require(m.amount != 0, Errors.Escrow_UnknownMilestone(id, index));
        require(block.timestamp >= m.notBefore, Errors.Escrow_TooEarly(id, index, m.notBefore));
        require(evidence.isValid(), Errors.Escrow_InvalidDocument(id));
        require(!ReviewMath.has(m, MilestoneFlags.SETTLED), Errors.Escrow_NotDeliverable(id, index));
        uint40 before = _deliveries[id][index].time;
        if (before != 0) _deliverAgain(id, index, m.amount, before);
        _deliveries[id][index] = Agreement.Delivery(bytes27(evidence.digest), uint40(block.timestamp));
        emit MilestoneDelivered(id, msg.sender, index, evidence);
    }

    /// @inheritdoc IMilestoneEscrow
    function assign(bytes32 id, uint256 index, uint64 assignee) external {
        Agreement.Milestone storage m = _milestones[id][index];
        require(REGISTRY.payeeOf(holderOf(id, index)) == msg.sender, Errors.Escrow_NotTheHolder(id, index, msg.sender));
        require(
            _deliveries[id][index].time != 0 && m.flags & MilestoneFlags.SETTLED == 0,
            Errors.Escrow_NothingPayable(id, index)
        );
        require(REGISTRY.accountOf(assignee) != address(0), Errors.Escrow_AssigneeUnknown(id, assignee));
        m.flags |= MilestoneFlags.ASSIGNED;
        _ledgers[id].assigned = true;
        _assignees[id][index] = assignee;
        emit ReceivableAssigned(id, msg.sender, index, assignee);
    }

    /* INSPECTOR */

    /// @inheritdoc IMilestoneEscrow
    function accept(Agreement.Terms calldata terms, uint256 index, bytes32 evidence) external {
        Loaded memory part = _review(terms, index, evidence);
        part.m.flags |= MilestoneFlags.REVIEWED;
        part.x.objected = 0;
        emit MilestoneAccepted(part.id, msg.sender, index, evidence);
        _payIfCleared(terms, part);
    }

    /// @inheritdoc IMilestoneEscrow
    function object(
        Agreement.Terms calldata terms,
        uint256 index,
        bytes32 evidence,
        uint128 amount,
        Document calldata reason
    ) external {
        Loaded memory part = _review(terms, index, evidence);
        require(reason.isValid(), Errors.Escrow_InvalidDocument(part.id));
        uint128 most = ReviewMath.reviewed(part.m, part.x);
        require(amount != 0 && amount <= most, Errors.Escrow_AmountOutOfRange(part.id, amount, most));
        bool second = part.x.objections != 0;
        part.m.flags |= MilestoneFlags.REVIEWED | MilestoneFlags.EXCEPTION;
        if (amount == part.m.amount) part.m.flags |= MilestoneFlags.REJECTED;
        part.x.objected = amount;
        part.x.objectedAt = uint40(block.timestamp);
        ++part.x.objections;
        part.x.disputed = second;
        emit MilestoneObjected(part.id, msg.sender, index, most - amount, amount, reason);
        _payIfCleared(terms, part);
        if (second) COURT.open(part.id, index, Dispute.Topic.Delivery, amount);
    }

    /* ANYONE */

    /// @inheritdoc IMilestoneEscrow
    function settle(Agreement.Terms calldata terms, uint256 index) external {
        Loaded memory part = _load(terms.idOf(), index);
        uint128 due = ReviewMath.payable_(part.m, part.d, part.x, block.timestamp);
        require(due != 0, Errors.Escrow_NothingPayable(part.id, index));
        require(_isCleared(part), Errors.Escrow_CertificatesMissing(part.id, index));
        part.m.flags |= MilestoneFlags.REVIEWED;
        if (ReviewMath.isRedelivered(part.x) && ReviewMath.isDeemed(part.d, block.timestamp)) part.x.objected = 0;
        _pay(terms, part, due);
    }

    /// @inheritdoc IMilestoneEscrow
    function uphold(Agreement.Terms calldata terms, uint256 index) external {
        Loaded memory part = _load(terms.idOf(), index);
        require(part.x.objectedAt != 0 && !part.x.disputed, Errors.Escrow_NotObjected(part.id, index));
        uint256 until = _objectionEnds(part.x.objectedAt);
        require(block.timestamp > until, Errors.Escrow_WindowOpen(part.id, index, until));
        uint128 amount = part.x.objected;
        part.x.objected = 0;
        part.x.objectedAt = 0;
        _settlePart(part, amount);
        emit ObjectionUpheld(part.id, msg.sender, index, amount);
        _release(terms, part.id, index, amount);
    }

    /// @inheritdoc IMilestoneEscrow
    function expire(Agreement.Terms calldata terms) external {
        bytes32 id = _running(terms);
        uint40 endsAt = _facts[id].endsAt;
        require(block.timestamp > endsAt, Errors.Escrow_NotEnded(id, endsAt));
        _end(terms, id, type(uint256).max);
    }

    /* INTERNAL */

    /// @dev The second delivery: of the objected part only, while the objection may still be answered. If only a part was objected to,
    /// the first delivery stays the day of delivery.
    function _deliverAgain(bytes32 id, uint256 index, uint128 amount, uint40 before) private {
        Agreement.Exception storage x = _exceptions[id][index];
        _requireAnswerable(x, id, index);
        if (x.objected < amount) x.firstDeliveredAt = before;
        else _milestones[id][index].flags &= ~MilestoneFlags.REJECTED;
        x.objectedAt = 0;
    }

    /// @dev Loads what the inspector reviews, and checks that it is that.
    function _review(
        Agreement.Terms calldata terms,
        uint256 index,
        bytes32 evidence
    ) private view returns (Loaded memory part) {
        bytes32 id = terms.idOf();
        terms.requireInspector(id, msg.sender);
        part = _load(id, index);
        require(
            ReviewMath.isUnderReview(part.m, part.d, part.x, block.timestamp),
            Errors.Escrow_NotUnderReview(id, index)
        );
        require(part.d.evidence == bytes27(evidence), Errors.Escrow_EvidenceMismatch(id, index, evidence));
    }

    /// @dev Pays what is accepted if no certificate is missing; stores the review in any case.
    function _payIfCleared(Agreement.Terms calldata terms, Loaded memory part) private {
        uint128 due = ReviewMath.payable_(part.m, part.d, part.x, block.timestamp);
        if (due != 0 && _isCleared(part)) {
            _pay(terms, part, due);
            return;
        }
        _milestones[part.id][part.index].flags = part.m.flags;
        if (ReviewMath.has(part.m, MilestoneFlags.EXCEPTION)) _exceptions[part.id][part.index] = part.x;
    }

    function _isCleared(Loaded memory part) private view returns (bool) {
        return part.m.certificates == 0 || DESK.isCleared(part.id, part.index, part.m.certificates);
    }

    function _requireSupplier(bytes32 id, uint64 supplier) private view {
        require(
            supplier != 0 && msg.sender == REGISTRY.accountOf(supplier),
            Errors.Escrow_NotTheSupplier(id, msg.sender)
        );
    }
}

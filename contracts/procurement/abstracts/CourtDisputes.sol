// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {BasisPoints} from "../../shared/libraries/BasisPoints.sol";
import {Document, Documents} from "../../shared/types/Document.sol";
import {IDisputes} from "../interfaces/IDisputes.sol";
import {DisputeClock} from "../libraries/DisputeClock.sol";
import {ProcurementErrors as Errors} from "../libraries/ProcurementErrors.sol";
import {TermsCheck} from "../libraries/TermsCheck.sol";
import {Agreement} from "../types/Agreement.sol";
import {Dispute} from "../types/Dispute.sol";
import {ContractCourtState} from "./ContractCourtState.sol";

/// @notice The dispute chamber of the court.
abstract contract CourtDisputes is ContractCourtState {
    using Documents for Document;
    using TermsCheck for Agreement.Terms;
    using TermsCheck for Agreement.Deed;

    uint8 private constant SETTLEMENT = 1;
    uint8 private constant RULING = 2;
    uint8 private constant DEFAULT = 3;

    /* ESCROW */

    /// @inheritdoc IDisputes
    function open(bytes32 id, uint256 index, Dispute.Topic topic, uint128 amount) external onlyEscrow {
        _open(id, index, topic, amount);
        emit DisputeOpened(id, msg.sender, index, topic, amount, Document(0, ""));
    }

    /* SUPPLIER */

    /// @inheritdoc IDisputes
    function dispute(bytes32 id, uint256 index, Document calldata reason) external {
        require(reason.isValid(), Errors.Escrow_InvalidDocument(id));
        (uint64 supplier, uint128 amount) = escrow.submit(id, index);
        require(
            msg.sender == REGISTRY.accountOf(supplier) || msg.sender == REGISTRY.accountOf(escrow.holderOf(id, index)),
            Errors.Escrow_NotTheSupplier(id, msg.sender)
        );
        _open(id, index, Dispute.Topic.Delivery, amount);
        emit DisputeOpened(id, msg.sender, index, Dispute.Topic.Delivery, amount, reason);
    }

    /* BUYER */

    /// @inheritdoc IDisputes
    function claimBond(Agreement.Deed calldata deed, uint128 amount, Document calldata reason) external {
        bytes32 id = deed.idOf();
        require(_isBuyer(deed.terms), Errors.Dispute_NotAParty(id, msg.sender));
        require(_keepBond(deed, id), Errors.Dispute_BondExpired(id, _bondUntil(deed, id)));
        uint128 held = escrow.performanceBondOf(id);
        require(amount != 0 && amount <= held, Errors.Dispute_AmountAbove(id, amount, held));
        require(reason.isValid(), Errors.Escrow_InvalidDocument(id));
        _open(id, 0, Dispute.Topic.Bond, amount);
        emit DisputeOpened(id, msg.sender, 0, Dispute.Topic.Bond, amount, reason);
    }

    /* BUYER AND SUPPLIER */

    /// @inheritdoc IDisputes
    function offer(Agreement.Terms calldata terms, uint256 index, Dispute.Topic topic, uint128 toSupplier) external {
        bytes32 id = terms.idOf();
        Dispute.Case storage c = _requireOpen(id, index, topic, toSupplier);
        if (_isBuyer(terms)) {
            c.buyerOffer = toSupplier;
            c.buyerOffered = true;
        } else {
            uint64 creditor = _creditorOf(terms, id, index, topic);
            require(msg.sender == REGISTRY.accountOf(creditor), Errors.Dispute_NotAParty(id, msg.sender));
            c.supplierOffer = toSupplier;
            c.offeredBy = creditor;
        }
        emit SettlementOffered(id, msg.sender, index, topic, toSupplier);
    }

    /// @inheritdoc IDisputes
    function acceptOffer(
        Agreement.Terms calldata terms,
        uint256 index,
        Dispute.Topic topic,
        uint128 toSupplier
    ) external {
        bytes32 id = terms.idOf();
        Dispute.Case storage c = _requireOpen(id, index, topic, toSupplier);
        uint64 creditor = _creditorOf(terms, id, index, topic);
        bool asSupplier = msg.sender == REGISTRY.accountOf(creditor);
        require(asSupplier || _isBuyer(terms), Errors.Dispute_NotAParty(id, msg.sender));
        bool offered =
            asSupplier
                ? c.buyerOffered && c.buyerOffer == toSupplier
                : c.offeredBy == creditor && c.supplierOffer == toSupplier;
        require(offered, Errors.Dispute_NoSuchOffer(id, toSupplier));
        _resolve(terms, id, index, topic, toSupplier, SETTLEMENT, 0);
    }

    /* ARBITER */

    /// @inheritdoc IDisputes
    function rule(
        Agreement.Deed calldata deed,
        uint256 index,
        Dispute.Topic topic,
        uint128 toSupplier,
        bytes32 reason
    ) external {
        bytes32 id = deed.idOf();
        Dispute.Case storage c = _requireOpen(id, index, topic, toSupplier);
        DisputeClock.Stage stage = DisputeClock.stageOf(c.openedAt, false, deed.annex, block.timestamp);
        require(
            stage == DisputeClock.Stage.Arbiter || stage == DisputeClock.Stage.Fallback,
            Errors.Dispute_WrongStage(id, index, stage)
        );
        address arbiter = stage == DisputeClock.Stage.Arbiter ? deed.annex.arbiter : deed.annex.fallbackArbiter;
        require(msg.sender == arbiter, Errors.Dispute_NotTheArbiter(id, msg.sender));
        require(reason != 0, Errors.Escrow_InvalidDocument(id));
        _resolve(deed.terms, id, index, topic, toSupplier, RULING, reason);
    }

    /* ANYONE */

    /// @inheritdoc IDisputes
    function applyDefault(Agreement.Deed calldata deed, uint256 index, Dispute.Topic topic) external {
        bytes32 id = deed.idOf();
        Dispute.Case storage c = _requireOpen(id, index, topic, 0);
        DisputeClock.Stage stage = DisputeClock.stageOf(c.openedAt, false, deed.annex, block.timestamp);
        require(stage == DisputeClock.Stage.Default, Errors.Dispute_WrongStage(id, index, stage));
        uint128 share = topic == Dispute.Topic.Bond ? c.amount : BasisPoints.ceil(c.amount, deed.annex.defaultBps);
        _resolve(deed.terms, id, index, topic, share, DEFAULT, 0);
    }

    /* INTERNAL */

    /// @dev Whoever a dispute's share would be paid to: the holder of the receivable, or the supplier.
    function _creditorOf(
        Agreement.Terms calldata terms,
        bytes32 id,
        uint256 index,
        Dispute.Topic topic
    ) private view returns (uint64) {
        bool ofMilestone = topic == Dispute.Topic.Delivery || Dispute.isCertificate(topic);
        return ofMilestone ? escrow.holderOf(id, index) : terms.supplier;
    }

    function _open(bytes32 id, uint256 index, Dispute.Topic topic, uint128 amount) private {
        Dispute.Case storage c = _cases[id][index][topic];
        require(c.openedAt == 0, Errors.Dispute_AlreadyOpen(id, index));
        c.amount = amount;
        c.openedAt = uint40(block.timestamp);
    }

    function _resolve(
        Agreement.Terms calldata terms,
        bytes32 id,
        uint256 index,
        Dispute.Topic topic,
        uint128 toSupplier,
        uint8 ending,
        bytes32 reason
    ) private {
        Dispute.Case storage c = _cases[id][index][topic];
        uint128 amount = c.amount;
        c.resolved = true;
        if (topic == Dispute.Topic.Bond) --_bondHolds[id];
        emit DisputeResolved(id, msg.sender, index, topic, toSupplier, ending, reason);
        if (topic == Dispute.Topic.Bond) {
            escrow.forfeitBond(terms, amount - toSupplier);
        } else if (topic == Dispute.Topic.FinalAcceptance) {
            escrow.resolveFinal(terms, amount, toSupplier);
        } else {
            escrow.resolve(terms, index, amount, toSupplier, Dispute.isCertificate(topic));
        }
    }

    function _requireOpen(
        bytes32 id,
        uint256 index,
        Dispute.Topic topic,
        uint128 toSupplier
    ) private view returns (Dispute.Case storage c) {
        c = _cases[id][index][topic];
        bool isOpen = c.openedAt != 0 && !c.resolved;
        require(
            isOpen,
            Errors.Dispute_WrongStage(
                id,
                index,
                c.openedAt == 0 ? DisputeClock.Stage.None : DisputeClock.Stage.Resolved
            )
        );
        require(toSupplier <= c.amount, Errors.Dispute_AmountAbove(id, toSupplier, c.amount));
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {DueProcess} from "../../shared/libraries/DueProcess.sol";
import {Document, Documents} from "../../shared/types/Document.sol";
import {IFines} from "../interfaces/IFines.sol";
import {CourtWindows} from "../libraries/CourtWindows.sol";
import {FineMath} from "../libraries/FineMath.sol";
import {ProcurementErrors as Errors} from "../libraries/ProcurementErrors.sol";
import {ProcurementLaw} from "../libraries/ProcurementLaw.sol";
import {ReviewMath} from "../libraries/ReviewMath.sol";
import {TermsCheck} from "../libraries/TermsCheck.sol";
import {Agreement} from "../types/Agreement.sol";
import {ContractCourtState} from "./ContractCourtState.sol";

/// @notice The chamber of fines.
abstract contract CourtFines is ContractCourtState {
    using CourtWindows for Agreement.Annex;
    using Documents for Document;
    using TermsCheck for Agreement.Terms;
    using TermsCheck for Agreement.Deed;

    /* INSPECTOR */

    /// @inheritdoc IFines
    function noticeFine(Agreement.Deed calldata deed, uint256 index, Document calldata reason) external {
        bytes32 id = deed.idOf();
        deed.terms.requireInspector(id, msg.sender);
        Fine storage f = _fines[id][index];
        require(f.course.noticedAt == 0 || f.closed, Errors.Fine_AlreadyNoticed(id, index));
        uint256 completedAt = escrow.getFacts(id).completedAt;
        require(
            completedAt == 0 || block.timestamp <= completedAt + deed.annex.warranty + ProcurementLaw.ACCEPTANCE_WINDOW,
            Errors.Escrow_Ended(id)
        );
        require(reason.isValid(), Errors.Escrow_InvalidDocument(id));
        (uint256 from, uint256 lateDays) = _delay(id, index, f.countedUntil);
        uint128 amount = _fineOf(deed, id, index, lateDays);
        require(amount != 0, Errors.Fine_NotLate(id, index));

        delete _fines[id][index];
        f.course.noticedAt = uint40(block.timestamp);
        f.countedUntil = uint40(from + lateDays * 1 days); // now at the latest
        f.amount = amount;
        f.holdsBond = _keepBond(deed, id);
        finesImposedOf[id] += amount;
        uint128 covered = escrow.setAside(id, amount);
        f.covered = covered;
        emit FineNoticed(id, msg.sender, index, lateDays, amount, covered, reason);
    }

    /* SUPPLIER */

    /// @inheritdoc IFines
    function defendFine(Agreement.Deed calldata deed, uint256 index, Document calldata defence) external {
        (bytes32 id, Fine storage f) = _at(deed, index, DueProcess.Stage.Defence);
        require(_isSupplier(deed.terms), Errors.Escrow_NotTheSupplier(id, msg.sender));
        require(defence.isValid(), Errors.Escrow_InvalidDocument(id));
        f.course.defendedAt = uint40(block.timestamp);
        emit FineDefended(id, msg.sender, index, defence);
    }

    /// @inheritdoc IFines
    function appealFine(Agreement.Deed calldata deed, uint256 index, Document calldata appeal) external {
        (bytes32 id, Fine storage f) = _at(deed, index, DueProcess.Stage.Appealable);
        require(_isSupplier(deed.terms), Errors.Escrow_NotTheSupplier(id, msg.sender));
        require(appeal.isValid(), Errors.Escrow_InvalidDocument(id));
        f.course.appealedAt = uint40(block.timestamp);
        emit FineAppealed(id, msg.sender, index, appeal);
    }

    /* BUYER */

    /// @inheritdoc IFines
    function decideFine(Agreement.Deed calldata deed, uint256 index, uint128 amount, bytes32 reason) external {
        (bytes32 id, Fine storage f) = _at(deed, index, DueProcess.Stage.Decision);
        require(_isBuyer(deed.terms), Errors.Fine_NotTheBuyer(id, msg.sender));
        _setAmount(id, f, amount, reason);
        f.course.decidedAt = uint40(block.timestamp);
        emit FineDecided(id, msg.sender, index, amount, reason);
    }

    /* REVIEWER */

    /// @inheritdoc IFines
    function reviewFine(Agreement.Deed calldata deed, uint256 index, uint128 amount, bytes32 reason) external {
        (bytes32 id, Fine storage f) = _at(deed, index, DueProcess.Stage.Review);
        require(msg.sender == deed.annex.reviewer, Errors.Fine_NotTheReviewer(id, msg.sender));
        _setAmount(id, f, amount, reason);
        f.course.reviewedAt = uint40(block.timestamp);
        emit FineReviewed(id, msg.sender, index, amount, reason);
    }

    /* ANYONE */

    /// @inheritdoc IFines
    function resistFine(
        Agreement.Terms calldata terms,
        uint256 index,
        Agreement.Terms calldata other,
        uint256 otherIndex
    ) external {
        bytes32 id = terms.idOf();
        bytes32 otherId = other.idOf();
        Fine storage f = _fines[id][index];
        require(f.course.noticedAt != 0 && !f.closed, Errors.Fine_AlreadyClosed(id, index));
        require(terms.buyer == other.buyer && terms.supplier == other.supplier, Errors.Fine_OtherParties(id, otherId));
        require(isInArrears(otherId, otherIndex), Errors.Fine_NoArrears(id, otherId, otherIndex));
        bytes32 named = f.arrearsOf;
        require(
            named == 0 || !isInArrears(named, f.arrearsIndex),
            Errors.Fine_BuyerInArrears(id, named, f.arrearsIndex)
        );
        f.arrearsOf = otherId;
        f.arrearsIndex = otherIndex;
        emit FineResisted(id, msg.sender, index, otherId, otherIndex);
    }

    /// @inheritdoc IFines
    function closeFine(Agreement.Deed calldata deed, uint256 index) external {
        bytes32 id = deed.idOf();
        Fine storage f = _fines[id][index];
        require(!f.closed, Errors.Fine_AlreadyClosed(id, index));
        DueProcess.Stage stage = _stageOf(deed, f);
        bool isFinal = stage == DueProcess.Stage.Final;
        require(isFinal || stage == DueProcess.Stage.Extinguished, Errors.Fine_WrongStage(id, index, stage));
        if (isFinal && f.arrearsOf != 0) {
            require(
                !isInArrears(f.arrearsOf, f.arrearsIndex),
                Errors.Fine_BuyerInArrears(id, f.arrearsOf, f.arrearsIndex)
            );
        }
        uint128 amount = isFinal ? f.amount : 0;
        uint128 covered = f.covered;
        uint128 used = amount < covered ? amount : covered;
        f.closed = true;
        f.covered = 0;
        if (f.holdsBond) --_bondHolds[id];
        if (!isFinal) finesImposedOf[id] -= f.amount;
        emit FineClosed(id, msg.sender, index, amount);
        if (covered != used) escrow.returnAside(id, covered - used);
        if (amount != 0) escrow.collectFine(deed.terms, amount, used, f.holdsBond);
    }

    /* VIEWS */

    /// @inheritdoc IFines
    function isInArrears(bytes32 id, uint256 index) public view returns (bool) {
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x) = escrow.getMilestone(
            id,
            index
        );
        return
            block.timestamp > uint256(d.time) + ProcurementLaw.PAYMENT_TERM &&
            ReviewMath.payable_(m, d, x, block.timestamp) != 0 &&
            DESK.isCleared(id, index, m.certificates);
    }

    /* INTERNAL */

    function _at(
        Agreement.Deed calldata deed,
        uint256 index,
        DueProcess.Stage expected
    ) private view returns (bytes32 id, Fine storage f) {
        id = deed.idOf();
        f = _fines[id][index];
        DueProcess.Stage stage = _stageOf(deed, f);
        require(stage == expected && !f.closed, Errors.Fine_WrongStage(id, index, stage));
    }

    function _stageOf(Agreement.Deed calldata deed, Fine storage f) private view returns (DueProcess.Stage) {
        return DueProcess.stageOf(f.course, deed.annex.windowsOf(), escrow.pausedAt(), block.timestamp);
    }

    /// @dev A decision can only reduce a fine; what it drops no longer counts towards the bound.
    function _setAmount(bytes32 id, Fine storage f, uint128 amount, bytes32 reason) private {
        uint128 most = f.amount;
        require(amount <= most, Errors.Fine_AmountAbove(id, amount, most));
        require(reason != 0, Errors.Escrow_InvalidDocument(id));
        f.amount = amount;
        f.course.upheld = amount != 0;
        finesImposedOf[id] -= most - amount;
    }

    /// @dev Whole days late that no notice has counted yet, and the second that they count from.
    function _delay(
        bytes32 id,
        uint256 index,
        uint40 countedUntil
    ) private view returns (uint256 from, uint256 lateDays) {
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x) = escrow.getMilestone(
            id,
            index
        );
        require(m.amount != 0, Errors.Escrow_UnknownMilestone(id, index));
        uint256 until = ReviewMath.deliveredAt(m, d, x);
        if (until == 0) {
            // Nobody can deliver any more once the schedule has ended, or nothing is left of it.
            Agreement.Facts memory f = escrow.getFacts(id);
            until = f.endedAt != 0 ? f.endedAt : f.completedAt;
        }
        from = m.dueAt > countedUntil ? m.dueAt : countedUntil;
        lateDays = FineMath.daysLate(from, until == 0 ? block.timestamp : until);
    }

    function _fineOf(
        Agreement.Deed calldata deed,
        bytes32 id,
        uint256 index,
        uint256 lateDays
    ) private view returns (uint128) {
        (Agreement.Milestone memory m, , ) = escrow.getMilestone(id, index);
        return
            FineMath.fine(
                m.amount,
                deed.annex.fineBpsPerDay,
                lateDays,
                deed.terms.price,
                deed.annex.fineCapBps,
                finesImposedOf[id]
            );
    }
}

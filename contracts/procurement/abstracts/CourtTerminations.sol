// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {DueProcess} from "../../shared/libraries/DueProcess.sol";
import {Document, Documents} from "../../shared/types/Document.sol";
import {ITerminations} from "../interfaces/ITerminations.sol";
import {CourtWindows} from "../libraries/CourtWindows.sol";
import {ProcurementErrors as Errors} from "../libraries/ProcurementErrors.sol";
import {ProcurementLaw} from "../libraries/ProcurementLaw.sol";
import {TermsCheck} from "../libraries/TermsCheck.sol";
import {Agreement} from "../types/Agreement.sol";
import {ContractCourtState} from "./ContractCourtState.sol";

/// @notice The chamber of early terminations.
abstract contract CourtTerminations is ContractCourtState {
    using CourtWindows for Agreement.Annex;
    using Documents for Document;
    using TermsCheck for Agreement.Deed;

    /// @notice How long no notice follows a procedure that ended without effect, so that notices alone never hold an advance back.
    uint40 public constant TERMINATION_COOLDOWN = 30 days;

    /* BUYER */

    /// @inheritdoc ITerminations
    function noticeTermination(Agreement.Deed calldata deed, uint8 cause, Document calldata reason) external {
        (bytes32 id, Termination storage t) = _at(deed, DueProcess.Stage.None);
        require(_isBuyer(deed.terms), Errors.Termination_NotTheBuyer(id, msg.sender));
        require(_isRunning(id), Errors.Escrow_Ended(id));
        uint40 notBefore = nextNoticeOf[id];
        require(block.timestamp >= notBefore, Errors.Termination_TooSoon(id, notBefore));
        require(cause != 0 && cause <= ProcurementLaw.TERMINATION_CAUSES, Errors.Termination_UnknownCause(id, cause));
        require(reason.isValid(), Errors.Escrow_InvalidDocument(id));
        t.course.noticedAt = uint40(block.timestamp);
        t.cause = cause;
        t.holdsBond = _keepBond(deed, id);
        emit TerminationNoticed(id, msg.sender, cause, reason);
    }

    /// @inheritdoc ITerminations
    function decideTermination(Agreement.Deed calldata deed, bool upheld, uint128 forfeit, bytes32 reason) external {
        (bytes32 id, Termination storage t) = _at(deed, DueProcess.Stage.Decision);
        require(_isBuyer(deed.terms), Errors.Termination_NotTheBuyer(id, msg.sender));
        _decide(id, t, upheld, forfeit, escrow.performanceBondOf(id), reason);
        t.course.decidedAt = uint40(block.timestamp);
        emit TerminationDecided(id, msg.sender, upheld, forfeit, reason);
    }

    /* SUPPLIER */

    /// @inheritdoc ITerminations
    function defendTermination(Agreement.Deed calldata deed, Document calldata defence) external {
        (bytes32 id, Termination storage t) = _at(deed, DueProcess.Stage.Defence);
        require(_isSupplier(deed.terms), Errors.Escrow_NotTheSupplier(id, msg.sender));
        require(defence.isValid(), Errors.Escrow_InvalidDocument(id));
        t.course.defendedAt = uint40(block.timestamp);
        emit TerminationDefended(id, msg.sender, defence);
    }

    /// @inheritdoc ITerminations
    function appealTermination(Agreement.Deed calldata deed, Document calldata appeal) external {
        (bytes32 id, Termination storage t) = _at(deed, DueProcess.Stage.Appealable);
        require(_isSupplier(deed.terms), Errors.Escrow_NotTheSupplier(id, msg.sender));
        require(appeal.isValid(), Errors.Escrow_InvalidDocument(id));
        t.course.appealedAt = uint40(block.timestamp);
        emit TerminationAppealed(id, msg.sender, appeal);
    }

    /* REVIEWER */

    /// @inheritdoc ITerminations
    function reviewTermination(Agreement.Deed calldata deed, bool upheld, uint128 forfeit, bytes32 reason) external {
        (bytes32 id, Termination storage t) = _at(deed, DueProcess.Stage.Review);
        require(msg.sender == deed.annex.reviewer, Errors.Termination_NotTheReviewer(id, msg.sender));
        _decide(id, t, upheld, forfeit, t.forfeit, reason);
        t.course.reviewedAt = uint40(block.timestamp);
        emit TerminationReviewed(id, msg.sender, upheld, forfeit, reason);
    }

    /* ANYONE */

    /// @inheritdoc ITerminations
    function closeTermination(Agreement.Deed calldata deed) external {
        bytes32 id = deed.idOf();
        Termination memory t = _terminations[id];
        DueProcess.Stage stage = _stageOf(deed, t.course);
        bool isFinal = stage == DueProcess.Stage.Final;
        require(isFinal || stage == DueProcess.Stage.Extinguished, Errors.Termination_WrongStage(id, stage));
        delete _terminations[id];
        if (t.holdsBond) --_bondHolds[id];
        Agreement.Facts memory f = escrow.getFacts(id);
        bool runs = f.endedAt == 0 && f.completedAt == 0;
        emit TerminationClosed(id, msg.sender, isFinal && runs);
        if (!isFinal) {
            nextNoticeOf[id] = uint40(block.timestamp) + TERMINATION_COOLDOWN;
            return;
        }
        if (runs) escrow.terminate(deed.terms, DueProcess.finalAt(t.course, deed.annex.windowsOf(), escrow.pausedAt()));
        // A schedule that ran out meanwhile saves no forfeit; one that was completed does.
        if (t.holdsBond && (runs || f.endedAt != 0)) escrow.forfeitBond(deed.terms, t.forfeit);
    }

    /* VIEWS */

    /// @inheritdoc ITerminations
    function isTerminating(bytes32 id) external view returns (bool) {
        return _terminations[id].course.noticedAt != 0;
    }

    /* INTERNAL */

    function _decide(
        bytes32 id,
        Termination storage t,
        bool upheld,
        uint128 forfeit,
        uint128 most,
        bytes32 reason
    ) private {
        require(reason != 0, Errors.Escrow_InvalidDocument(id));
        require(forfeit <= most, Errors.Dispute_AmountAbove(id, forfeit, most));
        t.course.upheld = upheld;
        t.forfeit = forfeit;
    }

    function _at(
        Agreement.Deed calldata deed,
        DueProcess.Stage expected
    ) private view returns (bytes32 id, Termination storage t) {
        id = deed.idOf();
        t = _terminations[id];
        DueProcess.Stage stage = _stageOf(deed, t.course);
        require(stage == expected, Errors.Termination_WrongStage(id, stage));
    }

    function _isRunning(bytes32 id) private view returns (bool) {
        Agreement.Facts memory f = escrow.getFacts(id);
        return f.count != 0 && f.endedAt == 0 && f.completedAt == 0;
    }

    function _stageOf(
        Agreement.Deed calldata deed,
        DueProcess.Course memory course
    ) private view returns (DueProcess.Stage) {
        return DueProcess.stageOf(course, deed.annex.windowsOf(), escrow.pausedAt(), block.timestamp);
    }
}

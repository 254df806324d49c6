// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IFines} from "../../../contracts/procurement/interfaces/IFines.sol";
import {DisputeClock} from "../../../contracts/procurement/libraries/DisputeClock.sol";
import {DueProcess} from "../../../contracts/shared/libraries/DueProcess.sol";
import {FineMath} from "../../../contracts/procurement/libraries/FineMath.sol";
import {ReviewMath} from "../../../contracts/procurement/libraries/ReviewMath.sol";
import {Agreement} from "../../../contracts/procurement/types/Agreement.sol";
import {Dispute} from "../../../contracts/procurement/types/Dispute.sol";
import {Works} from "./Works.sol";

/// @notice What the parties bring before the court: disputes, claims on bonds, fines, terminations.
abstract contract Trials is Works {
    function _registerTrials() internal {
        _may("dispute", _dispute, 4);
        _may("offer", _offer, 3);
        _may("acceptOffer", _acceptOffer, 3);
        _may("rule", _rule, 5);
        _may("ruleAsFallback", _ruleAsFallback, 4);
        _may("applyDefault", _applyDefault, 3);
        _may("claimBond", _claimBond, 2);
        _may("noticeFine", _noticeFine, 5);
        _may("defendFine", _defendFine, 3);
        _may("decideFine", _decideFine, 4);
        _may("appealFine", _appealFine, 4);
        _may("reviewFine", _reviewFine, 4);
        _may("resistFine", _resistFine, 4);
        _may("closeFine", _closeFine, 4);
        _may("noticeTermination", _noticeTermination, 2);
        _may("defendTermination", _defendTermination, 2);
        _may("decideTermination", _decideTermination, 4);
        _may("appealTermination", _appealTermination, 3);
        _may("reviewTermination", _reviewTermination, 3);
        _may("closeTermination", _closeTermination, 3);
    }

    /* DISPUTES */

    function _dispute() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        if (!found) return false;
        (, , Agreement.Exception memory x) = escrow.getMilestone(c.id, index);
        if (x.objectedAt == 0 || x.disputed || block.timestamp > _objectionEnds(x.objectedAt)) return false;
        address supplier = registry.accountOf(c.deed.terms.supplier);
        VM.prank(supplier);
        court.dispute(c.id, index, _document("it is sound"));
        return true;
    }

    function _offer() internal returns (bool) {
        (bool found, Case storage c, uint256 index, Dispute.Topic topic) = _pickDispute();
        if (!found) return false;
        uint128 share = _between(0, court.getCase(c.id, index, topic).amount);
        address by = registry.accountOf(_chance(50) ? _buyer : _creditorOf(c, index, topic));
        VM.prank(by);
        court.offer(c.deed.terms, index, topic, share);
        return true;
    }

    function _acceptOffer() internal returns (bool) {
        (bool found, Case storage c, uint256 index, Dispute.Topic topic) = _pickDispute();
        Dispute.Case memory d = court.getCase(c.id, index, topic);
        if (!found || !(d.buyerOffered || d.offeredBy == _creditorOf(c, index, topic))) return false;
        address by = registry.accountOf(d.buyerOffered ? _creditorOf(c, index, topic) : _buyer);
        VM.prank(by);
        court.acceptOffer(c.deed.terms, index, topic, d.buyerOffered ? d.buyerOffer : d.supplierOffer);
        return true;
    }

    /// @dev Whoever a dispute's share would be paid to.
    function _creditorOf(Case storage c, uint256 index, Dispute.Topic topic) private view returns (uint64) {
        bool ofMilestone = topic == Dispute.Topic.Delivery || Dispute.isCertificate(topic);
        return ofMilestone ? escrow.holderOf(c.id, index) : c.deed.terms.supplier;
    }

    function _rule() internal returns (bool) {
        return _ruleIn(DisputeClock.Stage.Arbiter, ARBITER);
    }

    function _ruleAsFallback() internal returns (bool) {
        return _ruleIn(DisputeClock.Stage.Fallback, FALLBACK_ARBITER);
    }

    function _ruleIn(DisputeClock.Stage stage, address arbiter) private returns (bool) {
        (bool found, Case storage c, uint256 index, Dispute.Topic topic) = _pickDispute();
        if (!found || _disputeStage(c, index, topic) != stage) return false;
        uint128 share = _between(0, court.getCase(c.id, index, topic).amount);
        VM.prank(arbiter);
        court.rule(c.deed, index, topic, share, "ruling");
        return true;
    }

    function _applyDefault() internal returns (bool) {
        (bool found, Case storage c, uint256 index, Dispute.Topic topic) = _pickDispute();
        if (!found || _disputeStage(c, index, topic) != DisputeClock.Stage.Default) return false;
        VM.prank(STRANGER);
        court.applyDefault(c.deed, index, topic);
        return true;
    }

    function _claimBond() internal returns (bool) {
        (bool found, Case storage c, ) = _pickCase();
        if (!found || court.getCase(c.id, 0, Dispute.Topic.Bond).openedAt != 0) return false;
        uint128 held = escrow.performanceBondOf(c.id);
        uint256 until = escrow.bondExtensionOf(c.id);
        if (held == 0 || block.timestamp > (until == 0 ? c.deed.annex.bondUntil : until)) return false;
        uint128 amount = _between(1, held);
        address buyer = registry.accountOf(_buyer);
        VM.prank(buyer);
        court.claimBond(c.deed, amount, _document("damage"));
        return true;
    }

    /// @dev An open dispute, looked for from a random topic on.
    function _pickDispute() private returns (bool, Case storage c, uint256 index, Dispute.Topic topic) {
        bool found;
        (found, c, index) = _pickCase();
        if (!found) return (false, c, index, topic);
        uint256 first = _pick(DISPUTE_TOPICS);
        for (uint256 i; i < DISPUTE_TOPICS; ++i) {
            topic = Dispute.Topic((first + i) % DISPUTE_TOPICS);
            Dispute.Case memory d = court.getCase(c.id, index, topic);
            if (d.openedAt != 0 && !d.resolved) return (true, c, index, topic);
        }
        return (false, c, index, topic);
    }

    /* FINES */

    function _noticeFine() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        if (!found || _fineFor(c, index) == 0) return false;
        if (_fineStage(c, index) != DueProcess.Stage.None && !court.getFine(c.id, index).closed) return false;
        uint256 completedAt = escrow.getFacts(c.id).completedAt;
        if (completedAt != 0 && block.timestamp > completedAt + c.deed.annex.warranty + 8 days) return false;
        VM.prank(INSPECTOR);
        court.noticeFine(c.deed, index, _document("late"));
        return true;
    }

    function _fineFor(Case storage c, uint256 index) private view returns (uint128) {
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x) = escrow.getMilestone(
            c.id,
            index
        );
        uint256 until = ReviewMath.deliveredAt(m, d, x);
        if (until == 0) until = escrow.getFacts(c.id).endedAt;
        uint256 counted = court.getFine(c.id, index).countedUntil;
        uint256 late = FineMath.daysLate(m.dueAt > counted ? m.dueAt : counted, until == 0 ? block.timestamp : until);
        Agreement.Annex memory a = c.deed.annex;
        uint128 imposed = court.finesImposedOf(c.id);
        if (m.amount == 0) return 0;
        return FineMath.fine(m.amount, a.fineBpsPerDay, late, c.deed.terms.price, a.fineCapBps, imposed);
    }

    function _defendFine() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickFine(DueProcess.Stage.Defence);
        if (!found) return false;
        address supplier = registry.accountOf(c.deed.terms.supplier);
        VM.prank(supplier);
        court.defendFine(c.deed, index, _document("rain"));
        return true;
    }

    function _decideFine() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickFine(DueProcess.Stage.Decision);
        if (!found) return false;
        uint128 most = court.getFine(c.id, index).amount;
        uint128 amount = _chance(50) ? most : _between(0, most);
        address buyer = registry.accountOf(_buyer);
        VM.prank(buyer);
        court.decideFine(c.deed, index, amount, "decision");
        return true;
    }

    function _appealFine() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickFine(DueProcess.Stage.Appealable);
        if (!found) return false;
        address supplier = registry.accountOf(c.deed.terms.supplier);
        VM.prank(supplier);
        court.appealFine(c.deed, index, _document("appeal"));
        return true;
    }

    function _reviewFine() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickFine(DueProcess.Stage.Review);
        if (!found) return false;
        uint128 most = court.getFine(c.id, index).amount;
        uint128 amount = _chance(50) ? most : _between(0, most);
        VM.prank(REVIEWER);
        court.reviewFine(c.deed, index, amount, "review");
        return true;
    }

    /// @dev Names a contract of the same parties whose accepted milestone is overdue.
    function _resistFine() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        if (!found) return false;
        IFines.Fine memory f = court.getFine(c.id, index);
        if (f.course.noticedAt == 0 || f.closed) return false;
        if (f.arrearsOf != 0 && court.isInArrears(f.arrearsOf, f.arrearsIndex)) return false;
        for (uint256 i; i < _cases.length; ++i) {
            Case storage other = _cases[i];
            if (!other.isOpen || other.deed.terms.supplier != c.deed.terms.supplier) continue;
            for (uint256 j; j < escrow.getFacts(other.id).count; ++j) {
                if (!court.isInArrears(other.id, j)) continue;
                VM.prank(STRANGER);
                court.resistFine(c.deed.terms, index, other.deed.terms, j);
                return true;
            }
        }
        return false;
    }

    function _closeFine() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        if (!found || !_isClosable(c, index)) return false;
        VM.prank(STRANGER);
        court.closeFine(c.deed, index);
        return true;
    }

    function _isClosable(Case storage c, uint256 index) internal view returns (bool) {
        IFines.Fine memory f = court.getFine(c.id, index);
        DueProcess.Stage stage = _fineStage(c, index);
        if (f.closed || stage < DueProcess.Stage.Final) return false;
        bool resisted = stage == DueProcess.Stage.Final && f.arrearsOf != 0;
        return !resisted || !court.isInArrears(f.arrearsOf, f.arrearsIndex);
    }

    function _pickFine(DueProcess.Stage stage) private returns (bool, Case storage, uint256) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        return (found && !court.getFine(c.id, index).closed && _fineStage(c, index) == stage, c, index);
    }

    /* TERMINATIONS */

    function _noticeTermination() internal returns (bool) {
        (bool found, Case storage c) = _pickTermination(DueProcess.Stage.None);
        if (!found || !_isRunning(c.id) || block.timestamp < court.nextNoticeOf(c.id)) return false;
        uint8 cause = uint8(1 + _pick(7));
        address buyer = registry.accountOf(_buyer);
        VM.prank(buyer);
        court.noticeTermination(c.deed, cause, _document("cause"));
        return true;
    }

    function _defendTermination() internal returns (bool) {
        (bool found, Case storage c) = _pickTermination(DueProcess.Stage.Defence);
        if (!found) return false;
        address supplier = registry.accountOf(c.deed.terms.supplier);
        VM.prank(supplier);
        court.defendTermination(c.deed, _document("defence"));
        return true;
    }

    function _decideTermination() internal returns (bool) {
        (bool found, Case storage c) = _pickTermination(DueProcess.Stage.Decision);
        if (!found) return false;
        uint128 forfeit = _between(0, escrow.performanceBondOf(c.id));
        bool upheld = _chance(70);
        address buyer = registry.accountOf(_buyer);
        VM.prank(buyer);
        court.decideTermination(c.deed, upheld, forfeit, "decision");
        return true;
    }

    function _appealTermination() internal returns (bool) {
        (bool found, Case storage c) = _pickTermination(DueProcess.Stage.Appealable);
        if (!found) return false;
        address supplier = registry.accountOf(c.deed.terms.supplier);
        VM.prank(supplier);
        court.appealTermination(c.deed, _document("appeal"));
        return true;
    }

    function _reviewTermination() internal returns (bool) {
        (bool found, Case storage c) = _pickTermination(DueProcess.Stage.Review);
        if (!found) return false;
        uint128 forfeit = _between(0, court.getTermination(c.id).forfeit);
        bool upheld = _chance(60);
        VM.prank(REVIEWER);
        court.reviewTermination(c.deed, upheld, forfeit, "review");
        return true;
    }

    function _closeTermination() internal returns (bool) {
        (bool found, Case storage c, ) = _pickCase();
        if (!found || _terminationStage(c) < DueProcess.Stage.Final) return false;
        VM.prank(STRANGER);
        court.closeTermination(c.deed);
        return true;
    }

    function _pickTermination(DueProcess.Stage stage) private returns (bool, Case storage) {
        (bool found, Case storage c, ) = _pickCase();
        return (found && _terminationStage(c) == stage, c);
    }
}

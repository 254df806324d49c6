// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ICertificateDesk} from "../../../contracts/procurement/interfaces/ICertificateDesk.sol";
import {ReviewMath} from "../../../contracts/procurement/libraries/ReviewMath.sol";
import {Agreement} from "../../../contracts/procurement/types/Agreement.sol";
import {MilestoneFlags} from "../../../contracts/procurement/types/MilestoneFlags.sol";
import {PauseClock} from "../../../contracts/shared/libraries/PauseClock.sol";
import {Driver} from "./Driver.sol";

/// @notice The execution of a contract: advance, deliveries, reviews, certificates, assignments, final acceptance, bonds.
abstract contract Works is Driver {
    function _registerWorks() internal {
        _may("drawAdvance", _drawAdvance, 5);
        _may("deliver", _deliver, 10);
        _may("deliverAgain", _deliverAgain, 5);
        _may("accept", _accept, 6);
        _may("object", _object, 6);
        _may("settle", _settle, 5);
        _may("uphold", _uphold, 3);
        _may("assign", _assign, 3);
        _may("expire", _expire, 2);
        _may("request", _request, 6);
        _may("grant", _grant, 4);
        _may("refuse", _refuse, 3);
        _may("reviewFinal", _reviewFinal, 4);
        _may("releaseRetention", _releaseRetention, 3);
        _may("returnAdvanceBond", _returnAdvanceBond, 2);
        _may("returnPerformanceBond", _returnPerformanceBond, 2);
    }

    /* SUPPLIER */

    function _drawAdvance() internal returns (bool) {
        (bool found, Case storage c, ) = _pickCase();
        if (!found || !_isRunning(c.id) || c.deed.terms.advance == 0) return false;
        (Agreement.Ledger memory g, ) = escrow.getBalances(c.id);
        if (g.advanceDrawn || g.assigned || g.unpaid < c.deed.terms.advance || court.isTerminating(c.id)) return false;
        if (block.timestamp > escrow.getFacts(c.id).endsAt) return false;
        if (c.deed.annex.advanceBond != 0 && !_canPost(c)) return false;
        address supplier = registry.accountOf(c.deed.terms.supplier);
        VM.prank(supplier);
        escrow.drawAdvance(c.deed);
        return true;
    }

    function _deliver() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        if (!found) return false;
        (Agreement.Milestone memory m, Agreement.Delivery memory d, ) = escrow.getMilestone(c.id, index);
        if (d.time != 0 || ReviewMath.has(m, MilestoneFlags.SETTLED) || block.timestamp < m.notBefore) return false;
        return _deliverNow(c, index);
    }

    function _deliverAgain() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        if (!found) return false;
        (, , Agreement.Exception memory x) = escrow.getMilestone(c.id, index);
        if (x.objectedAt == 0 || x.disputed || block.timestamp > _objectionEnds(x.objectedAt)) return false;
        return _deliverNow(c, index);
    }

    function _deliverNow(Case storage c, uint256 index) private returns (bool) {
        Agreement.Facts memory f = escrow.getFacts(c.id);
        if (f.endedAt != 0 || block.timestamp > f.endsAt) return false;
        address supplier = registry.accountOf(f.supplier);
        bytes32 evidence = bytes32(_next() | 1);
        VM.prank(supplier);
        escrow.deliver(c.id, index, _document(evidence));
        return true;
    }

    function _assign() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        if (!found) return false;
        (Agreement.Milestone memory m, Agreement.Delivery memory d, ) = escrow.getMilestone(c.id, index);
        if (d.time == 0 || ReviewMath.has(m, MilestoneFlags.SETTLED)) return false;
        address holder = registry.payeeOf(escrow.holderOf(c.id, index));
        if (holder == address(0)) return false; // a change of its account is pending
        uint64 assignee = _chance(60) ? _factor : _suppliers[_pick(2)];
        VM.prank(holder);
        escrow.assign(c.id, index, assignee);
        return true;
    }

    /* INSPECTOR */

    function _accept() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        if (!found || !_isUnderReview(c, index)) return false;
        (, Agreement.Delivery memory d, ) = escrow.getMilestone(c.id, index);
        VM.prank(_chance(70) ? INSPECTOR : SUBSTITUTE);
        escrow.accept(c.deed.terms, index, bytes32(d.evidence));
        return true;
    }

    function _object() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        if (!found || !_isUnderReview(c, index)) return false;
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x) = escrow.getMilestone(
            c.id,
            index
        );
        uint128 most = ReviewMath.reviewed(m, x);
        if (most == 0) return false;
        uint128 amount = _between(1, most);
        VM.prank(_chance(70) ? INSPECTOR : SUBSTITUTE);
        escrow.object(c.deed.terms, index, bytes32(d.evidence), amount, _document("defects"));
        return true;
    }

    function _reviewFinal() internal returns (bool) {
        (bool found, Case storage c, ) = _pickCase();
        if (!found || closing.isFinallyReviewed(c.id)) return false;
        uint256 completedAt = escrow.getFacts(c.id).completedAt;
        uint256 from = completedAt + c.deed.annex.warranty;
        if (completedAt == 0 || block.timestamp <= from || block.timestamp > from + 8 days) return false;
        (Agreement.Ledger memory g, ) = escrow.getBalances(c.id);
        uint128 objected = _chance(30) ? 0 : _between(0, g.retained);
        VM.prank(INSPECTOR);
        closing.reviewFinal(c.deed, objected, "reason");
        return true;
    }

    /* CERTIFICATES */

    function _request() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        if (!found) return false;
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x) = escrow.getMilestone(
            c.id,
            index
        );
        uint256 kind = _pick(3);
        if (ReviewMath.payable_(m, d, x, block.timestamp) == 0 || m.certificates & (1 << kind) == 0) return false;
        if (desk.getCertificate(c.id, index, kind).deadline != 0) return false;
        address by = registry.accountOf(escrow.holderOf(c.id, index));
        if (block.timestamp > uint256(d.time) + 30 days) by = STRANGER;
        VM.prank(by);
        desk.request(c.deed, index, kind, _document("support"));
        return true;
    }

    function _grant() internal returns (bool) {
        (bool found, Case storage c, uint256 index, uint256 kind) = _pickPending();
        if (!found) return false;
        VM.prank(CERTIFIER);
        desk.grant(c.deed, index, kind, "granted");
        return true;
    }

    function _refuse() internal returns (bool) {
        (bool found, Case storage c, uint256 index, uint256 kind) = _pickPending();
        if (!found) return false;
        (Agreement.Milestone memory m, , Agreement.Exception memory x) = escrow.getMilestone(c.id, index);
        if (ReviewMath.has(m, MilestoneFlags.SETTLED)) return false;
        uint128 most = m.amount - x.settled - x.withheld - x.objected;
        if (most == 0) return false;
        uint128 amount = _between(1, most);
        VM.prank(CERTIFIER);
        desk.refuse(c.deed, index, kind, amount, _document("wages unpaid"));
        return true;
    }

    function _pickPending() private returns (bool, Case storage, uint256 index, uint256 kind) {
        (bool found, Case storage c, uint256 i) = _pickCase();
        kind = _pick(3);
        if (!found) return (false, c, i, kind);
        ICertificateDesk.Certificate memory certificate = desk.getCertificate(c.id, i, kind);
        bool pending = certificate.deadline >= block.timestamp && !certificate.answered;
        return (pending, c, i, kind);
    }

    /* ANYONE */

    function _settle() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        if (!found || reader.payableOf(c.id, index) == 0) return false;
        VM.prank(STRANGER);
        escrow.settle(c.deed.terms, index);
        return true;
    }

    function _uphold() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        if (!found) return false;
        (, , Agreement.Exception memory x) = escrow.getMilestone(c.id, index);
        if (x.objectedAt == 0 || x.disputed || block.timestamp <= _objectionEnds(x.objectedAt)) return false;
        VM.prank(STRANGER);
        escrow.uphold(c.deed.terms, index);
        return true;
    }

    function _expire() internal returns (bool) {
        (bool found, Case storage c, ) = _pickCase();
        if (!found || !_isRunning(c.id) || block.timestamp <= escrow.getFacts(c.id).endsAt) return false;
        VM.prank(STRANGER);
        escrow.expire(c.deed.terms);
        return true;
    }

    function _releaseRetention() internal returns (bool) {
        (bool found, Case storage c, ) = _pickCase();
        if (!found) return false;
        (Agreement.Ledger memory g, ) = escrow.getBalances(c.id);
        uint256 completedAt = escrow.getFacts(c.id).completedAt;
        if (completedAt == 0 || g.retained == 0) return false;
        bool due = block.timestamp > completedAt + c.deed.annex.warranty + 8 days;
        if (!due && !closing.isFinallyReviewed(c.id)) return false;
        VM.prank(STRANGER);
        closing.releaseRetention(c.deed);
        return true;
    }

    function _returnAdvanceBond() internal returns (bool) {
        (bool found, Case storage c, ) = _pickCase();
        if (!found) return false;
        (, Agreement.Dues memory dues) = escrow.getBalances(c.id);
        if (_heldOf(escrow.advanceBondKey(c.id)) <= dues.advanceLeft) return false;
        VM.prank(STRANGER);
        closing.returnAdvanceBond(c.id);
        return true;
    }

    function _returnPerformanceBond() internal returns (bool) {
        (bool found, Case storage c, ) = _pickCase();
        if (!found || court.holdsBond(c.id) || escrow.performanceBondOf(c.id) == 0) return false;
        if (_isRunning(c.id)) return false;
        uint256 until = escrow.bondExtensionOf(c.id);
        if (block.timestamp <= (until == 0 ? c.deed.annex.bondUntil : until)) return false;
        VM.prank(STRANGER);
        closing.returnPerformanceBond(c.deed);
        return true;
    }

    function _isUnderReview(Case storage c, uint256 index) private view returns (bool) {
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x) = escrow.getMilestone(
            c.id,
            index
        );
        return ReviewMath.isUnderReview(m, d, x, block.timestamp);
    }

    function _objectionEnds(uint40 objectedAt) internal view returns (uint256) {
        return PauseClock.extended(objectedAt, uint256(objectedAt) + 30 days, opening.pausedAt());
    }
}

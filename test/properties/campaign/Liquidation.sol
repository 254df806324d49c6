// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {MockClp} from "../../../contracts/mocks/MockClp.sol";
import {DueProcess} from "../../../contracts/shared/libraries/DueProcess.sol";
import {ReviewMath} from "../../../contracts/procurement/libraries/ReviewMath.sol";
import {Agreement} from "../../../contracts/procurement/types/Agreement.sol";
import {Dispute} from "../../../contracts/procurement/types/Dispute.sol";
import {Budget} from "../../../contracts/treasury/types/Budget.sol";
import {Accords} from "./Accords.sol";
import {Awards} from "./Awards.sol";
import {Office} from "./Office.sol";
import {Trials} from "./Trials.sol";

/// @notice P5: from whatever state, a stranger and time alone empty every contract. So any party, and all of them, may be absent.
abstract contract Liquidation is Accords, Awards, Office, Trials {
    function _play(MockClp first, MockClp second) internal {
        _found(first, second);
        _registerOffice();
        _registerAwards();
        _registerWorks();
        _registerTrials();
        _registerAccords();
    }

    /// @notice Ends every contract by calls that anyone may make, and checks that nothing is left.
    function liquidate() public {
        VM.recordLogs();
        VM.warp(_latest() + 1_000 days);
        _each(_expireAndRequest);
        VM.warp(block.timestamp + 31 days);
        _each(_resolve);
        _each(_close);
        VM.warp(block.timestamp + 100 days);
        _each(_giveBack);
        _dropReservation();
        books.enter(VM.getRecordedLogs());
        check();
        _checkEmpty();
    }

    function _checkEmpty() private view {
        for (uint256 i; i < _lineIds.length; ++i) {
            (, Budget.Balance memory balance) = treasury.getLine(_lineIds[i]);
            VM.assertEq(balance.committed, 0, "P5 committed");
        }
        for (uint256 i; i < _cases.length; ++i) {
            Case storage c = _cases[i];
            if (!c.isOpen) continue;
            VM.assertEq(_heldOf(escrow.performanceBondKey(c.id)), 0, "P5 performance bond");
            VM.assertEq(_heldOf(escrow.advanceBondKey(c.id)), 0, "P5 advance bond");
            VM.assertEq(uint256(reader.statusOf(c.id)), uint256(Agreement.Status.Closed), "P5 closed");
        }
    }

    function _latest() private view returns (uint256 time) {
        time = block.timestamp;
        for (uint256 i; i < _cases.length; ++i) {
            uint256 endsAt = escrow.getFacts(_cases[i].id).endsAt;
            uint256 until = escrow.bondExtensionOf(_cases[i].id);
            if (endsAt > time) time = endsAt;
            if (until > time) time = until;
        }
    }

    function _each(function(Case storage) internal step) private {
        for (uint256 i; i < _cases.length; ++i) if (_cases[i].isOpen) step(_cases[i]);
    }

    function _expireAndRequest(Case storage c) internal {
        if (_isRunning(c.id)) _asStranger(address(escrow), abi.encodeCall(escrow.expire, (c.deed.terms)));
        uint256 count = escrow.getFacts(c.id).count;
        for (uint256 i; i < count; ++i) {
            (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x) = escrow
                .getMilestone(c.id, i);
            for (uint256 kind; kind < 3; ++kind) {
                bool accepted = ReviewMath.payable_(m, d, x, block.timestamp) != 0;
                bool required = accepted && m.certificates & (1 << kind) != 0;
                if (!required || desk.getCertificate(c.id, i, kind).deadline != 0) continue;
                VM.prank(STRANGER);
                desk.request(c.deed, i, kind, _document("support"));
            }
        }
    }

    function _resolve(Case storage c) internal {
        uint256 count = escrow.getFacts(c.id).count;
        for (uint256 i; i < count; ++i) {
            (, , Agreement.Exception memory x) = escrow.getMilestone(c.id, i);
            if (x.objectedAt != 0 && !x.disputed) {
                _asStranger(address(escrow), abi.encodeCall(escrow.uphold, (c.deed.terms, i)));
            }
            for (uint256 t; t < DISPUTE_TOPICS; ++t) {
                Dispute.Case memory d = court.getCase(c.id, i, Dispute.Topic(t));
                if (d.openedAt == 0 || d.resolved) continue;
                _asStranger(address(court), abi.encodeCall(court.applyDefault, (c.deed, i, Dispute.Topic(t))));
            }
            if (reader.payableOf(c.id, i) == 0) continue;
            _asStranger(address(escrow), abi.encodeCall(escrow.settle, (c.deed.terms, i)));
        }
    }

    function _close(Case storage c) internal {
        uint256 count = escrow.getFacts(c.id).count;
        for (uint256 i; i < count; ++i) {
            if (court.getFine(c.id, i).course.noticedAt == 0 || court.getFine(c.id, i).closed) continue;
            _asStranger(address(court), abi.encodeCall(court.closeFine, (c.deed, i)));
        }
        if (_terminationStage(c) == DueProcess.Stage.None) return;
        _asStranger(address(court), abi.encodeCall(court.closeTermination, (c.deed)));
    }

    function _giveBack(Case storage c) internal {
        (Agreement.Ledger memory g, ) = escrow.getBalances(c.id);
        if (g.retained != 0) _asStranger(address(closing), abi.encodeCall(closing.releaseRetention, (c.deed)));
        if (_heldOf(escrow.advanceBondKey(c.id)) != 0) {
            _asStranger(address(closing), abi.encodeCall(closing.returnAdvanceBond, (c.id)));
        }
        if (escrow.performanceBondOf(c.id) == 0) return;
        _asStranger(address(closing), abi.encodeCall(closing.returnPerformanceBond, (c.deed)));
    }

    /// @dev A reservation belongs to the tender, which has its own way out of every state.
    function _dropReservation() private {
        uint128 reserved = opening.getReservation(AWARDING, RESERVATION).amount;
        if (reserved == 0) return;
        VM.prank(AWARDING);
        opening.unreserve(reserved, RESERVATION);
    }

    /// @dev A call that must succeed; where it does not, its reason is the test's.
    function _asStranger(address target, bytes memory data) private {
        VM.prank(STRANGER);
        (bool done, bytes memory reason) = target.call(data);
        if (done) return;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }
}

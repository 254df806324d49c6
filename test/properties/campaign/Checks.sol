// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IFines} from "../../../contracts/procurement/interfaces/IFines.sol";
import {Agreement} from "../../../contracts/procurement/types/Agreement.sol";
import {Dispute} from "../../../contracts/procurement/types/Dispute.sol";
import {MilestoneFlags} from "../../../contracts/procurement/types/MilestoneFlags.sol";
import {Budget} from "../../../contracts/treasury/types/Budget.sol";
import {Books} from "./Books.sol";
import {World} from "./World.sol";

/// @notice What must hold after every call, numbered as in the README of each area.
abstract contract Checks is World {
    /// @notice T1-T3, P1-P3, over everything that exists.
    function check() public view {
        for (uint256 i; i < 2; ++i) _checkSolvency(address(_tokens[i]));
        for (uint256 i; i < _lineIds.length; ++i) _checkLine(_lineIds[i]);
        for (uint256 i; i < _cases.length; ++i) {
            Case storage c = _cases[i];
            if (!c.isOpen) continue;
            _checkDeposit(escrow.performanceBondKey(c.id), c.deed.terms.supplier);
            _checkDeposit(escrow.advanceBondKey(c.id), c.deed.terms.supplier);
            _checkMoney(c);
            _checkMilestones(c);
            _checkBounds(c);
        }
    }

    /// @dev T1 solvency, to the unit: the balance is available + committed + held + credits + what was sent without a call.
    function _checkSolvency(address token) private view {
        uint256 owed = _donated[token] + _creditsOf(token);
        for (uint256 i; i < _lineIds.length; ++i) {
            (Budget.Line memory line, Budget.Balance memory balance) = treasury.getLine(_lineIds[i]);
            if (line.token == token) owed += uint256(balance.available) + balance.committed;
        }
        for (uint256 i; i < _cases.length; ++i) {
            if (_cases[i].deed.terms.token != token) continue;
            owed += _heldOf(escrow.performanceBondKey(_cases[i].id)) + _heldOf(escrow.advanceBondKey(_cases[i].id));
        }
        uint256 balanceOf =
            token == address(_tokens[0])
                ? _tokens[0].balanceOf(address(treasury))
                : _tokens[1].balanceOf(address(treasury));
        VM.assertEq(balanceOf, owed, "T1 solvency");
    }

    /// @dev T3 for every entity: its accounts and credit hold what it was endowed with, less its bonds, more what it received.
    function _creditsOf(address token) private view returns (uint256 credits) {
        for (uint64 entity = 1; entity <= 4; ++entity) {
            Books.EntityBook memory book = books.entity(entity, token);
            uint256 credit = treasury.creditOf(entity, token);
            VM.assertEq(credit, book.credited - book.withdrawn, "T3 credit");
            uint256 wealth = credit;
            address[] storage accounts = _accountsOf[entity];
            for (uint256 i; i < accounts.length; ++i) {
                wealth += (token == address(_tokens[0]) ? _tokens[0] : _tokens[1]).balanceOf(accounts[i]);
            }
            VM.assertEq(wealth + book.posted, _endowed[entity] + book.received, "T3 what entities posted and received");
            credits += credit;
        }
    }

    /// @dev T2 a line never pays more than was funded; P1 what it has committed is what its contracts and reservations say.
    function _checkLine(uint256 lineId) private view {
        (, Budget.Balance memory balance) = treasury.getLine(lineId);
        Books.LineBook memory book = books.line(lineId);
        VM.assertLe(book.paid + book.swept, book.funded + book.forfeited, "T2 paid within funded");
        uint256 held = uint256(balance.available) + balance.committed;
        VM.assertEq(held + book.paid + book.swept, book.funded + book.forfeited, "T2 line in balance");
        uint256 promised;
        if (lineId == _lineIds[0]) promised = opening.getReservation(AWARDING, RESERVATION).amount;
        for (uint256 i; i < _cases.length; ++i) {
            if (_cases[i].isOpen && _cases[i].deed.terms.lineId == lineId) promised += _shareOf(_cases[i].id);
        }
        VM.assertEq(balance.committed, promised, "P1 committed of a line");
    }

    /// @dev T3 a deposit left the treasury to its owner or to its line, and nowhere else.
    function _checkDeposit(bytes32 key, uint64 owner) private view {
        Books.DepositBook memory book = books.deposit(key);
        Budget.Deposit memory deposit = treasury.getDeposit(address(escrow), key);
        VM.assertEq(deposit.amount, book.held - book.returned - book.forfeited, "T3 deposit");
        if (book.held != 0) {
            VM.assertEq(deposit.owner, owner, "T3 owner");
            VM.assertEq(book.owner, owner, "T3 owner in the events");
        }
    }

    /// @dev P1 per contract: everything committed for it was paid, released or is still there; releases are parts not paid and fines.
    function _checkMoney(Case storage c) private view {
        Books.RecordBook memory book = books.record(c.id);
        uint256 committed = book.committed + (c.reserved ? c.deed.terms.price : 0);
        VM.assertEq(committed, uint256(c.deed.terms.price) + c.changes, "P1 price and change orders");
        VM.assertEq(book.paid + book.released + _shareOf(c.id), committed, "P1 paid, released and left");
        VM.assertEq(book.released, book.fined + book.returned, "P1 releases are fines and unpaid parts");
    }

    /// @dev P1 within a contract: what is unpaid is what its milestones have not settled; what is set aside is what cases cover.
    function _checkMilestones(Case storage c) private view {
        (Agreement.Ledger memory g, Agreement.Dues memory dues) = escrow.getBalances(c.id);
        uint256 count = escrow.getFacts(c.id).count;
        uint256 unsettled;
        uint256 covered;
        for (uint256 i; i < count; ++i) {
            (Agreement.Milestone memory m, , Agreement.Exception memory x) = escrow.getMilestone(c.id, i);
            if (m.flags & MilestoneFlags.SETTLED == 0) {
                unsettled += m.amount - x.settled;
                VM.assertLe(uint256(x.settled) + x.withheld + x.objected, m.amount, "P1 parts of a milestone");
            }
            IFines.Fine memory f = court.getFine(c.id, i);
            if (!f.closed) covered += f.covered;
        }
        Dispute.Case memory last = court.getCase(c.id, 0, Dispute.Topic.FinalAcceptance);
        if (!last.resolved) covered += last.amount;
        VM.assertEq(g.unpaid, unsettled, "P1 unpaid");
        VM.assertEq(dues.setAside, covered, "P1 set aside");
        VM.assertTrue(g.finesDue == (dues.finesLeft != 0), "P1 fines due");
        VM.assertLe(dues.advanceLeft, g.unpaid, "P1 advance left within what is unpaid");
        bool completed = escrow.getFacts(c.id).completedAt != 0;
        VM.assertTrue(completed == (g.unpaid == 0), "P1 completed when nothing is unpaid");
        if (c.deed.annex.advanceBond != 0) {
            VM.assertLe(dues.advanceLeft, _heldOf(escrow.advanceBondKey(c.id)), "P1 advance bond covers the advance");
        }
    }

    /// @dev P2 fines and P3 change orders reach at most 30 % of the price.
    function _checkBounds(Case storage c) private view {
        Books.RecordBook memory book = books.record(c.id);
        uint256 most = uint256(c.deed.terms.price) * 3_000;
        VM.assertLe(uint256(court.finesImposedOf(c.id)) * 10_000, most, "P2 fines imposed");
        VM.assertLe((book.fined + book.finedFromBond) * 10_000, most, "P2 fines collected");
        VM.assertLe(book.fined + book.finedFromBond, court.finesImposedOf(c.id), "P2 collected within imposed");
        VM.assertLe(uint256(changes.changedOf(c.id)) * 10_000, most, "P3 changes");
        VM.assertLe(uint256(c.changes) * 10_000, most, "P3 increases");
    }

    /// @dev What the treasury keeps committed for a contract.
    function _shareOf(bytes32 id) internal view returns (uint256) {
        (Agreement.Ledger memory g, Agreement.Dues memory dues) = escrow.getBalances(id);
        return uint256(g.unpaid) + g.retained + dues.setAside - dues.advanceLeft;
    }

    function _heldOf(bytes32 key) internal view returns (uint256) {
        return treasury.getDeposit(address(escrow), key).amount;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {PaymentMath} from "../libraries/PaymentMath.sol";
import {ReviewMath} from "../libraries/ReviewMath.sol";
import {Agreement} from "../types/Agreement.sol";
import {MilestoneFlags} from "../types/MilestoneFlags.sol";
import {MilestoneEscrowState} from "./MilestoneEscrowState.sol";

/// @notice The only places where the escrow moves money: a payment, a release, a fine, a bond.
/// @dev What the treasury has committed for a contract is always unpaid + retained + set aside - advance left.
abstract contract EscrowPayments is MilestoneEscrowState {
    /// @dev Pays what is accepted of a milestone; the caller made sure that it is payable and cleared.
    function _pay(Agreement.Terms calldata terms, Loaded memory part, uint128 due) internal {
        _settlePart(part, due);
        _order(terms, part, due);
    }

    /// @dev Books a part as settled and stores the record. Once nothing is left the exception is erased, but for the day of delivery.
    function _settlePart(Loaded memory part, uint128 amount) internal {
        if (part.x.settled + amount == part.m.amount) {
            part.m.flags |= MilestoneFlags.SETTLED;
            uint40 firstDeliveredAt = part.x.firstDeliveredAt;
            if (ReviewMath.has(part.m, MilestoneFlags.EXCEPTION)) {
                delete _exceptions[part.id][part.index];
                if (firstDeliveredAt != 0) _exceptions[part.id][part.index].firstDeliveredAt = firstDeliveredAt;
            }
        } else {
            part.x.settled += amount;
            _exceptions[part.id][part.index] = part.x;
        }
        _milestones[part.id][part.index].flags = part.m.flags;
    }

    /// @dev Splits an amount that is due, books the parts, and orders the payment to the holder of the receivable. Final fines are taken
    /// from it where that is the supplier, who therefore gains nothing by an assignment to itself.
    function _order(Agreement.Terms calldata terms, Loaded memory part, uint128 gross) internal {
        bytes32 id = part.id;
        uint64 payee = ReviewMath.has(part.m, MilestoneFlags.ASSIGNED) ? _assignees[id][part.index] : terms.supplier;
        Agreement.Ledger memory g = _ledgers[id];
        Agreement.Dues storage dues = _dues[id];
        PaymentMath.Input memory i = PaymentMath.Input({
            gross: gross,
            unpaidAfter: g.unpaid - gross,
            price: terms.price,
            advance: terms.advance,
            advanceLeft: g.advanceDrawn ? dues.advanceLeft : 0,
            retained: g.retained,
            finesLeft: g.finesDue && payee == terms.supplier ? dues.finesLeft : 0,
            retentionBps: terms.retentionBps,
            retentionCapBps: terms.retentionCapBps
        });
        PaymentMath.Split memory s = PaymentMath.split(i);
        if (s.amortised != 0) dues.advanceLeft = i.advanceLeft - s.amortised;
        if (s.fined != 0) g.finesDue = _bookFine(dues, s.fined);
        g.unpaid = uint112(i.unpaidAfter); // below the unpaid before
        g.retained += uint112(s.retained); // retained + unpaid never grow by a payment
        _ledgers[id] = g;
        emit MilestonePaid(id, msg.sender, part.index, s.net, s.amortised, s.retained, s.fined);
        if (g.unpaid == 0) _complete(id);
        if (s.net != 0) TREASURY.pay(terms.lineId, terms.token, payee, s.net, id);
        if (s.fined != 0) TREASURY.release(terms.lineId, terms.token, s.fined, id);
    }

    /// @dev Returns a part that will not be paid to the line; what had been advanced of it is taken from the advance bond.
    function _release(Agreement.Terms calldata terms, bytes32 id, uint256 index, uint128 amount) internal {
        Agreement.Ledger memory g = _ledgers[id];
        uint128 unpaidAfter = g.unpaid - amount;
        uint128 advanceLeft = g.advanceDrawn ? _dues[id].advanceLeft : 0;
        (uint128 released, uint128 unearned) = PaymentMath.releaseOf(amount, unpaidAfter, advanceLeft);
        _ledgers[id].unpaid = uint112(unpaidAfter); // below the unpaid before
        if (unearned != 0) _dues[id].advanceLeft = advanceLeft - unearned;
        emit PartReleased(id, msg.sender, index, released, unearned);
        if (unpaidAfter == 0) _complete(id);
        if (released != 0) TREASURY.release(terms.lineId, terms.token, released, id);
        if (unearned != 0 && _held(advanceBondKey(id)) != 0) TREASURY.forfeit(unearned, advanceBondKey(id));
    }

    /// @dev Ends the schedule: what was never delivered, or only after `since` and not judged, is released; deliveries, objections and disputes go on
    /// to their end. What an office withheld of an acceptance by silence is before the court, so its milestone counts as delivered.
    function _end(Agreement.Terms calldata terms, bytes32 id, uint256 since) internal {
        Agreement.Facts storage f = _facts[id];
        uint128 undelivered;
        for (uint256 index; index < f.count; ++index) {
            Agreement.Milestone storage m = _milestones[id][index];
            uint40 deliveredAt = _deliveries[id][index].time;
            bool judged = m.flags & (MilestoneFlags.REVIEWED | MilestoneFlags.EXCEPTION) != 0;
            bool counts = deliveredAt != 0 && (deliveredAt <= since || judged);
            if (counts || m.flags & MilestoneFlags.SETTLED != 0) continue;
            m.flags |= MilestoneFlags.SETTLED;
            undelivered += m.amount;
        }
        f.endedAt = uint40(block.timestamp);
        emit ContractEnded(id, msg.sender, undelivered);
        if (undelivered != 0) _release(terms, id, type(uint256).max, undelivered);
    }

    /// @dev Pays retained money to the supplier, final fines first.
    function _payRetention(Agreement.Terms calldata terms, bytes32 id, uint128 amount) internal {
        uint128 fined;
        if (_ledgers[id].finesDue) {
            Agreement.Dues storage dues = _dues[id];
            fined = dues.finesLeft < amount ? dues.finesLeft : amount;
            _ledgers[id].finesDue = _bookFine(dues, fined);
        }
        uint128 net = amount - fined;
        emit RetentionPaid(id, msg.sender, net, fined);
        if (net != 0) TREASURY.pay(terms.lineId, terms.token, terms.supplier, net, id);
        if (fined != 0) TREASURY.release(terms.lineId, terms.token, fined, id);
    }

    /// @dev Collects a final fine from what was set aside, retention and bond; the rest waits for the next payments.
    function _collect(
        Agreement.Terms calldata terms,
        bytes32 id,
        uint128 amount,
        uint128 covered,
        bool fromBond
    ) internal {
        Agreement.Dues storage dues = _dues[id];
        Agreement.Ledger storage g = _ledgers[id];
        dues.setAside -= covered;
        uint128 left = amount - covered;
        uint128 more = left < g.retained ? left : g.retained;
        g.retained -= uint112(more); // at most what is retained
        left -= more;
        uint128 bond = fromBond ? performanceBondOf(id) : 0;
        if (bond > left) bond = left;
        left -= bond;
        if (left != 0) {
            dues.finesLeft += left;
            g.finesDue = true;
        }
        emit FineCollected(id, msg.sender, covered + more, bond, left);
        if (covered + more != 0) TREASURY.release(terms.lineId, terms.token, covered + more, id);
        if (bond != 0) TREASURY.forfeit(bond, performanceBondKey(id));
    }

    /// @dev Moves retention aside, as far as it reaches.
    function _setAside(bytes32 id, uint128 amount) internal returns (uint128 covered) {
        Agreement.Ledger storage g = _ledgers[id];
        covered = amount < g.retained ? amount : g.retained;
        if (covered == 0) return 0;
        g.retained -= uint112(covered); // at most what is retained
        _dues[id].setAside += covered;
        emit SetAside(id, msg.sender, covered);
    }

    /// @dev Takes a collected part off the final fines; whether any are left.
    function _bookFine(Agreement.Dues storage dues, uint128 fined) private returns (bool) {
        uint128 left = dues.finesLeft - fined;
        dues.finesLeft = left;
        return left != 0;
    }

    function _complete(bytes32 id) private {
        _facts[id].completedAt = uint40(block.timestamp);
        emit ContractCompleted(id, msg.sender);
    }
}

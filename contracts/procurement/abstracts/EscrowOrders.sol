// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {PauseClock} from "../../shared/libraries/PauseClock.sol";
import {IMilestoneEscrow} from "../interfaces/IMilestoneEscrow.sol";
import {ProcurementErrors as Errors} from "../libraries/ProcurementErrors.sol";
import {ReviewMath} from "../libraries/ReviewMath.sol";
import {TermsCheck} from "../libraries/TermsCheck.sol";
import {Agreement} from "../types/Agreement.sol";
import {Dispute} from "../types/Dispute.sol";
import {MilestoneFlags} from "../types/MilestoneFlags.sol";
import {EscrowPayments} from "./EscrowPayments.sol";

/// @notice What the modules may order: each function belongs to one module and nobody else can call it.
abstract contract EscrowOrders is EscrowPayments {
    using SafeCast for uint256;
    using TermsCheck for Agreement.Terms;

    /* OPENING DESK */

    /// @inheritdoc IMilestoneEscrow
    function reserve(uint256 lineId, address token, uint64 owner, uint128 amount, bytes32 record) external {
        _require(address(OPENING));
        TREASURY.commit(lineId, token, owner, amount, record);
    }

    /// @inheritdoc IMilestoneEscrow
    function unreserve(uint256 lineId, address token, uint128 amount, bytes32 record) external {
        _require(address(OPENING));
        TREASURY.release(lineId, token, amount, record);
    }

    /// @inheritdoc IMilestoneEscrow
    function enter(
        Agreement.Terms calldata terms,
        Agreement.MilestoneTerms[] calldata schedule,
        uint40 endsAt,
        uint128 performanceBond,
        bool reserved
    ) external {
        _require(address(OPENING));
        bytes32 id = terms.idOf();
        require(_facts[id].count == 0, Errors.Escrow_AlreadyOpen(id));
        _facts[id] = Agreement.Facts({
            supplier: terms.supplier,
            openedAt: uint40(block.timestamp),
            endsAt: endsAt,
            endedAt: 0,
            completedAt: 0,
            count: uint8(schedule.length) // at most MAX_MILESTONES
        });
        _ledgers[id] = Agreement.Ledger(uint256(terms.price).toUint112(), 0, false, false, false);
        for (uint256 i; i < schedule.length; ++i) _milestones[id][i] = _milestoneOf(schedule[i]);
        if (!reserved) TREASURY.commit(terms.lineId, terms.token, terms.buyer, terms.price, id);
        if (performanceBond != 0) {
            TREASURY.hold(terms.lineId, terms.supplier, performanceBond, performanceBondKey(id));
        }
    }

    /* COURT */

    /// @inheritdoc IMilestoneEscrow
    function submit(bytes32 id, uint256 index) external returns (uint64 supplier, uint128 amount) {
        _require(address(COURT));
        Agreement.Exception storage x = _exceptions[id][index];
        _requireAnswerable(x, id, index);
        x.disputed = true;
        return (_facts[id].supplier, x.objected);
    }

    /// @inheritdoc IMilestoneEscrow
    function resolve(
        Agreement.Terms calldata terms,
        uint256 index,
        uint128 amount,
        uint128 toSupplier,
        bool certificate
    ) external {
        _require(address(COURT));
        Loaded memory part;
        part.id = terms.idOf();
        part.index = index;
        part.m = _milestones[part.id][index];
        part.x = _exceptions[part.id][index];
        if (certificate) {
            part.x.withheld -= amount;
        } else {
            part.x.objected = 0;
            part.x.objectedAt = 0;
            part.x.disputed = false;
        }
        if (toSupplier != 0) part.m.flags &= ~MilestoneFlags.REJECTED;
        _settlePart(part, amount);
        if (toSupplier != 0) _order(terms, part, toSupplier);
        if (toSupplier != amount) _release(terms, part.id, index, amount - toSupplier);
    }

    /// @inheritdoc IMilestoneEscrow
    function resolveFinal(Agreement.Terms calldata terms, uint128 amount, uint128 toSupplier) external {
        _require(address(COURT));
        bytes32 id = terms.idOf();
        _dues[id].setAside -= amount;
        if (toSupplier != 0) _payRetention(terms, id, toSupplier);
        if (toSupplier != amount) {
            emit PartReleased(id, msg.sender, type(uint256).max, amount - toSupplier, 0);
            TREASURY.release(terms.lineId, terms.token, amount - toSupplier, id);
        }
    }

    /// @inheritdoc IMilestoneEscrow
    function forfeitBond(Agreement.Terms calldata terms, uint128 amount) external {
        _require(address(COURT));
        bytes32 id = terms.idOf();
        bytes32 key = performanceBondKey(id);
        uint128 held = performanceBondOf(id);
        uint128 taken = amount < held ? amount : held;
        if (taken == 0) return;
        emit BondForfeited(id, msg.sender, taken);
        TREASURY.forfeit(taken, key);
    }

    /// @inheritdoc IMilestoneEscrow
    function setAside(bytes32 id, uint128 amount) external returns (uint128 covered) {
        _require(address(COURT));
        return _setAside(id, amount);
    }

    /// @inheritdoc IMilestoneEscrow
    function returnAside(bytes32 id, uint128 amount) external {
        _require(address(COURT));
        _dues[id].setAside -= amount;
        _ledgers[id].retained += uint112(amount); // it was retained before
        emit SetAsideReturned(id, msg.sender, amount);
    }

    /// @inheritdoc IMilestoneEscrow
    function collectFine(Agreement.Terms calldata terms, uint128 amount, uint128 covered, bool fromBond) external {
        _require(address(COURT));
        _collect(terms, terms.idOf(), amount, covered, fromBond);
    }

    /// @inheritdoc IMilestoneEscrow
    function terminate(Agreement.Terms calldata terms, uint256 since) external {
        if (msg.sender != address(CHANGES)) _require(address(COURT));
        _end(terms, _running(terms), since);
    }

    /* CLOSING DESK */

    /// @inheritdoc IMilestoneEscrow
    function disputeRetention(bytes32 id, uint128 amount) external {
        _require(address(CLOSING));
        uint128 most = _ledgers[id].retained;
        require(amount <= most, Errors.Escrow_AmountOutOfRange(id, amount, most));
        COURT.open(id, 0, Dispute.Topic.FinalAcceptance, _setAside(id, amount));
    }

    /// @inheritdoc IMilestoneEscrow
    function payRetention(Agreement.Terms calldata terms) external {
        _require(address(CLOSING));
        bytes32 id = terms.idOf();
        uint128 amount = _ledgers[id].retained;
        require(amount != 0, Errors.Escrow_NothingHeld(id));
        _ledgers[id].retained = 0;
        _payRetention(terms, id, amount);
    }

    /// @inheritdoc IMilestoneEscrow
    function giveBackBond(bytes32 key, uint128 keep) external {
        _require(address(CLOSING));
        uint128 held = _held(key);
        require(held > keep, Errors.Escrow_NothingHeld(key));
        TREASURY.giveBack(held - keep, key);
    }

    /* CERTIFICATES AND CHANGES */

    /// @inheritdoc IMilestoneEscrow
    function withhold(bytes32 id, uint256 index, uint256 kind, uint128 amount) external {
        _require(address(DESK));
        Loaded memory part = _load(id, index);
        bool settled = ReviewMath.has(part.m, MilestoneFlags.SETTLED);
        uint128 most = settled ? 0 : part.m.amount - part.x.settled - part.x.withheld - part.x.objected;
        require(amount != 0 && amount <= most, Errors.Escrow_AmountOutOfRange(id, amount, most));
        part.m.flags |= MilestoneFlags.EXCEPTION;
        part.x.withheld += amount;
        _milestones[id][index].flags = part.m.flags;
        _exceptions[id][index] = part.x;
        emit PartWithheld(id, msg.sender, index, amount);
        COURT.open(id, index, Dispute.certificateTopic(kind), amount);
    }

    /// @inheritdoc IMilestoneEscrow
    function reschedule(
        bytes32 id,
        uint256 index,
        Agreement.MilestoneTerms calldata milestone
    ) external returns (uint128 before) {
        _require(address(CHANGES));
        uint256 count = _facts[id].count;
        Agreement.Milestone memory m = _milestones[id][index];
        require(
            index <= count &&
                index < TermsCheck.MAX_MILESTONES &&
                !ReviewMath.has(m, MilestoneFlags.SETTLED) &&
                _deliveries[id][index].time == 0,
            Errors.Change_Milestone(id, index)
        );
        if (index == count) _facts[id].count = uint8(count + 1); // at most MAX_MILESTONES
        _milestones[id][index] = _milestoneOf(milestone);
        return m.amount;
    }

    /// @inheritdoc IMilestoneEscrow
    function amend(
        Agreement.Terms calldata terms,
        uint128 increase,
        uint128 decrease,
        uint40 endsAt,
        uint40 bondUntil,
        uint128 bondIncrease
    ) external {
        _require(address(CHANGES));
        bytes32 id = _running(terms);
        _facts[id].endsAt = endsAt;
        bondExtensionOf[id] = bondUntil;
        if (increase > decrease) {
            _ledgers[id].unpaid = (uint256(_ledgers[id].unpaid) + increase - decrease).toUint112();
            TREASURY.commit(terms.lineId, terms.token, terms.buyer, increase - decrease, id);
        } else if (decrease > increase) {
            _release(terms, id, type(uint256).max, decrease - increase);
        }
        if (bondIncrease != 0) {
            TREASURY.hold(terms.lineId, terms.supplier, bondIncrease, performanceBondKey(id));
        }
    }

    /* INTERNAL */

    function _milestoneOf(Agreement.MilestoneTerms calldata terms) private pure returns (Agreement.Milestone memory) {
        uint8 flags = terms.amount == 0 ? MilestoneFlags.SETTLED : 0;
        return Agreement.Milestone(terms.amount, terms.notBefore, terms.dueAt, terms.certificates, flags);
    }

    /// @dev An objection that the supplier may still answer, by another delivery or before the court.
    function _requireAnswerable(Agreement.Exception storage x, bytes32 id, uint256 index) internal view {
        uint40 objectedAt = x.objectedAt;
        require(objectedAt != 0 && !x.disputed, Errors.Escrow_NotObjected(id, index));
        uint256 until = _objectionEnds(objectedAt);
        require(block.timestamp <= until, Errors.Escrow_WindowClosed(id, index, until));
    }

    /// @dev Last second of the objection window; the pause is asked for only where the window without it has passed.
    function _objectionEnds(uint40 objectedAt) internal view returns (uint256 until) {
        until = uint256(objectedAt) + ReviewMath.OBJECTION_WINDOW;
        if (block.timestamp > until) until = PauseClock.extended(objectedAt, until, pausedAt());
    }

    /// @dev A contract whose schedule goes on.
    function _running(Agreement.Terms calldata terms) internal view returns (bytes32 id) {
        id = terms.idOf();
        _requireRunning(id);
    }

    function _requireRunning(bytes32 id) internal view {
        Agreement.Facts storage f = _facts[id];
        require(f.count != 0, Errors.Escrow_UnknownContract(id));
        require(f.endedAt == 0 && f.completedAt == 0, Errors.Escrow_Ended(id));
    }
}

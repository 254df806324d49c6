// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ReviewMath} from "../../../contracts/procurement/libraries/ReviewMath.sol";
import {Agreement} from "../../../contracts/procurement/types/Agreement.sol";
import {MilestoneFlags} from "../../../contracts/procurement/types/MilestoneFlags.sol";
import {BasisPoints} from "../../../contracts/shared/libraries/BasisPoints.sol";
import {Driver} from "./Driver.sol";

/// @notice What both sides sign together: change orders and terminations.
abstract contract Accords is Driver {
    bytes32 private constant MILESTONE_TYPEHASH = keccak256(
        "MilestoneTerms(uint128 amount,uint40 notBefore,uint40 dueAt,uint8 certificates)"
    );
    bytes32 private constant CHANGE_TYPEHASH = keccak256(
        "Change(bytes32 termsHash,bytes32 document,uint256[] indexes,MilestoneTerms[] schedule,uint40 endsAt,uint40 bondUntil,uint128 bondIncrease,uint40 deadline)MilestoneTerms(uint128 amount,uint40 notBefore,uint40 dueAt,uint8 certificates)"
    );
    bytes32 private constant TERMINATION_TYPEHASH = keccak256(
        "Termination(bytes32 termsHash,bytes32 document,uint40 deadline)"
    );

    function _registerAccords() internal {
        _may("change", _change, 6);
        _may("agreeTermination", _agreeTermination, 1);
    }

    function _change() internal returns (bool) {
        (bool found, Case storage c, uint256 index) = _pickCase();
        if (!found || !_isRunning(c.id)) return false;
        (Agreement.Change memory order, uint128 increase, uint128 decrease) = _draftChange(c, index);
        uint256 changed = uint256(changes.changedOf(c.id)) + (increase > decrease ? increase : decrease);
        if (order.indexes.length == 0 || changed * 10_000 > uint256(c.deed.terms.price) * 3_000) return false;
        if (increase > decrease && !_canCommit(c.deed.terms.lineId, increase - decrease)) return false;
        if (order.bondIncrease != 0 && !_canPost(c)) return false;
        bytes32 digest = _changeDigest(order);
        bytes memory ofBuyer = _signAs(_buyer, digest);
        bytes memory ofSupplier = _signAs(c.deed.terms.supplier, digest);
        VM.prank(STRANGER);
        changes.change(c.deed, order, ofBuyer, ofSupplier);
        if (increase > decrease) c.changes += increase - decrease;
        return true;
    }

    function _agreeTermination() internal returns (bool) {
        (bool found, Case storage c, ) = _pickCase();
        if (!found || !_isRunning(c.id) || !_chance(30)) return false;
        bytes32 termsHash = changes.termsHashOf(c.id);
        uint40 deadline = uint40(block.timestamp);
        bytes32 structHash = keccak256(abi.encode(TERMINATION_TYPEHASH, termsHash, bytes32("why"), deadline));
        bytes32 digest = _typed("Erario ContractChanges", address(changes), structHash);
        bytes memory ofBuyer = _signAs(_buyer, digest);
        bytes memory ofSupplier = _signAs(c.deed.terms.supplier, digest);
        VM.prank(STRANGER);
        changes.agreeTermination(c.deed.terms, termsHash, "why", deadline, ofBuyer, ofSupplier);
        return true;
    }

    /// @dev Changes one milestone that was not delivered, adds one, or moves money from the first to the second.
    function _draftChange(
        Case storage c,
        uint256 index
    ) private returns (Agreement.Change memory order, uint128 increase, uint128 decrease) {
        uint256 count = escrow.getFacts(c.id).count;
        (Agreement.Milestone memory m, Agreement.Delivery memory d, ) = escrow.getMilestone(c.id, index);
        bool open = d.time == 0 && !ReviewMath.has(m, MilestoneFlags.SETTLED);
        bool adds = count < 8 && (!open || _chance(50));
        if (!open && !adds) return (order, 0, 0);
        uint256 size = (open ? 1 : 0) + (adds ? 1 : 0);
        order.indexes = new uint256[](size);
        order.schedule = new Agreement.MilestoneTerms[](size);
        _drawDates(c, order);
        uint128 step = c.deed.terms.price / 8 + 1;
        if (open) {
            uint128 amount = m.amount > step && _chance(60) ? m.amount - _between(0, step) : _between(0, step * 2);
            order.indexes[0] = index;
            order.schedule[0] = Agreement.MilestoneTerms(amount, 0, order.endsAt, m.certificates);
            if (amount > m.amount) increase = amount - m.amount;
            else decrease = m.amount - amount;
        }
        if (adds) {
            uint128 added = _between(1, step);
            order.indexes[size - 1] = count;
            order.schedule[size - 1] = Agreement.MilestoneTerms(added, 0, order.endsAt, uint8(_pick(8)));
            increase += added;
        }
        order.bondIncrease = _bondFor(c, increase, decrease);
        order.termsHash = changes.termsHashOf(c.id);
    }

    function _drawDates(Case storage c, Agreement.Change memory order) private {
        uint256 current = escrow.bondExtensionOf(c.id);
        if (current == 0) current = c.deed.annex.bondUntil;
        order.endsAt = escrow.getFacts(c.id).endsAt + uint40(_pick(30 days));
        uint256 least = uint256(order.endsAt) + 60 days;
        order.bondUntil = uint40(current > least ? current : least);
        order.deadline = uint40(block.timestamp);
        order.document = "order";
    }

    function _bondFor(Case storage c, uint128 increase, uint128 decrease) private returns (uint128) {
        bool guaranteed = c.deed.annex.performanceBond != 0;
        uint128 base = guaranteed ? 0 : _priceOf(c.id);
        if (increase > decrease) base += increase - decrease;
        bool due = guaranteed || base >= opening.thresholdOf(c.deed.terms.token);
        if (increase <= decrease || !due) return _chance(80) ? 0 : _between(1, 5);
        uint256 net = (uint256(base) * c.deed.annex.netPrice) / c.deed.terms.price;
        uint128 least = BasisPoints.ceil(uint128(net), 500);
        uint128 held = guaranteed ? 0 : escrow.performanceBondOf(c.id);
        return (least > held ? least - held : 0) + _between(0, 5);
    }

    function _priceOf(bytes32 id) private view returns (uint128 price) {
        for (uint256 i; i < escrow.getFacts(id).count; ++i) {
            (Agreement.Milestone memory m, , ) = escrow.getMilestone(id, i);
            price += m.amount;
        }
    }

    function _changeDigest(Agreement.Change memory order) private view returns (bytes32) {
        bytes32[] memory milestones = new bytes32[](order.schedule.length);
        for (uint256 i; i < milestones.length; ++i) {
            milestones[i] = keccak256(abi.encode(MILESTONE_TYPEHASH, order.schedule[i]));
        }
        bytes memory words = abi.encode(
            CHANGE_TYPEHASH,
            order.termsHash,
            order.document,
            keccak256(abi.encodePacked(order.indexes)),
            keccak256(abi.encodePacked(milestones)),
            order.endsAt,
            order.bondUntil,
            order.bondIncrease,
            order.deadline
        );
        return _typed("Erario ContractChanges", address(changes), keccak256(words));
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IDirectAward} from "../../../contracts/procurement/interfaces/IDirectAward.sol";
import {Agreement} from "../../../contracts/procurement/types/Agreement.sol";
import {Entity} from "../../../contracts/registry/types/Entity.sol";
import {BasisPoints} from "../../../contracts/shared/libraries/BasisPoints.sol";
import {Budget} from "../../../contracts/treasury/types/Budget.sol";
import {Driver} from "./Driver.sol";

/// @notice Contracts of every shape, opened by direct award, announced or not, or by a tender that reserved their price or did not.
abstract contract Awards is Driver {
    function _registerAwards() internal {
        _may("awardSmall", _awardSmall, 4);
        _may("announce", _announce, 4);
        _may("objectToAward", _objectToAward, 1);
        _may("annul", _annul, 1);
        _may("awardAnnounced", _awardAnnounced, 4);
        _may("reserve", _reserve, 2);
        _may("unreserve", _unreserve, 1);
        _may("openFromTender", _openFromTender, 4);
    }

    /* DIRECT AWARD */

    function _awardSmall() internal returns (bool) {
        if (_cases.length == MOST_CASES || _isPaused(opening.pausedAt())) return false;
        Case storage c = _draft(true);
        if (_isAwardable(c)) return _awardNow(c);
        _discard();
        return false;
    }

    function _announce() internal returns (bool) {
        if (_cases.length == MOST_CASES || _isPaused(opening.pausedAt())) return false;
        Case storage c = _draft(false);
        uint40 openFrom = uint40(block.timestamp) + 5 days + _bound40(_next(), 0, 5 days);
        address buyer = registry.accountOf(_buyer);
        VM.prank(buyer);
        opening.announce(c.deed, _document("sole supplier"), openFrom);
        return true;
    }

    function _objectToAward() internal returns (bool) {
        (bool found, Case storage c) = _pickAnnounced();
        IDirectAward.Announcement memory a = opening.getAnnouncement(c.id);
        if (!found || a.annulled || block.timestamp >= a.openFrom) return false;
        if (!registry.isActive(_factor, Entity.Kind.Supplier)) return false;
        address objector = registry.accountOf(_factor);
        VM.prank(objector);
        opening.objectTo(c.id, _document("there are others"));
        return true;
    }

    function _annul() internal returns (bool) {
        (bool found, Case storage c) = _pickAnnounced();
        IDirectAward.Announcement memory a = opening.getAnnouncement(c.id);
        if (!found || a.annulled || block.timestamp >= a.openFrom || !_chance(25)) return false;
        VM.prank(REVIEWER);
        opening.annul(c.deed, "reason");
        return true;
    }

    function _awardAnnounced() internal returns (bool) {
        (bool found, Case storage c) = _pickAnnounced();
        IDirectAward.Announcement memory a = opening.getAnnouncement(c.id);
        if (!found || a.annulled || block.timestamp < a.openFrom || !_isAwardable(c)) return false;
        return _awardNow(c);
    }

    function _awardNow(Case storage c) private returns (bool) {
        bytes memory signature = _signContract(c.deed, _schedules[_positionOf(c)]);
        address buyer = registry.accountOf(_buyer);
        VM.prank(buyer);
        opening.award(c.deed, _schedules[_positionOf(c)], 1, _document("why"), signature);
        c.isOpen = true;
        return true;
    }

    function _isAwardable(Case storage c) private view returns (bool) {
        return
            !_isPaused(opening.pausedAt()) &&
            block.timestamp <= c.deed.annex.signBy &&
            registry.isActive(c.deed.terms.supplier, Entity.Kind.Supplier) &&
            _canCommit(c.deed.terms.lineId, c.deed.terms.price) &&
            (c.deed.annex.performanceBond == 0 || _canPost(c));
    }

    function _pickAnnounced() private returns (bool, Case storage c) {
        c = _none;
        if (_cases.length == 0) return (false, c);
        c = _cases[_pick(_cases.length)];
        return (!c.isOpen && opening.getAnnouncement(c.id).announcedAt != 0, c);
    }

    /* TENDER */

    function _reserve() internal returns (bool) {
        uint256 lineId = _lineIds[0];
        (, Budget.Balance memory balance) = treasury.getLine(lineId);
        bool free = opening.getReservation(AWARDING, RESERVATION).amount == 0;
        if (!free || _isPaused(opening.pausedAt()) || !_canCommit(lineId, balance.available / 4)) return false;
        VM.prank(AWARDING);
        opening.reserve(
            lineId,
            address(_tokens[0]),
            _buyer,
            balance.available / 4,
            RESERVATION,
            uint40(block.timestamp) + 365 days
        );
        return true;
    }

    function _unreserve() internal returns (bool) {
        uint128 reserved = opening.getReservation(AWARDING, RESERVATION).amount;
        if (reserved == 0 || !_chance(30)) return false;
        uint128 amount = _between(1, reserved);
        VM.prank(AWARDING);
        opening.unreserve(amount, RESERVATION);
        return true;
    }

    function _openFromTender() internal returns (bool) {
        if (_cases.length == MOST_CASES || _isPaused(opening.pausedAt())) return false;
        Case storage c = _draft(_chance(50));
        Agreement.Terms memory terms = c.deed.terms;
        uint128 reserved = opening.getReservation(AWARDING, RESERVATION).amount;
        bool draws = terms.lineId == _lineIds[0] && terms.price <= reserved;
        bool posts = c.deed.annex.performanceBond == 0 || _canPost(c);
        if (!posts || (!draws && !_canCommit(terms.lineId, terms.price))) {
            _discard();
            return false;
        }
        VM.prank(AWARDING);
        opening.open(c.deed, _schedules[_positionOf(c)], draws ? RESERVATION : bytes32(0));
        c.isOpen = true;
        c.reserved = draws;
        return true;
    }

    /* DRAFTS */

    function _positionOf(Case storage c) private view returns (uint256 position) {
        while (_cases[position].id != c.id) ++position;
    }

    function _discard() private {
        delete _schedules[_cases.length - 1];
        _cases.pop();
    }

    /// @dev Any lawful terms: dust and large amounts, with and without advance, retention, bonds and certificates.
    function _draft(bool small) private returns (Case storage c) {
        uint256 position = _cases.length;
        c = _cases.push();
        uint256 lineId = _lineIds[_pick(_lineIds.length)];
        (Budget.Line memory line, ) = treasury.getLine(lineId);
        uint256 threshold = opening.thresholdOf(line.token);
        uint256 count = 1 + _pick(4);
        uint128 price = small ? _between(count, threshold - 1) : _between(threshold, 5 * threshold);
        Agreement.Terms memory t = _termsOf(
            lineId,
            _tokens[line.token == address(_tokens[0]) ? 0 : 1],
            _suppliers[_pick(2)],
            price
        );
        Agreement.Annex memory a = _annexOf(price);
        _drawMoney(t, a, small);
        _drawTimes(a);
        a.document = bytes32(_next()); // no two contracts alike
        t.annex = clocks.annexHash(a);
        c.deed = Agreement.Deed(t, a);
        c.id = clocks.idOf(t);
        _drawSchedule(position, count, price, a.endsAt);
    }

    function _drawMoney(Agreement.Terms memory t, Agreement.Annex memory a, bool small) private {
        if (_chance(60)) t.advance = _between(1, _chance(20) ? t.price : (t.price + 1) / 2);
        if (!small || _chance(50)) a.advanceBond = t.advance;
        a.netPrice = _between((t.price * 10_000) / 11_900, t.price);
        if (!small || _chance(30)) {
            uint128 least = BasisPoints.ceil(a.netPrice, 500);
            a.performanceBond = _between(least, uint256(least) * 3 + 1);
        }
        if (_chance(70)) {
            t.retentionBps = _bound16(_next(), 0, _chance(10) ? 10_000 : 2_000);
            t.retentionCapBps = _bound16(_next(), 0, _chance(10) ? 10_000 : 1_500);
        }
        a.fineBpsPerDay = _bound16(_next(), 0, 1_000);
        a.fineCapBps = _bound16(_next(), 0, 3_000);
        a.defaultBps = _bound16(_next(), 5_000, 10_000);
    }

    function _drawTimes(Agreement.Annex memory a) private {
        a.category = Agreement.Category(_pick(3));
        a.warranty = uint32(_pick(90 days));
        a.endsAt = uint40(block.timestamp + 40 days + _pick(150 days));
        a.bondUntil = a.endsAt + uint40(_pick(30 days));
        if (a.category == Agreement.Category.Services) a.bondUntil += 60 days;
        a.defenceWindow = uint32(1 days + _pick(29 days));
        a.decisionWindow = uint32(1 days + _pick(40 days));
        a.appealWindow = uint32(1 days + _pick(29 days));
        a.reviewWindow = uint32(1 days + _pick(40 days));
        a.settlementWindow = uint32(1 days + _pick(10 days));
        a.rulingWindow = uint32(1 days + _pick(20 days));
        a.certificateWindow = uint32(1 days + _pick(29 days));
    }

    function _drawSchedule(uint256 position, uint256 count, uint128 price, uint40 endsAt) private {
        uint128 left = price;
        for (uint256 i; i < count; ++i) {
            uint128 rest = uint128(count - 1 - i);
            uint128 amount = rest == 0 ? left : _between(1, left - rest);
            left -= amount;
            uint40 dueAt = uint40(block.timestamp + _pick(endsAt - block.timestamp + 1));
            if (_chance(50)) dueAt = uint40(block.timestamp + _pick(20 days));
            uint40 notBefore = _chance(70) ? 0 : uint40(block.timestamp + _pick(dueAt - block.timestamp + 1));
            uint8 certificates = _chance(50) ? 0 : uint8(_pick(8));
            _schedules[position].push(Agreement.MilestoneTerms(amount, notBefore, dueAt, certificates));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {MockClp} from "../../../contracts/mocks/MockClp.sol";
import {Entity} from "../../../contracts/registry/types/Entity.sol";
import {Budget} from "../../../contracts/treasury/types/Budget.sol";
import {Driver} from "./Driver.sol";

/// @notice What happens around contracts: budget, tokens, registry, guardians, credits.
abstract contract Office is Driver {
    function _registerOffice() internal {
        _may("fund", _appropriate, 2);
        _may("donate", _donate, 1);
        _may("block", _block, 2);
        _may("withdraw", _withdraw, 2);
        _may("pauseOpening", _pauseOpening, 1);
        _may("pauseTreasury", _pauseTreasury, 1);
        _may("closeLine", _closeLine, 1);
        _may("sweepLine", _sweepLine, 1);
        _may("suspend", _suspend, 1);
        _may("proposeRotation", _proposeRotation, 1);
        _may("proposeRecovery", _proposeRecovery, 1);
        _may("contestRotation", _contestRotation, 1);
        _may("decideRotation", _decideRotation, 1);
        _may("cancelRotation", _cancelRotation, 1);
        _may("acceptRotation", _acceptRotation, 3);
    }

    function _appropriate() internal returns (bool) {
        uint256 lineId = _lineIds[_pick(_lineIds.length)];
        (Budget.Line memory line, ) = treasury.getLine(lineId);
        if (line.closed || _isPaused(treasury.pausedAt())) return false;
        uint128 amount = _between(1, line.token == address(_tokens[0]) ? 1e26 : 1e5);
        VM.prank(BUDGET_OFFICE);
        treasury.fund(lineId, amount);
        return true;
    }

    function _donate() internal returns (bool) {
        MockClp token = _tokens[_pick(2)];
        uint256 amount = _between(1, 1_000);
        token.mint(address(treasury), amount);
        _donated[address(token)] += amount;
        return true;
    }

    /// @dev Only the second token blocks; an account that is blocked is freed as likely as it was blocked.
    function _block() internal returns (bool) {
        address account = registry.accountOf(_pickEntity());
        bool blocked = _tokens[1].isBlocked(account);
        _tokens[1].setBlocked(account, !blocked);
        return true;
    }

    function _withdraw() internal returns (bool) {
        uint64 entity = _chance(30) ? _buyer : _pickEntity();
        MockClp token = _tokens[_pick(2)];
        address account = registry.payeeOf(entity);
        if (treasury.creditOf(entity, address(token)) == 0) return false;
        if (account == address(0) || token.isBlocked(account)) return false;
        VM.prank(STRANGER);
        treasury.withdraw(entity, address(token));
        return true;
    }

    function _pauseOpening() internal returns (bool) {
        if (!_canPause(opening.pausedAt())) return false;
        VM.prank(GUARDIAN);
        opening.pause("reason");
        return true;
    }

    function _pauseTreasury() internal returns (bool) {
        if (!_canPause(treasury.pausedAt())) return false;
        VM.prank(GUARDIAN);
        treasury.pause("reason");
        return true;
    }

    function _canPause(uint40 pausedAt) private returns (bool) {
        return _chance(30) && (pausedAt == 0 || block.timestamp > uint256(pausedAt) + 37 days);
    }

    /// @dev The first line stays; a line that is closed is replaced by a new one of the same token.
    function _closeLine() internal returns (bool) {
        uint256 position = 1 + _pick(_lineIds.length - 1);
        (Budget.Line memory line, ) = treasury.getLine(_lineIds[position]);
        if (line.closed || _lineIds.length > 3 || _isPaused(treasury.pausedAt())) return false;
        VM.prank(BUDGET_OFFICE);
        treasury.closeLine(_lineIds[position]);
        _lineIds.push(_newLine(MockClp(line.token)));
        return true;
    }

    function _sweepLine() internal returns (bool) {
        uint256 lineId = _lineIds[_pick(_lineIds.length)];
        (Budget.Line memory line, Budget.Balance memory balance) = treasury.getLine(lineId);
        if (!line.closed || balance.available == 0) return false;
        VM.prank(STRANGER);
        treasury.sweepLine(lineId);
        return true;
    }

    function _suspend() internal returns (bool) {
        uint64 entity = _pickEntity();
        uint40 until = uint40(block.timestamp) + _bound40(_next(), 1, 20 days);
        VM.prank(SANCTIONS);
        registry.suspend(entity, until, "reason");
        return true;
    }

    /* ROTATION OF ACCOUNTS */

    function _proposeRotation() internal returns (bool) {
        uint64 entity = _pickEntity();
        if (!_canPropose(entity)) return false;
        address account = registry.accountOf(entity);
        address proposed = _account(++_accountCount);
        VM.prank(account);
        registry.proposeRotation(entity, proposed);
        return true;
    }

    function _proposeRecovery() internal returns (bool) {
        uint64 entity = _pickEntity();
        if (!_canPropose(entity)) return false;
        address proposed = _account(++_accountCount);
        VM.prank(ACCREDITOR);
        registry.proposeRecovery(entity, proposed);
        return true;
    }

    function _contestRotation() internal returns (bool) {
        uint64 entity = _pickEntity();
        Entity.Rotation memory r = registry.getRotation(entity);
        if (!_isRotating(entity) || r.contested || block.timestamp >= r.acceptableFrom) return false;
        address account = registry.accountOf(entity);
        VM.prank(r.byOffice ? account : ACCREDITOR);
        if (r.byOffice) registry.vetoRecovery(entity);
        else registry.vetoRotation(entity);
        return true;
    }

    function _decideRotation() internal returns (bool) {
        uint64 entity = _pickEntity();
        if (!_isRotating(entity) || !registry.getRotation(entity).contested) return false;
        bool approved = _chance(70);
        VM.prank(REGISTRY_APPEALS);
        registry.decideRotation(entity, approved, "reason");
        return true;
    }

    function _cancelRotation() internal returns (bool) {
        uint64 entity = _pickEntity();
        if (!_isRotating(entity) || registry.getRotation(entity).byOffice || !_chance(20)) return false;
        if (registry.getRotation(entity).contested) return false;
        address account = registry.accountOf(entity);
        VM.prank(account);
        registry.cancelRotation(entity);
        return true;
    }

    function _acceptRotation() internal returns (bool) {
        uint64 entity = _pickEntity();
        Entity.Rotation memory r = registry.getRotation(entity);
        if (!_isRotating(entity) || r.contested || block.timestamp < r.acceptableFrom) return false;
        VM.prank(r.proposed);
        registry.acceptRotation(entity);
        _endow(entity);
        return true;
    }

    function _isRotating(uint64 entity) private view returns (bool) {
        return block.timestamp <= registry.getEntity(entity).rotationEndsAt;
    }

    function _canPropose(uint64 entity) private view returns (bool) {
        uint256 endedAt = registry.getEntity(entity).rotationEndsAt;
        return endedAt == 0 || block.timestamp > endedAt + 30 days;
    }

    /// @dev A supplier or the factoring house.
    function _pickEntity() private returns (uint64) {
        uint256 which = _pick(3);
        return which == 2 ? _factor : _suppliers[which];
    }
}

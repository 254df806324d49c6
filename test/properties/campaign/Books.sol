// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IMilestoneEscrow} from "../../../contracts/procurement/interfaces/IMilestoneEscrow.sol";
import {ITreasury} from "../../../contracts/treasury/interfaces/ITreasury.sol";
import {Budget} from "../../../contracts/treasury/types/Budget.sol";
import {IVm} from "../support/IVm.sol";

/// @notice A second set of books, kept from the treasury's events alone; what the escrow says about fines is kept beside it.
contract Books {
    struct LineBook {
        uint256 funded;
        uint256 forfeited;
        uint256 committed;
        uint256 released;
        uint256 paid;
        uint256 swept;
    }

    /// @dev `fined`, `finedFromBond` and `returned` are what the escrow says that the treasury's releases and forfeits were for.
    struct RecordBook {
        uint256 committed;
        uint256 released;
        uint256 paid;
        uint256 fined;
        uint256 finedFromBond;
        uint256 returned;
    }

    struct DepositBook {
        uint64 owner;
        uint256 held;
        uint256 returned;
        uint256 forfeited;
    }

    struct EntityBook {
        uint256 received;
        uint256 posted;
        uint256 credited;
        uint256 withdrawn;
    }

    mapping(uint256 lineId => LineBook book) private _lines;
    mapping(bytes32 record => RecordBook book) private _records;
    mapping(bytes32 record => DepositBook book) private _deposits;
    mapping(uint64 entity => mapping(address token => EntityBook book)) private _entities;

    ITreasury private immutable TREASURY;
    address private immutable ESCROW;

    constructor(ITreasury treasury, address escrow) {
        TREASURY = treasury;
        ESCROW = escrow;
    }

    function line(uint256 lineId) external view returns (LineBook memory) {
        return _lines[lineId];
    }

    function record(bytes32 key) external view returns (RecordBook memory) {
        return _records[key];
    }

    function deposit(bytes32 key) external view returns (DepositBook memory) {
        return _deposits[key];
    }

    function entity(uint64 id, address token) external view returns (EntityBook memory) {
        return _entities[id][token];
    }

    /// @notice Enters what happened since the last time.
    function enter(IVm.Log[] calldata logs) external {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter == address(TREASURY)) {
                if (!_enterLine(logs[i]) && !_enterDeposit(logs[i])) _enterEntity(logs[i]);
            } else if (logs[i].emitter == ESCROW) {
                _enterEscrow(logs[i]);
            }
        }
    }

    function _enterLine(IVm.Log calldata log) private returns (bool) {
        bytes32 name = log.topics[0];
        if (name == ITreasury.LineFunded.selector) {
            _lines[uint256(log.topics[1])].funded += _amount(log);
        } else if (name == ITreasury.Committed.selector) {
            _lines[uint256(log.topics[1])].committed += _amount(log);
            _records[log.topics[2]].committed += _amount(log);
        } else if (name == ITreasury.Released.selector) {
            _lines[uint256(log.topics[1])].released += _amount(log);
            _records[log.topics[2]].released += _amount(log);
        } else if (name == ITreasury.Paid.selector) {
            _lines[uint256(log.topics[1])].paid += _amount(log);
            _records[log.topics[2]].paid += _amount(log);
            _entities[uint64(uint256(log.topics[3]))][_tokenOf(uint256(log.topics[1]))].received += _amount(log);
        } else if (name == ITreasury.LineSwept.selector) {
            (uint64 owner, uint128 amount) = abi.decode(log.data, (uint64, uint128));
            _lines[uint256(log.topics[1])].swept += amount;
            _entities[owner][_tokenOf(uint256(log.topics[1]))].received += amount;
        } else {
            return false;
        }
        return true;
    }

    function _enterDeposit(IVm.Log calldata log) private returns (bool) {
        bytes32 name = log.topics[0];
        if (name == ITreasury.DepositHeld.selector) {
            (uint64 owner, uint128 amount) = abi.decode(log.data, (uint64, uint128));
            _deposits[log.topics[1]].owner = owner;
            _deposits[log.topics[1]].held += amount;
            _entities[owner][_tokenOf(uint256(log.topics[3]))].posted += amount;
        } else if (name == ITreasury.DepositReturned.selector) {
            (uint64 owner, uint128 amount) = abi.decode(log.data, (uint64, uint128));
            _deposits[log.topics[1]].returned += amount;
            uint256 lineId = TREASURY.getDeposit(ESCROW, log.topics[1]).lineId;
            _entities[owner][_tokenOf(lineId)].received += amount;
        } else if (name == ITreasury.DepositForfeited.selector) {
            _deposits[log.topics[1]].forfeited += _amount(log);
            _lines[uint256(log.topics[3])].forfeited += _amount(log);
        } else {
            return false;
        }
        return true;
    }

    function _enterEntity(IVm.Log calldata log) private {
        if (log.topics[0] == ITreasury.Credited.selector) {
            address token = address(uint160(uint256(log.topics[2])));
            _entities[uint64(uint256(log.topics[1]))][token].credited += _amount(log);
        } else if (log.topics[0] == ITreasury.CreditWithdrawn.selector) {
            (uint128 amount, ) = abi.decode(log.data, (uint128, address));
            address token = address(uint160(uint256(log.topics[3])));
            _entities[uint64(uint256(log.topics[1]))][token].withdrawn += amount;
        }
    }

    function _enterEscrow(IVm.Log calldata log) private {
        bytes32 name = log.topics[0];
        if (log.topics.length < 2) return;
        RecordBook storage book = _records[log.topics[1]];
        if (name == IMilestoneEscrow.MilestonePaid.selector) {
            (, , , uint128 fined) = abi.decode(log.data, (uint128, uint128, uint128, uint128));
            book.fined += fined;
        } else if (name == IMilestoneEscrow.RetentionPaid.selector) {
            (, uint128 fined) = abi.decode(log.data, (uint128, uint128));
            book.fined += fined;
        } else if (name == IMilestoneEscrow.FineCollected.selector) {
            (uint128 fromRetention, uint128 fromBond, ) = abi.decode(log.data, (uint128, uint128, uint128));
            book.fined += fromRetention;
            book.finedFromBond += fromBond;
        } else if (name == IMilestoneEscrow.PartReleased.selector) {
            (uint128 released, ) = abi.decode(log.data, (uint128, uint128));
            book.returned += released;
        }
    }

    function _amount(IVm.Log calldata log) private pure returns (uint256) {
        return abi.decode(log.data, (uint128));
    }

    function _tokenOf(uint256 lineId) private view returns (address) {
        (Budget.Line memory known, ) = TREASURY.getLine(lineId);
        return known.token;
    }
}

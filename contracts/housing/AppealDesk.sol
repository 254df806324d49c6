// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {Attestation} from "../shared/abstracts/Attestation.sol";
import {Attested} from "../shared/interfaces/IAttestation.sol";
import {ClaimKeys} from "./abstracts/ClaimKeys.sol";
import {IAppealDesk} from "./interfaces/IAppealDesk.sol";
import {ICallBook} from "./interfaces/ICallBook.sol";
import {ICallDesk} from "./interfaces/ICallDesk.sol";
import {AppealRule} from "./libraries/AppealRule.sol";
import {Applications} from "./libraries/Applications.sol";
import {HousingErrors as Errors} from "./libraries/HousingErrors.sol";
import {Appeal} from "./types/Appeal.sol";
import {Application} from "./types/Application.sol";
import {Call} from "./types/Call.sol";

/// @title AppealDesk
contract AppealDesk is IAppealDesk, Attestation, ClaimKeys {
    /// @notice Number of the reviewers' board.
    uint256 public constant REVIEWERS = 1;

    /// @dev Index of an application that an appeal brought.
    uint24 private constant NO_INDEX = type(uint24).max;

    bytes32 private constant APPEAL = keccak256("Appeal(bytes32 callId,bytes32 nullifier,bytes32 reason)");
    bytes32 private constant UPHOLD = keccak256("Uphold(bytes32 callId,bytes32 application,uint16 slot)");
    bytes32 private constant REJECT = keccak256("Reject(bytes32 callId,bytes32 nullifier,bytes32 reason)");

    IRegistry public immutable REGISTRY;
    ICallBook public immutable BOOK;
    ICallDesk public immutable DESK;

    mapping(bytes32 id => uint40 time) private _startedAt;
    mapping(bytes32 id => mapping(bytes32 nullifier => Appeal.Record record)) private _appeals;
    mapping(bytes32 id => bytes32[] nullifiers) private _lines;
    mapping(bytes32 id => uint256 count) private _served;
    /// @inheritdoc IAppealDesk
    mapping(bytes32 nullifier => uint32 call) public priorOf;

    /// @param authority The AccessManager.
    /// @param registry Who the offices are.
    /// @param book Keeps the seats.
    /// @param desk Knows the windows of the calls.
    constructor(
        address authority,
        IRegistry registry,
        ICallBook book,
        ICallDesk desk
    ) AccessManaged(authority) EIP712("Erario AppealDesk", "1") {
        REGISTRY = registry;
        BOOK = book;
        DESK = desk;
    }

    /* HOUSEHOLD, BY WHOEVER CARRIES ITS SIGNATURE */

    /// @inheritdoc IAppealDesk
    function file(
        bytes32 id,
        uint256 index,
        Application.Leaf calldata application,
        bytes32[] calldata path,
        bytes32 reason,
        address signer,
        bytes calldata signature
    ) external {
        bytes32 nullifier = application.nullifier;
        Appeal.Record storage r = _requireFilable(id, nullifier, reason);
        require(r.claim == 0, Errors.Appeal_Filed(id, nullifier));
        require(BOOK.stands(id, index, application, path), Errors.Seat_NotProven(id));
        uint16 size = application.size;
        require(size == 1, Errors.Appeal_Committee(id, nullifier, size));
        bytes13 claim = bytes13(application.claim);
        bytes32 message = keccak256(abi.encode(APPEAL, id, nullifier, reason));
        _requireClaimKey(nullifier, claim, message, signer, signature);
        (r.filedAt, r.ruling, r.claim) = (uint40(block.timestamp), Appeal.Status.Pending, claim);
        emit AppealFiled(id, nullifier, reason);
    }

    /* HOUSING OFFICE */

    /// @inheritdoc IAppealDesk
    function enter(bytes32 id, bytes32 nullifier, bytes32 reason) external restricted {
        address account = REGISTRY.accountOf(BOOK.getMoney(id).office);
        require(msg.sender == account, Errors.Call_NotTheOffice(id, msg.sender, account));
        Appeal.Record storage r = _requireFilable(id, nullifier, reason);
        require(r.filedAt == 0, Errors.Appeal_Filed(id, nullifier));
        (r.filedAt, r.ruling) = (uint40(block.timestamp), Appeal.Status.Pending);
        emit AppealEntered(id, nullifier, msg.sender, reason);
    }

    /* REVIEWERS, BY WHOEVER CARRIES THEIR SIGNATURES */

    /// @inheritdoc IAppealDesk
    function uphold(
        bytes32 id,
        Application.Leaf calldata application,
        uint16 slot,
        Attested calldata attested
    ) external {
        bytes32 nullifier = application.nullifier;
        Appeal.Record storage r = _requirePending(id, nullifier);
        bytes13 claim = r.claim;
        require(claim == 0 || claim == bytes13(application.claim), Errors.Appeal_OtherKey(id, nullifier));
        _requireSeatless(nullifier);
        uint16 first = _slotOf(id, application);
        require(slot == first, Errors.Appeal_Slot(id, nullifier, slot, first));
        _requireAttested(REVIEWERS, upholdReport(id, application, slot), attested);
        (r.ruling, r.slot, r.leaf) = (Appeal.Status.Upheld, slot, Applications.contentOf(id, NO_INDEX, application));
        bytes32[] storage line = _lines[id];
        emit AppealUpheld(id, nullifier, line.length, slot, application);
        line.push(nullifier);
    }

    /// @inheritdoc IAppealDesk
    function reject(bytes32 id, bytes32 nullifier, bytes32 reason, Attested calldata attested) external {
        Appeal.Record storage r = _requirePending(id, nullifier);
        require(reason != 0, Errors.Appeal_NoReason(id, nullifier));
        _requireAttested(REVIEWERS, rejectReport(id, nullifier, reason), attested);
        r.ruling = Appeal.Status.Rejected;
        emit AppealRejected(id, nullifier, reason);
    }

    /* ANYONE */

    /// @inheritdoc IAppealDesk
    function start(bytes32 id) external {
        _start(id);
    }

    /// @inheritdoc IAppealDesk
    function serve(bytes32 id, Application.Leaf calldata application) external {
        (, uint256 until) = windowOf(id);
        require(block.timestamp > until && until != 0, Errors.Appeal_Running(id, until));
        bytes32 nullifier = application.nullifier;
        uint256 place = _served[id]++;
        bytes32 next = place < _lines[id].length ? _lines[id][place] : bytes32(0);
        require(nullifier == next, Errors.Appeal_NotNext(id, nullifier, next));
        Appeal.Record storage r = _appeals[id][nullifier];
        require(r.leaf == Applications.contentOf(id, NO_INDEX, application), Errors.Appeal_Application(id, nullifier));
        Appeal.Status status = Appeal.Status.Served;
        if (BOOK.awardOf(nullifier).call != 0) {
            status = Appeal.Status.Needless;
        } else if (BOOK.getMoney(id).pool == 0) {
            status = Appeal.Status.Noted;
            priorOf[nullifier] = BOOK.getCourse(id).number;
        }
        r.ruling = status;
        emit AppealConcluded(id, nullifier, status);
        if (status == Appeal.Status.Served) BOOK.grant(id, NO_INDEX, application, r.slot);
    }

    /// @inheritdoc IAppealDesk
    function servePrior(
        bytes32 id,
        uint256 index,
        Application.Leaf calldata application,
        bytes32[] calldata path
    ) external {
        bytes32 nullifier = application.nullifier;
        uint32 number = priorOf[nullifier];
        bytes32 earlier = BOOK.idOf(number);
        require(
            number != 0 &&
                BOOK.getCourse(id).number > number &&
                BOOK.getMoney(id).office == BOOK.getMoney(earlier).office,
            Errors.Appeal_NoPriority(id, nullifier, number)
        );
        require(BOOK.stands(id, index, application, path), Errors.Seat_NotProven(id));
        _requireServable(id, application);
        uint16 slot = application.slots[0];
        require(!BOOK.getSlot(id, slot).committees, Errors.Appeal_Application(id, nullifier));
        delete priorOf[nullifier];
        emit PriorServed(id, nullifier, earlier);
        // An index of the root or an added application: below the largest number of 24 bits.
        BOOK.grant(id, uint24(index), application, slot);
    }

    /// @inheritdoc IAppealDesk
    function releasePool(bytes32 id) external {
        (uint256 from, uint256 until) = windowOf(id);
        until += DESK.getWindows(id).rulings;
        require(from != 0 && block.timestamp > until, Errors.Appeal_Running(id, until));
        uint256 left = _lines[id].length - _served[id];
        require(left == 0, Errors.Appeal_Unserved(id, left));
        BOOK.releasePool(id);
    }

    /// @inheritdoc IAppealDesk
    function windowOf(bytes32 id) public view returns (uint256 from, uint256 until) {
        from = _startedAt[id];
        if (from == 0) {
            Call.Course memory c = BOOK.getCourse(id);
            if (c.isFixed || c.round > 1) from = c.movedAt;
        }
        if (from != 0) until = from + DESK.getWindows(id).appeals;
    }

    /// @inheritdoc IAppealDesk
    function getAppeal(bytes32 id, bytes32 nullifier) external view returns (Appeal.Record memory) {
        return _appeals[id][nullifier];
    }

    /// @inheritdoc IAppealDesk
    function statusOf(bytes32 id, bytes32 nullifier) public view returns (Appeal.Status) {
        return AppealRule.statusOf(_appeals[id][nullifier], DESK.getWindows(id).rulings, block.timestamp);
    }

    /// @inheritdoc IAppealDesk
    function lineOf(bytes32 id) external view returns (bytes32[] memory nullifiers, uint256 served) {
        return (_lines[id], _served[id]);
    }

    /// @inheritdoc IAppealDesk
    function upholdReport(
        bytes32 id,
        Application.Leaf calldata application,
        uint16 slot
    ) public pure returns (bytes32) {
        return keccak256(abi.encode(UPHOLD, id, Applications.contentOf(id, NO_INDEX, application), slot));
    }

    /// @inheritdoc IAppealDesk
    function rejectReport(bytes32 id, bytes32 nullifier, bytes32 reason) public pure returns (bytes32) {
        return keccak256(abi.encode(REJECT, id, nullifier, reason));
    }

    /* INTERNAL */

    /// @return until Last second to appeal.
    function _start(bytes32 id) private returns (uint256 until) {
        uint256 from;
        (from, until) = windowOf(id);
        require(from != 0, Errors.Round_NotFixed(id, BOOK.getCourse(id).round));
        if (_startedAt[id] != 0) return until;
        _startedAt[id] = uint40(from); // a time of the book's
        emit AppealsOpened(id, uint40(from), until);
    }

    function _requireFilable(bytes32 id, bytes32 nullifier, bytes32 reason) private returns (Appeal.Record storage r) {
        uint256 until = _start(id);
        require(block.timestamp <= until, Errors.Appeal_TooLate(id, until));
        Appeal.Status status = statusOf(id, nullifier);
        r = _appeals[id][nullifier];
        bool isOpen = status == Appeal.Status.None || status == Appeal.Status.Pending;
        require(isOpen, Errors.Appeal_Filed(id, nullifier));
        require(reason != 0, Errors.Appeal_NoReason(id, nullifier));
        _requireSeatless(nullifier);
    }

    function _requirePending(bytes32 id, bytes32 nullifier) private view returns (Appeal.Record storage) {
        Appeal.Status status = statusOf(id, nullifier);
        require(status == Appeal.Status.Pending, Errors.Appeal_Status(id, nullifier, status));
        return _appeals[id][nullifier];
    }

    function _requireSeatless(bytes32 nullifier) private view {
        uint32 call = BOOK.awardOf(nullifier).call;
        require(call == 0, Errors.Seat_Taken(nullifier, call));
    }

    function _requireServable(bytes32 id, Application.Leaf calldata application) private view {
        bytes32 nullifier = application.nullifier;
        uint16 size = application.size;
        require(size == 1, Errors.Appeal_Committee(id, nullifier, size));
        require(AppealRule.isServable(application, BOOK.getCourse(id).slots), Errors.Appeal_Application(id, nullifier));
    }

    function _slotOf(bytes32 id, Application.Leaf calldata application) private view returns (uint16) {
        _requireServable(id, application);
        bytes32 nullifier = application.nullifier;
        uint16[] calldata slots = application.slots;
        Call.Seats[] memory listed = new Call.Seats[](slots.length);
        for (uint256 i; i < slots.length; ++i) listed[i] = BOOK.getSlot(id, slots[i]);
        uint256 key = Applications.keyOf(BOOK.seedOf(id), application.score, nullifier);
        uint256 position = AppealRule.firstCleared(key, application.size, listed);
        require(position < slots.length, Errors.Appeal_NothingCleared(id, nullifier));
        return slots[position];
    }
}

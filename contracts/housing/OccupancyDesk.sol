// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {DueProcess} from "../shared/libraries/DueProcess.sol";
import {ClaimKeys} from "./abstracts/ClaimKeys.sol";
import {IBenefitDesk} from "./interfaces/IBenefitDesk.sol";
import {ICallBook} from "./interfaces/ICallBook.sol";
import {IOccupancyDesk} from "./interfaces/IOccupancyDesk.sol";
import {HousingErrors as Errors} from "./libraries/HousingErrors.sol";
import {OccupancyRule} from "./libraries/OccupancyRule.sol";
import {Award} from "./types/Award.sol";

/// @title OccupancyDesk
contract OccupancyDesk is IOccupancyDesk, AccessManaged, ClaimKeys {
    bytes32 private constant DEFENCE = keccak256(
        "Defence(bytes32 callId,bytes32 nullifier,uint32 number,bytes32 document)"
    );
    bytes32 private constant APPEAL = keccak256(
        "Appeal(bytes32 callId,bytes32 nullifier,uint32 number,bytes32 document)"
    );

    ICallBook public immutable BOOK;

    DueProcess.Windows private _windows;
    mapping(bytes32 nullifier => Duty duty) private _duties;

    /// @param authority The AccessManager.
    /// @param book Keeps the seats.
    /// @param windows Of the steps, seconds; the law names none for this procedure.
    constructor(
        address authority,
        ICallBook book,
        DueProcess.Windows memory windows
    ) AccessManaged(authority) EIP712("Erario OccupancyDesk", "1") {
        OccupancyRule.requireWindows(windows);
        BOOK = book;
        _windows = windows;
    }

    /* INSPECTOR */

    /// @inheritdoc IOccupancyDesk
    function visit(bytes32 nullifier, bytes32 report) external restricted {
        bytes32 id = _requireDuty(nullifier);
        require(report != 0, Errors.Occupancy_NoDocument(nullifier));
        Duty storage d = _duties[nullifier];
        d.visitedAt = uint40(block.timestamp);
        emit Visited(id, nullifier, msg.sender, ++d.visits, report);
    }

    /// @inheritdoc IOccupancyDesk
    function notice(bytes32 nullifier, bytes32 charge) external restricted {
        bytes32 id = _requireDuty(nullifier);
        DueProcess.Stage stage = stageOf(nullifier);
        require(
            stage == DueProcess.Stage.None || stage == DueProcess.Stage.Extinguished,
            Errors.Occupancy_Stage(nullifier, stage)
        );
        require(charge != 0, Errors.Occupancy_NoDocument(nullifier));
        Duty storage d = _duties[nullifier];
        delete d.course;
        d.course.noticedAt = uint40(block.timestamp);
        emit OccupancyNoticed(id, nullifier, msg.sender, ++d.number, charge);
    }

    /* HOUSEHOLD, BY WHOEVER CARRIES ITS SIGNATURE */

    /// @inheritdoc IOccupancyDesk
    function defend(bytes32 nullifier, bytes32 defence, address signer, bytes calldata signature) external {
        DueProcess.Course storage c = _at(nullifier, DueProcess.Stage.Defence, defence);
        bytes32 id = _requireSigned(nullifier, DEFENCE, defence, signer, signature);
        c.defendedAt = uint40(block.timestamp);
        emit OccupancyDefended(id, nullifier, defence);
    }

    /// @inheritdoc IOccupancyDesk
    function appeal(bytes32 nullifier, bytes32 writ, address signer, bytes calldata signature) external {
        DueProcess.Course storage c = _at(nullifier, DueProcess.Stage.Appealable, writ);
        bytes32 id = _requireSigned(nullifier, APPEAL, writ, signer, signature);
        c.appealedAt = uint40(block.timestamp);
        emit OccupancyAppealed(id, nullifier, writ);
    }

    /* DECIDING OFFICE */

    /// @inheritdoc IOccupancyDesk
    function decide(bytes32 nullifier, bool upheld, bytes32 reason) external restricted {
        DueProcess.Course storage c = _at(nullifier, DueProcess.Stage.Decision, reason);
        (c.decidedAt, c.upheld) = (uint40(block.timestamp), upheld);
        _duties[nullifier].decidedBy = msg.sender;
        emit OccupancyDecided(_idOf(nullifier), nullifier, msg.sender, upheld, reason);
    }

    /* REVIEWING OFFICE */

    /// @inheritdoc IOccupancyDesk
    function review(bytes32 nullifier, bool upheld, bytes32 reason) external restricted {
        DueProcess.Course storage c = _at(nullifier, DueProcess.Stage.Review, reason);
        require(msg.sender != _duties[nullifier].decidedBy, Errors.Occupancy_SameOffice(nullifier, msg.sender));
        (c.reviewedAt, c.upheld) = (uint40(block.timestamp), upheld);
        emit OccupancyReviewed(_idOf(nullifier), nullifier, msg.sender, upheld, reason);
    }

    /* ANYONE */

    /// @inheritdoc IOccupancyDesk
    function revoke(bytes32 nullifier) external {
        DueProcess.Stage stage = stageOf(nullifier);
        require(stage == DueProcess.Stage.Final, Errors.Occupancy_Stage(nullifier, stage));
        Award.Seat memory seat = BOOK.awardOf(nullifier);
        bytes32 id = BOOK.idOf(seat.call);
        emit BenefitRevoked(id, nullifier, msg.sender, seat.size * uint256(BOOK.benefitOf(id, seat.slot)));
        BOOK.revoke(nullifier);
    }

    /// @inheritdoc IOccupancyDesk
    function getWindows() external view returns (DueProcess.Windows memory) {
        return _windows;
    }

    /// @inheritdoc IOccupancyDesk
    function getDuty(bytes32 nullifier) external view returns (Duty memory) {
        return _duties[nullifier];
    }

    /// @inheritdoc IOccupancyDesk
    function stageOf(bytes32 nullifier) public view returns (DueProcess.Stage) {
        return DueProcess.stageOf(_duties[nullifier].course, _windows, 0, block.timestamp);
    }

    /// @inheritdoc IOccupancyDesk
    function dutyUntil(bytes32 nullifier) public view returns (uint256) {
        return OccupancyRule.dutyUntil(IBenefitDesk(BOOK.getModules().benefits).usedAt(nullifier));
    }

    /* INTERNAL */

    function _requireDuty(bytes32 nullifier) private view returns (bytes32) {
        Award.Seat memory seat = BOOK.awardOf(nullifier);
        require(seat.state == Award.State.Fulfilled, Errors.Seat_State(nullifier, seat.state));
        uint256 until = dutyUntil(nullifier);
        require(block.timestamp <= until, Errors.Occupancy_Ended(nullifier, until));
        return BOOK.idOf(seat.call);
    }

    function _at(
        bytes32 nullifier,
        DueProcess.Stage expected,
        bytes32 document
    ) private view returns (DueProcess.Course storage) {
        DueProcess.Stage stage = stageOf(nullifier);
        require(stage == expected, Errors.Occupancy_Stage(nullifier, stage));
        require(document != 0, Errors.Occupancy_NoDocument(nullifier));
        return _duties[nullifier].course;
    }

    function _requireSigned(
        bytes32 nullifier,
        bytes32 kind,
        bytes32 document,
        address signer,
        bytes calldata signature
    ) private view returns (bytes32 id) {
        Award.Seat memory seat = BOOK.awardOf(nullifier);
        id = BOOK.idOf(seat.call);
        bytes32 message = keccak256(abi.encode(kind, id, nullifier, _duties[nullifier].number, document));
        _requireClaimKey(nullifier, seat.claim, message, signer, signature);
    }

    function _idOf(bytes32 nullifier) private view returns (bytes32) {
        return BOOK.idOf(BOOK.awardOf(nullifier).call);
    }
}

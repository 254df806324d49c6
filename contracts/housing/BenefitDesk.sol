// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {Entity} from "../registry/types/Entity.sol";
import {Attestation} from "../shared/abstracts/Attestation.sol";
import {Attested} from "../shared/interfaces/IAttestation.sol";
import {ClaimKeys} from "./abstracts/ClaimKeys.sol";
import {IBenefitDesk} from "./interfaces/IBenefitDesk.sol";
import {ICallBook} from "./interfaces/ICallBook.sol";
import {ICallDesk} from "./interfaces/ICallDesk.sol";
import {BenefitClock} from "./libraries/BenefitClock.sol";
import {HousingErrors as Errors} from "./libraries/HousingErrors.sol";
import {Award} from "./types/Award.sol";
import {Benefit} from "./types/Benefit.sol";
import {Call} from "./types/Call.sol";

/// @title BenefitDesk
contract BenefitDesk is IBenefitDesk, Attestation, ClaimKeys {
    /// @notice Number of the reviewers' board.
    uint256 public constant REVIEWERS = 1;

    /// @notice Requests of a seat; a refused one costs no validity, so that without a bound a seat could be held for ever.
    uint256 public constant MOST_REQUESTS = 5;

    /// @notice Validity of whoever stays in line: it has not begun.
    uint40 public constant NOT_BEGUN = type(uint40).max;

    bytes32 private constant ACCEPTANCE = keccak256(
        "Acceptance(bytes32 callId,bytes32 nullifier,uint16 slot,uint8 round,uint32 step,bool inLine)"
    );
    bytes32 private constant WAIVER = keccak256(
        "Waiver(bytes32 callId,bytes32 nullifier,uint16 slot,uint8 round,uint32 step)"
    );
    bytes32 private constant LINE_EXIT = keccak256(
        "LineExit(bytes32 callId,bytes32 nullifier,uint16 slot,uint8 round,uint32 step)"
    );
    bytes32 private constant USE = keccak256(
        "Use(bytes32 callId,bytes32 nullifier,uint16 slot,uint8 round,uint32 step,uint64 seller,bytes32 deed)"
    );
    bytes32 private constant WITHDRAWAL = keccak256(
        "Withdrawal(bytes32 callId,bytes32 nullifier,uint16 slot,uint8 round,uint32 step)"
    );
    bytes32 private constant OVERRULE = keccak256(
        "Overrule(bytes32 callId,bytes32 nullifier,uint32 step,uint64 seller)"
    );

    IRegistry public immutable REGISTRY;
    ICallBook public immutable BOOK;
    ICallDesk public immutable DESK;

    mapping(bytes32 nullifier => Benefit.Request request) private _requests;

    /// @param authority The AccessManager.
    /// @param registry Who offices and sellers are.
    /// @param book Keeps the seats.
    /// @param desk Knows the windows of the calls.
    constructor(
        address authority,
        IRegistry registry,
        ICallBook book,
        ICallDesk desk
    ) AccessManaged(authority) EIP712("Erario BenefitDesk", "1") {
        REGISTRY = registry;
        BOOK = book;
        DESK = desk;
    }

    /* HOUSEHOLD, BY WHOEVER CARRIES ITS SIGNATURE */

    /// @inheritdoc IBenefitDesk
    function accept(bytes32 nullifier, bool inLine, address signer, bytes calldata signature) external {
        (bytes32 id, Award.Seat memory seat) = _seatIn(nullifier, Award.State.Offered);
        require(block.timestamp <= seat.until, Errors.Benefit_TooLate(nullifier, seat.until));
        _requireSigned(id, nullifier, seat, ACCEPTANCE, abi.encode(inLine), signer, signature);
        _accept(nullifier, inLine && seat.inLine, DESK.getWindows(id).validity);
    }

    /// @inheritdoc IBenefitDesk
    function waive(bytes32 nullifier, address signer, bytes calldata signature) external {
        (bytes32 id, Award.Seat memory seat) = _seatOf(nullifier);
        _requireIdle(id, nullifier);
        _requireSigned(id, nullifier, seat, WAIVER, "", signer, signature);
        _vacate(nullifier, Award.Loss.Waived);
    }

    /// @inheritdoc IBenefitDesk
    function leaveLine(bytes32 nullifier, address signer, bytes calldata signature) external {
        (bytes32 id, Award.Seat memory seat) = _seatIn(nullifier, Award.State.Accepted);
        _requireSigned(id, nullifier, seat, LINE_EXIT, "", signer, signature);
        BOOK.leaveLine(nullifier);
        _extend(id, nullifier, _fromNow(DESK.getWindows(id).validity));
    }

    /// @inheritdoc IBenefitDesk
    function request(
        bytes32 nullifier,
        uint64 seller,
        bytes32 deed,
        address signer,
        bytes calldata signature
    ) external {
        (bytes32 id, Award.Seat memory seat) = _seatIn(nullifier, Award.State.Accepted);
        _requireIdle(id, nullifier);
        Benefit.Request storage r = _requests[nullifier];
        uint40 until = usableUntil(nullifier);
        require(block.timestamp <= until, Errors.Benefit_TooLate(nullifier, until));
        require(r.count < MOST_REQUESTS, Errors.Benefit_Requests(nullifier, MOST_REQUESTS));
        require(
            REGISTRY.isActive(seller, Entity.Kind.Supplier) || REGISTRY.isActive(seller, Entity.Kind.PublicBody),
            Errors.Benefit_Seller(nullifier, seller)
        );
        require(deed != 0, Errors.Benefit_NoDocument(nullifier));
        _requireSigned(id, nullifier, seat, USE, abi.encode(seller, deed), signer, signature);
        (r.seller, r.requestedAt, r.objectedAt) = (seller, uint40(block.timestamp), 0);
        ++r.count;
        emit UseRequested(id, nullifier, seller, r.step, deed);
        if (seat.inLine) BOOK.leaveLine(nullifier);
        if (until == NOT_BEGUN) until = _fromNow(DESK.getWindows(id).validity);
        if (until != seat.until) _extend(id, nullifier, until);
    }

    /// @inheritdoc IBenefitDesk
    function withdraw(bytes32 nullifier, address signer, bytes calldata signature) external {
        (bytes32 id, Award.Seat memory seat) = _seatOf(nullifier);
        Benefit.Stage stage = _stageOf(id, nullifier);
        require(
            stage == Benefit.Stage.Pending || stage == Benefit.Stage.Objected,
            Errors.Benefit_Stage(nullifier, stage)
        );
        _requireSigned(id, nullifier, seat, WITHDRAWAL, "", signer, signature);
        _requests[nullifier].requestedAt = 0;
        emit UseWithdrawn(id, nullifier);
    }

    /* HOUSING OFFICE */

    /// @inheritdoc IBenefitDesk
    function object(bytes32 nullifier, bytes32 reason) external restricted {
        bytes32 id = _requireOffice(nullifier);
        require(reason != 0, Errors.Benefit_NoDocument(nullifier));
        _requests[nullifier].objectedAt = uint40(block.timestamp);
        emit UseObjected(id, nullifier, msg.sender, reason);
    }

    /// @inheritdoc IBenefitDesk
    function certify(bytes32 nullifier) external restricted {
        bytes32 id = _requireOffice(nullifier);
        _requests[nullifier].certified = true;
        emit UseCertified(id, nullifier, msg.sender);
    }

    /* REVIEWERS, BY WHOEVER CARRIES THEIR SIGNATURES */

    /// @inheritdoc IBenefitDesk
    function overrule(bytes32 nullifier, Attested calldata attested) external {
        bytes32 id = _requireStage(nullifier, Benefit.Stage.Objected);
        _requireAttested(REVIEWERS, overruleReport(nullifier), attested);
        _requests[nullifier].certified = true;
        emit ObjectionOverruled(id, nullifier, msg.sender);
    }

    /* ANYONE */

    /// @inheritdoc IBenefitDesk
    function pay(bytes32 nullifier) external {
        _requireStage(nullifier, Benefit.Stage.Certified);
        Benefit.Request storage r = _requests[nullifier];
        (r.requestedAt, r.usedAt) = (0, uint40(block.timestamp));
        BOOK.fulfil(nullifier, r.seller);
    }

    /// @inheritdoc IBenefitDesk
    function decide(bytes32[] calldata nullifiers) external {
        for (uint256 i; i < nullifiers.length; ++i) {
            bytes32 nullifier = nullifiers[i];
            (bytes32 id, Award.Seat memory seat) = _seatOf(nullifier);
            if (seat.state != Award.State.Offered || block.timestamp <= seat.until) continue;
            Call.Windows memory w = DESK.getWindows(id);
            if (w.silenceAccepts) _accept(nullifier, seat.inLine, w.validity);
            else _vacate(nullifier, Award.Loss.Lapsed);
        }
    }

    /// @inheritdoc IBenefitDesk
    function begin(bytes32[] calldata nullifiers) external {
        for (uint256 i; i < nullifiers.length; ++i) {
            bytes32 nullifier = nullifiers[i];
            (bytes32 id, Award.Seat memory seat) = _seatOf(nullifier);
            if (seat.state != Award.State.Accepted || seat.until != NOT_BEGUN) continue;
            if (seat.inLine) {
                if (BOOK.getCourse(id).outcome == Call.Outcome.None) continue;
                BOOK.leaveLine(nullifier);
            }
            _extend(id, nullifier, _fromNow(DESK.getWindows(id).validity));
        }
    }

    /// @inheritdoc IBenefitDesk
    function expire(bytes32[] calldata nullifiers) external {
        for (uint256 i; i < nullifiers.length; ++i) {
            bytes32 nullifier = nullifiers[i];
            (bytes32 id, Award.Seat memory seat) = _seatOf(nullifier);
            if (seat.state != Award.State.Accepted || block.timestamp <= usableUntil(nullifier)) continue;
            if (_isIdle(_stageOf(id, nullifier))) _vacate(nullifier, Award.Loss.Expired);
        }
    }

    /// @inheritdoc IBenefitDesk
    function getRequest(bytes32 nullifier) external view returns (Benefit.Request memory) {
        return _requests[nullifier];
    }

    /// @inheritdoc IBenefitDesk
    function stageOf(bytes32 nullifier) external view returns (Benefit.Stage) {
        return _stageOf(BOOK.idOf(BOOK.awardOf(nullifier).call), nullifier);
    }

    /// @inheritdoc IBenefitDesk
    function usableUntil(bytes32 nullifier) public view returns (uint40) {
        (bytes32 id, Award.Seat memory seat) = _seatOf(nullifier);
        if (_stageOf(id, nullifier) != Benefit.Stage.Refused) return seat.until;
        return BenefitClock.extended(_requests[nullifier], DESK.getWindows(id).certification, seat.until);
    }

    /// @inheritdoc IBenefitDesk
    function usedAt(bytes32 nullifier) external view returns (uint40) {
        return _requests[nullifier].usedAt;
    }

    /// @inheritdoc IBenefitDesk
    function overruleReport(bytes32 nullifier) public view returns (bytes32) {
        Benefit.Request storage r = _requests[nullifier];
        return keccak256(abi.encode(OVERRULE, BOOK.idOf(BOOK.awardOf(nullifier).call), nullifier, r.step, r.seller));
    }

    /* INTERNAL */

    function _accept(bytes32 nullifier, bool staysInLine, uint32 validity) private {
        BOOK.accept(nullifier, staysInLine, staysInLine ? NOT_BEGUN : _fromNow(validity));
    }

    function _extend(bytes32 id, bytes32 nullifier, uint40 until) private {
        BOOK.extend(nullifier, until);
        emit ValiditySet(id, nullifier, until);
    }

    /// @dev Forgets a refused request, so that a seat of another call begins with none; signed acts go on counting.
    function _vacate(bytes32 nullifier, Award.Loss loss) private {
        Benefit.Request storage r = _requests[nullifier];
        (r.requestedAt, r.count) = (0, 0);
        BOOK.vacate(nullifier, loss);
    }

    /// @dev Uses the signature up: the next act has another number.
    function _requireSigned(
        bytes32 id,
        bytes32 nullifier,
        Award.Seat memory seat,
        bytes32 kind,
        bytes memory content,
        address signer,
        bytes calldata signature
    ) private {
        uint32 step = _requests[nullifier].step++;
        bytes memory message = abi.encode(kind, id, nullifier, seat.slot, seat.round, step);
        _requireClaimKey(nullifier, seat.claim, keccak256(bytes.concat(message, content)), signer, signature);
    }

    function _requireOffice(bytes32 nullifier) private view returns (bytes32 id) {
        id = _requireStage(nullifier, Benefit.Stage.Pending);
        address account = REGISTRY.accountOf(BOOK.getMoney(id).office);
        require(msg.sender == account, Errors.Call_NotTheOffice(id, msg.sender, account));
    }

    function _requireStage(bytes32 nullifier, Benefit.Stage expected) private view returns (bytes32 id) {
        (id, ) = _seatOf(nullifier);
        Benefit.Stage stage = _stageOf(id, nullifier);
        require(stage == expected, Errors.Benefit_Stage(nullifier, stage));
    }

    function _requireIdle(bytes32 id, bytes32 nullifier) private view {
        Benefit.Stage stage = _stageOf(id, nullifier);
        require(_isIdle(stage), Errors.Benefit_Stage(nullifier, stage));
    }

    function _isIdle(Benefit.Stage stage) private pure returns (bool) {
        return stage == Benefit.Stage.None || stage == Benefit.Stage.Refused;
    }

    function _stageOf(bytes32 id, bytes32 nullifier) private view returns (Benefit.Stage) {
        return BenefitClock.stageOf(_requests[nullifier], DESK.getWindows(id).certification, block.timestamp);
    }

    function _seatIn(bytes32 nullifier, Award.State state) private view returns (bytes32 id, Award.Seat memory seat) {
        (id, seat) = _seatOf(nullifier);
        require(seat.state == state, Errors.Seat_State(nullifier, seat.state));
    }

    function _seatOf(bytes32 nullifier) private view returns (bytes32 id, Award.Seat memory seat) {
        seat = BOOK.awardOf(nullifier);
        id = BOOK.idOf(seat.call);
    }

    function _fromNow(uint32 window) private view returns (uint40) {
        return uint40(block.timestamp) + window;
    }
}

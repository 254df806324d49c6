// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {Entity} from "../registry/types/Entity.sol";
import {SelfEndingPause} from "../shared/abstracts/SelfEndingPause.sol";
import {BasisPoints} from "../shared/libraries/BasisPoints.sol";
import {Document, Documents} from "../shared/types/Document.sol";
import {EscrowModule} from "./abstracts/EscrowModule.sol";
import {IDirectAward} from "./interfaces/IDirectAward.sol";
import {IOpeningDesk} from "./interfaces/IOpeningDesk.sol";
import {ProcurementErrors as Errors} from "./libraries/ProcurementErrors.sol";
import {ProcurementLaw} from "./libraries/ProcurementLaw.sol";
import {TermsCheck} from "./libraries/TermsCheck.sol";
import {Agreement} from "./types/Agreement.sol";

/// @title OpeningDesk
contract OpeningDesk is IOpeningDesk, EscrowModule, SelfEndingPause, EIP712 {
    using Documents for Document;
    using SafeCast for uint256;
    using TermsCheck for Agreement.Deed;

    bytes32 private constant SIGNATURE_TYPEHASH = keccak256(
        "ContractSignature(bytes32 terms,bytes32 schedule,uint40 signBy)"
    );

    /// @inheritdoc IOpeningDesk
    uint40 public constant MAX_RESERVATION = 730 days;

    /// @notice How long before it holds a new threshold is public: as long as the notice that a higher one could spare an award.
    uint40 public constant THRESHOLD_NOTICE = ProcurementLaw.DIRECT_AWARD_NOTICE;

    IRegistry public immutable REGISTRY;
    /// @notice Highest tax on a price, in basis points of the net price (IVA).
    uint16 public immutable MAX_TAX_BPS;

    mapping(address token => Threshold threshold) private _thresholds;
    mapping(bytes32 id => Announcement announcement) private _announcements;
    mapping(address awarding => mapping(bytes32 record => Reservation reservation)) private _reservations;

    /// @param authority The AccessManager.
    /// @param registry Which accounts act for buyers and suppliers.
    /// @param maxTaxBps Highest tax on a price, in basis points of the net price (IVA).
    constructor(
        address authority,
        IRegistry registry,
        uint16 maxTaxBps
    ) AccessManaged(authority) EIP712("Erario OpeningDesk", "1") {
        _requireContract(address(registry));
        require(maxTaxBps <= BasisPoints.WHOLE, Errors.Terms_BasisPoints(maxTaxBps, 0, BasisPoints.WHOLE));
        REGISTRY = registry;
        MAX_TAX_BPS = maxTaxBps;
    }

    /* THRESHOLDS OFFICE */

    /// @inheritdoc IOpeningDesk
    function setThreshold(address token, uint128 threshold) external restricted {
        require(threshold != 0, Errors.Opening_NoThreshold(token));
        uint128 before = thresholdOf(token);
        uint256 from = block.timestamp + (before == 0 ? 0 : THRESHOLD_NOTICE);
        _thresholds[token] = Threshold(uint256(before).toUint104(), uint256(threshold).toUint104(), uint40(from));
        emit ThresholdSet(token, msg.sender, threshold, before, from);
    }

    /* AWARDING CONTRACT */

    /// @inheritdoc IOpeningDesk
    function reserve(
        uint256 lineId,
        address token,
        uint64 owner,
        uint128 amount,
        bytes32 record,
        uint40 until
    ) external restricted whenNotPaused {
        Reservation storage r = _reservations[msg.sender][record];
        require(r.amount == 0 && record != 0, Errors.Opening_ReservationTaken(record));
        require(
            until > block.timestamp && until <= block.timestamp + MAX_RESERVATION,
            Errors.Opening_InvalidTerm(record, until)
        );
        _reservations[msg.sender][record] = Reservation({
            amount: amount,
            lineId: lineId.toUint64(),
            until: until,
            token: token,
            owner: owner,
            account: REGISTRY.accountOf(owner),
            threshold: _threshold(token)
        });
        emit Reserved(record, msg.sender, lineId, owner, amount, until);
        escrow.reserve(lineId, token, owner, amount, record);
    }

    /// @inheritdoc IOpeningDesk
    function unreserve(uint128 amount, bytes32 record) external {
        _unreserve(msg.sender, record, amount);
    }

    /// @inheritdoc IOpeningDesk
    function lapseReservation(address awarding, bytes32 record) external {
        Reservation storage r = _reservations[awarding][record];
        require(block.timestamp > r.until, Errors.Opening_ReservationRunning(record, r.until));
        _unreserve(awarding, record, r.amount);
    }

    /// @inheritdoc IOpeningDesk
    function open(
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule,
        bytes32 reservation
    ) external restricted returns (bytes32 id) {
        id = deed.idOf();
        Agreement.Terms calldata terms = deed.terms;
        address buyer;
        uint128 threshold;
        if (reservation == 0) {
            _requireNotPaused();
            (buyer, threshold) = (REGISTRY.accountOf(terms.buyer), _threshold(terms.token));
        } else {
            Reservation storage r = _draw(msg.sender, reservation, terms.price);
            require(
                r.lineId == terms.lineId && r.token == terms.token && r.owner == terms.buyer,
                Errors.Opening_OtherLine(reservation, r.lineId)
            );
            (buyer, threshold) = (r.account, r.threshold);
        }
        TermsCheck.requireIndependent(deed, buyer, REGISTRY.accountOf(terms.supplier));
        _open(deed, schedule, threshold, id, reservation);
    }

    /* BUYER */

    /// @inheritdoc IDirectAward
    function announce(
        Agreement.Deed calldata deed,
        Document calldata justification,
        uint40 openFrom
    ) external restricted whenNotPaused returns (bytes32 id) {
        id = deed.idOf();
        _requireBuyer(deed.terms.buyer);
        require(justification.isValid(), Errors.Award_NoJustification(id));
        uint40 announcedAt = _announcements[id].announcedAt;
        require(announcedAt == 0, Errors.Award_AlreadyAnnounced(id, announcedAt));
        uint256 earliest = block.timestamp + ProcurementLaw.DIRECT_AWARD_NOTICE;
        require(openFrom >= earliest, Errors.Award_NoticeRunning(id, earliest));
        _announcements[id] = Announcement(uint40(block.timestamp), openFrom, false);
        emit AwardAnnounced(id, msg.sender, deed.terms.supplier, deed, justification, openFrom);
    }

    /// @inheritdoc IDirectAward
    function award(
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule,
        uint8 route,
        Document calldata justification,
        bytes calldata signature
    ) external restricted whenNotPaused returns (bytes32 id) {
        Agreement.Terms calldata terms = deed.terms;
        id = deed.idOf();
        _requireBuyer(terms.buyer);
        require(
            REGISTRY.isActive(terms.supplier, Entity.Kind.Supplier),
            Errors.Award_SupplierNotActive(terms.supplier)
        );
        require(route != 0, Errors.Award_NoRoute(id));
        require(justification.isValid(), Errors.Award_NoJustification(id));
        uint128 threshold = _threshold(terms.token);
        _requireNotice(terms.price, threshold, id);
        address supplier = REGISTRY.accountOf(terms.supplier);
        _requireSigned(deed.annex.signBy, id, schedule, supplier, signature);
        TermsCheck.requireIndependent(deed, msg.sender, supplier);
        emit AwardedDirectly(id, msg.sender, terms.supplier, route, justification);
        _open(deed, schedule, threshold, id, 0);
    }

    /* SUPPLIERS */

    /// @inheritdoc IDirectAward
    function objectTo(bytes32 id, Document calldata reason) external {
        _requireRunning(id);
        uint64 entity = REGISTRY.entityOf(msg.sender);
        require(REGISTRY.isActive(entity, Entity.Kind.Supplier), Errors.Award_NotARegisteredSupplier(msg.sender));
        require(reason.isValid(), Errors.Award_NoJustification(id));
        emit AwardObjected(id, msg.sender, entity, reason);
    }

    /* REVIEWER */

    /// @inheritdoc IDirectAward
    function annul(Agreement.Deed calldata deed, bytes32 reason) external {
        bytes32 id = deed.idOf();
        require(msg.sender == deed.annex.reviewer, Errors.Award_NotTheReviewer(id, msg.sender));
        _requireRunning(id);
        require(reason != 0, Errors.Award_NoJustification(id));
        _announcements[id].annulled = true;
        emit AwardAnnulled(id, msg.sender, reason);
    }

    /* VIEWS */

    /// @inheritdoc IOpeningDesk
    function check(
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule,
        address awarding,
        bytes32 reservation
    ) external view {
        Agreement.Terms calldata terms = deed.terms;
        deed.idOf();
        Reservation storage r = _reservations[awarding][reservation];
        bool reserved = r.account != address(0);
        TermsCheck.requireIndependent(deed, REGISTRY.accountOf(terms.buyer), msg.sender);
        if (reserved) TermsCheck.requireIndependent(deed, r.account, msg.sender);
        uint128 threshold = reserved ? r.threshold : _threshold(terms.token);
        TermsCheck.requireLawful(deed, schedule, threshold, MAX_TAX_BPS, block.timestamp);
    }

    /// @inheritdoc IOpeningDesk
    function thresholdOf(address token) public view returns (uint128) {
        Threshold storage t = _thresholds[token];
        return block.timestamp < t.from ? t.before : t.threshold;
    }

    /// @inheritdoc IOpeningDesk
    function getThreshold(address token) external view returns (Threshold memory) {
        return _thresholds[token];
    }

    /// @inheritdoc IOpeningDesk
    function getReservation(address awarding, bytes32 record) external view returns (Reservation memory) {
        return _reservations[awarding][record];
    }

    /// @inheritdoc IDirectAward
    function getAnnouncement(bytes32 id) external view returns (Announcement memory) {
        return _announcements[id];
    }

    /* INTERNAL */

    /// @dev Opens what both sides agreed to, if the law allows it.
    function _open(
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule,
        uint128 threshold,
        bytes32 id,
        bytes32 reservation
    ) private {
        Agreement.Terms calldata terms = deed.terms;
        TermsCheck.requireLawful(deed, schedule, threshold, MAX_TAX_BPS, block.timestamp);
        emit ContractOpened(id, msg.sender, deed.annex.ocid, deed, schedule, reservation);
        escrow.enter(terms, schedule, deed.annex.endsAt, deed.annex.performanceBond, reservation != 0);
    }

    function _threshold(address token) private view returns (uint128 threshold) {
        threshold = thresholdOf(token);
        require(threshold != 0, Errors.Opening_NoThreshold(token));
    }

    function _unreserve(address awarding, bytes32 record, uint128 amount) private {
        Reservation storage r = _draw(awarding, record, amount);
        emit ReservationReleased(record, msg.sender, amount);
        escrow.unreserve(r.lineId, r.token, amount, record);
    }

    /// @dev Takes a part of a reservation.
    function _draw(address awarding, bytes32 record, uint128 amount) private returns (Reservation storage r) {
        r = _reservations[awarding][record];
        uint128 reserved = r.amount;
        require(amount <= reserved, Errors.Opening_NotReserved(record, amount, reserved));
        r.amount = reserved - amount;
    }

    function _requireBuyer(uint64 buyer) private view {
        address account = REGISTRY.accountOf(buyer);
        require(msg.sender == account, Errors.Award_NotTheBuyer(msg.sender, account));
    }

    /// @dev An intent that may still be objected to and annulled.
    function _requireRunning(bytes32 id) private view {
        Announcement memory a = _announcements[id];
        require(a.announcedAt != 0 && block.timestamp < a.openFrom, Errors.Award_NotAnnounced(id));
        require(!a.annulled, Errors.Award_Annulled(id));
    }

    function _requireNotice(uint128 price, uint128 threshold, bytes32 id) private view {
        Announcement memory a = _announcements[id];
        require(!a.annulled, Errors.Award_Annulled(id));
        require(a.announcedAt != 0 || price < threshold, Errors.Award_NotAnnounced(id));
        require(block.timestamp >= a.openFrom, Errors.Award_NoticeRunning(id, a.openFrom));
    }

    function _requireSigned(
        uint40 signBy,
        bytes32 id,
        Agreement.MilestoneTerms[] calldata schedule,
        address account,
        bytes calldata signature
    ) private view {
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(SIGNATURE_TYPEHASH, id, TermsCheck.hashOf(schedule), signBy))
        );
        require(
            SignatureChecker.isValidSignatureNow(account, digest, signature),
            Errors.Award_BadSignature(id, account)
        );
    }
}

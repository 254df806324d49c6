// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {Entity} from "../registry/types/Entity.sol";
import {SelfEndingPause} from "../shared/abstracts/SelfEndingPause.sol";
import {Document, Documents} from "../shared/types/Document.sol";
import {IAwardDesk} from "./interfaces/IAwardDesk.sol";
import {IOpeningDesk} from "./interfaces/IOpeningDesk.sol";
import {IPublicationDesk} from "./interfaces/IPublicationDesk.sol";
import {ITenderBook} from "./interfaces/ITenderBook.sol";
import {ProcurementLaw} from "./libraries/ProcurementLaw.sol";
import {TenderCheck} from "./libraries/TenderCheck.sol";
import {TenderClock} from "./libraries/TenderClock.sol";
import {TenderErrors as Errors} from "./libraries/TenderErrors.sol";
import {TenderHash} from "./libraries/TenderHash.sol";
import {Agreement} from "./types/Agreement.sol";
import {Tender} from "./types/Tender.sol";

/// @title PublicationDesk
contract PublicationDesk is IPublicationDesk, SelfEndingPause {
    using Documents for Document;
    using SafeCast for uint256;

    /// @notice What the deployment says about the beacon of the time lock.
    struct Beacon {
        bytes32 chainHash;
        uint256 genesis;
        uint256 period;
    }

    IRegistry public immutable REGISTRY;
    ITenderBook public immutable BOOK;
    IAwardDesk public immutable AWARDS;
    IOpeningDesk public immutable OPENING;
    /// @notice Hash that names the beacon (drand chain hash).
    bytes32 public immutable BEACON;
    /// @notice Time of the beacon's first round, unix seconds.
    uint256 public immutable BEACON_GENESIS;
    /// @notice Seconds between the beacon's rounds.
    uint256 public immutable BEACON_PERIOD;

    /// @dev Until when no price sealed under any version can be read, unix seconds; 0 where none had a time lock.
    mapping(bytes32 id => uint40 time) private _unreadableUntil;
    mapping(bytes32 id => mapping(uint64 bidder => uint8 count)) private _askedBy;
    mapping(bytes32 id => mapping(uint256 word => uint256 bits)) private _answered;

    /// @param authority The AccessManager.
    /// @param registry Who the entities are.
    /// @param book Keeps the tenders.
    /// @param awards Drafts the contract to come.
    /// @param opening Checks it.
    /// @param beacon The beacon of the time lock.
    constructor(
        address authority,
        IRegistry registry,
        ITenderBook book,
        IAwardDesk awards,
        IOpeningDesk opening,
        Beacon memory beacon
    ) AccessManaged(authority) {
        require(beacon.period != 0 && beacon.genesis != 0, Errors.Terms_Beacon(beacon.genesis, beacon.period));
        require(address(registry).code.length != 0, Errors.Tender_NotAContract(address(registry)));
        require(address(book).code.length != 0, Errors.Tender_NotAContract(address(book)));
        require(address(awards).code.length != 0, Errors.Tender_NotAContract(address(awards)));
        require(address(opening).code.length != 0, Errors.Tender_NotAContract(address(opening)));
        REGISTRY = registry;
        BOOK = book;
        AWARDS = awards;
        OPENING = opening;
        BEACON = beacon.chainHash;
        BEACON_GENESIS = beacon.genesis;
        BEACON_PERIOD = beacon.period;
    }

    /* BUYER */

    /// @inheritdoc IPublicationDesk
    function publish(Tender.Terms calldata terms) external restricted whenNotPaused returns (bytes32 id) {
        Tender.Call calldata c = terms.call;
        id = _idOf(c);
        Tender.Desk memory d = BOOK.getDesk(id);
        require(d.version == 0, Errors.Tender_AlreadyPublished(id));
        _requireBuyer(id, c.buyer);
        uint40 until = uint40(block.timestamp) + OPENING.MAX_RESERVATION();
        _requireLawful(id, terms, until, OPENING.thresholdOf(c.token));
        _enter(id, terms, d, until);
    }

    /// @inheritdoc IPublicationDesk
    function amend(bytes32 id, Tender.Terms calldata terms) external whenNotPaused {
        Tender.Desk memory d = _requireBidding(id);
        Tender.Money memory m = BOOK.getMoney(id);
        Tender.Call calldata c = terms.call;
        _requireBuyer(id, m.buyer);
        require(d.version <= ProcurementLaw.MAX_AMENDMENTS, Errors.Amendment_TooMany(id, d.version));
        IOpeningDesk.Reservation memory r = OPENING.getReservation(address(BOOK), id);
        require(
            id == _idOf(c) &&
                c.lineId == m.lineId &&
                c.token == r.token &&
                c.budget == r.amount &&
                c.bidBond == m.bidBond,
            Errors.Amendment_Changed(id)
        );
        uint256 before = TenderClock.closesAt(d, block.timestamp);
        require(terms.timetable.closesAt > before, Errors.Amendment_NotLater(id, terms.timetable.closesAt, before));
        _requireLawful(id, terms, r.until, r.threshold);
        _enter(id, terms, d, r.until);
    }

    /// @inheritdoc IPublicationDesk
    function cancel(bytes32 id, bytes32 reason) external {
        _requireBidding(id);
        _requireBuyer(id, BOOK.getMoney(id).buyer);
        require(reason != 0, Errors.Tender_InvalidDocument(id));
        BOOK.end(id, Tender.Outcome.Cancelled, reason);
    }

    /// @inheritdoc IPublicationDesk
    function answer(bytes32 id, uint24 number, Document calldata text) external {
        Tender.Desk memory d = _running(id);
        _requireBuyer(id, BOOK.getMoney(id).buyer);
        _requireUntil(id, d.answersUntil);
        uint256 bit = 1 << (number & 0xff);
        uint256 bits = _answered[id][number >> 8];
        require(number < d.asked && bits & bit == 0, Errors.Enquiry_Unknown(id, number));
        require(text.isValid(), Errors.Tender_InvalidDocument(id));
        _answered[id][number >> 8] = bits | bit;
        emit EnquiryAnswered(id, msg.sender, number, text);
        BOOK.countEnquiry(id, true);
    }

    /* BIDDERS */

    /// @inheritdoc IPublicationDesk
    function ask(bytes32 id, Document calldata question) external {
        Tender.Desk memory d = _running(id);
        _requireUntil(id, d.enquiriesUntil);
        uint64 bidder = REGISTRY.entityOf(msg.sender);
        require(REGISTRY.isActive(bidder, Entity.Kind.Supplier), Errors.Tender_NotActive(id, bidder));
        uint8 asked = _askedBy[id][bidder];
        uint8 most = BOOK.getMoney(id).maxEnquiries;
        require(asked < most, Errors.Enquiry_TooMany(id, bidder, most));
        require(question.isValid(), Errors.Tender_InvalidDocument(id));
        _askedBy[id][bidder] = asked + 1;
        emit EnquiryFiled(id, msg.sender, bidder, d.asked, question);
        BOOK.countEnquiry(id, false);
    }

    /* ANYONE */

    /// @inheritdoc IPublicationDesk
    function recordSilence(bytes32 id) external {
        Tender.Desk memory d = _running(id);
        require(block.timestamp > d.answersUntil && d.answered < d.asked, Errors.Enquiry_AllAnswered(id));
        uint40 until = uint40(TenderClock.closesAt(d, block.timestamp)); // checked at publication to lie before the openings
        emit AnswersMissed(id, msg.sender, d.asked - d.answered, until);
    }

    /* INTERNAL */

    function _idOf(Tender.Call calldata c) private view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(BOOK), c.buyer, c.ocid));
    }

    /// @dev The contract to come is checked at its highest price, with its usual and with its raised bond; at a lower price every amount is lower
    /// in proportion. An amendment keeps the threshold of the publication, which the signature is held to.
    function _requireLawful(bytes32 id, Tender.Terms calldata terms, uint40 until, uint128 threshold) private view {
        Tender.Call calldata c = terms.call;
        Tender.Contract calldata k = terms.contractTerms;
        require(k.raisedBps >= k.performanceBps && k.raisedBps <= 10_000, Errors.Terms_RaisedBond(k.raisedBps));
        TenderCheck.requireGuarantee(k.performanceBps);
        TenderCheck.requireGuarantee(k.raisedBps);
        require(c.document != 0, Errors.Tender_InvalidDocument(id));
        _requireDraft(id, terms, false);
        _requireDraft(id, terms, true);
        TenderCheck.Facts memory facts = TenderCheck.Facts({
            threshold: threshold,
            buyer: msg.sender,
            genesis: BEACON_GENESIS,
            period: BEACON_PERIOD,
            time: block.timestamp
        });
        TenderCheck.requireLawful(terms, facts, until);
        _requireOutsiders(terms.panel, terms.procedure.reviewer);
    }

    /// @dev Who evaluates or reviews acts for no supplier, so that no bidder judges its own bid or its rivals'.
    function _requireOutsiders(Tender.Panel calldata panel, address reviewer) private view {
        require(!_isSupplier(reviewer), Errors.Terms_Reviewer(reviewer));
        for (uint256 i; i < 14; ++i) {
            address account = i < 7 ? panel.evaluators[i] : panel.substitutes[i - 7];
            require(account == address(0) || !_isSupplier(account), Errors.Terms_Panel(account));
        }
    }

    function _isSupplier(address account) private view returns (bool) {
        return REGISTRY.getEntity(REGISTRY.entityOf(account)).kind == Entity.Kind.Supplier;
    }

    /// @dev Checks the contract that a winner would sign.
    function _requireDraft(bytes32 id, Tender.Terms calldata terms, bool abnormallyLow) private view {
        Tender.Call calldata c = terms.call;
        (Agreement.Deed memory deed, Agreement.MilestoneTerms[] memory schedule) = AWARDS.draftOf(
            c,
            terms.contractTerms,
            terms.schedule,
            type(uint64).max,
            c.budget,
            abnormallyLow,
            uint40(block.timestamp)
        );
        OPENING.check(deed, schedule, address(BOOK), id);
    }

    /// @dev Enters the next version of the terms in the book; enquiries, answers and joint bids stay.
    function _enter(bytes32 id, Tender.Terms calldata terms, Tender.Desk memory d, uint40 until) private {
        Tender.Call calldata c = terms.call;
        Tender.Entered memory e;
        d.closesAt = terms.timetable.closesAt;
        d.answersUntil = terms.timetable.answersUntil;
        d.enquiriesUntil = terms.timetable.enquiriesUntil;
        d.extension = c.answerExtension;
        d.timeLocked = c.timeLocked;
        d.bids = 0;
        ++d.version;
        e.desk = d;
        e.money = Tender.Money(uint112(c.bidBond), c.lineId.toUint64(), c.buyer, c.maxEnquiries); // at most 3 % of the budget
        e.openings = _openingsOf(terms);
        e.prices = Tender.Prices(0, uint112(c.budget), TenderCheck.smallestShare(terms.schedule)); // checked to fit
        e.stages = _stagesOf(terms);
        e.digests = Tender.Digests({
            rules: TenderHash.hashOf(terms.rules),
            panel: TenderHash.hashOf(terms.panel),
            contractTerms: TenderHash.hashOf(c, terms.contractTerms, terms.schedule)
        });
        _keepUnreadable(id, terms.timetable, c);
        emit TenderPublished(id, msg.sender, c.ocid, d.version, terms);
        BOOK.enter(id, e, c.token, until);
    }

    /// @dev Bidders of an earlier version sealed their prices to its round: bidding ends before that, or their rivals could read them, also where
    /// the present version has no time lock.
    function _keepUnreadable(bytes32 id, Tender.Timetable calldata t, Tender.Call calldata c) private {
        uint40 until = _unreadableUntil[id];
        uint256 latest = uint256(t.closesAt) + c.answerExtension;
        require(until == 0 || latest <= until, Errors.Amendment_Readable(id, latest, until));
        if (c.timeLocked && (until == 0 || t.substitutesBy < until)) _unreadableUntil[id] = t.substitutesBy;
    }

    function _openingsOf(Tender.Terms calldata terms) private pure returns (Tender.Openings memory) {
        Tender.Timetable calldata t = terms.timetable;
        return
            Tender.Openings({
                technicalFrom: t.technicalFrom,
                technicalBy: t.technicalBy,
                pricesFrom: t.pricesFrom,
                pricesBy: t.pricesBy,
                opened: 0,
                tallied: 0,
                qualified: 0,
                quorum: terms.panel.quorum
            });
    }

    function _stagesOf(Tender.Terms calldata terms) private pure returns (Tender.Stages memory) {
        Tender.Procedure calldata p = terms.procedure;
        return
            Tender.Stages({
                scoresBy: terms.timetable.scoresBy,
                substitutesBy: terms.timetable.substitutesBy,
                validUntil: terms.timetable.validUntil,
                reviewer: p.reviewer,
                grounds: p.grounds,
                complaintWindow: p.complaintWindow,
                reviewWindow: p.reviewWindow,
                suspensionCap: p.suspensionCap,
                standstill: p.standstill,
                signatureWindow: p.signatureWindow
            });
    }

    function _requireBuyer(bytes32 id, uint64 buyer) private view {
        address account = REGISTRY.accountOf(buyer);
        require(msg.sender == account, Errors.Tender_NotTheBuyer(id, msg.sender, account));
    }

    /// @dev A tender that takes bids.
    function _requireBidding(bytes32 id) private view returns (Tender.Desk memory d) {
        d = _running(id);
        _requireUntil(id, TenderClock.closesAt(d, block.timestamp));
    }

    function _running(bytes32 id) private view returns (Tender.Desk memory d) {
        d = BOOK.getDesk(id);
        require(d.version != 0, Errors.Tender_Unknown(id));
        require(d.outcome == Tender.Outcome.None, Errors.Tender_Ended(id, d.outcome));
    }

    function _requireUntil(bytes32 id, uint256 until) private view {
        require(block.timestamp <= until, Errors.Tender_OutsideWindow(id, 0, until));
    }
}

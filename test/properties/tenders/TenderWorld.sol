// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {MockClp} from "../../../contracts/mocks/MockClp.sol";
import {AwardDesk} from "../../../contracts/procurement/AwardDesk.sol";
import {EvaluationPanel} from "../../../contracts/procurement/EvaluationPanel.sol";
import {IOpeningDesk} from "../../../contracts/procurement/interfaces/IOpeningDesk.sol";
import {IPublicationDesk} from "../../../contracts/procurement/interfaces/IPublicationDesk.sol";
import {JointBids} from "../../../contracts/procurement/JointBids.sol";
import {SealedBid} from "../../../contracts/procurement/libraries/SealedBid.sol";
import {PublicationDesk} from "../../../contracts/procurement/PublicationDesk.sol";
import {TenderBook} from "../../../contracts/procurement/TenderBook.sol";
import {Agreement} from "../../../contracts/procurement/types/Agreement.sol";
import {Tender} from "../../../contracts/procurement/types/Tender.sol";
import {Entity} from "../../../contracts/registry/types/Entity.sol";
import {ISelfEndingPause} from "../../../contracts/shared/interfaces/ISelfEndingPause.sol";
import {SuiteFixture} from "../support/SuiteFixture.sol";

/// @notice The suite with its tenders, six firms of four groups, a panel, and the terms of every tender of the campaign.
abstract contract TenderWorld is SuiteFixture {
    /// @notice How the terms of a tender differ from those of the others.
    enum Kind {
        Scored,
        Unscored,
        TimeLocked
    }

    /// @notice From what the terms of a version follow.
    struct Plan {
        bytes32 id;
        uint40 start;
        Kind kind;
    }

    /// @notice What a firm sealed last; the salts are drawn from the number.
    struct Filed {
        uint8 version;
        uint128 price;
        uint256 number;
    }

    uint256 internal constant FIRMS = 6;
    uint128 internal constant BUDGET = 10_000;
    uint128 internal constant BOND = 300;
    uint128 internal constant LOW = 4_000;
    uint128 internal constant FUNDS = 1e9;
    address internal constant SUBSTITUTE_EVALUATOR = address(0xc004);

    TenderBook public book;
    AwardDesk public awards;
    EvaluationPanel public panel;
    JointBids public joints;
    PublicationDesk public publication;
    MockClp internal _token;
    uint256 internal _lineId;
    uint64 internal _buyer;
    uint64[6] internal _firms;
    address[6] internal _accounts;
    Plan[] internal _plans;
    mapping(bytes32 id => mapping(uint256 firm => Filed filed)) internal _filed;

    function _deployMore() internal override {
        book = new TenderBook(registry, treasury, opening);
        awards = new AwardDesk(book, registry);
        panel = new EvaluationPanel(book);
        joints = new JointBids(registry, book);
        PublicationDesk.Beacon memory beacon = PublicationDesk.Beacon("beacon", 1, 1);
        publication = new PublicationDesk(address(manager), registry, book, awards, opening, beacon);
        book.bindModules(address(publication), address(joints), address(panel), address(awards));
        treasury.approveProgram(address(book), true);
        _role(100, VM.addr(BUYER_KEY), 0, address(publication), IPublicationDesk.publish.selector, 0);
        _role(101, address(book), 0, address(opening), IOpeningDesk.reserve.selector, IOpeningDesk.open.selector);
        _role(900, GUARDIAN, 0, address(publication), ISelfEndingPause.pause.selector, 0);
    }

    function _found() internal {
        _deploySuite();
        _token = new MockClp(0);
        VM.prank(BUDGET_OFFICE);
        treasury.allowToken(address(_token), true);
        VM.prank(THRESHOLDS);
        opening.setThreshold(address(_token), 1_000);
        _buyer = _accredit(BUYER_KEY, Entity.Kind.PublicBody, 61_002_000);
        for (uint256 i; i < FIRMS; ++i) {
            uint64 number = 77_000_000 + uint64(i);
            _firms[i] = _accredit(201 + i, Entity.Kind.Supplier, number, i == 1 || i == 3 ? number - 1 : 0);
            _accounts[i] = registry.accountOf(_firms[i]);
            _enrich(_token, _accounts[i], FUNDS);
        }
        VM.prank(BUDGET_OFFICE);
        _lineId = treasury.openLine(address(_token), address(escrow), _buyer, bytes32("31"));
        _enrich(_token, BUDGET_OFFICE, FUNDS);
        VM.prank(BUDGET_OFFICE);
        treasury.fund(_lineId, FUNDS);
    }

    /* TERMS */

    function _termsOf(Plan memory p) internal view returns (Tender.Terms memory t) {
        t.timetable = _timetableOf(p.start);
        t.call = _callOf(p, t.timetable);
        t.rules = _rulesOf(p.kind);
        t.panel = _panelOf(p.kind);
        t.procedure = Tender.Procedure(REVIEWER, 3, 5 days, 5 days, 8 days, 10 days, 5 days);
        t.contractTerms = _contractOf();
        t.schedule = _scheduleOf();
    }

    function _callOf(Plan memory p, Tender.Timetable memory timetable) internal view returns (Tender.Call memory c) {
        c.ocid = _ocidOf(p.id);
        c.document = "terms";
        c.lineId = _lineId;
        c.token = address(_token);
        c.buyer = _buyer;
        c.category = Agreement.Category.Works;
        (c.budget, c.bidBond) = (BUDGET, BOND);
        (c.maxEnquiries, c.answerExtension) = (2, 1 days);
        if (p.kind != Kind.TimeLocked) return c;
        c.timeLocked = true;
        (c.technicalRound, c.priceRound) = (timetable.technicalFrom, timetable.pricesFrom);
    }

    function _timetableOf(uint40 start) internal pure returns (Tender.Timetable memory) {
        return
            Tender.Timetable({
                enquiriesUntil: start + 1 days,
                answersUntil: start + 2 days,
                closesAt: start + 6 days,
                technicalFrom: start + 8 days,
                technicalBy: start + 10 days,
                scoresBy: start + 12 days,
                substitutesBy: start + 14 days,
                pricesFrom: start + 16 days,
                pricesBy: start + 18 days,
                validUntil: start + 90 days
            });
    }

    function _rulesOf(Kind kind) internal pure returns (Tender.Rules memory r) {
        bool scored = kind != Kind.Unscored;
        r.minTechnicalBps = scored ? 5_000 : 0;
        r.abnormallyLow = LOW;
        (r.tieBreak[0], r.tieBreak[1]) = (Tender.TieBreak.Price, Tender.TieBreak.Filing);
        r.criteria[0] = Tender.Rated(Tender.Criterion.Price, 6_000, 0, 0, 0);
        r.criteria[1] = Tender.Rated(
            scored ? Tender.Criterion.Technical : Tender.Criterion.Declared,
            4_000,
            0,
            0,
            scored ? 0 : 100
        );
    }

    function _panelOf(Kind kind) internal pure returns (Tender.Panel memory p) {
        if (kind == Kind.Unscored) return p;
        p.quorum = 2;
        for (uint256 i; i < 3; ++i) p.evaluators[i] = _evaluator(i);
        p.substitutes[0] = SUBSTITUTE_EVALUATOR;
    }

    function _evaluator(uint256 index) internal pure returns (address) {
        return address(uint160(0xc001 + index));
    }

    function _contractOf() internal pure returns (Tender.Contract memory c) {
        c.document = "text";
        (c.taxBps, c.performanceBps, c.raisedBps) = (1_900, 500, 1_500);
        (c.retentionBps, c.retentionCapBps) = (1_000, 500);
        (c.inspector, c.substitute) = (INSPECTOR, SUBSTITUTE);
        (c.duration, c.bondTail, c.warranty) = (365 days, 90 days, 60 days);
        (c.fineBpsPerDay, c.fineCapBps, c.defaultBps) = (100, 3_000, 5_000);
        (c.defenceWindow, c.decisionWindow, c.appealWindow, c.reviewWindow) = (10 days, 20 days, 5 days, 20 days);
        (c.settlementWindow, c.rulingWindow, c.certificateWindow) = (5 days, 30 days, 10 days);
        (c.arbiter, c.fallbackArbiter, c.reviewer) = (ARBITER, FALLBACK_ARBITER, REVIEWER);
    }

    function _scheduleOf() internal pure returns (Tender.Share[] memory schedule) {
        schedule = new Tender.Share[](2);
        schedule[0] = Tender.Share(4_000, 0, 100 days, 0);
        schedule[1] = Tender.Share(6_000, 0, 300 days, 0);
    }

    /// @dev The number of a tender, as its ocid.
    mapping(bytes32 id => bytes32 ocid) private _ocids;

    function _ocidOf(bytes32 id) internal view returns (bytes32) {
        return _ocids[id];
    }

    /// @dev The id of the next tender, whose ocid is its number.
    function _nextId() internal returns (bytes32 id) {
        bytes32 ocid = bytes32(_plans.length + 1);
        id = keccak256(abi.encode(block.chainid, address(book), _buyer, ocid));
        _ocids[id] = ocid;
    }

    /* ENVELOPES */

    function _contextOf(bytes32 id, uint256 firm, uint8 version) internal view returns (SealedBid.Context memory) {
        return SealedBid.Context(block.chainid, address(book), id, version, _firms[firm]);
    }

    function _technicalOf(Filed memory f) internal pure returns (Tender.Technical memory t) {
        t.document = "technical bid";
        t.declared[0] = uint32(f.number % 150);
        t.salt = keccak256(abi.encode("technical", f.number));
    }

    function _priceSalt(Filed memory f) internal pure returns (bytes32) {
        return keccak256(abi.encode("price", f.number));
    }

    function _hashesOf(
        bytes32 id,
        uint256 firm,
        Filed memory f
    ) internal view returns (bytes32 technical, bytes32 price) {
        SealedBid.Context memory context = _contextOf(id, firm, f.version);
        technical = SealedBid.technical(context, _technicalOf(f));
        price = SealedBid.price(context, f.price, _priceSalt(f));
    }

    function _allFirms() internal view returns (uint64[] memory all) {
        all = new uint64[](FIRMS);
        for (uint256 i; i < FIRMS; ++i) all[i] = _firms[i];
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IAwardDesk} from "../../../contracts/procurement/interfaces/IAwardDesk.sol";
import {IEvaluationPanel} from "../../../contracts/procurement/interfaces/IEvaluationPanel.sol";
import {IJointBids} from "../../../contracts/procurement/interfaces/IJointBids.sol";
import {IPublicationDesk} from "../../../contracts/procurement/interfaces/IPublicationDesk.sol";
import {ITenderBook} from "../../../contracts/procurement/interfaces/ITenderBook.sol";
import {SealedBid} from "../../../contracts/procurement/libraries/SealedBid.sol";
import {Award} from "../../../contracts/procurement/types/Award.sol";
import {BidFlags} from "../../../contracts/procurement/types/BidFlags.sol";
import {Tender} from "../../../contracts/procurement/types/Tender.sol";
import {ISelfEndingPause} from "../../../contracts/shared/interfaces/ISelfEndingPause.sol";
import {Document} from "../../../contracts/shared/types/Document.sol";
import {TenderChecks} from "./TenderChecks.sol";

/// @notice Everything that anyone may do to a tender, in and out of time; what is refused counts for nothing.
abstract contract TenderMoves is TenderChecks {
    bytes32 private constant JOINT_TYPEHASH = keccak256(
        "JointBid(bytes32 tender,uint64 lead,uint64[] members,bytes32 agreement,uint40 deadline)"
    );

    uint256 private _word;
    /// @dev Bit n: a call of this kind was not refused.
    uint256 public done;

    /* CHANCE */

    function _seed(uint256 word) internal {
        _word = word;
    }

    function _pick(uint256 size) internal returns (uint256) {
        _word = uint256(keccak256(abi.encode(_word)));
        return _word % size;
    }

    function _chance(uint256 percent) internal returns (bool) {
        return _pick(100) < percent;
    }

    /// @dev One call; refused or not, the campaign goes on. The runner records what a refused call logged too, so logs are read call by call.
    function _try(uint256 kind, address by, address target, bytes memory data) internal returns (bool success) {
        VM.recordLogs();
        VM.prank(by);
        // solhint-disable-next-line avoid-low-level-calls
        (success, ) = target.call(data);
        if (!success) return false;
        _enterLogs(VM.getRecordedLogs());
        done |= 1 << kind;
    }

    function _onBook(uint256 kind, address by, bytes memory data) private returns (bool) {
        return _try(kind, by, address(book), data);
    }

    /// @dev The account of a firm, seldom another one.
    function _callerFor(uint256 firm) private returns (address) {
        return _chance(95) ? _accounts[firm] : STRANGER;
    }

    /* BUYER */

    function _publish() internal {
        Plan memory p = Plan(_nextId(), uint40(block.timestamp), Kind(_pick(3)));
        bytes memory data = abi.encodeCall(IPublicationDesk.publish, (_termsOf(p)));
        if (_try(0, VM.addr(BUYER_KEY), address(publication), data)) _plans.push(p);
    }

    function _amend(uint256 t) internal {
        Plan memory p = Plan(_plans[t].id, uint40(block.timestamp), Kind(_pick(3)));
        bytes memory data = abi.encodeCall(IPublicationDesk.amend, (p.id, _termsOf(p)));
        if (_try(1, VM.addr(BUYER_KEY), address(publication), data)) _plans[t] = p;
    }

    function _cancel(bytes32 id) internal {
        bytes memory data = abi.encodeCall(IPublicationDesk.cancel, (id, "reason"));
        _try(2, VM.addr(BUYER_KEY), address(publication), data);
    }

    function _askOrAnswer(bytes32 id) internal {
        Document memory text = Document("text", "");
        bool asks = _chance(60);
        if (asks)
            _try(3, _accounts[_pick(FIRMS)], address(publication), abi.encodeCall(IPublicationDesk.ask, (id, text)));
        else {
            bytes memory data = abi.encodeCall(
                IPublicationDesk.answer,
                (id, uint24(_pick(1 + book.getDesk(id).asked)), text)
            );
            _try(4, VM.addr(BUYER_KEY), address(publication), data);
        }
        _try(5, STRANGER, address(publication), abi.encodeCall(IPublicationDesk.recordSilence, (id)));
    }

    /* BIDDERS */

    function _bid(bytes32 id) internal {
        uint256 firm = _pick(FIRMS);
        uint128[10] memory prices = [uint128(0), 2, 3_900, 5_000, 5_000, 6_000, 6_000, 8_000, 10_000, 10_001];
        Tender.Desk memory d = book.getDesk(id);
        Filed memory f = Filed(d.version, prices[_pick(10)], _pick(type(uint256).max));
        (bytes32 technical, bytes32 price) = _hashesOf(id, firm, f);
        bytes memory sealedText = d.timeLocked ? bytes("sealed") : bytes("");
        bytes32 commitment = SealedBid.commitment(technical, price);
        bytes memory data = abi.encodeCall(ITenderBook.bid, (id, _firms[firm], commitment, sealedText, sealedText));
        if (_onBook(6, _callerFor(firm), data)) _filed[id][firm] = f;
    }

    function _withdraw(bytes32 id) internal {
        uint256 firm = _pick(FIRMS);
        _onBook(7, _callerFor(firm), abi.encodeCall(ITenderBook.withdraw, (id, _firms[firm])));
    }

    /// @dev The last two firms join; the lead's account sends what the other signed.
    function _join(bytes32 id) internal {
        uint64[] memory members = new uint64[](1);
        members[0] = _firms[5];
        Tender.Joint memory joint = Tender.Joint(id, _firms[4], members, "agreement", type(uint40).max);
        bytes32 structHash = keccak256(
            abi.encode(
                JOINT_TYPEHASH,
                id,
                joint.lead,
                keccak256(abi.encodePacked(members)),
                joint.agreement,
                joint.deadline
            )
        );
        bytes[] memory signatures = new bytes[](1);
        signatures[0] = _signAs(_firms[5], _typed("Erario JointBids", address(joints), structHash));
        _try(8, _accounts[4], address(joints), abi.encodeCall(IJointBids.formJoint, (joint, signatures)));
    }

    /* OPENINGS */

    function _copyStanding(bytes32 id) internal {
        _onBook(9, STRANGER, abi.encodeCall(ITenderBook.copyStanding, (id, _allFirms())));
    }

    function _openTechnicals(bytes32 id) internal {
        for (uint256 i; i < FIRMS; ++i) {
            if (_chance(12)) continue;
            Filed memory f = _filed[id][i];
            (, bytes32 price) = _hashesOf(id, i, f);
            _onBook(
                10,
                STRANGER,
                abi.encodeCall(ITenderBook.openTechnical, (id, _firms[i], _technicalOf(f), price, ""))
            );
        }
    }

    function _openPrices(bytes32 id) internal {
        for (uint256 i; i < FIRMS; ++i) {
            if (_chance(12)) continue;
            Filed memory f = _filed[id][i];
            (bytes32 technical, ) = _hashesOf(id, i, f);
            bytes memory data = abi.encodeCall(
                ITenderBook.openPrice,
                (id, _firms[i], f.price, _priceSalt(f), technical)
            );
            _onBook(11, STRANGER, data);
        }
    }

    /// @dev What one firm sealed, given out as another's: never opens, whatever the time.
    function _openForAnother(bytes32 id) internal {
        uint256 firm = _pick(FIRMS);
        uint256 other = (firm + 1 + _pick(FIRMS - 1)) % FIRMS;
        Filed memory f = _filed[id][firm];
        (bytes32 technical, bytes32 price) = _hashesOf(id, firm, f);
        bytes memory data = abi.encodeCall(ITenderBook.openTechnical, (id, _firms[other], _technicalOf(f), price, ""));
        VM.assertTrue(!_onBook(31, STRANGER, data), "another's technical envelope");
        data = abi.encodeCall(ITenderBook.openPrice, (id, _firms[other], f.price, _priceSalt(f), technical));
        VM.assertTrue(!_onBook(31, STRANGER, data), "another's price");
    }

    /* PANEL */

    function _score(uint256 t) internal {
        Plan memory p = _plans[t];
        (uint64[] memory bidders, uint16[8][] memory scores) = _sheets(p.id);
        bytes memory data = abi.encodeCall(
            IEvaluationPanel.score,
            (p.id, _panelOf(p.kind), _rulesOf(p.kind), bidders, scores)
        );
        for (uint256 i; i < 3; ++i) if (_chance(70)) _try(12, _evaluator(i), address(panel), data);
        _try(13, SUBSTITUTE_EVALUATOR, address(panel), data);
    }

    /// @dev The opened bids, and a score for each.
    function _sheets(bytes32 id) private returns (uint64[] memory bidders, uint16[8][] memory scores) {
        Tender.Entry[] memory entries = book.getBids(id, _allFirms());
        uint256 count;
        for (uint256 i; i < FIRMS; ++i) if (entries[i].bid.flags & BidFlags.TECHNICAL != 0) ++count;
        bidders = new uint64[](count);
        scores = new uint16[8][](count);
        for (uint256 i; i < FIRMS; ++i) {
            if (entries[i].bid.flags & BidFlags.TECHNICAL == 0) continue;
            bidders[--count] = _firms[i];
            scores[count][1] = uint16(_pick(5) * 2_500);
        }
    }

    function _conflict(uint256 t) internal {
        Plan memory p = _plans[t];
        bytes memory data = abi.encodeCall(IEvaluationPanel.declareConflict, (p.id, _panelOf(p.kind)));
        _try(14, _evaluator(_pick(3)), address(panel), data);
    }

    function _tally(uint256 t) internal {
        Plan memory p = _plans[t];
        bytes memory data = abi.encodeCall(
            IEvaluationPanel.tally,
            (p.id, _panelOf(p.kind), _rulesOf(p.kind), _allFirms())
        );
        _try(15, STRANGER, address(panel), data);
    }

    function _fail(uint256 t) internal {
        Plan memory p = _plans[t];
        _try(16, STRANGER, address(panel), abi.encodeCall(IEvaluationPanel.fail, (p.id, _panelOf(p.kind))));
    }

    /* AWARD */

    function _award(uint256 t) internal {
        Plan memory p = _plans[t];
        uint128 basis = _basisOf(p.id);
        if (_chance(10)) basis += uint128(1 + _pick(2_000));
        bytes memory data = abi.encodeCall(
            IAwardDesk.award,
            (p.id, _rulesOf(p.kind), basis, _scanOf(p.id), true, true)
        );
        if (!_try(17, STRANGER, address(awards), data)) return;
        VM.assertEq(basis, _basisOf(p.id), "P4 reference");
        _checkAward(p.id);
    }

    /// @dev All bids that qualified, in the order of the scan.
    function _scanOf(bytes32 id) private view returns (uint64[] memory scan) {
        Tender.Entry[] memory entries = book.getBids(id, _allFirms());
        scan = new uint64[](book.getOpenings(id).qualified);
        uint64 group;
        uint64 bidder;
        for (uint256 count; count < scan.length; ++count) {
            uint256 next = FIRMS;
            for (uint256 i; i < FIRMS; ++i) {
                if (entries[i].offer.flags & BidFlags.QUALIFIED == 0) continue;
                uint64 ofThis = entries[i].bid.group;
                if (ofThis < group || (ofThis == group && _firms[i] <= bidder)) continue;
                if (next == FIRMS || ofThis < entries[next].bid.group) next = i;
            }
            (group, bidder) = (entries[next].bid.group, _firms[next]);
            scan[count] = bidder;
        }
    }

    function _complain(bytes32 id) internal {
        for (uint256 firm; firm < FIRMS; ++firm) {
            if (_chance(50)) continue;
            bytes memory data = abi.encodeCall(IAwardDesk.complain, (id, _firms[firm], Document("reason", "")));
            _try(18, _callerFor(firm), address(awards), data);
        }
    }

    function _rule(bytes32 id) internal {
        Award.Ruling ruling =
            _chance(30)
                ? Award.Ruling.Annul
                : _chance(30)
                    ? Award.Ruling.Confirm
                    : Award.Ruling.Exclude;
        bool excludes = ruling == Award.Ruling.Exclude;
        uint64 bidder = excludes ? (_chance(50) ? awards.getAward(id).winner : _firms[_pick(FIRMS)]) : 0;
        bytes memory data = abi.encodeCall(IAwardDesk.rule, (id, ruling, bidder, excludes ? 1 : 0, "ruling"));
        _try(18 + uint256(ruling), REVIEWER, address(awards), data);
    }

    function _sign(uint256 t) internal {
        Plan memory p = _plans[t];
        Award.Result memory result = awards.getAward(p.id);
        if (result.winner == 0) return;
        uint256 firm;
        while (_firms[firm] != result.winner) ++firm;
        Tender.Terms memory terms = _termsOf(p);
        bytes memory data = abi.encodeCall(IAwardDesk.sign, (p.id, terms.call, terms.contractTerms, terms.schedule));
        if (!_try(22, _callerFor(firm), address(awards), data)) return;
        uint256 price = _filed[p.id][firm].price;
        _contracted += price;
        uint256 net = (price * 10_000 + 11_899) / 11_900;
        _performance += (net * (price < LOW ? 1_500 : 500) + 9_999) / 10_000;
    }

    function _lapse(bytes32 id) internal {
        _try(23, STRANGER, address(awards), abi.encodeCall(IAwardDesk.lapseSignature, (id)));
        _onBook(24, STRANGER, abi.encodeCall(ITenderBook.lapse, (id)));
    }

    /* BONDS AND OFFICES */

    function _claimBonds(bytes32 id) internal {
        for (uint256 i; i < FIRMS; ++i) {
            _onBook(25, STRANGER, abi.encodeCall(ITenderBook.returnBond, (id, _firms[i])));
            _onBook(26, STRANGER, abi.encodeCall(ITenderBook.forfeitBond, (id, _firms[i])));
        }
    }

    function _office(bytes32 id) internal {
        uint256 kind = _pick(4);
        uint64 firm = _firms[_pick(FIRMS)];
        if (kind == 0) {
            bytes memory data = abi.encodeCall(registry.suspend, (firm, uint40(block.timestamp + 3 days), "reason"));
            _try(27, SANCTIONS, address(registry), data);
        } else if (kind == 1) {
            _try(28, GUARDIAN, address(publication), abi.encodeCall(ISelfEndingPause.pause, ("reason")));
        } else if (kind == 2) {
            address account = _accounts[_pick(FIRMS)];
            _token.setBlocked(account, !_token.isBlocked(account));
            done |= 1 << 29;
        } else {
            _trespass(id);
        }
    }

    /// @dev No office and no party gives an order that is a module's.
    function _trespass(bytes32 id) private {
        address[5] memory callers = [VM.addr(BUYER_KEY), GUARDIAN, REVIEWER, _evaluator(0), ADMIN];
        address by = callers[_pick(5)];
        uint64 firm = _firms[_pick(FIRMS)];
        bool any =
            _onBook(31, by, abi.encodeCall(ITenderBook.end, (id, Tender.Outcome.Cancelled, "reason"))) ||
                _onBook(31, by, abi.encodeCall(ITenderBook.remove, (id, firm, true))) ||
                _onBook(31, by, abi.encodeCall(ITenderBook.evaluate, (id, firm, 1, 1, true))) ||
                _onBook(31, by, abi.encodeCall(ITenderBook.countEnquiry, (id, true)));
        VM.assertTrue(!any, "an order that is a module's");
        done |= 1 << 30;
    }
}

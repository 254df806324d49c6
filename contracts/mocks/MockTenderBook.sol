// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Entity} from "../registry/types/Entity.sol";
import {TenderHash} from "../procurement/libraries/TenderHash.sol";
import {Agreement} from "../procurement/types/Agreement.sol";
import {BidFlags} from "../procurement/types/BidFlags.sol";
import {Tender} from "../procurement/types/Tender.sol";

/// @notice What an award desk reads of a book and a registry, as a test sets it; what it orders is put on record.
contract MockTenderBook {
    event BidRemoved(bytes32 indexed id, uint64 indexed bidder, bool declined);
    event TenderEnded(bytes32 indexed id, Tender.Outcome outcome, bytes32 reason);
    event Concluded(bytes32 indexed id, Agreement.Deed deed, Agreement.MilestoneTerms[] schedule);

    bytes32 public constant CONTRACT_ID = keccak256("contract");

    uint40 public pausedAt;
    mapping(bytes32 id => uint128 lot) private _lots;
    mapping(uint64 entity => address account) public accountOf;
    mapping(uint64 entity => bool inactive) private _inactive;
    mapping(bytes32 id => Tender.Desk desk) private _desks;
    mapping(bytes32 id => Tender.Openings openings) private _openings;
    mapping(bytes32 id => Tender.Stages stages) private _stages;
    mapping(bytes32 id => Tender.Digests digests) private _digests;
    mapping(bytes32 id => mapping(uint64 bidder => Tender.Bid bid)) private _bids;
    mapping(bytes32 id => mapping(uint64 bidder => Tender.Offer offer)) private _offers;
    mapping(bytes32 id => mapping(uint64 lead => uint64[] members)) private _members;

    function setTender(
        bytes32 id,
        Tender.Openings calldata openings,
        Tender.Stages calldata stages,
        Tender.Rules calldata rules,
        uint128 lot
    ) external {
        _desks[id].version = 1;
        _openings[id] = openings;
        _stages[id] = stages;
        _digests[id].rules = TenderHash.hashOf(rules);
        _lots[id] = lot;
    }

    function setContract(
        bytes32 id,
        Tender.Call calldata purchase,
        Tender.Contract calldata terms,
        Tender.Share[] calldata schedule
    ) external {
        _digests[id].contractTerms = TenderHash.hashOf(purchase, terms, schedule);
    }

    function setBids(bytes32 id, uint64[] calldata bidders, Tender.Entry[] calldata entries) external {
        for (uint256 i; i < bidders.length; ++i) {
            _bids[id][bidders[i]] = entries[i].bid;
            _offers[id][bidders[i]] = entries[i].offer;
        }
    }

    function setAccount(uint64 entity, address account) external {
        accountOf[entity] = account;
    }

    function setInactive(uint64 entity, bool inactive) external {
        _inactive[entity] = inactive;
    }

    function setMembers(bytes32 id, uint64 lead, uint64[] calldata members) external {
        _members[id][lead] = members;
    }

    function setPausedAt(uint40 time) external {
        pausedAt = time;
    }

    function remove(bytes32 id, uint64 bidder, bool declined) external {
        _offers[id][bidder].flags |= declined ? BidFlags.DECLINED : BidFlags.EXCLUDED;
        emit BidRemoved(id, bidder, declined);
    }

    function end(bytes32 id, Tender.Outcome outcome, bytes32 reason) external {
        _desks[id].outcome = outcome;
        emit TenderEnded(id, outcome, reason);
    }

    function conclude(
        bytes32 id,
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule
    ) external returns (bytes32) {
        _desks[id].outcome = Tender.Outcome.Signed;
        emit Concluded(id, deed, schedule);
        return CONTRACT_ID;
    }

    function isActive(uint64 entity, Entity.Kind kind) external view returns (bool) {
        return kind == Entity.Kind.Supplier && !_inactive[entity];
    }

    function getDesk(bytes32 id) external view returns (Tender.Desk memory) {
        return _desks[id];
    }

    function getOpenings(bytes32 id) external view returns (Tender.Openings memory) {
        return _openings[id];
    }

    function getPrices(bytes32 id) external view returns (Tender.Prices memory) {
        return Tender.Prices(_lots[id], type(uint112).max, 1);
    }

    function hasBid(bytes32 id, uint64 bidder) external view returns (bool) {
        return _bids[id][bidder].flags != 0;
    }

    function getStages(bytes32 id) external view returns (Tender.Stages memory) {
        return _stages[id];
    }

    function getDigests(bytes32 id) external view returns (Tender.Digests memory) {
        return _digests[id];
    }

    function getMembers(bytes32 id, uint64 lead) external view returns (uint64[] memory) {
        return _members[id][lead];
    }

    function getBids(bytes32 id, uint64[] calldata bidders) external view returns (Tender.Entry[] memory entries) {
        entries = new Tender.Entry[](bidders.length);
        for (uint256 i; i < bidders.length; ++i) {
            entries[i] = Tender.Entry(_bids[id][bidders[i]], _offers[id][bidders[i]]);
        }
    }
}

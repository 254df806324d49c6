// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {TenderHash} from "../procurement/libraries/TenderHash.sol";
import {BidFlags} from "../procurement/types/BidFlags.sol";
import {Tender} from "../procurement/types/Tender.sol";

/// @notice The least of a tender book that an evaluation panel needs: one tender at a time under any id, whose bids anyone opens.
contract MockEvaluationBook {
    event BidEvaluated(bytes32 indexed id, uint64 indexed bidder, uint32 technical, uint32 attributes, bool qualified);
    event TenderEnded(bytes32 indexed id, Tender.Outcome outcome, bytes32 reason);

    mapping(bytes32 id => Tender.Desk desk) private _desks;
    mapping(bytes32 id => Tender.Openings openings) private _openings;
    mapping(bytes32 id => Tender.Stages stages) private _stages;
    mapping(bytes32 id => Tender.Digests digests) private _digests;
    mapping(bytes32 id => mapping(uint64 bidder => Tender.Entry entry)) private _entries;

    function publish(
        bytes32 id,
        Tender.Rules calldata rules,
        Tender.Panel calldata panel,
        Tender.Timetable calldata t
    ) external {
        ++_desks[id].version;
        Tender.Openings storage o = _openings[id];
        (o.technicalFrom, o.technicalBy, o.pricesFrom, o.pricesBy) = (
            t.technicalFrom,
            t.technicalBy,
            t.pricesFrom,
            t.pricesBy
        );
        o.quorum = panel.quorum;
        (_stages[id].scoresBy, _stages[id].substitutesBy) = (t.scoresBy, t.substitutesBy);
        _digests[id] = Tender.Digests(TenderHash.hashOf(rules), TenderHash.hashOf(panel), 0);
    }

    function file(bytes32 id, uint64 bidder, Tender.Entry calldata entry) external {
        _entries[id][bidder] = entry;
    }

    function open(bytes32 id, uint64[] calldata bidders) external {
        for (uint256 i; i < bidders.length; ++i) _entries[id][bidders[i]].bid.flags |= BidFlags.TECHNICAL;
        _openings[id].opened += uint24(bidders.length);
    }

    function evaluate(bytes32 id, uint64 bidder, uint32 technical, uint32 attributes, bool qualified) external {
        Tender.Entry storage e = _entries[id][bidder];
        (e.offer.technical, e.offer.attributes) = (technical, attributes);
        e.offer.flags |= qualified ? BidFlags.TALLIED | BidFlags.QUALIFIED : BidFlags.TALLIED;
        ++_openings[id].tallied;
        if (qualified) ++_openings[id].qualified;
        emit BidEvaluated(id, bidder, technical, attributes, qualified);
    }

    function end(bytes32 id, Tender.Outcome outcome, bytes32 reason) external {
        _desks[id].outcome = outcome;
        emit TenderEnded(id, outcome, reason);
    }

    function getDesk(bytes32 id) external view returns (Tender.Desk memory) {
        return _desks[id];
    }

    function getOpenings(bytes32 id) external view returns (Tender.Openings memory) {
        return _openings[id];
    }

    function getStages(bytes32 id) external view returns (Tender.Stages memory) {
        return _stages[id];
    }

    function getDigests(bytes32 id) external view returns (Tender.Digests memory) {
        return _digests[id];
    }

    function getBids(bytes32 id, uint64[] calldata bidders) external view returns (Tender.Entry[] memory list) {
        list = new Tender.Entry[](bidders.length);
        for (uint256 i; i < bidders.length; ++i) list[i] = _entries[id][bidders[i]];
    }
}

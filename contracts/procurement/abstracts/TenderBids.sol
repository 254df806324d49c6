// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Entity} from "../../registry/types/Entity.sol";
import {ITenderBook} from "../interfaces/ITenderBook.sol";
import {BondRule} from "../libraries/BondRule.sol";
import {SmallFirm} from "../libraries/SmallFirm.sol";
import {TenderErrors as Errors} from "../libraries/TenderErrors.sol";
import {IAwardDesk} from "../interfaces/IAwardDesk.sol";
import {BidFlags} from "../types/BidFlags.sol";
import {Tender} from "../types/Tender.sol";
import {TenderBookState} from "./TenderBookState.sol";

/// @notice Joint bids, sealed bids, what the registry said at closing, and bonds.
abstract contract TenderBids is TenderBookState {
    /// @notice Longest ciphertext of an envelope in bytes.
    uint256 public constant MAX_CIPHERTEXT = 2_048;
    /* BIDDERS */

    /// @inheritdoc ITenderBook
    function bid(
        bytes32 id,
        uint64 bidder,
        bytes32 commitment,
        bytes calldata technical,
        bytes calldata price
    ) external {
        Tender.Desk memory d = _requireBidding(id);
        _requireBidder(id, bidder);
        if (d.joint) _requireAlone(id, bidder);
        require(commitment != 0, Errors.Bid_NoCommitment(id));
        _requireCiphertext(id, technical.length, d.timeLocked);
        _requireCiphertext(id, price.length, d.timeLocked);
        uint8 before = _sealed[id][bidder].version;
        _sealed[id][bidder] = Tender.Sealed(bytes26(commitment), uint40(block.timestamp), d.version);
        if (before != d.version) _desks[id].bids = d.bids + 1;
        emit BidFiled(id, msg.sender, bidder, d.version, commitment, technical, price);
        _takeBond(id, bidder, before == 0);
    }

    /// @inheritdoc ITenderBook
    function withdraw(bytes32 id, uint64 bidder) external {
        Tender.Desk memory d = _requireBidding(id);
        address account = REGISTRY.accountOf(bidder);
        require(msg.sender == account, Errors.Tender_NotTheBidder(id, msg.sender, bidder));
        uint8 version = _sealed[id][bidder].version;
        require(version != 0, Errors.Bid_None(id, bidder));
        delete _sealed[id][bidder];
        if (version == d.version) _desks[id].bids = d.bids - 1;
        emit BidWithdrawn(id, msg.sender, bidder);
        uint128 amount = bondOf(id, bidder);
        if (amount != 0) _giveBack(id, bidder, amount);
    }

    /* ANYONE */

    /// @inheritdoc ITenderBook
    function copyStanding(bytes32 id, uint64[] calldata bidders) external {
        _requireRunning(id);
        Tender.Desk memory d = getDesk(id);
        _requireWithin(id, closesAt(id) + 1, _openings[id].technicalBy);
        for (uint256 i; i < bidders.length; ++i) {
            uint64 bidder = bidders[i];
            if (_sealed[id][bidder].version == d.version && _bids[id][bidder].flags == 0) {
                _bids[id][bidder] = _copy(id, bidder, d.joint);
            }
        }
    }

    /// @inheritdoc ITenderBook
    function returnBond(bytes32 id, uint64 bidder) external {
        _requireBond(id, bidder, BondRule.State.Free);
        uint128 amount = bondOf(id, bidder);
        require(amount != 0, Errors.Bid_NoBond(id, bidder));
        _giveBack(id, bidder, amount);
    }

    /// @inheritdoc ITenderBook
    function forfeitBond(bytes32 id, uint64 bidder) external {
        _requireBond(id, bidder, BondRule.State.Forfeited);
        require(_forfeit(id, bidder), Errors.Bid_NoBond(id, bidder));
    }

    /* INTERNAL */

    /// @dev What the registry says about a bidder now.
    /// @param joint Whether some bidders of the tender have joined.
    function _copy(bytes32 id, uint64 bidder, bool joint) internal returns (Tender.Bid memory b) {
        Entity.Record memory r = REGISTRY.getEntity(bidder);
        bool eligible = _isActive(r);
        b.group = r.group;
        if (joint) {
            Tender.Seat memory seat = _seats[id][bidder];
            uint64 standsFor = _groups[id][r.group];
            if (seat.lead != 0) {
                b.group = seat.group;
                // Who changed its group after joining would otherwise stand in two.
                eligible = _isMember(r, id, seat.group) && _areMembers(_members[id][bidder], id, seat.group);
            } else if (standsFor != 0) {
                b.group = standsFor;
            }
        }
        b.size = uint8(r.size);
        b.region = r.region;
        b.flags = BidFlags.COPIED | (eligible ? BidFlags.ELIGIBLE : 0);
        emit StandingCopied(id, msg.sender, bidder, eligible, b.group, b.size, b.region);
    }

    /// @dev Gives a bond to the line; whether there was one.
    function _forfeit(bytes32 id, uint64 bidder) internal returns (bool) {
        uint128 amount = bondOf(id, bidder);
        if (amount == 0) return false;
        emit BidBondForfeited(id, msg.sender, bidder, amount);
        TREASURY.forfeit(amount, _bondKey(id, bidder));
        return true;
    }

    /// @dev Takes the bid bond, unless an earlier filing's is still held.
    function _takeBond(bytes32 id, uint64 bidder, bool first) private {
        Tender.Money memory m = _moneys[id];
        if (m.bidBond != 0 && (first || bondOf(id, bidder) == 0)) {
            TREASURY.hold(m.lineId, bidder, m.bidBond, _bondKey(id, bidder));
        }
    }

    function _giveBack(bytes32 id, uint64 bidder, uint128 amount) private {
        emit BidBondReturned(id, msg.sender, bidder, amount);
        TREASURY.giveBack(amount, _bondKey(id, bidder));
    }

    /// @dev A member of a joint bid bids through its lead only.
    function _requireAlone(bytes32 id, uint64 bidder) private view {
        uint64 lead = _seats[id][bidder].lead;
        require(lead == 0 || lead == bidder, Errors.Joint_Member(id, bidder));
    }

    function _areMembers(uint64[] memory entities, bytes32 id, uint64 group) private view returns (bool) {
        for (uint256 i; i < entities.length; ++i) {
            if (!_isMember(REGISTRY.getEntity(entities[i]), id, group)) return false;
        }
        return true;
    }

    /// @dev Whether a firm is still active, small, and of a business group that stands in the joint bid.
    function _isMember(Entity.Record memory r, bytes32 id, uint64 group) private view returns (bool) {
        return _isActive(r) && SmallFirm.isSmall(r.size) && _groups[id][r.group] == group;
    }

    function _requireCiphertext(bytes32 id, uint256 size, bool timeLocked) private pure {
        uint256 most = timeLocked ? MAX_CIPHERTEXT : 0;
        require(size <= most && (size != 0) == timeLocked, Errors.Bid_Ciphertext(id, size, most));
    }

    function _requireBond(bytes32 id, uint64 bidder, BondRule.State expected) private view {
        Tender.Desk memory d = getDesk(id);
        uint8 flags = _bids[id][bidder].flags | _offers[id][bidder].flags;
        BondRule.Facts memory facts = BondRule.Facts({
            outcome: d.outcome,
            current: _sealed[id][bidder].version == d.version,
            awardHolds: IAwardDesk(awards).holdsBond(id, bidder),
            openings: getOpenings(id)
        });
        require(BondRule.stateOf(flags, facts, block.timestamp) == expected, Errors.Bid_BondHeld(id, bidder));
    }
}

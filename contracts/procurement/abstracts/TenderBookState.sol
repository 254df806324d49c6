// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../../registry/interfaces/IRegistry.sol";
import {Entity} from "../../registry/types/Entity.sol";
import {ISelfEndingPause} from "../../shared/interfaces/ISelfEndingPause.sol";
import {ITreasury} from "../../treasury/interfaces/ITreasury.sol";
import {IOpeningDesk} from "../interfaces/IOpeningDesk.sol";
import {ITenderBook} from "../interfaces/ITenderBook.sol";
import {TenderClock} from "../libraries/TenderClock.sol";
import {TenderErrors as Errors} from "../libraries/TenderErrors.sol";
import {Tender} from "../types/Tender.sol";

/// @notice All storage of the tender book and its getters.
abstract contract TenderBookState is ITenderBook {
    IRegistry public immutable REGISTRY;
    ITreasury public immutable TREASURY;
    /// @notice The door through which an award becomes a contract.
    IOpeningDesk public immutable OPENING;
    /// @notice What buyers publish.
    address public desk;
    /// @notice Where small firms join.
    address public joints;
    /// @notice The evaluation committees.
    address public panel;
    /// @notice Ranking, complaints, signature.
    address public awards;

    mapping(bytes32 id => Tender.Desk desk) internal _desks;
    mapping(bytes32 id => Tender.Money money) internal _moneys;
    mapping(bytes32 id => Tender.Openings openings) internal _openings;
    mapping(bytes32 id => Tender.Stages stages) internal _stages;
    mapping(bytes32 id => Tender.Digests digests) internal _digests;

    mapping(bytes32 id => Tender.Prices prices) internal _prices;
    mapping(bytes32 id => mapping(uint64 bidder => Tender.Sealed bid)) internal _sealed;
    mapping(bytes32 id => mapping(uint64 bidder => Tender.Bid bid)) internal _bids;
    mapping(bytes32 id => mapping(uint64 bidder => Tender.Offer offer)) internal _offers;

    mapping(bytes32 id => mapping(uint64 entity => Tender.Seat seat)) internal _seats;
    mapping(bytes32 id => mapping(uint64 lead => uint64[] members)) internal _members;
    mapping(bytes32 id => mapping(uint64 group => uint64 standsFor)) internal _groups;

    /// @inheritdoc ITenderBook
    function statusOf(bytes32 id) public view returns (Tender.Status) {
        return TenderClock.statusOf(getDesk(id), getOpenings(id), block.timestamp);
    }

    /// @inheritdoc ITenderBook
    function closesAt(bytes32 id) public view returns (uint256) {
        return TenderClock.closesAt(getDesk(id), block.timestamp);
    }

    /// @inheritdoc ITenderBook
    function pausedAt() external view returns (uint40) {
        return ISelfEndingPause(desk).pausedAt();
    }

    /// @inheritdoc ITenderBook
    function getDesk(bytes32 id) public view returns (Tender.Desk memory) {
        return _desks[id];
    }

    /// @inheritdoc ITenderBook
    function getMoney(bytes32 id) external view returns (Tender.Money memory) {
        return _moneys[id];
    }

    /// @inheritdoc ITenderBook
    function getOpenings(bytes32 id) public view returns (Tender.Openings memory) {
        return _openings[id];
    }

    /// @inheritdoc ITenderBook
    function getPrices(bytes32 id) external view returns (Tender.Prices memory) {
        return _prices[id];
    }

    /// @inheritdoc ITenderBook
    function getSealed(bytes32 id, uint64 bidder) external view returns (Tender.Sealed memory) {
        return _sealed[id][bidder];
    }

    /// @inheritdoc ITenderBook
    function hasBid(bytes32 id, uint64 bidder) external view returns (bool) {
        uint8 version = _sealed[id][bidder].version;
        return version != 0 && version == _desks[id].version;
    }

    /// @inheritdoc ITenderBook
    function getStages(bytes32 id) external view returns (Tender.Stages memory) {
        return _stages[id];
    }

    /// @inheritdoc ITenderBook
    function getDigests(bytes32 id) external view returns (Tender.Digests memory) {
        return _digests[id];
    }

    /// @inheritdoc ITenderBook
    function getBids(bytes32 id, uint64[] calldata bidders) external view returns (Tender.Entry[] memory entries) {
        entries = new Tender.Entry[](bidders.length);
        for (uint256 i; i < bidders.length; ++i) {
            entries[i] = Tender.Entry(_bids[id][bidders[i]], _offers[id][bidders[i]]);
        }
    }

    /// @inheritdoc ITenderBook
    function getMembers(bytes32 id, uint64 lead) external view returns (uint64[] memory) {
        return _members[id][lead];
    }

    /// @inheritdoc ITenderBook
    function bondOf(bytes32 id, uint64 bidder) public view returns (uint128) {
        return TREASURY.getDeposit(address(this), _bondKey(id, bidder)).amount;
    }

    /// @dev Record of a bid bond in the treasury.
    function _bondKey(bytes32 id, uint64 bidder) internal pure returns (bytes32) {
        return keccak256(abi.encode(id, bidder));
    }

    /// @dev A tender that takes bids.
    function _requireBidding(bytes32 id) internal view returns (Tender.Desk memory d) {
        _requireRunning(id);
        d = getDesk(id);
        uint256 until = TenderClock.closesAt(d, block.timestamp);
        require(block.timestamp <= until, Errors.Tender_OutsideWindow(id, 0, until));
    }

    /// @dev A tender that has not ended.
    function _requireRunning(bytes32 id) internal view {
        Tender.Desk storage d = _desks[id];
        require(d.version != 0, Errors.Tender_Unknown(id));
        require(d.outcome == Tender.Outcome.None, Errors.Tender_Ended(id, d.outcome));
    }

    function _requireWithin(bytes32 id, uint256 from, uint256 until) internal view {
        require(block.timestamp >= from && block.timestamp <= until, Errors.Tender_OutsideWindow(id, from, until));
    }

    /// @dev The record of an active supplier for which the caller acts.
    function _requireBidder(bytes32 id, uint64 bidder) internal view {
        Entity.Record memory r = REGISTRY.getEntity(bidder);
        require(msg.sender == r.account, Errors.Tender_NotTheBidder(id, msg.sender, bidder));
        require(_isActive(r), Errors.Tender_NotActive(id, bidder));
    }

    /// @dev As the registry's `isActive`, from a record that has been read already.
    function _isActive(Entity.Record memory r) internal view returns (bool) {
        return r.kind == Entity.Kind.Supplier && block.timestamp <= r.validUntil && block.timestamp > r.suspendedUntil;
    }
}

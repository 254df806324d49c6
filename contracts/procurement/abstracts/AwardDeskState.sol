// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../../registry/interfaces/IRegistry.sol";
import {IAwardDesk} from "../interfaces/IAwardDesk.sol";
import {ITenderBook} from "../interfaces/ITenderBook.sol";
import {AwardClock} from "../libraries/AwardClock.sol";
import {TenderErrors as Errors} from "../libraries/TenderErrors.sol";
import {Award} from "../types/Award.sol";
import {Tender} from "../types/Tender.sol";

/// @notice All storage of the award desk and its getters.
abstract contract AwardDeskState is IAwardDesk {
    /// @notice Keeps bids, bonds and budget.
    ITenderBook public immutable BOOK;
    IRegistry public immutable REGISTRY;

    mapping(bytes32 id => Award.Result result) internal _results;
    mapping(bytes32 id => Award.Review review) internal _reviews;
    mapping(bytes32 id => mapping(uint16 round => mapping(uint64 bidder => bool complained))) internal _complained;
    /// @dev By tender, round, caller and claimed reference, so that nobody's pages touch another's scan.
    mapping(bytes32 key => Award.Scan scan) internal _scans;

    constructor(ITenderBook book, IRegistry registry) {
        require(address(book).code.length != 0, Errors.Tender_NotAContract(address(book)));
        require(address(registry).code.length != 0, Errors.Tender_NotAContract(address(registry)));
        BOOK = book;
        REGISTRY = registry;
    }

    /// @inheritdoc IAwardDesk
    function statusOf(bytes32 id) external view returns (Award.Status) {
        Award.Result memory result = _results[id];
        if (BOOK.getDesk(id).outcome != Tender.Outcome.None) return Award.Status.Ended;
        if (result.awardedAt == 0) return Award.Status.None;
        (, Award.Review memory v, AwardClock.Times memory t) = _clockOf(id, result);
        return AwardClock.statusOf(v, t, block.timestamp);
    }

    /// @inheritdoc IAwardDesk
    function getAward(bytes32 id) external view returns (Award.Result memory) {
        return _results[id];
    }

    /// @inheritdoc IAwardDesk
    function getReview(bytes32 id) external view returns (Award.Review memory) {
        return _reviews[id];
    }

    /// @inheritdoc IAwardDesk
    function getScan(bytes32 id, address caller, uint128 basis) external view returns (Award.Scan memory) {
        return _scans[_scanKey(id, caller, basis)];
    }

    /// @inheritdoc IAwardDesk
    function signatureWindowOf(bytes32 id) public view returns (uint256 from, uint256 until) {
        Award.Result memory result = _results[id];
        if (result.awardedAt == 0) return (0, 0);
        (, , AwardClock.Times memory t) = _clockOf(id, result);
        return (t.from, t.until);
    }

    /// @inheritdoc IAwardDesk
    function holdsBond(bytes32 id, uint64 bidder) external view returns (bool) {
        Award.Result memory r = _results[id];
        if (r.awardedAt == 0) return block.timestamp <= validUntilOf(id);
        return bidder == r.winner || bidder == r.second || bidder == r.third;
    }

    /// @inheritdoc IAwardDesk
    function isExpired(bytes32 id) external view returns (bool) {
        return _results[id].awardedAt == 0 && block.timestamp > validUntilOf(id);
    }

    /// @inheritdoc IAwardDesk
    function validUntilOf(bytes32 id) public view returns (uint256) {
        return AwardClock.validUntil(BOOK.getStages(id), _reviews[id]);
    }

    function _clockOf(
        bytes32 id,
        Award.Result memory result
    ) internal view returns (Tender.Stages memory s, Award.Review memory v, AwardClock.Times memory t) {
        s = BOOK.getStages(id);
        v = _reviews[id];
        t = AwardClock.timesOf(s, result.awardedAt, v, BOOK.pausedAt());
    }

    function _scanKey(bytes32 id, address caller, uint128 basis) internal view returns (bytes32) {
        return keccak256(abi.encode(id, _reviews[id].round, caller, basis));
    }

    function _entryOf(bytes32 id, uint64 bidder) internal view returns (Tender.Entry memory) {
        uint64[] memory bidders = new uint64[](1);
        bidders[0] = bidder;
        return BOOK.getBids(id, bidders)[0];
    }

    /// @dev A tender that runs and has an award.
    function _requireAwarded(bytes32 id) internal view returns (Award.Result memory result) {
        _requireRunning(id);
        result = _results[id];
        require(result.awardedAt != 0, Errors.Award_None(id));
    }

    function _requireRunning(bytes32 id) internal view {
        Tender.Desk memory desk = BOOK.getDesk(id);
        require(desk.version != 0, Errors.Tender_Unknown(id));
        require(desk.outcome == Tender.Outcome.None, Errors.Tender_Ended(id, desk.outcome));
    }

    function _requireWithin(bytes32 id, uint256 from, uint256 until) internal view {
        require(block.timestamp >= from && block.timestamp <= until, Errors.Tender_OutsideWindow(id, from, until));
    }

    function _requireBidder(bytes32 id, uint64 bidder) internal view {
        require(msg.sender == REGISTRY.accountOf(bidder), Errors.Tender_NotTheBidder(id, msg.sender, bidder));
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {ITreasury} from "../treasury/interfaces/ITreasury.sol";
import {TenderOpenings} from "./abstracts/TenderOpenings.sol";
import {IAwardDesk} from "./interfaces/IAwardDesk.sol";
import {IOpeningDesk} from "./interfaces/IOpeningDesk.sol";
import {ITenderBook} from "./interfaces/ITenderBook.sol";
import {TenderClock} from "./libraries/TenderClock.sol";
import {TenderErrors as Errors} from "./libraries/TenderErrors.sol";
import {Agreement} from "./types/Agreement.sol";
import {BidFlags} from "./types/BidFlags.sol";
import {Tender} from "./types/Tender.sol";

/// @title TenderBook
contract TenderBook is TenderOpenings {
    modifier onlyAwards() {
        require(msg.sender == awards, Errors.Tender_OnlyModule(msg.sender));
        _;
    }

    modifier onlyDesk() {
        require(msg.sender == desk, Errors.Tender_OnlyModule(msg.sender));
        _;
    }

    /// @param registry Who the entities are.
    /// @param treasury Holds the bid bonds; it must approve this program.
    /// @param opening Reserves the budget and opens the contract; the book must hold the awarding role there.
    constructor(IRegistry registry, ITreasury treasury, IOpeningDesk opening) {
        _requireContract(address(registry));
        _requireContract(address(treasury));
        _requireContract(address(opening));
        REGISTRY = registry;
        TREASURY = treasury;
        OPENING = opening;
    }

    /// @inheritdoc ITenderBook
    function bindModules(address desk_, address joints_, address panel_, address awards_) external {
        require(desk == address(0), Errors.Tender_AlreadyBound(desk));
        _requireContract(desk_);
        _requireContract(joints_);
        _requireContract(panel_);
        _requireContract(awards_);
        (desk, joints, panel, awards) = (desk_, joints_, panel_, awards_);
        emit ModulesBound(desk_, joints_, panel_, awards_);
    }

    /* PUBLICATION DESK */

    /// @inheritdoc ITenderBook
    function enter(bytes32 id, Tender.Entered calldata entered, address token, uint40 until) external onlyDesk {
        _desks[id] = entered.desk;
        _openings[id] = entered.openings;
        _prices[id] = entered.prices;
        _stages[id] = entered.stages;
        _digests[id] = entered.digests;
        Tender.Money calldata m = entered.money;
        _moneys[id] = m;
        if (entered.desk.version != 1) return;
        OPENING.reserve(m.lineId, token, m.buyer, entered.prices.budget, id, until);
    }

    /// @inheritdoc ITenderBook
    function countEnquiry(bytes32 id, bool answered) external onlyDesk {
        if (answered) ++_desks[id].answered;
        else ++_desks[id].asked;
    }

    /* JOINT BIDS */

    /// @inheritdoc ITenderBook
    function join(bytes32 id, uint64 entity, uint64 group, Tender.Seat calldata seat) external {
        require(msg.sender == joints, Errors.Tender_OnlyModule(msg.sender));
        uint64 standsFor = _groups[id][group];
        require(
            _seats[id][entity].lead == 0 &&
                _sealed[id][entity].version == 0 &&
                (standsFor == 0 || (standsFor == seat.group && entity != seat.lead)),
            Errors.Joint_Member(id, entity)
        );
        _seats[id][entity] = seat;
        _groups[id][group] = seat.group;
        _desks[id].joint = true;
        if (entity != seat.lead) _members[id][seat.lead].push(entity);
    }

    /* ANYONE */

    /// @inheritdoc ITenderBook
    function lapse(bytes32 id) external {
        _requireRunning(id);
        // A winner that let its whole window pass is declined first, so that the end of the validity spares no bond.
        require(
            TenderClock.isOver(getOpenings(id), block.timestamp) || IAwardDesk(awards).isExpired(id),
            Errors.Tender_OutsideWindow(id, uint256(_stages[id].validUntil) + 1, type(uint256).max)
        );
        _end(id, Tender.Outcome.Unsuccessful, 0);
    }

    /* PANEL */

    /// @inheritdoc ITenderBook
    function evaluate(bytes32 id, uint64 bidder, uint32 technical, uint32 attributes, bool qualified) external {
        require(msg.sender == panel, Errors.Tender_OnlyModule(msg.sender));
        uint8 flags = _bids[id][bidder].flags;
        Tender.Offer storage offer = _offers[id][bidder];
        require(flags & BidFlags.TECHNICAL != 0 && offer.flags == 0, Errors.Bid_State(id, bidder, flags | offer.flags));
        _offers[id][bidder] = Tender.Offer({
            price: 0,
            technical: technical,
            attributes: attributes,
            filedAt: _sealed[id][bidder].filedAt,
            flags: BidFlags.TALLIED | (qualified ? BidFlags.QUALIFIED : 0)
        });
        Tender.Openings storage o = _openings[id];
        ++o.tallied;
        if (qualified) ++o.qualified;
        emit BidEvaluated(id, msg.sender, bidder, technical, attributes, qualified);
    }

    /// @inheritdoc ITenderBook
    function end(bytes32 id, Tender.Outcome outcome, bytes32 reason) external {
        require(
            msg.sender == panel || msg.sender == awards || msg.sender == desk,
            Errors.Tender_OnlyModule(msg.sender)
        );
        _requireRunning(id);
        _end(id, outcome, reason);
    }

    /* AWARD DESK */

    /// @inheritdoc ITenderBook
    function remove(bytes32 id, uint64 bidder, bool declined) external onlyAwards {
        _offers[id][bidder].flags |= declined ? BidFlags.DECLINED : BidFlags.EXCLUDED;
        emit BidRemoved(id, msg.sender, bidder, declined);
        if (declined) _forfeit(id, bidder);
    }

    /// @inheritdoc ITenderBook
    function conclude(
        bytes32 id,
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule
    ) external onlyAwards returns (bytes32 contractId) {
        _requireRunning(id);
        _desks[id].outcome = Tender.Outcome.Signed;
        contractId = OPENING.open(deed, schedule, id);
        emit TenderEnded(id, msg.sender, Tender.Outcome.Signed, contractId, 0);
        _release(id);
    }

    /* INTERNAL */

    function _requireContract(address account) private view {
        require(account.code.length != 0, Errors.Tender_NotAContract(account));
    }

    function _end(bytes32 id, Tender.Outcome outcome, bytes32 reason) private {
        _desks[id].outcome = outcome;
        emit TenderEnded(id, msg.sender, outcome, 0, reason);
        _release(id);
    }

    /// @dev Gives back what is still reserved; nothing, if the reservation itself has lapsed.
    function _release(bytes32 id) private {
        uint128 left = OPENING.getReservation(address(this), id).amount;
        if (left != 0) OPENING.unreserve(left, id);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {FrameworkLists} from "./abstracts/FrameworkLists.sol";
import {IPurchaseDesk} from "./interfaces/IPurchaseDesk.sol";
import {IFrameworkBook} from "./interfaces/IFrameworkBook.sol";
import {BasketMath} from "./libraries/BasketMath.sol";
import {ContractDraft} from "./libraries/ContractDraft.sol";
import {QuoteCheck} from "./libraries/QuoteCheck.sol";
import {QuoteErrors as Errors} from "./libraries/QuoteErrors.sol";
import {TenderCheck} from "./libraries/TenderCheck.sol";
import {TenderHash} from "./libraries/TenderHash.sol";
import {Framework} from "./types/Framework.sol";
import {Quotes} from "./types/Quotes.sol";
import {Tender} from "./types/Tender.sol";

/// @title FrameworkBook
contract FrameworkBook is FrameworkLists {
    modifier onlyModules() {
        require(msg.sender == orders || msg.sender == contests, Errors.Framework_OnlyModules(msg.sender));
        _;
    }

    /// @param authority The AccessManager.
    /// @param registry Who the entities are.
    /// @param desk Checks the contract of the call-offs to come.
    /// @param beacon The beacon of the time lock.
    /// @param minTerm Shortest time for price lists, at least 24 hours.
    constructor(
        address authority,
        IRegistry registry,
        IPurchaseDesk desk,
        Quotes.Beacon memory beacon,
        uint32 minTerm
    ) AccessManaged(authority) {
        require(beacon.genesis != 0 && beacon.period != 0, Errors.Quote_Beacon(beacon.genesis, beacon.period));
        require(minTerm >= 1 days, Errors.Quote_MinimumTerm(minTerm, 1 days));
        require(address(registry).code.length != 0, Errors.Quote_NotAContract(address(registry)));
        require(address(desk).code.length != 0, Errors.Quote_NotAContract(address(desk)));
        REGISTRY = registry;
        DESK = desk;
        BEACON_GENESIS = beacon.genesis;
        BEACON_PERIOD = beacon.period;
        MIN_TERM = minTerm;
    }

    /// @inheritdoc IFrameworkBook
    function bindModules(address orders_, address contests_) external {
        require(orders == address(0), Errors.Framework_AlreadyBound(orders, contests));
        require(orders_.code.length != 0, Errors.Quote_NotAContract(orders_));
        require(contests_.code.length != 0, Errors.Quote_NotAContract(contests_));
        (orders, contests) = (orders_, contests_);
        emit ModulesBound(orders_, contests_);
    }

    /* BODY THAT PUBLISHES */

    /// @inheritdoc IFrameworkBook
    function publish(
        Framework.Terms calldata t,
        Framework.Item[] calldata items,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external restricted whenNotPaused returns (bytes32 id) {
        id = keccak256(abi.encode(block.chainid, address(this), t.body, t.ocid));
        _requireBody(id, t.body);
        Framework.Book storage b = _books[id];
        require(b.closesAt == 0, Errors.Framework_AlreadyPublished(id));
        require(t.ocid != 0 && t.document != 0, Errors.Framework_InvalidDocument(id));
        require(BasketMath.isSound(items), Errors.Framework_Catalogue(id, items.length, BasketMath.MAX_ITEMS));
        require(
            t.ceiling != 0 && t.ceiling <= type(uint112).max && t.minimum >= 2,
            Errors.Framework_Limits(id, t.ceiling, t.minimum)
        );
        QuoteCheck.requireWindows(t, Quotes.Beacon(BEACON_GENESIS, BEACON_PERIOD), MIN_TERM, block.timestamp);
        TenderCheck.smallestShare(schedule);
        (b.closesAt, b.opensBy, b.validUntil) = (t.closesAt, t.opensBy, t.validUntil);
        (b.objectionWindow, b.acceptanceWindow) = (t.objectionWindow, t.acceptanceWindow);
        (b.minimum, b.ceiling) = (t.minimum, t.ceiling);
        (b.token, b.body, b.category) = (t.token, t.body, t.category);
        (b.catalogue, b.contractTerms) = (BasketMath.hashOf(items), TenderHash.hashOf(contractTerms, schedule, true));
        emit FrameworkPublished(id, msg.sender, t.ocid, t, items, contractTerms, schedule);
        DESK.check(ContractDraft.Purchase(t.ocid, t.category, 0, t.token, t.body), contractTerms, schedule, t.ceiling);
    }

    /// @inheritdoc IFrameworkBook
    function cancel(bytes32 id, bytes32 reason) external {
        _requireStatus(id, Framework.Status.Offering);
        Framework.Book storage b = _books[id];
        _requireBody(id, b.body);
        require(reason != 0, Errors.Framework_InvalidDocument(id));
        b.cancelled = true;
        emit FrameworkCancelled(id, msg.sender, reason);
    }

    /* MODULES */

    /// @inheritdoc IFrameworkBook
    function take(bytes32 id, uint128 amount) external onlyModules {
        _requireStatus(id, Framework.Status.Active);
        uint128 before = _books[id].used;
        _use(id, uint256(before) + amount);
        emit CeilingMoved(id, msg.sender, before + amount, before);
    }

    /// @inheritdoc IFrameworkBook
    function giveBack(bytes32 id, uint128 amount) external onlyModules {
        uint128 before = _books[id].used;
        _use(id, before - amount);
        emit CeilingMoved(id, msg.sender, before - amount, before);
    }
}

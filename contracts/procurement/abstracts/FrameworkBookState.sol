// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../../registry/interfaces/IRegistry.sol";
import {Entity} from "../../registry/types/Entity.sol";
import {SelfEndingPause} from "../../shared/abstracts/SelfEndingPause.sol";
import {IPurchaseDesk} from "../interfaces/IPurchaseDesk.sol";
import {IFrameworkBook} from "../interfaces/IFrameworkBook.sol";
import {FrameworkClock} from "../libraries/FrameworkClock.sol";
import {QuoteErrors as Errors} from "../libraries/QuoteErrors.sol";
import {QuoteMath} from "../libraries/QuoteMath.sol";
import {Framework} from "../types/Framework.sol";
import {Quotes} from "../types/Quotes.sol";

/// @notice All storage of the book of frameworks, its getters, and the checks that its parts share.
abstract contract FrameworkBookState is IFrameworkBook, SelfEndingPause {
    /// @notice Longest ciphertext of a price list in bytes: 256 prices of 16 bytes and what the encryption adds.
    uint256 public constant MAX_CIPHERTEXT = 8_192;

    /// @notice Who the entities are.
    IRegistry public immutable REGISTRY;
    /// @notice Checks the contract of the call-offs to come.
    IPurchaseDesk public immutable DESK;
    /// @notice Time of the first round of the beacon of the time lock, unix seconds.
    uint40 public immutable BEACON_GENESIS;
    /// @notice Seconds between the beacon's rounds.
    uint32 public immutable BEACON_PERIOD;
    /// @notice Shortest time for price lists, seconds.
    uint32 public immutable MIN_TERM;

    /// @notice Call-offs.
    address public orders;
    /// @notice Second competitions.
    address public contests;

    mapping(bytes32 id => Framework.Book book) internal _books;
    mapping(bytes32 id => mapping(uint64 supplier => Framework.Offer offer)) internal _offers;
    mapping(bytes32 id => mapping(uint64 group => Quotes.Group lists)) internal _groups;

    /// @inheritdoc IFrameworkBook
    function statusOf(bytes32 id) external view returns (Framework.Status) {
        return _status(id);
    }

    /// @inheritdoc IFrameworkBook
    function getFramework(bytes32 id) external view returns (Framework.Book memory) {
        return _books[id];
    }

    /// @inheritdoc IFrameworkBook
    function getOffer(bytes32 id, uint64 supplier) external view returns (Framework.Offer memory) {
        return _offers[id][supplier];
    }

    /// @inheritdoc IFrameworkBook
    function listOf(bytes32 id, uint64 supplier) public view returns (bytes32) {
        Framework.Offer memory o = _offers[id][supplier];
        return o.valid && QuoteMath.takesPart(_groups[id][o.group]) ? o.list : bytes32(0);
    }

    /* INTERNAL */

    function _status(bytes32 id) internal view returns (Framework.Status) {
        return FrameworkClock.statusOf(_books[id], block.timestamp);
    }

    function _requireStatus(bytes32 id, Framework.Status expected) internal view {
        Framework.Status status = _status(id);
        require(status == expected, Errors.Framework_Status(id, status));
    }

    /// @dev The caller is the account of an active public body.
    function _requireBody(bytes32 id, uint64 body) internal view {
        require(
            msg.sender == REGISTRY.accountOf(body) && REGISTRY.isActive(body, Entity.Kind.PublicBody),
            Errors.Framework_NotTheBody(id, msg.sender, body)
        );
    }

    /// @dev `list` is the list of the supplier.
    function _requireList(bytes32 id, uint64 supplier, bytes32 list) internal view {
        bytes32 expected = listOf(id, supplier);
        require(expected != 0, Errors.Framework_NotAdmitted(id, supplier));
        require(list == expected, Errors.Framework_ListMismatch(id, supplier, list, expected));
    }

    /// @dev Changes what is taken of the ceiling.
    function _use(bytes32 id, uint256 used) internal {
        Framework.Book storage b = _books[id];
        uint128 ceiling = b.ceiling;
        require(used <= ceiling, Errors.Framework_Ceiling(id, used, ceiling));
        b.used = uint128(used); // at most the ceiling
    }
}

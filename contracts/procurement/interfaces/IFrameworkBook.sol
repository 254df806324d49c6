// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ISelfEndingPause} from "../../shared/interfaces/ISelfEndingPause.sol";
import {Framework} from "../types/Framework.sol";
import {Tender} from "../types/Tender.sol";

/// @notice Framework agreements (convenios marco): a catalogue with highest prices, sealed price lists, several admitted suppliers, one ceiling.
/// @dev Source: Ley 19.886 art. 35 bis, 57. Lists are stored as hashes and passed along; a price may only be lowered. Bodies buy through
/// {IFrameworkOrders}, and from 1,000 UTM on through {IFrameworkContests}; both take from the ceiling here. A pause stops new frameworks only.
interface IFrameworkBook is ISelfEndingPause {
    /// @notice Call-offs and second competitions were bound, once.
    event ModulesBound(address indexed orders, address indexed contests);
    /// @notice A framework was published. Its call-offs open contracts of these terms, each with its own inspector.
    event FrameworkPublished(
        bytes32 indexed id,
        address indexed by,
        bytes32 indexed ocid,
        Framework.Terms terms,
        Framework.Item[] items,
        Tender.Contract contractTerms,
        Tender.Share[] schedule
    );
    /// @notice A framework was cancelled before closing.
    event FrameworkCancelled(bytes32 indexed id, address indexed by, bytes32 reason);
    /// @notice A sealed price list was filed, or replaced.
    event ListFiled(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed supplier,
        uint64 group,
        bytes32 commitment,
        bytes ciphertext
    );
    /// @notice A sealed price list was withdrawn.
    event ListWithdrawn(bytes32 indexed id, address indexed by, uint64 indexed supplier);
    /// @notice A price list was opened.
    event ListOpened(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed supplier,
        uint128[] prices,
        bytes32 salt,
        bool valid
    );
    /// @notice A supplier lowered prices.
    event ListLowered(bytes32 indexed id, address indexed by, uint64 indexed supplier, uint128[] prices);
    /// @notice A call-off or a second competition took from the ceiling, or gave back.
    event CeilingMoved(bytes32 indexed id, address indexed by, uint128 used, uint128 before);

    /// @notice Binds call-offs and second competitions, once; the deployment does it.
    /// @dev Emits {ModulesBound}. A book bound to strangers holds no money.
    ///
    /// Requirements:
    /// - the book is not bound;
    /// - both have code.
    function bindModules(address orders, address contests) external;

    /// @notice Publishes a framework.
    /// @dev Emits {FrameworkPublished}. It commits no money: each call-off commits its own.
    ///
    /// Requirements:
    /// - the caller holds the buyers' role and is the account of the body, an active public body; no pause is on;
    /// - the body has no framework of this ocid; ocid and document are given;
    /// - the catalogue is sound ({BasketMath.isSound}); the ceiling is not zero and at least two groups are needed;
    /// - the windows keep their limits ({QuoteCheck.requireWindows});
    /// - the parts of the schedule are the whole, and a contract of the ceiling could open.
    /// @return id Hash of chain, contract, body and ocid.
    function publish(
        Framework.Terms calldata terms,
        Framework.Item[] calldata items,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external returns (bytes32 id);

    /// @notice Cancels a framework before closing, for a published reason.
    /// @dev Emits {FrameworkCancelled}.
    ///
    /// Requirements:
    /// - the caller is the body's account; lists are taken; `reason` is not zero.
    function cancel(bytes32 id, bytes32 reason) external;

    /// @notice Files the caller's sealed price list, or replaces it.
    /// @dev Emits {ListFiled}. The commitment is made as {SealedQuote} says.
    ///
    /// Requirements:
    /// - the caller acts for an active supplier; lists are taken;
    /// - the commitment is not zero; a ciphertext of at most `MAX_CIPHERTEXT` bytes is given; the commitment binds, whatever it decrypts to.
    function offer(bytes32 id, bytes32 commitment, bytes calldata ciphertext) external;

    /// @notice Withdraws the caller's price list before closing.
    /// @dev Emits {ListWithdrawn}. Requirements: lists are taken; the caller has one.
    function withdraw(bytes32 id) external;

    /// @notice Opens a price list; anyone may relay it. One list that a group leaves unopened excludes the group.
    /// @dev Emits {ListOpened}. A list with a price above its highest, or of another length, is not admitted; it stops nothing else.
    ///
    /// Requirements:
    /// - the items are the published ones;
    /// - it is the time of the openings;
    /// - the supplier has a list that is not opened; prices and salt hash to its commitment.
    function open(
        bytes32 id,
        uint64 supplier,
        Framework.Item[] calldata items,
        uint128[] calldata prices,
        bytes32 salt
    ) external;

    /// @notice A supplier lowers prices of its list.
    /// @dev Emits {ListLowered}.
    ///
    /// Requirements:
    /// - the framework is active and the caller acts for an admitted supplier;
    /// - `before` is its list;
    /// - no price is higher, the items are the same, and one price is lower at least.
    function lower(bytes32 id, uint128[] calldata before, uint128[] calldata prices) external;

    /// @notice Takes from the ceiling.
    /// @dev Emits {CeilingMoved}. Requirements: the caller is a module; the framework is active; the ceiling is not passed.
    function take(bytes32 id, uint128 amount) external;

    /// @notice Gives back to the ceiling what was not needed.
    /// @dev Emits {CeilingMoved}. Requirements: the caller is a module.
    function giveBack(bytes32 id, uint128 amount) external;

    /// @notice Where a framework stands now.
    function statusOf(bytes32 id) external view returns (Framework.Status);

    /// @notice What is stored about a framework.
    function getFramework(bytes32 id) external view returns (Framework.Book memory);

    /// @notice What is stored about a supplier's price list.
    function getOffer(bytes32 id, uint64 supplier) external view returns (Framework.Offer memory);

    /// @notice Hash of the list of an admitted supplier, 0 if it is not admitted.
    function listOf(bytes32 id, uint64 supplier) external view returns (bytes32);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Document} from "../../shared/types/Document.sol";
import {Agreement} from "../types/Agreement.sol";

/// @notice The lawful direct routes (trato directo): a buyer opens a contract with a named supplier and a public justification.
/// @dev At or above the threshold the intent is published first, others may object, and the reviewer may annul it.
/// Source: Ley 19.886 art. 8 bis.
interface IDirectAward {
    /// @notice The buyer published its intent to award directly.
    /// @param openFrom First second at which the contract may open.
    event AwardAnnounced(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed supplier,
        Agreement.Deed deed,
        Document justification,
        uint40 openFrom
    );
    /// @notice A registered supplier objected to a published intent.
    event AwardObjected(bytes32 indexed id, address indexed by, uint64 indexed entity, Document reason);
    /// @notice The reviewer annulled a published intent.
    event AwardAnnulled(bytes32 indexed id, address indexed by, bytes32 reason);
    /// @notice A direct award opened its contract.
    event AwardedDirectly(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed supplier,
        uint8 route,
        Document justification
    );
    /// @notice A published intent.
    struct Announcement {
        uint40 announcedAt;
        uint40 openFrom;
        bool annulled;
    }

    /// @notice Publishes the intent to award directly.
    /// @dev Emits {AwardAnnounced}. Business days are computed off chain; `openFrom` states their result.
    ///
    /// Requirements:
    /// - the caller holds the buyers' role and is the account of the buyer of the terms;
    /// - no pause is on;
    /// - the justification is a document with a bounded pointer;
    /// - it was not announced before;
    /// - `openFrom` is at least `ProcurementLaw.DIRECT_AWARD_NOTICE` away.
    function announce(
        Agreement.Deed calldata deed,
        Document calldata justification,
        uint40 openFrom
    ) external returns (bytes32 id);

    /// @notice Objects to a published intent.
    /// @dev Emits {AwardObjected}. An objection stops nothing by itself; the reviewer may annul.
    ///
    /// Requirements:
    /// - the intent is published, not annulled, and may not open yet;
    /// - the caller is the account of an active supplier;
    /// - the reason is a document with a bounded pointer.
    function objectTo(bytes32 id, Document calldata reason) external;

    /// @notice Annuls a published intent.
    /// @dev Emits {AwardAnnulled}.
    ///
    /// Requirements:
    /// - the caller is the reviewer of the terms;
    /// - the intent is published, not annulled, and may not open yet;
    /// - the reason is not zero.
    function annul(Agreement.Deed calldata deed, bytes32 reason) external;

    /// @notice Opens the contract with the supplier's signature.
    /// @dev Emits {AwardedDirectly}. The performance bond is taken from the supplier's account, which must have approved the treasury.
    ///
    /// Requirements:
    /// - the caller holds the buyers' role and is the account of the buyer of the terms;
    /// - no pause is on;
    /// - the supplier is active in the registry;
    /// - a case of the law is named;
    /// - the justification is a document with a bounded pointer;
    /// - at or above the threshold: the intent was published, its notice has passed, and it was not annulled;
    /// - the supplier's account signed these terms and this schedule (EIP-712; EOA or ERC-1271);
    /// - the escrow's requirements.
    /// @param route Number of the case of art. 8 bis that the justification invokes, from 1; which of them fits is the justification's to say.
    /// @param signature The supplier's signature.
    function award(
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule,
        uint8 route,
        Document calldata justification,
        bytes calldata signature
    ) external returns (bytes32 id);

    /// @notice A published intent.
    function getAnnouncement(bytes32 id) external view returns (Announcement memory);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Agreement} from "../types/Agreement.sol";
import {Tender} from "../types/Tender.sol";

/// @notice The bids of a tender (licitación): sealed, copied at closing, opened; their bonds, and the budget committed for the contract.
/// @dev Everything after closing happens at times fixed at publication; no office can move one, and nothing here can be paused. What is
/// published is the {IPublicationDesk}'s, scores are the {IEvaluationPanel}'s, ranking and signature the {IAwardDesk}'s; only this contract
/// moves bonds and the reserved budget, and gives them back when a tender ends.
interface ITenderBook {
    /// @notice The modules of this book were bound, once.
    event ModulesBound(address indexed desk, address joints, address indexed panel, address indexed awards);
    /// @notice A sealed bid was filed, or replaced. The ciphertexts are empty where the terms have no time lock.
    event BidFiled(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed bidder,
        uint8 version,
        bytes32 commitment,
        bytes technical,
        bytes price
    );
    /// @notice A bid was withdrawn before closing.
    event BidWithdrawn(bytes32 indexed id, address indexed by, uint64 indexed bidder);
    /// @notice What the registry said at closing was copied into a bid; an ineligible bid takes no further part.
    event StandingCopied(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed bidder,
        bool eligible,
        uint64 group,
        uint8 size,
        uint16 region
    );
    /// @notice A technical envelope was opened.
    event TechnicalOpened(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed bidder,
        Tender.Technical envelope,
        string pointer
    );
    /// @notice The panel's medians and the attributes of a bid are final.
    event BidEvaluated(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed bidder,
        uint32 technical,
        uint32 attributes,
        bool qualified
    );
    /// @notice A price envelope was opened.
    event PriceOpened(bytes32 indexed id, address indexed by, uint64 indexed bidder, uint128 price, bool admissible);
    /// @notice A bid was removed from the ranking: excluded by a ruling, or declined by its bidder, who did not sign.
    event BidRemoved(bytes32 indexed id, address indexed by, uint64 indexed bidder, bool declined);
    /// @notice A bid bond is free again and went back.
    event BidBondReturned(bytes32 indexed id, address indexed by, uint64 indexed bidder, uint128 amount);
    /// @notice A bid bond was forfeited to the line.
    event BidBondForfeited(bytes32 indexed id, address indexed by, uint64 indexed bidder, uint128 amount);
    /// @notice The tender ended; what was still committed for it was released.
    /// @param contractId The contract that opened, 0 where none did.
    /// @param reason Digest of the published reason, 0 where the rules alone ended it.
    event TenderEnded(
        bytes32 indexed id,
        address indexed by,
        Tender.Outcome outcome,
        bytes32 contractId,
        bytes32 reason
    );

    /// @notice Binds the modules, once; the deployment does it.
    /// @dev Emits {ModulesBound}. A book bound to strangers holds no role and no money.
    ///
    /// Requirements:
    /// - the book is not bound;
    /// - all have code.
    function bindModules(address desk, address joints, address panel, address awards) external;

    /// @notice Enters a version of a tender; the first commits its budget.
    /// @dev Requirements: the caller is the publication desk.
    function enter(bytes32 id, Tender.Entered calldata entered, address token, uint40 until) external;

    /// @notice Gives an entity its place in a joint bid.
    /// @dev Requirements: the caller is the contract of joint bids; the entity has no bid and no place, and its group stands in no other joint bid.
    function join(bytes32 id, uint64 entity, uint64 group, Tender.Seat calldata seat) external;

    /// @notice Counts an enquiry, or an answer.
    /// @dev Requirements: the caller is the publication desk; the tender runs.
    function countEnquiry(bytes32 id, bool answered) external;

    /// @notice Files a sealed bid, or replaces the bidder's own: only the last counts.
    /// @dev Emits {BidFiled}. The commitment is made as {SealedBid} says and binds chain, book, tender, version, bidder and salts. The first
    /// filing takes the bid bond.
    ///
    /// Requirements:
    /// - bids are taken;
    /// - the caller is the account of the bidder, an active supplier;
    /// - the bidder is not a member of a joint bid;
    /// - the commitment is not zero;
    /// - both ciphertexts are given, of at most `MAX_CIPHERTEXT` bytes, exactly where the terms have a time lock.
    function bid(
        bytes32 id,
        uint64 bidder,
        bytes32 commitment,
        bytes calldata technical,
        bytes calldata price
    ) external;

    /// @notice Withdraws a bid; the bond returns.
    /// @dev Emits {BidWithdrawn}.
    ///
    /// Requirements:
    /// - bids are taken;
    /// - the caller is the bidder's account;
    /// - the bidder has a bid.
    function withdraw(bytes32 id, uint64 bidder) external;

    /// @notice Copies what the registry says at closing into bids: anyone may do it from the first second after closing, once a bid.
    /// @dev Emits {StandingCopied}. Later changes of group, size, region or standing change nothing in the ranking. Bids already copied,
    /// unknown or of an older version are passed over.
    ///
    /// Requirements:
    /// - bids are no longer taken and the technical opening has not ended.
    function copyStanding(bytes32 id, uint64[] calldata bidders) external;

    /// @notice Opens a technical envelope; anyone may relay it.
    /// @dev Emits {TechnicalOpened}, and {StandingCopied} where nobody has copied it yet.
    ///
    /// Requirements:
    /// - it is the time of the technical opening;
    /// - the bid is of this version, eligible and not opened;
    /// - envelope and price commitment hash to the bid's commitment;
    /// - the pointer has at most `Documents.MAX_POINTER` bytes.
    function openTechnical(
        bytes32 id,
        uint64 bidder,
        Tender.Technical calldata envelope,
        bytes32 priceCommitment,
        string calldata pointer
    ) external;

    /// @notice Opens the price envelope of a bid that reached the minimum; anyone may relay it.
    /// @dev Emits {PriceOpened}. A price of zero, above the budget or too small for the schedule is inadmissible; it stops nothing else.
    ///
    /// Requirements:
    /// - it is the time of the price opening;
    /// - the bid qualified and is not opened;
    /// - price, salt and technical commitment hash to the bid's commitment.
    function openPrice(bytes32 id, uint64 bidder, uint128 price, bytes32 salt, bytes32 technicalCommitment) external;

    /// @notice Returns a bid bond that nothing holds any more; anyone may ask for it. {BondRule} says when.
    /// @dev Emits {BidBondReturned}.
    ///
    /// Requirements:
    /// - the rule says that the bond is free;
    /// - there is a bond.
    function returnBond(bytes32 id, uint64 bidder) external;

    /// @notice Forfeits the bond of a bid that reached the minimum and whose price was not opened.
    /// @dev Emits {BidBondForfeited}.
    ///
    /// Requirements:
    /// - the rule says that the bond is forfeited;
    /// - there is a bond.
    function forfeitBond(bytes32 id, uint64 bidder) external;

    /// @notice Ends a tender that can no longer be awarded: no bid opened, none qualified, or the validity of the bids over.
    /// @dev Emits {TenderEnded}.
    ///
    /// Requirements:
    /// - one of the three is the case;
    /// - no winner has let its signature window pass; it is declined first.
    function lapse(bytes32 id) external;

    /// @notice Enters the panel's results.
    /// @dev Emits {BidEvaluated}. Requirements: the caller is the panel.
    function evaluate(bytes32 id, uint64 bidder, uint32 technical, uint32 attributes, bool qualified) external;

    /// @notice Removes a bid from the ranking; a declined one loses its bond.
    /// @dev Emits {BidRemoved}, and {BidBondForfeited}. Requirements: the caller is the award desk.
    function remove(bytes32 id, uint64 bidder, bool declined) external;

    /// @notice Ends a tender as panel or award desk have found.
    /// @dev Emits {TenderEnded}. Requirements: the caller is a module; the tender runs; the outcome is not `Signed`.
    function end(bytes32 id, Tender.Outcome outcome, bytes32 reason) external;

    /// @notice Opens the contract that the winner signs, and releases what it does not cost.
    /// @dev Emits {TenderEnded}. Requirements: the caller is the award desk; the tender runs.
    function conclude(
        bytes32 id,
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule
    ) external returns (bytes32 contractId);

    /// @notice Where the tender stands now.
    function statusOf(bytes32 id) external view returns (Tender.Status);

    /// @notice Last second for bids, with the extension for unanswered enquiries.
    function closesAt(bytes32 id) external view returns (uint256);

    /// @notice When the last pause of the publication desk began, 0 if there was none; it lengthens complaints and signature.
    function pausedAt() external view returns (uint40);

    /// @notice The slot of enquiries and bids.
    function getDesk(bytes32 id) external view returns (Tender.Desk memory);

    /// @notice Line, buyer and bond.
    function getMoney(bytes32 id) external view returns (Tender.Money memory);

    /// @notice Times and counts of the openings.
    function getOpenings(bytes32 id) external view returns (Tender.Openings memory);

    /// @notice What panel and award read.
    function getStages(bytes32 id) external view returns (Tender.Stages memory);

    /// @notice The hashes of what later calls pass along.
    function getDigests(bytes32 id) external view returns (Tender.Digests memory);

    /// @notice The sealed bid: what it commits to, when and to which version.
    function getSealed(bytes32 id, uint64 bidder) external view returns (Tender.Sealed memory);

    /// @notice Whether the bidder has a bid of the present version.
    function hasBid(bytes32 id, uint64 bidder) external view returns (bool);

    /// @notice Several bids at once, in the order asked for.
    function getBids(bytes32 id, uint64[] calldata bidders) external view returns (Tender.Entry[] memory);

    /// @notice The members of a joint bid besides its lead; none where it bids alone.
    function getMembers(bytes32 id, uint64 lead) external view returns (uint64[] memory);

    /// @notice The limits of a price, and the lot that decides what nothing else does.
    function getPrices(bytes32 id) external view returns (Tender.Prices memory);

    /// @notice The bond still held of a bidder, token units.
    function bondOf(bytes32 id, uint64 bidder) external view returns (uint128);
}

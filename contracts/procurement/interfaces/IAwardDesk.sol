// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Document} from "../../shared/types/Document.sol";
import {Agreement} from "../types/Agreement.sol";
import {Award} from "../types/Award.sol";
import {Tender} from "../types/Tender.sol";

/// @notice The award as a pure function of the opened bids, complaints against it, and the winner's signature.
/// @dev There is no stored runner-up: after an exclusion or a refusal the function is run again on the bids that remain, as if the removed
/// one had never been made: its windows lengthen the validity of the others, within a bound that the reservation of the budget outlasts. An award
/// made within the validity runs its windows to their end. Nobody chooses anything here but the reviewer, and the reviewer only confirms, excludes on a ground of
/// the terms, or annuls.
interface IAwardDesk {
    /// @notice The tender was awarded by its rules.
    /// @param round How many bids had been removed before.
    /// @param basis Price that earns the whole price score, token units.
    /// @param winner The award; `second` and `third` are 0 where there are fewer bids.
    event Awarded(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed winner,
        uint16 round,
        uint128 basis,
        uint256 total,
        uint64 second,
        uint64 third,
        bool abnormallyLow
    );
    /// @notice A page of a ranking that takes several calls.
    event ScanAdvanced(bytes32 indexed id, address indexed by, uint16 round, uint128 basis, uint24 scanned);
    /// @notice A bidder complained against the award; all complaints of an award are ruled on together.
    event ComplaintFiled(bytes32 indexed id, address indexed by, uint64 indexed bidder, uint16 round, Document reason);
    /// @notice The reviewer ruled.
    event ComplaintRuled(
        bytes32 indexed id,
        address indexed by,
        uint64 indexed bidder,
        uint16 round,
        Award.Ruling ruling,
        uint8 ground,
        bytes32 reason
    );
    /// @notice The winner let the signature window pass.
    event SignatureLapsed(bytes32 indexed id, address indexed by, uint64 indexed bidder, uint16 round);

    /// @notice Awards the tender; anyone may.
    /// @dev Emits {Awarded}, or {ScanAdvanced} where `last` is false. Bids are passed in pages, strictly ascending by business group and then
    /// by bidder; every bid that qualified must pass, removed ones too. The reference price is claimed by the caller and proved by the scan: no
    /// group's lowest admissible price that is not abnormally low lies under it and one equals it, or there is none and it is the
    /// abnormally-low threshold. A scan of several pages is its caller's own and may be begun again. Where no bid is admissible the tender ends
    /// as unsuccessful. The lot that decides the last ties is drawn once, from all opened prices: a removal does not draw it again, so that the owner
    /// of a decoy has no choice between two lots.
    ///
    /// Requirements:
    /// - the rules are the published ones;
    /// - the tender runs and has no award, the price opening is over, the bids are valid;
    /// - the page is in order and every bid in it qualified;
    /// - no price proves the reference wrong; with the last page the scan is complete and has proved it.
    /// @param basis Claimed reference price, token units.
    /// @param bidders The next page of bidders.
    /// @param first Whether the page begins a scan.
    /// @param last Whether the page completes it.
    function award(
        bytes32 id,
        Tender.Rules calldata rules,
        uint128 basis,
        uint64[] calldata bidders,
        bool first,
        bool last
    ) external;

    /// @notice Complains against the award (reclamación administrativa).
    /// @dev Emits {ComplaintFiled}. Source: Ley 19.886 art. 30 bis.
    ///
    /// Requirements:
    /// - the tender has an award and its complaint window is open;
    /// - the caller is the account of `bidder`, who has a bid of this version;
    /// - the bidder is not the winner, who could otherwise outlast its own award, and has not complained against this award;
    /// - the reason is a document.
    function complain(bytes32 id, uint64 bidder, Document calldata reason) external;

    /// @notice The reviewer confirms the award, excludes a bid on a ground of the terms, or annuls the tender.
    /// @dev Emits {ComplaintRuled}. Silence confirms. Without a complaint the reviewer may act only where the winner, or a member of its joint bid,
    /// is no longer an active supplier, and only exclude it.
    ///
    /// Requirements:
    /// - the tender runs and has an award;
    /// - the caller is the reviewer;
    /// - there is a complaint, the complaint window is over and the review is not; or the winner is not active, is the one excluded, and its
    ///   signature window is not over;
    /// - an exclusion names a ground of the terms and an admissible bid that was not removed; any other ruling names neither (0);
    /// - `reason` is not zero.
    /// @param ground Number of the ground, from 1.
    /// @param reason Digest of the ruling.
    function rule(bytes32 id, Award.Ruling ruling, uint64 bidder, uint8 ground, bytes32 reason) external;

    /// @notice The winner signs: posts the performance guarantee from the allowance it gave the treasury, and the contract opens.
    /// @dev No act of the buyer is needed. Source: Ley 19.886 art. 10 (standstill).
    ///
    /// Requirements:
    /// - call, contract and schedule are the published ones;
    /// - the tender runs and has an award, complaints and standstill are over and the signature window is not;
    /// - the caller is the winner's account.
    /// @return contractId Id of the contract.
    function sign(
        bytes32 id,
        Tender.Call calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) external returns (bytes32 contractId);

    /// @notice Removes a winner that let its signature window pass; its bond is forfeited, and the award is run again.
    /// @dev Emits {SignatureLapsed}.
    ///
    /// Requirements:
    /// - the tender runs and has an award whose signature window is over.
    function lapseSignature(bytes32 id) external;

    /// @notice The contract that a price leads to: the same for the check at publication and for the signature.
    function draftOf(
        Tender.Call calldata purchase,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule,
        uint64 supplier,
        uint128 price,
        bool abnormallyLow,
        uint40 signedAt
    ) external pure returns (Agreement.Deed memory deed, Agreement.MilestoneTerms[] memory milestones);

    /// @notice Where the award stands.
    function statusOf(bytes32 id) external view returns (Award.Status);

    /// @notice The award of this round; all zero before it.
    function getAward(bytes32 id) external view returns (Award.Result memory);

    /// @notice Complaints and suspension.
    function getReview(bytes32 id) external view returns (Award.Review memory);

    /// @notice What the desk keeps of a caller's scan of this round between two pages; all zero if there is none.
    /// @param basis The reference price that the scan claims.
    function getScan(bytes32 id, address caller, uint128 basis) external view returns (Award.Scan memory);

    /// @notice First and last second of the winner's signature, unix seconds; 0 without an award.
    function signatureWindowOf(bytes32 id) external view returns (uint256 from, uint256 until);

    /// @notice Last second in which the tender may be awarded, unix seconds: the published validity of the bids, and as much longer as awards that
    /// came to nothing took, ten times complaints (or standstill) and signature at most.
    function validUntilOf(bytes32 id) external view returns (uint256);

    /// @notice Whether the bids are no longer valid and no award is under way.
    function isExpired(bytes32 id) external view returns (bool);

    /// @notice Whether the bid's bond is held for the award: it may still be made, or the bid is one of the best three.
    function holdsBond(bytes32 id, uint64 bidder) external view returns (bool);
}

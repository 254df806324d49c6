// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice The terms that both sides sign, the schedule of milestones, and what the escrow stores about them.
/// @dev The terms are stored as their hash, which is the contract's id; whoever calls passes them along.
library Agreement {
    /// @notice What is bought (OCDS mainProcurementCategory).
    enum Category {
        Goods,
        Services,
        Works
    }

    /// @notice A contract's status, derived from facts and the clock.
    enum Status {
        Unknown,
        Active,
        Terminated,
        Completed,
        Closed
    }

    /// @notice A milestone's status, derived from facts and the clock.
    enum MilestoneStatus {
        Unknown,
        Scheduled,
        UnderReview,
        Accepted,
        Objected,
        Disputed,
        Settled
    }

    /// @notice The terms that every payment reads. Their hash is the contract's id.
    /// @param annex keccak256 of the {Annex}, so that the id binds both.
    /// @param lineId Budget line that pays.
    /// @param token ERC-20 token of the line; all amounts are its units.
    /// @param buyer Registry entity of the procuring entity; the line's owner.
    /// @param supplier Registry entity of the supplier.
    /// @param price Whole price; the sum of the milestones.
    /// @param advance Advance payment, 0 if there is none.
    /// @param retentionBps Part of each payment kept until final acceptance.
    /// @param retentionCapBps Most that is kept in all, of the price.
    /// @param inspector Account of the technical inspector (ITO).
    /// @param substitute Account that may act in the inspector's place.
    struct Terms {
        bytes32 annex;
        uint256 lineId;
        address token;
        uint64 buyer;
        uint64 supplier;
        uint128 price;
        uint128 advance;
        uint16 retentionBps;
        uint16 retentionCapBps;
        address inspector;
        address substitute;
    }

    /// @notice The terms of opening and of due process: what is bought, who decides, within which time, and what follows from silence.
    /// @param ocid keccak256 of the OCDS process id.
    /// @param document SHA-256 of the text of the contract.
    /// @param category What is bought.
    /// @param bondExemption 0, or the number of the case of Ley 19.886 art. 11 that exempts from the performance guarantee; never for works.
    /// @param netPrice Price without taxes, the base of the performance guarantee (Ley 19.886 art. 11).
    /// @param advanceBond Bond for the advance: all of it, or nothing below the exemption threshold.
    /// @param performanceBond Performance guarantee (garantía de fiel y oportuno cumplimiento).
    /// @param bondUntil Expiry of the performance guarantee, unix seconds; at most ten years after the end.
    /// @param warranty Seconds from the last settlement to final acceptance (recepción definitiva); at most ten years.
    /// @param signBy Last second at which the contract may open, unix seconds.
    /// @param endsAt Last second of the contract; after it anyone may release what was never delivered. At most twenty years after the opening.
    /// @param fineBpsPerDay Fine per day late, of the milestone's amount.
    /// @param fineCapBps Most that all fines may reach, of the price; at most 3,000 (Ley 19.886 art. 13 ter).
    /// @param defaultBps Part of a disputed amount that the supplier receives when nobody rules; at least 5,000.
    /// @param defenceWindow Seconds for the defence (descargos) after a notice.
    /// @param decisionWindow Seconds for the buyer's decision after it.
    /// @param appealWindow Seconds for an appeal against the decision.
    /// @param reviewWindow Seconds for the reviewer's decision on the appeal.
    /// @param settlementWindow Seconds for offers before the arbiter may rule.
    /// @param rulingWindow Seconds for the arbiter's ruling, and again for the fallback arbiter's.
    /// @param certificateWindow Seconds for a certifying office's answer.
    /// @param arbiter Rules on disputes.
    /// @param fallbackArbiter Rules when the arbiter has not.
    /// @param reviewer Decides appeals and objections to a direct award; not the buyer.
    /// @param certifiers Offices that grant certificates, by kind; zero where a kind is not used.
    struct Annex {
        bytes32 ocid;
        bytes32 document;
        Category category;
        uint8 bondExemption;
        uint128 netPrice;
        uint128 advanceBond;
        uint128 performanceBond;
        uint40 bondUntil;
        uint32 warranty;
        uint40 signBy;
        uint40 endsAt;
        uint16 fineBpsPerDay;
        uint16 fineCapBps;
        uint16 defaultBps;
        uint32 defenceWindow;
        uint32 decisionWindow;
        uint32 appealWindow;
        uint32 reviewWindow;
        uint32 settlementWindow;
        uint32 rulingWindow;
        uint32 certificateWindow;
        address arbiter;
        address fallbackArbiter;
        address reviewer;
        address[3] certifiers;
    }

    /// @notice Terms and annex together, for the calls that need both.
    struct Deed {
        Terms terms;
        Annex annex;
    }

    /// @notice One entry of the schedule as both sides sign it.
    /// @param amount Token units.
    /// @param notBefore Earliest delivery, unix seconds.
    /// @param dueAt Delivery is late after this second.
    /// @param certificates Bit k: the certificate of kind k is required before payment.
    struct MilestoneTerms {
        uint128 amount;
        uint40 notBefore;
        uint40 dueAt;
        uint8 certificates;
    }

    /// @notice A change order.
    /// @param termsHash The terms as they stand (`IContractChanges.termsHashOf`): the change applies to these and no others, and once.
    /// @param document SHA-256 of the published change order.
    /// @param indexes Milestones to change, ascending; the next free index adds one.
    /// @param schedule Their new terms; amount 0 drops a milestone.
    /// @param endsAt New last second of the contract; never earlier.
    /// @param bondUntil New expiry of the performance bond; never earlier.
    /// @param bondIncrease Bond that the supplier adds, token units.
    /// @param deadline Last second at which the signatures may be used.
    struct Change {
        bytes32 termsHash;
        bytes32 document;
        uint256[] indexes;
        MilestoneTerms[] schedule;
        uint40 endsAt;
        uint40 bondUntil;
        uint128 bondIncrease;
        uint40 deadline;
    }

    /// @dev One slot. `flags`: see {MilestoneFlags}.
    struct Milestone {
        uint128 amount;
        uint40 notBefore;
        uint40 dueAt;
        uint8 certificates;
        uint8 flags;
    }

    /// @notice The delivery under review, one slot.
    /// @param evidence The first 216 bits of the SHA-256 of the evidence: finding two files that share them costs 2^108 trials.
    /// @param time When it was delivered.
    struct Delivery {
        bytes27 evidence;
        uint40 time;
    }

    /// @notice What only an objection or a refused certificate writes; erased once the milestone is settled.
    /// @param settled Part of the amount already paid or released.
    /// @param withheld Part withheld by refused certificates, each in a dispute of its own.
    /// @param objected Part that the inspector objected to.
    /// @param objectedAt When; 0 once the part was delivered again.
    /// @param firstDeliveredAt The first delivery, if only a part of it was objected to and delivered again: what counts as the day of delivery.
    /// @param objections How many there were; the second goes straight to dispute.
    /// @param disputed Whether the objected part is before the court.
    struct Exception {
        uint128 settled;
        uint128 withheld;
        uint128 objected;
        uint40 objectedAt;
        uint40 firstDeliveredAt;
        uint8 objections;
        bool disputed;
    }

    /// @dev One slot: what stays the same from payment to payment.
    /// @param openedAt When both sides had signed; 0 if there is no such contract.
    /// @param endsAt As in the terms, or as changed by both signatures.
    /// @param endedAt When the contract was terminated or expired; 0 otherwise.
    /// @param completedAt When nothing was left to settle; 0 before.
    /// @param count Number of milestones.
    struct Facts {
        uint64 supplier;
        uint40 openedAt;
        uint40 endsAt;
        uint40 endedAt;
        uint40 completedAt;
        uint8 count;
    }

    /// @dev One slot: what every payment moves. 112 bits hold 5 * 10^15 whole units of a token of 18 decimals.
    /// @param unpaid Sum of what milestones have neither paid nor released.
    /// @param retained Retention still kept.
    /// @param advanceDrawn Whether the advance was paid.
    /// @param finesDue Whether a final fine is still to be taken from payments.
    /// @param assigned Whether a receivable was assigned; then no advance may be drawn against it any more.
    struct Ledger {
        uint112 unpaid;
        uint112 retained;
        bool advanceDrawn;
        bool finesDue;
        bool assigned;
    }

    /// @dev Touched by advances, fines and disputes only.
    /// @param advanceLeft Advance not yet amortised.
    /// @param finesLeft Final fines that nothing has covered yet.
    /// @param setAside Retention kept for fines and disputes that are not decided.
    struct Dues {
        uint128 advanceLeft;
        uint128 finesLeft;
        uint128 setAside;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Agreement} from "./Agreement.sol";

/// @notice What a tender publishes (bases), what a bidder seals, and what the book stores about both.
/// @dev Rules, panel and contract are stored as hashes; whoever calls passes along the one that the call reads.
library Tender {
    /// @notice Where a tender stands, derived from its timetable, its outcome and the clock.
    enum Status {
        Unknown,
        Bidding,
        Closed,
        TechnicalOpening,
        Evaluation,
        PriceOpening,
        Award,
        Signed,
        Unsuccessful,
        Cancelled,
        Annulled
    }

    /// @notice How a tender ended; `None` while it runs.
    enum Outcome {
        None,
        Signed,
        Unsuccessful,
        Cancelled,
        Annulled
    }

    /// @notice What a criterion measures.
    /// @dev Price: proportional to the reference price. Technical: the panel's median. Declared: a figure of the technical envelope on a
    /// published scale. Social: the same, counted as a preference. Local and SmallFirm: what the registry said at closing.
    enum Criterion {
        None,
        Price,
        Technical,
        Declared,
        Social,
        Local,
        SmallFirm
    }

    /// @notice What decides between equal totals, in the published order; where nothing does, the lot of the sealed salts.
    enum TieBreak {
        None,
        Price,
        Technical,
        Attributes,
        Filing
    }

    /// @notice A criterion and its weight.
    /// @param kind What it measures.
    /// @param weight Basis points; all weights together are 10,000.
    /// @param field Declared and Social: which of the four declared figures, 0 to 3.
    /// @param zeroAt Declared and Social: the figure that earns nothing.
    /// @param fullAt Declared and Social: the figure that earns all; in between in proportion, in either direction.
    struct Rated {
        Criterion kind;
        uint16 weight;
        uint8 field;
        uint32 zeroAt;
        uint32 fullAt;
    }

    /// @notice What is bought, by whom, and under which procedure.
    /// @param ocid keccak256 of the OCDS process id.
    /// @param document SHA-256 of the terms of the tender (bases).
    /// @param lineId Budget line that pays.
    /// @param token ERC-20 token of the line; all amounts are its units.
    /// @param buyer Registry entity of the procuring entity.
    /// @param category What is bought.
    /// @param budget Highest admissible price, taxes included; committed from publication on.
    /// @param bidBond Bid bond (garantía de seriedad), the same for every bidder; 0 if there is none.
    /// @param maxEnquiries Enquiries that one bidder may file.
    /// @param answerExtension Seconds by which closing moves, once, where an enquiry stays unanswered.
    /// @param timeLocked Whether each envelope is encrypted to a round of the beacon.
    /// @param technicalRound Round of the technical envelopes, 0 without a time lock.
    /// @param priceRound Round of the price envelopes, 0 without a time lock.
    struct Call {
        bytes32 ocid;
        bytes32 document;
        uint256 lineId;
        address token;
        uint64 buyer;
        Agreement.Category category;
        uint128 budget;
        uint128 bidBond;
        uint8 maxEnquiries;
        uint32 answerExtension;
        bool timeLocked;
        uint64 technicalRound;
        uint64 priceRound;
    }

    /// @notice The last or first second of every stage, unix seconds; business days are counted off chain.
    /// @param enquiriesUntil Last second for enquiries.
    /// @param answersUntil Last second for answers.
    /// @param closesAt Last second for bids, unless an enquiry stays unanswered.
    /// @param technicalFrom First second of the technical opening.
    /// @param technicalBy Its last second; scoring begins after it.
    /// @param scoresBy Last second for the evaluators' scores.
    /// @param substitutesBy Last second for the substitutes' scores, if the quorum failed; until `pricesFrom` anyone tallies.
    /// @param pricesFrom First second of the price opening.
    /// @param pricesBy Its last second; after it anyone awards.
    /// @param validUntil Last second of the validity of the bids.
    struct Timetable {
        uint40 enquiriesUntil;
        uint40 answersUntil;
        uint40 closesAt;
        uint40 technicalFrom;
        uint40 technicalBy;
        uint40 scoresBy;
        uint40 substitutesBy;
        uint40 pricesFrom;
        uint40 pricesBy;
        uint40 validUntil;
    }

    /// @notice The rules of the award.
    /// @param minTechnicalBps Least technical score, of the whole technical weight.
    /// @param abnormallyLow Prices under it are abnormally low (oferta temeraria): they set no reference and raise the performance bond.
    /// @param region Region of a local supplier.
    /// @param tieBreak What decides between equal totals.
    /// @param criteria The criteria; unused ones at the end are `None`.
    struct Rules {
        uint16 minTechnicalBps;
        uint128 abnormallyLow;
        uint16 region;
        TieBreak[4] tieBreak;
        Rated[8] criteria;
    }

    /// @notice The evaluation committee (comisión evaluadora).
    /// @param quorum Evaluators that must have scored every opened bid; 0 where no criterion is technical.
    /// @param evaluators Accounts of the panel; unused ones at the end are zero.
    /// @param substitutes Accounts that replace a conflicted evaluator, or score where the quorum failed.
    struct Panel {
        uint8 quorum;
        address[7] evaluators;
        address[7] substitutes;
    }

    /// @notice Complaints, standstill and signature.
    /// @param reviewer Decides complaints; not the buyer and not of the panel.
    /// @param grounds Number of grounds of exclusion in the terms.
    /// @param complaintWindow Seconds for complaints after each award.
    /// @param reviewWindow Seconds for the reviewer's ruling after it.
    /// @param suspensionCap Seconds that complaints may suspend one tender in all.
    /// @param standstill Least seconds from an award to its signature.
    /// @param signatureWindow Seconds for the winner's signature.
    struct Procedure {
        address reviewer;
        uint8 grounds;
        uint32 complaintWindow;
        uint32 reviewWindow;
        uint32 suspensionCap;
        uint32 standstill;
        uint32 signatureWindow;
    }

    /// @notice The contract to come: as {Agreement.Annex}, with times counted from the signature and amounts as parts of the price.
    /// @param document SHA-256 of the text of the contract.
    /// @param taxBps Tax contained in the price, of the net price.
    /// @param advanceBps Advance payment, of the price.
    /// @param advanceBonded Whether the advance is bonded; only below the exemption threshold it may not be.
    /// @param performanceBps Performance guarantee, of the net price.
    /// @param raisedBps The same where the price is abnormally low.
    /// @param duration Seconds from the signature to the end of the contract.
    /// @param bondTail Seconds from the end of the contract to the expiry of the guarantee.
    struct Contract {
        bytes32 document;
        uint16 taxBps;
        uint16 advanceBps;
        bool advanceBonded;
        uint16 retentionBps;
        uint16 retentionCapBps;
        address inspector;
        address substitute;
        uint8 bondExemption;
        uint16 performanceBps;
        uint16 raisedBps;
        uint32 duration;
        uint32 bondTail;
        uint32 warranty;
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

    /// @notice One milestone of the contract to come.
    /// @param bps Part of the price; all together are 10,000.
    /// @param notBefore Seconds from the signature to the earliest delivery.
    /// @param dueAfter Seconds from the signature to the last second in time.
    /// @param certificates Bit k: the certificate of kind k is required before payment.
    struct Share {
        uint16 bps;
        uint32 notBefore;
        uint32 dueAfter;
        uint8 certificates;
    }

    /// @notice Everything that a tender publishes.
    struct Terms {
        Call call;
        Timetable timetable;
        Rules rules;
        Panel panel;
        Procedure procedure;
        Contract contractTerms;
        Share[] schedule;
    }

    /// @notice What a technical envelope says when it is opened.
    /// @param document SHA-256 of the technical bid.
    /// @param declared The declared figures, in the order of the terms.
    /// @param salt The bidder's secret.
    struct Technical {
        bytes32 document;
        uint32[4] declared;
        bytes32 salt;
    }

    /// @notice A joint bid of small firms (unión temporal de proveedores).
    /// @param tender The tender.
    /// @param lead Registry entity that bids and signs for all.
    /// @param members The other entities, strictly ascending.
    /// @param agreement SHA-256 of their agreement of joint liability.
    /// @param deadline Last second at which the signatures may be used.
    struct Joint {
        bytes32 tender;
        uint64 lead;
        uint64[] members;
        bytes32 agreement;
        uint40 deadline;
    }

    /// @dev One slot: an entity's place in a joint bid.
    /// @param lead The entity that bids for all, 0 if there is no joint bid.
    /// @param group The business group that stands for all members.
    struct Seat {
        uint64 lead;
        uint64 group;
    }

    /// @dev One slot: what a bid reads and writes.
    /// @param closesAt As published; see `answersUntil` for the effective one.
    /// @param extension Seconds that are added where fewer answers than enquiries stand after `answersUntil`.
    /// @param bids Live bids of this version.
    /// @param joint Whether some bidders have joined.
    struct Desk {
        uint40 closesAt;
        uint40 answersUntil;
        uint32 extension;
        uint24 asked;
        uint24 answered;
        uint24 bids;
        uint8 version;
        Outcome outcome;
        bool timeLocked;
        bool joint;
        uint40 enquiriesUntil;
    }

    /// @dev One slot.
    struct Money {
        uint112 bidBond;
        uint64 lineId;
        uint64 buyer;
        uint8 maxEnquiries;
    }

    /// @dev One slot: what an opening reads and writes.
    /// @param opened Technical envelopes opened.
    /// @param tallied Of them, those with their medians.
    /// @param qualified Of them, those that reached the minimum.
    struct Openings {
        uint40 technicalFrom;
        uint40 technicalBy;
        uint40 pricesFrom;
        uint40 pricesBy;
        uint24 opened;
        uint24 tallied;
        uint24 qualified;
        uint8 quorum;
    }

    /// @dev One slot: what a price opening reads and writes.
    /// @param lot Sum of the opened price salts, modulo 2^128: the same in whatever order they are opened.
    /// @param budget Highest admissible price.
    /// @param smallestShareBps Smallest part of the schedule; every milestone must be worth a unit.
    struct Prices {
        uint128 lot;
        uint112 budget;
        uint16 smallestShareBps;
    }

    /// @dev Three slots: what panel and award read.
    struct Stages {
        uint40 scoresBy;
        uint40 substitutesBy;
        uint40 validUntil;
        address reviewer;
        uint8 grounds;
        uint32 complaintWindow;
        uint32 reviewWindow;
        uint32 suspensionCap;
        uint32 standstill;
        uint32 signatureWindow;
    }

    /// @dev The hashes of what later calls pass along.
    struct Digests {
        bytes32 rules;
        bytes32 panel;
        bytes32 contractTerms;
    }

    /// @dev What the publication desk enters in the book.
    struct Entered {
        Desk desk;
        Money money;
        Openings openings;
        Prices prices;
        Stages stages;
        Digests digests;
    }

    /// @dev One slot, written by a bid.
    /// @param commitment The first 208 bits: two contents that share them cost 2^104 trials.
    /// @param filedAt When the bid was last filed.
    /// @param version Version of the terms that it answers.
    struct Sealed {
        bytes26 commitment;
        uint40 filedAt;
        uint8 version;
    }

    /// @dev One slot, written when the registry's facts are copied and the technical envelope is opened. `flags`: see {BidFlags}.
    /// @param declared Four figures of 32 bits, the first in the lowest bits.
    /// @param group Business group, copied at closing; of a joint bid, the group that stands for all its members.
    /// @param size Size of the firm, copied at closing.
    /// @param region Region of the bidder, copied at closing.
    struct Bid {
        uint128 declared;
        uint64 group;
        uint8 flags;
        uint8 size;
        uint16 region;
    }

    /// @dev One slot, written by the tally and the price opening. `flags`: see {BidFlags}.
    /// @param price Token units, taxes included; 0 while sealed or if inadmissible.
    /// @param technical Sum of weight times median over the technical criteria, 10,000 * 10,000 at most.
    /// @param attributes The same over all criteria that are neither technical nor the price.
    /// @param filedAt As sealed.
    struct Offer {
        uint112 price;
        uint32 technical;
        uint32 attributes;
        uint40 filedAt;
        uint8 flags;
    }

    /// @notice A bid as panel and award read it.
    struct Entry {
        Bid bid;
        Offer offer;
    }
}

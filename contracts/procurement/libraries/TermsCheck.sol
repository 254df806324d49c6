// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {BasisPoints} from "../../shared/libraries/BasisPoints.sol";
import {PauseClock} from "../../shared/libraries/PauseClock.sol";
import {Agreement} from "../types/Agreement.sol";
import {ProcurementErrors as Errors} from "./ProcurementErrors.sol";
import {ProcurementLaw} from "./ProcurementLaw.sol";

/// @notice The hash of the terms, and the limits of the law that terms must keep before a contract may open under them.
library TermsCheck {
    /// @notice Most milestones of one contract, so that every loop over them is bounded.
    uint256 internal constant MAX_MILESTONES = 64;
    /// @notice Shortest window: nobody loses a right within a day.
    uint256 internal constant MIN_WINDOW = 1 days;
    /// @notice Longest window of an authority or an arbiter.
    uint256 internal constant MAX_OFFICE_WINDOW = 180 days;
    /// @notice Longest contract, from now to its end.
    uint256 internal constant MAX_TERM = 20 * 365 days;
    /// @notice Longest warranty, and the longest that a guarantee outlives its contract: nothing is kept beyond a span that people oversee.
    uint256 internal constant MAX_TAIL = 10 * 365 days;

    uint256 private constant TERMS_BYTES = 11 * 32;
    uint256 private constant MILESTONE_BYTES = 4 * 32;
    uint256 private constant ANNEX_BYTES = 27 * 32;

    /// @notice The contract's id: the hash of the words of its terms, as `abi.encode` gives them.
    function idOf(Agreement.Terms calldata terms) internal pure returns (bytes32 id) {
        uint256 size = TERMS_BYTES;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let words := mload(0x40)
            calldatacopy(words, terms, size)
            id := keccak256(words, size)
        }
    }

    /// @notice The hash of the words of an annex.
    function hashOf(Agreement.Annex calldata annex) internal pure returns (bytes32 hash) {
        uint256 size = ANNEX_BYTES;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let words := mload(0x40)
            calldatacopy(words, annex, size)
            hash := keccak256(words, size)
        }
    }

    /// @notice The hash of the words of a schedule, four a milestone.
    function hashOf(Agreement.MilestoneTerms[] calldata schedule) internal pure returns (bytes32 hash) {
        uint256 size = schedule.length * MILESTONE_BYTES;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let words := mload(0x40)
            calldatacopy(words, schedule.offset, size)
            hash := keccak256(words, size)
        }
    }

    /// @notice The id of a deed whose annex is the one that its terms name.
    function idOf(Agreement.Deed calldata deed) internal pure returns (bytes32) {
        bytes32 hash = hashOf(deed.annex);
        require(hash == deed.terms.annex, Errors.Terms_AnnexMismatch(hash, deed.terms.annex));
        return idOf(deed.terms);
    }

    /// @notice Checks everything that does not depend on other contracts.
    /// @param deed Terms and annex.
    /// @param schedule The milestones.
    /// @param threshold 1,000 UTM in units of the line's token, as published when the contract opens.
    /// @param maxTaxBps Highest tax, in basis points of the net price.
    /// @param time Now, unix seconds.
    function requireLawful(
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule,
        uint128 threshold,
        uint16 maxTaxBps,
        uint256 time
    ) internal pure {
        _requireParties(deed);
        _requireNetPrice(deed, maxTaxBps);
        _requireMoney(deed.terms, deed.annex, threshold);
        _requireProcess(deed.annex);
        _requireSchedule(deed, schedule, time);
    }

    /// @notice Checks that the accounts of both sides and of all offices are known and distinct, and no certifying office is a side's.
    /// @param buyer Account of the buyer.
    /// @param supplier Account of the supplier.
    function requireIndependent(Agreement.Deed calldata deed, address buyer, address supplier) internal pure {
        Agreement.Annex calldata a = deed.annex;
        address[7] memory accounts = [
            buyer,
            supplier,
            deed.terms.inspector,
            deed.terms.substitute,
            a.arbiter,
            a.fallbackArbiter,
            a.reviewer
        ];
        for (uint256 i; i < 7; ++i) {
            address account = accounts[i];
            require(account != address(0), Errors.Terms_SameAccount(account));
            for (uint256 j; j < i; ++j) require(account != accounts[j], Errors.Terms_SameAccount(account));
        }
        for (uint256 k; k < 3; ++k) {
            address certifier = a.certifiers[k];
            require(certifier != buyer && certifier != supplier, Errors.Terms_SameAccount(certifier));
        }
    }

    /// @notice Earliest expiry of the performance guarantee of a contract that ends at `endsAt`; 0 where it opens without a guarantee.
    function bondFloor(Agreement.Annex calldata annex, uint256 endsAt) internal pure returns (uint256) {
        return annex.performanceBond == 0 ? 0 : guaranteeFloor(annex.category, endsAt);
    }

    /// @notice Earliest expiry of a performance guarantee of a contract that ends at `endsAt`.
    function guaranteeFloor(Agreement.Category category, uint256 endsAt) internal pure returns (uint256) {
        return category == Agreement.Category.Services ? endsAt + ProcurementLaw.SERVICES_BOND_TAIL : endsAt;
    }

    /// @notice Checks that a contract's end and its guarantee's expiry are no further off than {MAX_TERM} and {MAX_TAIL}.
    /// @param time Now, unix seconds.
    function requireInSight(uint40 endsAt, uint40 bondUntil, uint256 time) internal pure {
        uint256 most = time + MAX_TERM;
        require(endsAt <= most, Errors.Terms_TooLate(endsAt, most));
        most = endsAt + MAX_TAIL;
        require(bondUntil <= most, Errors.Terms_TooLate(bondUntil, most));
    }

    /// @notice Checks that an account may review deliveries: the inspector's, or the substitute's.
    /// @param id The contract, for the error.
    function requireInspector(Agreement.Terms calldata terms, bytes32 id, address account) internal pure {
        require(account == terms.inspector || account == terms.substitute, Errors.Escrow_NotTheInspector(id, account));
    }

    /// @notice One milestone as signed: something to pay, dates in order, and an office for each certificate.
    function isSound(Agreement.MilestoneTerms calldata m, uint40 endsAt) internal pure returns (bool) {
        return m.amount != 0 && m.notBefore <= m.dueAt && m.dueAt <= endsAt && m.certificates < 8;
    }

    /// @notice Checks that there is an office for each kind of certificate that the milestones require.
    /// @param kinds Bit k: some milestone requires the certificate of kind k.
    function requireCertifiers(Agreement.Annex calldata annex, uint8 kinds) internal pure {
        for (uint256 k; k < 3 && kinds >> k != 0; ++k) {
            require(kinds & (1 << k) == 0 || annex.certifiers[k] != address(0), Errors.Terms_Certifier(k));
        }
    }

    function _requireParties(Agreement.Deed calldata deed) private pure {
        Agreement.Terms calldata t = deed.terms;
        Agreement.Annex calldata p = deed.annex;
        require(p.document != 0 && p.ocid != 0, Errors.Terms_NoDocument());
        require(t.buyer != t.supplier, Errors.Terms_SameParty(t.buyer));
    }

    /// @dev The base of the guarantee is the price without taxes, and no tax is higher than `maxTaxBps`.
    function _requireNetPrice(Agreement.Deed calldata deed, uint16 maxTaxBps) private pure {
        uint128 price = deed.terms.price;
        uint128 netPrice = deed.annex.netPrice;
        uint256 least = (uint256(price) * BasisPoints.WHOLE) / (uint256(BasisPoints.WHOLE) + maxTaxBps);
        require(netPrice >= least && netPrice <= price, Errors.Terms_NetPrice(netPrice, least, price));
    }

    function _requireMoney(Agreement.Terms calldata t, Agreement.Annex calldata a, uint128 threshold) private pure {
        _requireWithin(t.retentionBps, 0, BasisPoints.WHOLE);
        _requireWithin(t.retentionCapBps, 0, BasisPoints.WHOLE);
        require(t.advance <= t.price, Errors.Terms_Advance(t.advance, t.price));
        bool small = t.price < threshold;
        require(
            a.advanceBond == t.advance || (small && a.advanceBond == 0),
            Errors.Terms_AdvanceBond(a.advanceBond, t.advance)
        );
        require(
            a.bondExemption == 0 ||
                (a.bondExemption <= ProcurementLaw.BOND_EXEMPTIONS && a.category != Agreement.Category.Works),
            Errors.Terms_BondExemption(a.bondExemption, a.category)
        );
        uint128 least = BasisPoints.ceil(a.netPrice, ProcurementLaw.PERFORMANCE_BOND_BPS);
        require(
            a.performanceBond >= least || (a.performanceBond == 0 && (small || a.bondExemption != 0)),
            Errors.Terms_PerformanceBond(a.performanceBond, least)
        );
    }

    function _requireProcess(Agreement.Annex calldata p) private pure {
        _requireWithin(p.fineCapBps, 0, ProcurementLaw.MAX_FINE_BPS);
        _requireWithin(p.fineBpsPerDay, 0, BasisPoints.WHOLE);
        _requireWithin(p.defaultBps, BasisPoints.WHOLE / 2, BasisPoints.WHOLE);
        _requireWindow(p.defenceWindow, PauseClock.LONGEST_WINDOW);
        _requireWindow(p.appealWindow, PauseClock.LONGEST_WINDOW);
        _requireWindow(p.settlementWindow, PauseClock.LONGEST_WINDOW);
        _requireWindow(p.certificateWindow, PauseClock.LONGEST_WINDOW);
        _requireWindow(p.decisionWindow, MAX_OFFICE_WINDOW);
        _requireWindow(p.reviewWindow, MAX_OFFICE_WINDOW);
        _requireWindow(p.rulingWindow, MAX_OFFICE_WINDOW);
        require(p.warranty <= MAX_TAIL, Errors.Terms_Window(p.warranty, 0, MAX_TAIL));
    }

    function _requireSchedule(
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule,
        uint256 time
    ) private pure {
        uint256 count = schedule.length;
        require(count != 0 && count <= MAX_MILESTONES, Errors.Terms_MilestoneCount(count, MAX_MILESTONES));
        uint40 endsAt = deed.annex.endsAt;
        uint256 sum;
        uint8 kinds;
        for (uint256 i; i < count; ++i) {
            require(isSound(schedule[i], endsAt), Errors.Terms_Milestone(i));
            sum += schedule[i].amount;
            kinds |= schedule[i].certificates;
        }
        require(sum == deed.terms.price, Errors.Terms_SumMismatch(sum, deed.terms.price));
        requireCertifiers(deed.annex, kinds);
        require(endsAt > time, Errors.Terms_Dates(endsAt, time));
        require(deed.annex.signBy >= time, Errors.Terms_Dates(deed.annex.signBy, time));
        requireInSight(endsAt, deed.annex.bondUntil, time);
        uint256 least = bondFloor(deed.annex, endsAt);
        require(deed.annex.bondUntil >= least, Errors.Terms_Dates(deed.annex.bondUntil, least));
    }

    function _requireWindow(uint256 window, uint256 most) private pure {
        require(window >= MIN_WINDOW && window <= most, Errors.Terms_Window(window, MIN_WINDOW, most));
    }

    function _requireWithin(uint256 bps, uint256 least, uint256 most) private pure {
        require(bps >= least && bps <= most, Errors.Terms_BasisPoints(bps, least, most));
    }
}

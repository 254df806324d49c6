// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice Numbers fixed by statute. Thresholds in UTM or UF move with time and are parameters elsewhere.
library ProcurementLaw {
    /// @notice Silence for 8 calendar days accepts the delivery. Source: Ley 19.983 art. 3 and 4.
    uint40 internal constant ACCEPTANCE_WINDOW = 8 days;

    /// @notice The State pays within 30 calendar days. Source: Ley 19.983 art. 2 quater.
    uint40 internal constant PAYMENT_TERM = 30 days;

    /// @notice All fines together reach at most 30 % of the price. Source: Ley 19.886 art. 13 ter.
    uint16 internal constant MAX_FINE_BPS = 3_000;

    /// @notice All changes together reach at most 30 % of the original price. Source: Ley 19.886 art. 13.
    uint16 internal constant MAX_CHANGE_BPS = 3_000;

    /// @notice Performance guarantee of 5 % of the net final price. Source: Ley 19.886 art. 11.
    uint16 internal constant PERFORMANCE_BOND_BPS = 500;

    /// @notice Number of cases in which the performance guarantee may be left out, never for works. Source: Ley 19.886 art. 11.
    uint8 internal constant BOND_EXEMPTIONS = 3;

    /// @notice In services the guarantee outlives the contract by 60 business days, which are never fewer than 60 days.
    /// @dev Business days are computed off chain; this floor only catches a guarantee that forgets them. Source: Ley 19.886 art. 11.
    uint40 internal constant SERVICES_BOND_TAIL = 60 days;

    /// @notice Number of causes of early termination. Source: Ley 19.886 art. 13 bis, letters a to g.
    uint8 internal constant TERMINATION_CAUSES = 7;

    /// @notice A direct award above the threshold is published 5 business days before it is signed, which are never fewer than 5 days.
    /// @dev Business days are computed off chain. Source: Ley 19.886 art. 8 bis a.
    uint40 internal constant DIRECT_AWARD_NOTICE = 5 days;

    /// @notice Bid bonds only in tenders above 5,000 UTM: five times the threshold of 1,000 UTM. Source: Ley 19.886 art. 11.
    uint256 internal constant BID_BOND_THRESHOLDS = 5;

    /// @notice Bid bond of at most 3 % of the tender's amount. Source: Ley 19.886 art. 11.
    uint16 internal constant MAX_BID_BOND_BPS = 300;

    /// @notice A local supplier may be preferred below 500 UTM: half the threshold of 1,000 UTM. Source: Ley 19.886 art. 61.
    uint256 internal constant LOCAL_PREFERENCE_FRACTION = 2;

    /// @notice The smallest tenders are published for 5 calendar days. Source: Mercado Público, tenders of less than 100 UTM (L1).
    uint256 internal constant MIN_PUBLICATION = 5 days;

    /// @notice Complaints are filed within 5 business days, which are never fewer than 5 days. Source: Ley 19.886 art. 30 bis.
    uint256 internal constant COMPLAINT_WINDOW = 5 days;

    /// @notice Above 5,000 UTM the contract is signed 10 business days after the award at the earliest, which are never fewer than 10 days.
    /// Source: Ley 19.886 art. 10.
    uint256 internal constant STANDSTILL = 10 days;

    /// @notice A supplier has 2 business days to accept an order, which are never fewer than 2 days. Source: Mercado Público, purchase orders.
    uint256 internal constant SIGNATURE_WINDOW = 2 days;

    /// @notice Most amendments of a tender before closing.
    uint8 internal constant MAX_AMENDMENTS = 2;
}

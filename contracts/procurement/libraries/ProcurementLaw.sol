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
}

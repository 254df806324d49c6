// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice What one body has bought of one kind, day by day, so that a purchase cannot be split to stay below a limit.
/// @dev Source: Ley 19.886 art. 7, last paragraph. Thirty days back from the day of a purchase, in days of 86,400 seconds from the epoch.
abstract contract PurchaseDays {
    /// @notice Purchases of so many days before a new one count together with it.
    uint256 public constant SPLITTING_DAYS = 30;

    mapping(bytes32 kind => mapping(uint256 day => uint256 amount)) private _bought;

    /// @dev Sum of what counts together with a purchase at `time`, token units.
    function _boughtUntil(bytes32 kind, uint256 time) internal view returns (uint256 sum) {
        uint256 today = time / 1 days;
        for (uint256 back; back <= SPLITTING_DAYS; ++back) sum += _bought[kind][today - back];
    }

    /// @dev Counts a purchase.
    function _count(bytes32 kind, uint256 time, uint128 amount) internal {
        _bought[kind][time / 1 days] += amount;
    }

    /// @dev Takes back a part of what was counted at `time`: it was not spent.
    function _uncount(bytes32 kind, uint256 time, uint128 amount) internal {
        _bought[kind][time / 1 days] -= amount;
    }
}

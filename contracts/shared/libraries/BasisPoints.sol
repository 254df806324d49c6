// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice Shares of an amount in basis points: 10,000 bp are the whole.
library BasisPoints {
    uint16 internal constant WHOLE = 10_000;

    /// @notice `bps` of `amount`, rounded down.
    /// @param amount Token units.
    /// @param bps Basis points, at most `WHOLE`, so that the result never exceeds `amount`.
    function floor(uint128 amount, uint16 bps) internal pure returns (uint128) {
        return uint128((uint256(amount) * bps) / WHOLE); // at most `amount`
    }

    /// @notice `bps` of `amount`, rounded up.
    /// @param amount Token units.
    /// @param bps Basis points, at most `WHOLE`, so that the result never exceeds `amount`.
    function ceil(uint128 amount, uint16 bps) internal pure returns (uint128) {
        return uint128((uint256(amount) * bps + WHOLE - 1) / WHOLE); // at most `amount`
    }
}

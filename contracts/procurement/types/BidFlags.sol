// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice Facts of a bid that are true from some moment on: the first three in its {Tender.Bid}, the others in its {Tender.Offer}.
library BidFlags {
    /// @notice The registry's facts were copied.
    uint8 internal constant COPIED = 1;
    /// @notice At closing the bidder was registered and not suspended.
    uint8 internal constant ELIGIBLE = 2;
    /// @notice The technical envelope was opened.
    uint8 internal constant TECHNICAL = 4;
    /// @notice The panel's medians are in.
    uint8 internal constant TALLIED = 8;
    /// @notice They reach the minimum.
    uint8 internal constant QUALIFIED = 16;
    /// @notice The price envelope was opened.
    uint8 internal constant PRICE = 32;
    /// @notice A ruling excluded the bid.
    uint8 internal constant EXCLUDED = 64;
    /// @notice The bidder won and did not sign.
    uint8 internal constant DECLINED = 128;
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice The use of a seat: the household asks that its subsidy be paid to a seller, the office may object, silence certifies.
library Benefit {
    /// @notice Where a request stands.
    enum Stage {
        None,
        /// @dev The office may object or certify.
        Pending,
        /// @dev The reviewers may overrule the objection.
        Objected,
        /// @dev Anyone may have it paid.
        Certified,
        /// @dev The objection stands.
        Refused
    }

    /// @notice The request of a seat, in one word.
    /// @param seller Registry id of whoever is paid.
    /// @param requestedAt When it was made, unix seconds; 0 while there is none.
    /// @param objectedAt When the office objected, 0 if it did not.
    /// @param usedAt When the subsidy was paid or the home handed over, 0 before.
    /// @param step How many acts the household has signed; each signature names its own.
    /// @param count Requests of this seat so far.
    /// @param certified Whether the office certified it, or the reviewers overruled the objection.
    struct Request {
        uint64 seller;
        uint40 requestedAt;
        uint40 objectedAt;
        uint40 usedAt;
        uint32 step;
        uint8 count;
        bool certified;
    }
}

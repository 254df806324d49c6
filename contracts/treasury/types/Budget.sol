// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice What the treasury keeps: budget lines, and deposits that belong to third parties.
library Budget {
    /// @notice What does not change with payments.
    /// @param program The only contract that may spend the line.
    /// @param token The ERC-20 token of the line.
    /// @param owner Registry entity of the public body whose money it is; what is left returns to it.
    /// @param closed Whether the line takes no more money and no more commitments.
    struct Line {
        address program;
        address token;
        uint64 owner;
        bool closed;
    }

    /// @notice The money of a line. It is stored under program, token and line, so that the caller's address and the token it names
    /// are the authorisation: whoever names anything else finds an empty line.
    /// @param available Appropriated and not committed, token units.
    /// @param committed Promised to records of the program and not yet paid, token units.
    struct Balance {
        uint128 available;
        uint128 committed;
    }

    /// @notice Money of a supplier or bidder held as a bond. It goes back to its owner or, forfeited by rule, to its line.
    /// @param amount Token units still held, in the token of the line.
    /// @param owner Registry entity that posted it.
    /// @param lineId The line that a forfeited amount goes to.
    struct Deposit {
        uint128 amount;
        uint64 owner;
        uint64 lineId;
    }
}

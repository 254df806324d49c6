// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice An appeal (recurso de reposición) against the first round of a call.
library Appeal {
    /// @notice Where an appeal stands; {statusOf} of the rule adds the silence that rejects.
    enum Status {
        None,
        Pending,
        /// @dev By the reviewers, or by their silence (Ley 19.880 art. 65).
        Rejected,
        /// @dev In line for a seat of those kept for appeals.
        Upheld,
        /// @dev It has its seat.
        Served,
        /// @dev No seat was left: it is first in the office's next call.
        Noted,
        /// @dev The household got a seat meanwhile.
        Needless
    }

    /// @param filedAt Unix seconds; 0 where there is none.
    /// @param ruling What was ruled or became of it; Pending until then.
    /// @param slot Where it is to be seated.
    /// @param claim First bytes of the digest of the account that filed it; 0 if the office entered it.
    /// @param leaf Digest of the corrected application.
    struct Record {
        uint40 filedAt;
        Status ruling;
        uint16 slot;
        bytes13 claim;
        bytes32 leaf;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Call} from "./Call.sol";

/// @notice The seat that a household has. One word by nullifier for all calls: a household that has one gets no second.
library Award {
    /// @notice What became of the seat; waived, lapsed and expired ones leave no record behind.
    enum State {
        None,
        /// @dev Settled; the household accepts or waives.
        Offered,
        Accepted,
        /// @dev The subsidy was paid, or the home handed over.
        Fulfilled,
        /// @dev Taken back after due process.
        Revoked
    }

    /// @notice Why a seat came back.
    enum Loss {
        /// @dev The household gave it up (renuncia).
        Waived,
        /// @dev It let the offer pass in silence.
        Lapsed,
        /// @dev It did not use the subsidy within its validity.
        Expired
    }

    /// @param call Number of the call; 0 where there is no award.
    /// @param index Of the application in its call; the largest number for a leaf that an appeal brought.
    /// @param slot Position in the call's list of slots.
    /// @param round Last round in which the seat was settled; 0 if it came from the seats for appeals.
    /// @param until Last second to accept, or to use what was accepted.
    /// @param size Homes: 1, or those of a committee.
    /// @param inLine Whether it stays in line for a better slot.
    /// @param claim First bytes of the digest of the account that may claim.
    struct Seat {
        uint32 call;
        uint24 index;
        uint16 slot;
        uint8 round;
        State state;
        uint40 until;
        uint16 size;
        bool inLine;
        bytes13 claim;
    }

    /// @notice Writes an offered seat as one word; the compiler would write it field by field, for 1,000 gas more a household.
    /// @param c Of the call; its number, round and window count.
    /// @param claimant Digest of the account that may claim.
    function offer(
        Seat storage seat,
        Call.Course memory c,
        uint24 index,
        uint16 slot,
        uint16 size,
        bool inLine,
        bytes32 claimant
    ) internal {
        uint256 word = uint256(c.number) | (uint256(index) << 32) | (uint256(slot) << 56) | (uint256(c.round) << 72);
        word |= (uint256(State.Offered) << 80) | ((block.timestamp + c.acceptance) << 88) | (uint256(size) << 128);
        word |= (inLine ? 1 << 144 : 0) | ((uint256(claimant) >> 152) << 152);
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            sstore(seat.slot, word)
        }
    }
}

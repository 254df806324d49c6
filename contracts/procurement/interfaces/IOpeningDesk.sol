// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ISelfEndingPause} from "../../shared/interfaces/ISelfEndingPause.sol";
import {Agreement} from "../types/Agreement.sol";
import {IDirectAward} from "./IDirectAward.sol";
import {IEscrowModule} from "./IEscrowModule.sol";

/// @notice The door through which contracts enter the escrow: a buyer's direct award, or what an awarding contract (a tender) has decided.
/// @dev The only part of procurement that a pause stops. Running contracts never pass here again.
interface IOpeningDesk is IEscrowModule, ISelfEndingPause, IDirectAward {
    /// @notice The threshold of a token, 1,000 UTM in its units, changes at `from`.
    event ThresholdSet(address indexed token, address indexed by, uint128 threshold, uint128 before, uint256 from);
    /// @notice An awarding contract reserved money of a line for an award to come.
    event Reserved(
        bytes32 indexed record,
        address indexed by,
        uint256 indexed lineId,
        uint64 owner,
        uint128 amount,
        uint40 until
    );
    /// @notice An awarding contract gave reserved money back to the line.
    event ReservationReleased(bytes32 indexed record, address indexed by, uint128 amount);
    /// @notice A contract opened under these terms; from now on only they decide what is paid.
    /// @param reservation Record of the awarding contract whose reservation it draws on, 0 if it committed money itself.
    event ContractOpened(
        bytes32 indexed id,
        address indexed by,
        bytes32 indexed ocid,
        Agreement.Deed deed,
        Agreement.MilestoneTerms[] schedule,
        bytes32 reservation
    );

    /// @notice 1,000 UTM in units of a token, one slot.
    /// @param before What holds until `from`, 0 for the first.
    /// @param threshold What holds from then on.
    /// @param from Unix seconds.
    struct Threshold {
        uint104 before;
        uint104 threshold;
        uint40 from;
    }

    /// @notice Money that an awarding contract committed for an award to come.
    /// @param amount Token units still reserved.
    /// @param lineId The line.
    /// @param until Last second of the reservation; after it anyone may release what is left.
    /// @param token The line's token.
    /// @param owner Registry entity of the buyer.
    /// @param account Account of the buyer when it was reserved: a later change of it stands in no winner's way.
    /// @param threshold 1,000 UTM in the token's units when it was reserved: what bidders were told holds for the contract.
    struct Reservation {
        uint128 amount;
        uint64 lineId;
        uint40 until;
        address token;
        uint64 owner;
        address account;
        uint128 threshold;
    }

    /// @notice Sets 1,000 UTM in units of a token: from it on, performance and advance bonds are due. Running contracts keep their terms,
    /// reservations the threshold of their day.
    /// @dev Emits {ThresholdSet}. The first of a token holds at once, each later one after five days, which another call begins again. The
    /// UTM changes every month and is known before, so this is no constant. Source: Ley 19.886 art. 8 bis, 11.
    ///
    /// Requirements:
    /// - the caller holds the thresholds' role;
    /// - the threshold is not zero and fits 104 bits.
    function setThreshold(address token, uint128 threshold) external;

    /// @notice Commits money of a line for an award to come.
    /// @dev Emits {Reserved}.
    ///
    /// Requirements:
    /// - the caller holds the awarding contracts' role;
    /// - no pause is on;
    /// - `record` is not zero and the caller has no reservation under it;
    /// - `until` lies in the future and within the longest term;
    /// - the token's threshold is set;
    /// - the line belongs to `owner` and has the amount available in `token`.
    function reserve(
        uint256 lineId,
        address token,
        uint64 owner,
        uint128 amount,
        bytes32 record,
        uint40 until
    ) external;

    /// @notice Gives reserved money back to the line.
    /// @dev Emits {ReservationReleased}. Never paused.
    ///
    /// Requirements:
    /// - the caller has reserved that much under `record`.
    function unreserve(uint128 amount, bytes32 record) external;

    /// @notice Gives back what a reservation holds after its last second; a contract that cannot or will not act keeps no budget.
    /// @dev Emits {ReservationReleased}. Anyone may call it.
    ///
    /// Requirements:
    /// - the reservation's last second has passed;
    /// - something is reserved.
    function lapseReservation(address awarding, bytes32 record) external;

    /// @notice Opens a contract that both sides have signed, and takes the performance bond from the supplier's account.
    /// @dev Emits {ContractOpened}. The awarding contract vouches for both consents.
    ///
    /// Requirements:
    /// - the caller holds the awarding contracts' role;
    /// - no pause is on, unless the money was reserved before;
    /// - the threshold of the line's token is set, and with it (with that of the reservation, where there is one) the terms keep the limits of the law (see {TermsCheck});
    /// - no office of the terms is the buyer's or the supplier's account (with a reservation: the buyer's account of that time);
    /// - the money is reserved under `reservation`, or available in the line where that is 0;
    /// - no contract has these terms.
    /// @param deed Terms and due-process terms.
    /// @param schedule The milestones; their amounts sum to the price.
    /// @param reservation The caller's record, 0 to commit now.
    /// @return id Hash of the terms.
    function open(
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule,
        bytes32 reservation
    ) external returns (bytes32 id);

    /// @notice Reverts where a contract of these terms could not open now; the caller's account stands for the supplier to come.
    /// @dev Where money is reserved already, threshold and buyer's account are those of the reservation, as they will be when the contract
    /// opens; no office of the terms may be the buyer's account of today either.
    /// @param awarding The awarding contract that reserved, or will.
    /// @param reservation Its record.
    function check(
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule,
        address awarding,
        bytes32 reservation
    ) external view;

    /// @notice Longest reservation, seconds.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_RESERVATION() external view returns (uint40);

    /// @notice 1,000 UTM in units of a token, as they hold now.
    function thresholdOf(address token) external view returns (uint128);

    /// @notice 1,000 UTM in units of a token, before and after the last change.
    function getThreshold(address token) external view returns (Threshold memory);

    /// @notice What an awarding contract has reserved under a record.
    function getReservation(address awarding, bytes32 record) external view returns (Reservation memory);
}

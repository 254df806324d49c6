// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IOpeningDesk} from "../procurement/interfaces/IOpeningDesk.sol";
import {Agreement} from "../procurement/types/Agreement.sol";

/// @notice The least that an awarding contract does: reserves money, gives it back, and opens what it has decided.
contract MockTender {
    /// @notice How long a reservation of this tender lasts.
    uint40 public constant TERM = 365 days;

    IOpeningDesk private immutable DESK;

    constructor(IOpeningDesk desk) {
        DESK = desk;
    }

    function reserve(uint256 lineId, address token, uint64 owner, uint128 amount, bytes32 record) external {
        DESK.reserve(lineId, token, owner, amount, record, uint40(block.timestamp) + TERM);
    }

    function unreserve(uint128 amount, bytes32 record) external {
        DESK.unreserve(amount, record);
    }

    function open(
        Agreement.Deed calldata deed,
        Agreement.MilestoneTerms[] calldata schedule,
        bytes32 reservation
    ) external returns (bytes32 id) {
        return DESK.open(deed, schedule, reservation);
    }
}

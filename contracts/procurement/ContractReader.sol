// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ICertificateDesk} from "./interfaces/ICertificateDesk.sol";
import {IMilestoneEscrow} from "./interfaces/IMilestoneEscrow.sol";
import {ProcurementErrors as Errors} from "./libraries/ProcurementErrors.sol";
import {ReviewMath} from "./libraries/ReviewMath.sol";
import {Agreement} from "./types/Agreement.sol";

/// @title ContractReader
/// @notice Statuses that follow from what the escrow stores and from the clock. It stores nothing and nobody depends on it.
contract ContractReader {
    IMilestoneEscrow public immutable ESCROW;
    ICertificateDesk public immutable DESK;

    /// @param escrow What is read.
    /// @param desk Which certificates are granted.
    constructor(IMilestoneEscrow escrow, ICertificateDesk desk) {
        require(address(escrow).code.length != 0, Errors.Terms_NotAContract(address(escrow)));
        require(address(desk).code.length != 0, Errors.Terms_NotAContract(address(desk)));
        ESCROW = escrow;
        DESK = desk;
    }

    /// @notice A contract's status now.
    function statusOf(bytes32 id) external view returns (Agreement.Status) {
        Agreement.Facts memory f = ESCROW.getFacts(id);
        if (f.count == 0) return Agreement.Status.Unknown;
        if (f.completedAt == 0) return f.endedAt == 0 ? Agreement.Status.Active : Agreement.Status.Terminated;
        (Agreement.Ledger memory g, Agreement.Dues memory dues) = ESCROW.getBalances(id);
        return g.retained != 0 || dues.setAside != 0 ? Agreement.Status.Completed : Agreement.Status.Closed;
    }

    /// @notice A milestone's status now.
    function milestoneStatusOf(bytes32 id, uint256 index) external view returns (Agreement.MilestoneStatus) {
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x) = ESCROW.getMilestone(
            id,
            index
        );
        return ReviewMath.statusOf(m, d, x, block.timestamp);
    }

    /// @notice What anyone could have paid of a milestone now, before deductions, token units.
    function payableOf(bytes32 id, uint256 index) external view returns (uint128) {
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x) = ESCROW.getMilestone(
            id,
            index
        );
        return DESK.isCleared(id, index, m.certificates) ? ReviewMath.payable_(m, d, x, block.timestamp) : 0;
    }
}

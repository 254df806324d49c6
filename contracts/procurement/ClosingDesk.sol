// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {EscrowModule} from "./abstracts/EscrowModule.sol";
import {IClosingDesk} from "./interfaces/IClosingDesk.sol";
import {IContractCourt} from "./interfaces/IContractCourt.sol";
import {ProcurementErrors as Errors} from "./libraries/ProcurementErrors.sol";
import {ProcurementLaw} from "./libraries/ProcurementLaw.sol";
import {TermsCheck} from "./libraries/TermsCheck.sol";
import {Agreement} from "./types/Agreement.sol";

/// @title ClosingDesk
contract ClosingDesk is IClosingDesk, EscrowModule {
    using TermsCheck for Agreement.Terms;
    using TermsCheck for Agreement.Deed;

    /// @notice Knows what still keeps a bond.
    IContractCourt public immutable COURT;

    /// @inheritdoc IClosingDesk
    mapping(bytes32 id => bool reviewed) public isFinallyReviewed;

    /// @param court Knows what still keeps a bond.
    constructor(IContractCourt court) {
        _requireContract(address(court));
        COURT = court;
    }

    /* INSPECTOR */

    /// @inheritdoc IClosingDesk
    function reviewFinal(Agreement.Deed calldata deed, uint128 objected, bytes32 reason) external {
        bytes32 id = deed.idOf();
        deed.terms.requireInspector(id, msg.sender);
        (uint256 from, uint256 until) = _finalWindow(deed, id);
        require(
            block.timestamp > from && block.timestamp <= until && !isFinallyReviewed[id],
            Errors.Closing_FinalAcceptance(id, from, until)
        );
        require(objected == 0 || reason != 0, Errors.Escrow_InvalidDocument(id));
        isFinallyReviewed[id] = true;
        emit FinalAcceptance(id, msg.sender, objected, reason);
        if (objected != 0) escrow.disputeRetention(id, objected);
    }

    /* ANYONE */

    /// @inheritdoc IClosingDesk
    function releaseRetention(Agreement.Deed calldata deed) external {
        bytes32 id = deed.idOf();
        (uint256 from, uint256 until) = _finalWindow(deed, id);
        require(isFinallyReviewed[id] || block.timestamp > until, Errors.Closing_FinalAcceptance(id, from, until));
        escrow.payRetention(deed.terms);
    }

    /// @inheritdoc IClosingDesk
    function returnAdvanceBond(bytes32 id) external {
        (, Agreement.Dues memory dues) = escrow.getBalances(id);
        escrow.giveBackBond(escrow.advanceBondKey(id), dues.advanceLeft);
    }

    /// @inheritdoc IClosingDesk
    function returnPerformanceBond(Agreement.Deed calldata deed) external {
        bytes32 id = deed.idOf();
        uint40 until = _bondUntil(deed, id);
        Agreement.Facts memory f = escrow.getFacts(id);
        bool over = f.endedAt != 0 || f.completedAt != 0;
        require(over && block.timestamp > until && !COURT.holdsBond(id), Errors.Closing_BondHeld(id, until));
        escrow.giveBackBond(escrow.performanceBondKey(id), 0);
    }

    /* INTERNAL */

    /// @dev The window of final acceptance: after the warranty, as long as any acceptance.
    function _finalWindow(Agreement.Deed calldata deed, bytes32 id) private view returns (uint256 from, uint256 until) {
        uint256 completedAt = escrow.getFacts(id).completedAt;
        require(completedAt != 0, Errors.Closing_NotCompleted(id));
        from = completedAt + deed.annex.warranty;
        until = from + ProcurementLaw.ACCEPTANCE_WINDOW;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {MockClp} from "../../contracts/mocks/MockClp.sol";
import {ProcurementErrors as Errors} from "../../contracts/procurement/libraries/ProcurementErrors.sol";
import {Agreement} from "../../contracts/procurement/types/Agreement.sol";
import {Drafts} from "./support/Drafts.sol";

/// @notice What was objected to and delivered again is paid after its own review or its own silence, whatever is paid meanwhile.
contract RedeliveryTest is Drafts {
    MockClp private _token;
    Agreement.Deed private _deed;
    bytes32 private _id;

    function setUp() public {
        _deploySuite();
        _register();
        _token = _newToken(0, 1_000);
        uint256 lineId = _newLine(_token);
        _fund(_token, lineId, 1_000);
        Agreement.Deed memory deed = Agreement.Deed(_termsOf(lineId, _token, _suppliers[0], 100), _annexOf(100));
        Agreement.MilestoneTerms[] memory schedule = new Agreement.MilestoneTerms[](1);
        schedule[0] = Agreement.MilestoneTerms(100, 0, deed.annex.endsAt, 1);
        _id = _award(deed, schedule);
        _deed = deed;
    }

    /// @param objected Units of 100 to which the inspector objects at first.
    /// @param objectedAgain Units of those to which it objects again.
    function testFuzz_payingTheAcceptedPartLeavesTheRedeliveredPartUnderReview(
        uint256 objected,
        uint256 objectedAgain
    ) public {
        uint128 first = _bound128(objected, 1, 99);
        uint128 second = _bound128(objectedAgain, 1, first);
        address supplier = VM.addr(201);
        VM.prank(supplier);
        escrow.deliver(_id, 0, _document("first"));
        VM.prank(INSPECTOR);
        escrow.object(_deed.terms, 0, bytes32("first"), first, _document("cracks"));
        VM.prank(supplier);
        escrow.deliver(_id, 0, _document("second"));
        VM.prank(supplier);
        desk.request(_deed, 0, 0, _document("support"));
        VM.prank(CERTIFIER);
        desk.grant(_deed, 0, 0, bytes32("granted"));

        escrow.settle(_deed.terms, 0);
        VM.assertEq(_token.balanceOf(supplier), 100 - first, "accepted part");
        VM.expectRevert(abi.encodeWithSelector(Errors.Escrow_NothingPayable.selector, _id, 0));
        escrow.settle(_deed.terms, 0);

        VM.prank(INSPECTOR);
        escrow.object(_deed.terms, 0, bytes32("second"), second, _document("cracks still"));
        VM.assertEq(_token.balanceOf(supplier), 100 - second, "after the second review");
    }
}

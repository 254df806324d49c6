// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {MockClp} from "../../../contracts/mocks/MockClp.sol";
import {Agreement} from "../../../contracts/procurement/types/Agreement.sol";
import {Entity} from "../../../contracts/registry/types/Entity.sol";
import {Document} from "../../../contracts/shared/types/Document.sol";
import {SuiteFixture} from "./SuiteFixture.sol";

/// @notice Parties, funded lines, and terms that a test may change before it opens a contract under them.
abstract contract Drafts is SuiteFixture {
    bytes32 private constant SIGNATURE_TYPEHASH = keccak256(
        "ContractSignature(bytes32 terms,bytes32 schedule,uint40 signBy)"
    );

    uint64 internal _buyer;
    uint64[2] internal _suppliers;
    uint64 internal _factor;

    function _register() internal {
        _buyer = _accredit(BUYER_KEY, Entity.Kind.PublicBody, 61_002_000);
        _suppliers[0] = _accredit(201, Entity.Kind.Supplier, 76_123_456);
        _suppliers[1] = _accredit(202, Entity.Kind.Supplier, 76_654_321);
        _factor = _accredit(203, Entity.Kind.Supplier, 96_667_560);
    }

    function _newToken(uint8 decimals, uint128 threshold) internal returns (MockClp token) {
        token = new MockClp(decimals);
        _admit(token, threshold);
    }

    function _admit(MockClp token, uint128 threshold) internal {
        VM.prank(BUDGET_OFFICE);
        treasury.allowToken(address(token), true);
        VM.prank(THRESHOLDS);
        opening.setThreshold(address(token), threshold);
    }

    function _newLine(MockClp token) internal returns (uint256 lineId) {
        VM.prank(BUDGET_OFFICE);
        lineId = treasury.openLine(address(token), address(escrow), _buyer, bytes32("31"));
    }

    function _fund(MockClp token, uint256 lineId, uint128 amount) internal {
        _enrich(token, BUDGET_OFFICE, amount);
        VM.prank(BUDGET_OFFICE);
        treasury.fund(lineId, amount);
    }

    /// @dev Goods without bonds, advance or retention; every window ten days, a year to execute.
    function _annexOf(uint128 price) internal view returns (Agreement.Annex memory a) {
        a.ocid = bytes32("ocid");
        a.document = bytes32("text");
        a.netPrice = price;
        a.warranty = 60 days;
        a.signBy = uint40(block.timestamp + 30 days);
        a.endsAt = uint40(block.timestamp + 365 days);
        a.bondUntil = a.endsAt + 90 days;
        a.fineBpsPerDay = 100;
        a.fineCapBps = 3_000;
        a.defaultBps = 5_000;
        a.defenceWindow = 10 days;
        a.decisionWindow = 20 days;
        a.appealWindow = 5 days;
        a.reviewWindow = 20 days;
        a.settlementWindow = 5 days;
        a.rulingWindow = 30 days;
        a.certificateWindow = 10 days;
        a.arbiter = ARBITER;
        a.fallbackArbiter = FALLBACK_ARBITER;
        a.reviewer = REVIEWER;
        a.certifiers = [CERTIFIER, CERTIFIER, CERTIFIER];
    }

    function _termsOf(
        uint256 lineId,
        MockClp token,
        uint64 supplier,
        uint128 price
    ) internal view returns (Agreement.Terms memory t) {
        t.lineId = lineId;
        t.token = address(token);
        t.buyer = _buyer;
        t.supplier = supplier;
        t.price = price;
        t.inspector = INSPECTOR;
        t.substitute = SUBSTITUTE;
    }

    function _signContract(
        Agreement.Deed memory deed,
        Agreement.MilestoneTerms[] memory schedule
    ) internal view returns (bytes memory) {
        bytes32 structHash = keccak256(
            abi.encode(SIGNATURE_TYPEHASH, clocks.idOf(deed.terms), clocks.scheduleHash(schedule), deed.annex.signBy)
        );
        return _signAs(deed.terms.supplier, _typed("Erario OpeningDesk", address(opening), structHash));
    }

    function _award(
        Agreement.Deed memory deed,
        Agreement.MilestoneTerms[] memory schedule
    ) internal returns (bytes32 id) {
        deed.terms.annex = clocks.annexHash(deed.annex);
        bytes memory signature = _signContract(deed, schedule);
        VM.prank(VM.addr(BUYER_KEY));
        id = opening.award(deed, schedule, 1, _document("why"), signature);
    }

    function _document(bytes32 digest) internal pure returns (Document memory) {
        return Document(digest, "");
    }
}

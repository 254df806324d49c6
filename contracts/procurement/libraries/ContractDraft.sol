// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {BasisPoints} from "../../shared/libraries/BasisPoints.sol";
import {Agreement} from "../types/Agreement.sol";
import {Tender} from "../types/Tender.sol";

/// @notice The contract that published terms and a price lead to. Nobody negotiates anything between the award and the signature.
library ContractDraft {
    /// @notice What is bought, by whom and from which line, whatever the procedure.
    struct Purchase {
        bytes32 ocid;
        Agreement.Category category;
        uint256 lineId;
        address token;
        uint64 buyer;
    }

    /// @notice What only the award and the clock know.
    /// @param abnormallyLow Whether the price is; then the raised performance bond is due.
    /// @param signedAt When the supplier signs, unix seconds.
    struct Facts {
        uint64 supplier;
        uint128 price;
        bool abnormallyLow;
        uint40 signedAt;
    }

    /// @notice The lowest price at which every milestone is worth at least one unit.
    /// @param smallest The smallest part of the schedule, basis points, not zero.
    function leastPrice(uint16 smallest) internal pure returns (uint256) {
        return (uint256(BasisPoints.WHOLE) + smallest - 1) / smallest;
    }

    /// @notice The price without the tax that it contains, rounded up: never less than the law's base of the guarantee.
    /// @param taxBps Tax, of the net price.
    function netPrice(uint128 price, uint16 taxBps) internal pure returns (uint128) {
        uint256 whole = uint256(BasisPoints.WHOLE) + taxBps;
        return uint128((uint256(price) * BasisPoints.WHOLE + whole - 1) / whole); // at most `price`
    }

    /// @notice Terms and annex of the contract that a tender leads to.
    function deed(
        Tender.Call calldata c,
        Tender.Contract calldata contractTerms,
        Facts memory f
    ) internal pure returns (Agreement.Deed memory) {
        return deed(Purchase(c.ocid, c.category, c.lineId, c.token, c.buyer), contractTerms, f);
    }

    /// @notice Terms and annex of the contract.
    function deed(
        Purchase memory purchase,
        Tender.Contract calldata c,
        Facts memory f
    ) internal pure returns (Agreement.Deed memory d) {
        d.annex = _annexOf(purchase, c, f);
        d.terms = Agreement.Terms({
            annex: keccak256(abi.encode(d.annex)),
            lineId: purchase.lineId,
            token: purchase.token,
            buyer: purchase.buyer,
            supplier: f.supplier,
            price: f.price,
            advance: BasisPoints.floor(f.price, c.advanceBps),
            retentionBps: c.retentionBps,
            retentionCapBps: c.retentionCapBps,
            inspector: c.inspector,
            substitute: c.substitute
        });
    }

    function _annexOf(
        Purchase memory purchase,
        Tender.Contract calldata c,
        Facts memory f
    ) private pure returns (Agreement.Annex memory) {
        uint128 net = netPrice(f.price, c.taxBps);
        uint40 endsAt = f.signedAt + c.duration;
        return
            Agreement.Annex({
                ocid: purchase.ocid,
                document: c.document,
                category: purchase.category,
                bondExemption: c.bondExemption,
                netPrice: net,
                advanceBond: c.advanceBonded ? BasisPoints.floor(f.price, c.advanceBps) : 0,
                performanceBond: BasisPoints.ceil(net, f.abnormallyLow ? c.raisedBps : c.performanceBps),
                bondUntil: endsAt + c.bondTail,
                warranty: c.warranty,
                signBy: f.signedAt,
                endsAt: endsAt,
                fineBpsPerDay: c.fineBpsPerDay,
                fineCapBps: c.fineCapBps,
                defaultBps: c.defaultBps,
                defenceWindow: c.defenceWindow,
                decisionWindow: c.decisionWindow,
                appealWindow: c.appealWindow,
                reviewWindow: c.reviewWindow,
                settlementWindow: c.settlementWindow,
                rulingWindow: c.rulingWindow,
                certificateWindow: c.certificateWindow,
                arbiter: c.arbiter,
                fallbackArbiter: c.fallbackArbiter,
                reviewer: c.reviewer,
                certifiers: c.certifiers
            });
    }

    /// @notice The schedule: each milestone is what the parts up to it make of the price less what those before it make, so that the sum is the
    /// price exactly.
    function milestones(
        Tender.Share[] calldata shares,
        uint128 price,
        uint40 signedAt
    ) internal pure returns (Agreement.MilestoneTerms[] memory schedule) {
        schedule = new Agreement.MilestoneTerms[](shares.length);
        uint256 parts;
        uint128 before;
        for (uint256 i; i < shares.length; ++i) {
            parts += shares[i].bps;
            uint128 upTo = uint128((uint256(price) * parts) / BasisPoints.WHOLE); // `parts` is at most the whole
            schedule[i] = Agreement.MilestoneTerms({
                amount: upTo - before,
                notBefore: signedAt + shares[i].notBefore,
                dueAt: signedAt + shares[i].dueAfter,
                certificates: shares[i].certificates
            });
            before = upTo;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {BasisPoints} from "../shared/libraries/BasisPoints.sol";
import {EscrowModule} from "./abstracts/EscrowModule.sol";
import {IContractChanges} from "./interfaces/IContractChanges.sol";
import {IOpeningDesk} from "./interfaces/IOpeningDesk.sol";
import {ProcurementErrors as Errors} from "./libraries/ProcurementErrors.sol";
import {ProcurementLaw} from "./libraries/ProcurementLaw.sol";
import {TermsCheck} from "./libraries/TermsCheck.sol";
import {Agreement} from "./types/Agreement.sol";

/// @title ContractChanges
contract ContractChanges is IContractChanges, EscrowModule, EIP712 {
    using TermsCheck for Agreement.Terms;
    using TermsCheck for Agreement.Deed;

    bytes32 private constant MILESTONE_TYPEHASH = keccak256(
        "MilestoneTerms(uint128 amount,uint40 notBefore,uint40 dueAt,uint8 certificates)"
    );
    bytes32 private constant CHANGE_TYPEHASH = keccak256(
        "Change(bytes32 termsHash,bytes32 document,uint256[] indexes,MilestoneTerms[] schedule,uint40 endsAt,uint40 bondUntil,uint128 bondIncrease,uint40 deadline)MilestoneTerms(uint128 amount,uint40 notBefore,uint40 dueAt,uint8 certificates)"
    );
    bytes32 private constant TERMINATION_TYPEHASH = keccak256(
        "Termination(bytes32 termsHash,bytes32 document,uint40 deadline)"
    );

    /// @notice Which accounts act for buyers and suppliers.
    IRegistry public immutable REGISTRY;

    /// @notice Knows from which price on a guarantee is due.
    IOpeningDesk public immutable OPENING;

    /// @inheritdoc IContractChanges
    mapping(bytes32 id => uint128 amount) public changedOf;
    mapping(bytes32 id => uint256 count) private _changes;

    /// @param registry Which accounts act for buyers and suppliers.
    /// @param opening Knows from which price on a guarantee is due.
    constructor(IRegistry registry, IOpeningDesk opening) EIP712("Erario ContractChanges", "1") {
        _requireContract(address(registry));
        _requireContract(address(opening));
        REGISTRY = registry;
        OPENING = opening;
    }

    /* ANYONE WITH BOTH SIGNATURES */

    /// @inheritdoc IContractChanges
    function change(
        Agreement.Deed calldata deed,
        Agreement.Change calldata order,
        bytes calldata buyerSignature,
        bytes calldata supplierSignature
    ) external {
        bytes32 id = deed.idOf();
        _requireCurrent(id, order.termsHash, order.deadline);
        _requireDates(deed, id, order);
        _requireCertifiers(deed, order);
        _requireSigned(id, deed.terms.buyer, _digestOf(order), buyerSignature);
        _requireSigned(id, deed.terms.supplier, _digestOf(order), supplierSignature);
        _apply(deed, id, order);
    }

    /// @inheritdoc IContractChanges
    function agreeTermination(
        Agreement.Terms calldata terms,
        bytes32 termsHash,
        bytes32 document,
        uint40 deadline,
        bytes calldata buyerSignature,
        bytes calldata supplierSignature
    ) external {
        bytes32 id = terms.idOf();
        _requireCurrent(id, termsHash, deadline);
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(TERMINATION_TYPEHASH, termsHash, document, deadline)));
        _requireSigned(id, terms.buyer, digest, buyerSignature);
        _requireSigned(id, terms.supplier, digest, supplierSignature);
        emit TerminationAgreed(id, msg.sender, document);
        escrow.terminate(terms, type(uint256).max);
    }

    /* VIEWS */

    /// @inheritdoc IContractChanges
    function termsHashOf(bytes32 id) public view returns (bytes32) {
        Agreement.Facts memory f = escrow.getFacts(id);
        Agreement.MilestoneTerms[] memory schedule = new Agreement.MilestoneTerms[](f.count);
        for (uint256 i; i < schedule.length; ++i) {
            (Agreement.Milestone memory m, , ) = escrow.getMilestone(id, i);
            schedule[i] = Agreement.MilestoneTerms(m.amount, m.notBefore, m.dueAt, m.certificates);
        }
        return keccak256(abi.encode(id, _changes[id], f.endsAt, schedule));
    }

    /* INTERNAL */

    function _apply(Agreement.Deed calldata deed, bytes32 id, Agreement.Change calldata order) private {
        Agreement.Terms calldata terms = deed.terms;
        (uint128 increase, uint128 decrease) = _reschedule(id, order);
        if (increase > decrease) _requireBond(deed, id, increase - decrease, order.bondIncrease);
        uint128 changed = changedOf[id] + (increase > decrease ? increase : decrease);
        uint128 most = BasisPoints.floor(terms.price, ProcurementLaw.MAX_CHANGE_BPS);
        require(changed <= most, Errors.Change_AboveCap(id, changed, most));
        changedOf[id] = changed;
        ++_changes[id];
        emit ContractChanged(id, msg.sender, order, increase, decrease);
        escrow.amend(terms, increase, decrease, order.endsAt, order.bondUntil, order.bondIncrease);
    }

    /// @dev The guarantee follows the final price: 5 % of the increase without taxes where the contract opened with one, and of the whole
    /// price where it opened without and has grown to the threshold, unless a case of the law exempts it.
    function _requireBond(Agreement.Deed calldata deed, bytes32 id, uint128 increase, uint128 given) private view {
        uint128 base = increase;
        uint128 held;
        if (deed.annex.performanceBond == 0) {
            base = _priceOf(id);
            if (deed.annex.bondExemption != 0 || base < OPENING.thresholdOf(deed.terms.token)) return;
            held = escrow.performanceBondOf(id);
        }
        // at most `base`, since the net price is at most the price
        uint128 net = uint128((uint256(base) * deed.annex.netPrice) / deed.terms.price);
        uint128 least = BasisPoints.ceil(net, ProcurementLaw.PERFORMANCE_BOND_BPS);
        least = least > held ? least - held : 0;
        require(given >= least, Errors.Change_BondIncrease(id, given, least));
    }

    /// @dev The price as it stands: what is dropped has no amount any more.
    function _priceOf(bytes32 id) private view returns (uint128 price) {
        uint256 count = escrow.getFacts(id).count;
        for (uint256 i; i < count; ++i) {
            (Agreement.Milestone memory m, , ) = escrow.getMilestone(id, i);
            price += m.amount;
        }
    }

    /// @dev Moves of amounts between milestones count once: by the larger of their increases and decreases.
    function _reschedule(
        bytes32 id,
        Agreement.Change calldata order
    ) private returns (uint128 increase, uint128 decrease) {
        uint256[] calldata indexes = order.indexes;
        require(indexes.length == order.schedule.length, Errors.Change_Milestone(id, indexes.length));
        for (uint256 i; i < indexes.length; ++i) {
            Agreement.MilestoneTerms calldata next = order.schedule[i];
            bool sound = next.amount == 0 || TermsCheck.isSound(next, order.endsAt);
            require(sound && (i == 0 || indexes[i] > indexes[i - 1]), Errors.Change_Milestone(id, indexes[i]));
            uint128 before = escrow.reschedule(id, indexes[i], next);
            if (next.amount > before) increase += next.amount - before;
            else decrease += before - next.amount;
        }
    }

    function _requireCurrent(bytes32 id, bytes32 given, uint40 deadline) private view {
        require(block.timestamp <= deadline, Errors.Change_DeadlinePassed(id, deadline));
        bytes32 expected = termsHashOf(id);
        require(given == expected, Errors.Change_TermsMismatch(id, given, expected));
    }

    function _requireDates(Agreement.Deed calldata deed, bytes32 id, Agreement.Change calldata order) private view {
        uint40 ends = escrow.getFacts(id).endsAt;
        require(order.endsAt >= ends, Errors.Change_Dates(id, order.endsAt, ends));
        uint256 least = _bondUntil(deed, id);
        TermsCheck.requireInSight(order.endsAt, order.bondUntil, block.timestamp);
        if (deed.annex.performanceBond != 0 || order.bondIncrease != 0 || escrow.performanceBondOf(id) != 0) {
            uint256 floor = TermsCheck.guaranteeFloor(deed.annex.category, order.endsAt);
            if (least < floor) least = floor;
        }
        require(order.bondUntil >= least, Errors.Change_Dates(id, order.bondUntil, least));
    }

    function _requireCertifiers(Agreement.Deed calldata deed, Agreement.Change calldata order) private pure {
        uint8 kinds;
        for (uint256 i; i < order.schedule.length; ++i) kinds |= order.schedule[i].certificates;
        TermsCheck.requireCertifiers(deed.annex, kinds);
    }

    function _requireSigned(bytes32 id, uint64 entity, bytes32 digest, bytes calldata signature) private view {
        address account = REGISTRY.accountOf(entity);
        require(
            SignatureChecker.isValidSignatureNow(account, digest, signature),
            Errors.Change_BadSignature(id, account)
        );
    }

    function _digestOf(Agreement.Change calldata order) private view returns (bytes32) {
        bytes32[] memory milestones = new bytes32[](order.schedule.length);
        for (uint256 i; i < milestones.length; ++i) {
            milestones[i] = keccak256(abi.encode(MILESTONE_TYPEHASH, order.schedule[i]));
        }
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(
                        CHANGE_TYPEHASH,
                        order.termsHash,
                        order.document,
                        keccak256(abi.encodePacked(order.indexes)),
                        keccak256(abi.encodePacked(milestones)),
                        order.endsAt,
                        order.bondUntil,
                        order.bondIncrease,
                        order.deadline
                    )
                )
            );
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {Document, Documents} from "../shared/types/Document.sol";
import {EscrowModule} from "./abstracts/EscrowModule.sol";
import {ICertificateDesk} from "./interfaces/ICertificateDesk.sol";
import {ProcurementErrors as Errors} from "./libraries/ProcurementErrors.sol";
import {ProcurementLaw} from "./libraries/ProcurementLaw.sol";
import {ReviewMath} from "./libraries/ReviewMath.sol";
import {TermsCheck} from "./libraries/TermsCheck.sol";
import {Agreement} from "./types/Agreement.sol";

/// @title CertificateDesk
contract CertificateDesk is ICertificateDesk, EscrowModule {
    using Documents for Document;
    using TermsCheck for Agreement.Deed;

    /// @notice Which accounts act for suppliers and assignees.
    IRegistry public immutable REGISTRY;

    mapping(bytes32 id => mapping(uint256 index => mapping(uint256 kind => Certificate certificate)))
        private _certificates;

    /// @param registry Which accounts act for suppliers and assignees.
    constructor(IRegistry registry) {
        _requireContract(address(registry));
        REGISTRY = registry;
    }

    /* SUPPLIER */

    /// @inheritdoc ICertificateDesk
    function request(Agreement.Deed calldata deed, uint256 index, uint256 kind, Document calldata support) external {
        bytes32 id = deed.idOf();
        (Agreement.Milestone memory m, Agreement.Delivery memory d, Agreement.Exception memory x) = escrow.getMilestone(
            id,
            index
        );
        require(kind < 3 && m.certificates & (1 << kind) != 0, Errors.Certificate_NotRequired(id, index, kind));
        require(ReviewMath.payable_(m, d, x, block.timestamp) != 0, Errors.Certificate_NotAccepted(id, index));
        bool byParty =
            msg.sender == REGISTRY.accountOf(deed.terms.supplier) ||
                msg.sender == REGISTRY.accountOf(escrow.holderOf(id, index));
        require(
            byParty || block.timestamp > uint256(d.time) + ProcurementLaw.PAYMENT_TERM,
            Errors.Certificate_NotTheRequester(id, msg.sender)
        );
        Certificate storage c = _certificates[id][index][kind];
        bool restated = c.byOther && byParty && !c.answered && block.timestamp <= c.deadline;
        require(c.deadline == 0 || restated, Errors.Certificate_AlreadyRequested(id, index, kind));
        require(support.isValid(), Errors.Escrow_InvalidDocument(id));
        uint40 deadline = uint40(block.timestamp) + deed.annex.certificateWindow;
        c.deadline = deadline;
        c.byOther = !byParty;
        emit CertificateRequested(id, msg.sender, index, kind, support, deadline);
    }

    /* CERTIFYING OFFICE */

    /// @inheritdoc ICertificateDesk
    function grant(Agreement.Deed calldata deed, uint256 index, uint256 kind, bytes32 document) external {
        bytes32 id = _answer(deed, index, kind);
        emit CertificateGranted(id, msg.sender, index, kind, document);
    }

    /// @inheritdoc ICertificateDesk
    function refuse(
        Agreement.Deed calldata deed,
        uint256 index,
        uint256 kind,
        uint128 amount,
        Document calldata reason
    ) external {
        bytes32 id = _answer(deed, index, kind);
        require(reason.isValid(), Errors.Escrow_InvalidDocument(id));
        emit CertificateRefused(id, msg.sender, index, kind, amount, reason);
        escrow.withhold(id, index, kind, amount);
    }

    /* VIEWS */

    /// @inheritdoc ICertificateDesk
    function isCleared(bytes32 id, uint256 index, uint8 kinds) external view returns (bool) {
        for (uint256 kind; kind < 3; ++kind) {
            if (kinds & (1 << kind) == 0) continue;
            Certificate memory c = _certificates[id][index][kind];
            bool granted = c.answered || (c.deadline != 0 && block.timestamp > c.deadline);
            if (!granted) return false;
        }
        return true;
    }

    /// @inheritdoc ICertificateDesk
    function getCertificate(bytes32 id, uint256 index, uint256 kind) external view returns (Certificate memory) {
        return _certificates[id][index][kind];
    }

    /* INTERNAL */

    function _answer(Agreement.Deed calldata deed, uint256 index, uint256 kind) private returns (bytes32 id) {
        id = deed.idOf();
        require(
            kind < 3 && msg.sender == deed.annex.certifiers[kind],
            Errors.Certificate_NotTheOffice(id, kind, msg.sender)
        );
        Certificate storage c = _certificates[id][index][kind];
        require(
            c.deadline != 0 && !c.answered && block.timestamp <= c.deadline,
            Errors.Certificate_NotPending(id, index, kind)
        );
        c.answered = true;
    }
}

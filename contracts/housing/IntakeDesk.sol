// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Attested, Endorsement} from "../shared/interfaces/IAttestation.sol";
import {RollCorrection} from "./abstracts/RollCorrection.sol";
import {ICallBook} from "./interfaces/ICallBook.sol";
import {ICallDesk} from "./interfaces/ICallDesk.sol";
import {IIntakeDesk} from "./interfaces/IIntakeDesk.sol";
import {HousingErrors as Errors} from "./libraries/HousingErrors.sol";
import {IntakeReports} from "./libraries/IntakeReports.sol";
import {Receipts} from "./libraries/Receipts.sol";
import {Application} from "./types/Application.sol";
import {Call} from "./types/Call.sol";
import {Intake} from "./types/Intake.sol";

/// @title IntakeDesk
contract IntakeDesk is RollCorrection {
    /// @param authority The AccessManager.
    /// @param book Keeps what stands.
    /// @param desk Says where a call stands.
    constructor(
        address authority,
        ICallBook book,
        ICallDesk desk
    ) AccessManaged(authority) EIP712("Erario IntakeDesk", "1") {
        BOOK = book;
        DESK = desk;
    }

    /* INTAKE OFFICE */

    /// @inheritdoc IIntakeDesk
    function setSigner(address account, bool isAllowed) external restricted {
        isSigner[account] = isAllowed;
        emit SignerSet(account, msg.sender, isAllowed);
    }

    /// @inheritdoc IIntakeDesk
    function anchorReceipts(
        bytes32 id,
        bytes32 root,
        uint24 count
    ) external restricted inStatus(id, Call.Status.Receipts) {
        require(root != 0, Errors.Intake_NoRoot(id));
        _files[id].receipts = Intake.Tree(root, count);
        emit ReceiptsAnchored(id, msg.sender, root, count);
        BOOK.setAnchored(id);
    }

    /* BOARDS */

    /// @inheritdoc IIntakeDesk
    function attestRoll(
        bytes32 id,
        Intake.Roll calldata roll,
        Attested calldata attested
    ) external inStatus(id, Call.Status.Roots) {
        Intake.File storage file = _files[id];
        (file.applications, file.members) = _takeRoll(id, false, roll, attested);
        BOOK.setRoot(id, roll.root, roll.count);
    }

    /// @inheritdoc IIntakeDesk
    function rule(bytes32 id, Intake.Ruling calldata ruling, Attested calldata attested) external {
        bytes32 nullifier = ruling.application.nullifier;
        Intake.Fact storage fact = _facts[id][nullifier];
        Intake.Demand storage d = _demands[id][nullifier];
        bool isPending = fact.kind != Intake.Kind.None || d.declared != 0;
        _requireStatus(id, Call.Status.Challenges, isPending ? Call.Status.Answers : Call.Status.Challenges);
        require(ruling.reason != 0, Errors.Intake_NoReason(id, nullifier));
        uint32 number = ++fact.rulings;
        _requireAttested(REVIEW_BOARD, IntakeReports.rulingOf(id, number, ruling), attested);
        emit Ruled(id, msg.sender, nullifier, number, ruling.reason);
        if (ruling.isOut) _putOut(id, Intake.Kind.Ruling, nullifier);
        else _put(id, Intake.Kind.Ruling, ruling.application);
    }

    /* ANYONE */

    /// @inheritdoc IIntakeDesk
    function lodge(bytes32 id, Intake.Receipt calldata receipt, Endorsement calldata endorsement) external {
        bytes32 nullifier = receipt.nullifier;
        uint40 issuedAt = receipt.issuedAt;
        Intake.Lodged memory lodged = _lodged[id][nullifier];
        _requireStatus(id, Call.Status.Intake, lodged.digest == 0 ? Call.Status.Intake : Call.Status.Receipts);
        require(
            receipt.callId == id && issuedAt <= block.timestamp && _isInTime(id, issuedAt),
            Errors.Intake_NoReceipt(id, nullifier)
        );
        require(issuedAt > lodged.issuedAt, Errors.Intake_NotNewer(id, nullifier, issuedAt, lodged.issuedAt));
        bytes32 digest = Receipts.digestOf(receipt);
        _requireSigned(id, digest, endorsement);
        _lodged[id][nullifier] = Intake.Lodged(digest, issuedAt);
        emit ReceiptLodged(id, msg.sender, nullifier, receipt);
    }

    /// @inheritdoc IIntakeDesk
    function demand(
        bytes32 id,
        Intake.Evidence calldata evidence,
        Application.Leaf calldata application
    ) external inStatus(id, Call.Status.Challenges) {
        bytes32 nullifier = application.nullifier;
        _requireDeclared(id, evidence, application);
        Intake.Demand storage d = _demands[id][nullifier];
        require(d.declared == 0, Errors.Intake_Demanded(id, nullifier));
        (d.declared, d.score) = (evidence.receipt.declared, application.score);
        emit InclusionDemanded(id, msg.sender, nullifier, application);
    }

    /// @inheritdoc IIntakeDesk
    function answer(
        bytes32 id,
        uint256[] calldata indexes,
        Application.Leaf[] calldata applications,
        bytes32[] calldata path
    ) external {
        _requireStatus(id, Call.Status.Challenges, Call.Status.Answers);
        _requireAllHeld(id, _files[id].applications, indexes, applications, path);
        uint256 answered;
        for (uint256 i; i < applications.length; ++i) {
            bytes32 nullifier = applications[i].nullifier;
            Intake.Demand storage d = _demands[id][nullifier];
            if (d.isAnswered || d.declared != Receipts.declaredOf(applications[i])) continue;
            d.isAnswered = true;
            ++answered;
            emit DemandAnswered(id, msg.sender, nullifier, indexes[i]);
        }
        require(answered != 0, Errors.Intake_NothingDone(id));
    }

    /// @inheritdoc IIntakeDesk
    function defaultDemand(bytes32 id, Application.Leaf calldata application) external {
        _requireStatus(id, Call.Status.Correction, Call.Status.Recheck);
        bytes32 nullifier = application.nullifier;
        _requireUnmarked(id, nullifier);
        Intake.Demand memory d = _demands[id][nullifier];
        bool isOpen = d.declared == Receipts.declaredOf(application) && !d.isAnswered;
        require(isOpen && application.eligible && application.score == d.score, Errors.Intake_NoDemand(id, nullifier));
        _put(id, Intake.Kind.Silence, application);
    }

    /* INTERNAL */

    function _requireSigned(bytes32 id, bytes32 digest, Endorsement calldata endorsement) private view {
        address signer = endorsement.signer;
        require(isSigner[signer], Errors.Intake_NotASigner(id, signer));
        require(
            SignatureChecker.isValidSignatureNowCalldata(signer, _hashTypedDataV4(digest), endorsement.signature),
            Errors.Intake_FalseSignature(id, signer)
        );
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Attested} from "../../shared/interfaces/IAttestation.sol";
import {SortedTree} from "../../shared/libraries/SortedTree.sol";
import {IIntakeDesk} from "../interfaces/IIntakeDesk.sol";
import {Applications} from "../libraries/Applications.sol";
import {HousingErrors as Errors} from "../libraries/HousingErrors.sol";
import {Application} from "../types/Application.sol";
import {Call} from "../types/Call.sol";
import {Intake} from "../types/Intake.sol";
import {RollFacts} from "./RollFacts.sol";

/// @notice The one corrected roll, what anyone can show about it, and which roll counts.
abstract contract RollCorrection is RollFacts {
    modifier whileRead(bytes32 id) {
        _requireRead(id);
        _;
    }

    /* BOARD OF THE ROLL */

    /// @inheritdoc IIntakeDesk
    function correct(
        bytes32 id,
        Intake.Roll calldata roll,
        Attested calldata attested
    ) external inStatus(id, Call.Status.Correction) {
        Intake.File storage file = _files[id];
        require(file.corrected.count == 0, Errors.Intake_Corrected(id));
        require(file.facts != 0, Errors.Intake_NoFacts(id));
        (file.corrected, file.correctedMembers) = _takeRoll(id, true, roll, attested);
    }

    /// @inheritdoc IIntakeDesk
    function objectTo(bytes32 id) external whileRead(id) {
        require(
            sitsOn(ROLL_BOARD, msg.sender) || sitsOn(REVIEW_BOARD, msg.sender),
            Errors.Intake_NotOnABoard(id, msg.sender)
        );
        _refute(id, Intake.Fault.Objection);
    }

    /* ANYONE */

    /// @inheritdoc IIntakeDesk
    function cure(
        bytes32 id,
        uint256[] calldata indexes,
        Application.Leaf[] calldata applications,
        bytes32[] calldata path
    ) external whileRead(id) {
        _requireAllHeld(id, _files[id].corrected, indexes, applications, path);
        uint256 cured;
        for (uint256 i; i < applications.length; ++i) {
            Application.Leaf calldata application = applications[i];
            Intake.Fact storage fact = _facts[id][application.nullifier];
            if (fact.isCured || fact.content != Applications.contentOf(id, 0, application)) continue;
            _cure(id, application.nullifier);
            ++cured;
        }
        require(cured != 0, Errors.Intake_NothingDone(id));
    }

    /// @inheritdoc IIntakeDesk
    function cureAbsence(bytes32 id, bytes32 nullifier, SortedTree.Gap calldata gap) external whileRead(id) {
        Intake.Fact storage fact = _facts[id][nullifier];
        require(
            fact.kind != Intake.Kind.None && fact.content == 0 && !fact.isCured,
            Errors.Intake_NoFact(id, nullifier)
        );
        _requireLacking(id, _files[id].corrected, nullifier, gap);
        _cure(id, nullifier);
    }

    /// @inheritdoc IIntakeDesk
    function refuteByOmission(
        bytes32 id,
        Intake.Evidence calldata evidence,
        SortedTree.Gap calldata gap
    ) external whileRead(id) {
        _requireReceipt(id, evidence);
        _requireLacking(id, _files[id].corrected, evidence.receipt.nullifier, gap);
        _refute(id, Intake.Fault.Omission);
    }

    /// @inheritdoc IIntakeDesk
    function refuteByLoss(
        bytes32 id,
        Intake.Entry calldata before,
        SortedTree.Gap calldata gap
    ) external whileRead(id) {
        bytes32 nullifier = before.application.nullifier;
        _requireUnmarked(id, nullifier);
        _requireHeld(id, _files[id].applications, before);
        _requireLacking(id, _files[id].corrected, nullifier, gap);
        _refute(id, Intake.Fault.Omission);
    }

    /// @inheritdoc IIntakeDesk
    function refuteByDifference(
        bytes32 id,
        Intake.Evidence calldata evidence,
        Intake.Entry calldata entry
    ) external whileRead(id) {
        _requireReceipt(id, evidence);
        _requireDifferent(id, evidence.receipt, _files[id].corrected, entry);
        _refute(id, Intake.Fault.Difference);
    }

    /// @inheritdoc IIntakeDesk
    function refuteByChange(
        bytes32 id,
        Intake.Entry calldata before,
        Intake.Entry calldata entry
    ) external whileRead(id) {
        Application.Leaf calldata application = before.application;
        bytes32 nullifier = application.nullifier;
        _requireUnmarked(id, nullifier);
        require(
            nullifier == entry.application.nullifier &&
                Applications.contentOf(id, 0, application) != Applications.contentOf(id, 0, entry.application),
            Errors.Intake_NotProven(id, nullifier)
        );
        _requireHeld(id, _files[id].applications, before);
        _requireHeld(id, _files[id].corrected, entry);
        _refute(id, Intake.Fault.Difference);
    }

    /// @inheritdoc IIntakeDesk
    function refuteByAddition(
        bytes32 id,
        SortedTree.Gap calldata gap,
        Intake.Entry calldata entry
    ) external whileRead(id) {
        bytes32 nullifier = entry.application.nullifier;
        _requireUnmarked(id, nullifier);
        _requireLacking(id, _files[id].applications, nullifier, gap);
        _requireHeld(id, _files[id].corrected, entry);
        _refute(id, Intake.Fault.Addition);
    }

    /// @inheritdoc IIntakeDesk
    function refuteByDisorder(
        bytes32 id,
        bool ofMembers,
        SortedTree.Spot calldata left,
        SortedTree.Spot calldata right
    ) external whileRead(id) {
        Intake.File storage file = _files[id];
        _requireDisordered(id, ofMembers ? file.correctedMembers : file.corrected, left, right);
        _refute(id, Intake.Fault.Disorder);
    }

    /// @inheritdoc IIntakeDesk
    function refuteBySharedMember(
        bytes32 id,
        Intake.Entry calldata one,
        Intake.Entry calldata other,
        Intake.Shared calldata shared
    ) external whileRead(id) {
        _requireShared(id, one.application, other.application, shared);
        _requireHeld(id, _files[id].corrected, one);
        _requireHeld(id, _files[id].corrected, other);
        _refute(id, Intake.Fault.SharedMember);
    }

    /// @inheritdoc IIntakeDesk
    function settleInputs(bytes32 id) external {
        Intake.File storage file = _files[id];
        if (file.isSettled) return;
        _requireStatus(id, Call.Status.Sealed, Call.Status.Fallback);
        file.isSettled = true;
        Intake.Tree memory tree = file.corrected;
        bool isCorrected = tree.count != 0 && file.fault == Intake.Fault.None && file.cured == file.facts;
        emit InputsSettled(id, msg.sender, isCorrected);
        if (isCorrected) BOOK.setRoot(id, tree.root, tree.count);
    }

    /* INTERNAL */

    function _cure(bytes32 id, bytes32 nullifier) private {
        _facts[id][nullifier].isCured = true;
        ++_files[id].cured;
        emit FactCured(id, nullifier);
    }

    function _refute(bytes32 id, Intake.Fault fault) private {
        _files[id].fault = fault;
        emit CorrectionRefuted(id, msg.sender, fault);
    }

    /// @dev A corrected roll that nothing was shown against.
    function _requireRead(bytes32 id) private view {
        _requireStatus(id, Call.Status.Correction, Call.Status.Recheck);
        Intake.File storage file = _files[id];
        require(
            file.corrected.count != 0 && file.fault == Intake.Fault.None,
            Errors.Intake_NoCorrection(id, file.fault)
        );
    }
}

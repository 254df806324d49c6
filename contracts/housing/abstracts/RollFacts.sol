// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {SortedTree} from "../../shared/libraries/SortedTree.sol";
import {IIntakeDesk} from "../interfaces/IIntakeDesk.sol";
import {Applications} from "../libraries/Applications.sol";
import {HousingErrors as Errors} from "../libraries/HousingErrors.sol";
import {Receipts} from "../libraries/Receipts.sol";
import {Application} from "../types/Application.sol";
import {Call} from "../types/Call.sol";
import {Intake} from "../types/Intake.sol";
import {IntakeState} from "./IntakeState.sol";

/// @notice What anyone can prove against the attested roll.
abstract contract RollFacts is IntakeState {
    /* ANYONE */

    /// @inheritdoc IIntakeDesk
    function proveOmission(
        bytes32 id,
        Intake.Evidence calldata evidence,
        Application.Leaf calldata application,
        SortedTree.Gap calldata gap
    ) external inStatus(id, Call.Status.Challenges) {
        _requireDeclared(id, evidence, application);
        _requireLacking(id, _files[id].applications, application.nullifier, gap);
        _put(id, Intake.Kind.Omission, application);
    }

    /// @inheritdoc IIntakeDesk
    function proveDifference(
        bytes32 id,
        Intake.Evidence calldata evidence,
        Application.Leaf calldata application,
        Intake.Entry calldata entry
    ) external inStatus(id, Call.Status.Challenges) {
        _requireDeclared(id, evidence, application);
        _requireDifferent(id, evidence.receipt, _files[id].applications, entry);
        _put(id, Intake.Kind.Difference, application);
    }

    /// @inheritdoc IIntakeDesk
    function proveDuplicate(
        bytes32 id,
        Intake.Entry calldata first,
        Intake.Entry calldata second
    ) external inStatus(id, Call.Status.Challenges) {
        bytes32 nullifier = first.application.nullifier;
        _requireUnmarked(id, nullifier);
        Intake.Tree memory tree = _files[id].applications;
        require(
            nullifier == second.application.nullifier && first.index < second.index,
            Errors.Intake_NotProven(id, nullifier)
        );
        _requireHeld(id, tree, first);
        _requireHeld(id, tree, second);
        bool isSecondLower = second.application.score < first.application.score;
        _put(id, Intake.Kind.Duplicate, isSecondLower ? second.application : first.application);
    }

    /// @inheritdoc IIntakeDesk
    function proveDisorder(
        bytes32 id,
        SortedTree.Spot calldata left,
        SortedTree.Spot calldata right
    ) external inStatus(id, Call.Status.Challenges) {
        _requireDisordered(id, _files[id].applications, left, right);
        emit DisorderShown(id, msg.sender, left.index);
    }

    /// @inheritdoc IIntakeDesk
    function provePersonTwice(
        bytes32 id,
        SortedTree.Spot calldata left,
        SortedTree.Spot calldata right,
        bytes32 household,
        bytes32 other
    ) external inStatus(id, Call.Status.Challenges) {
        bytes32 person = left.key;
        _requireDisordered(id, _files[id].members, left, right);
        require(
            person == right.key &&
                household != other &&
                left.content == Applications.memberOf(id, person, household) &&
                right.content == Applications.memberOf(id, person, other),
            Errors.Intake_NotProven(id, household)
        );
        _putBothOut(id, household, other);
    }

    /// @inheritdoc IIntakeDesk
    function proveSharedMember(
        bytes32 id,
        Intake.Entry calldata one,
        Intake.Entry calldata other,
        Intake.Shared calldata shared
    ) external inStatus(id, Call.Status.Challenges) {
        _requireNamed(id, one);
        _requireNamed(id, other);
        _requireShared(id, one.application, other.application, shared);
        _putBothOut(id, one.application.nullifier, other.application.nullifier);
    }

    /* INTERNAL */

    /// @dev Passes by whoever is out already, and whom the reviewers decided on.
    function _putBothOut(bytes32 id, bytes32 household, bytes32 other) private {
        bool isOut = _putOutUnlessRuled(id, household);
        require(_putOutUnlessRuled(id, other) || isOut, Errors.Intake_NothingDone(id));
    }

    function _putOutUnlessRuled(bytes32 id, bytes32 nullifier) private returns (bool isNew) {
        Intake.Fact storage fact = _facts[id][nullifier];
        Intake.Kind kind = fact.kind;
        isNew = kind != Intake.Kind.Ruling && kind != Intake.Kind.SharedMember;
        if (isNew) _putOut(id, Intake.Kind.SharedMember, nullifier);
    }

    /// @dev An application that stands; or one of the roll whose household is out.
    function _requireNamed(bytes32 id, Intake.Entry calldata entry) private view {
        Application.Leaf calldata application = entry.application;
        Intake.Fact storage fact = _facts[id][application.nullifier];
        bool isOut = fact.kind != Intake.Kind.None && fact.content == 0;
        bool isNamed =
            isOut ? _holds(id, _files[id].applications, entry) : BOOK.stands(id, entry.index, application, entry.path);
        require(isNamed, Errors.Intake_NotProven(id, application.nullifier));
    }

    /// @dev The tree has something else for the household than the receipt says.
    function _requireDifferent(
        bytes32 id,
        Intake.Receipt calldata receipt,
        Intake.Tree memory tree,
        Intake.Entry calldata entry
    ) internal pure {
        bytes32 nullifier = receipt.nullifier;
        require(
            entry.application.nullifier == nullifier &&
                Receipts.declaredOf(entry.application) != receipt.declared &&
                _holds(id, tree, entry),
            Errors.Intake_NotProven(id, nullifier)
        );
    }

    function _requireDisordered(
        bytes32 id,
        Intake.Tree memory tree,
        SortedTree.Spot calldata left,
        SortedTree.Spot calldata right
    ) internal pure {
        require(SortedTree.isDisordered(tree.root, tree.count, left, right), Errors.Intake_NotProven(id, left.key));
    }
}

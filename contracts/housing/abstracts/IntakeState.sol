// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Attestation} from "../../shared/abstracts/Attestation.sol";
import {Attested} from "../../shared/interfaces/IAttestation.sol";
import {SortedTree} from "../../shared/libraries/SortedTree.sol";
import {Documents, Document} from "../../shared/types/Document.sol";
import {ICallBook} from "../interfaces/ICallBook.sol";
import {ICallDesk} from "../interfaces/ICallDesk.sol";
import {IIntakeDesk} from "../interfaces/IIntakeDesk.sol";
import {Applications} from "../libraries/Applications.sol";
import {HousingErrors as Errors} from "../libraries/HousingErrors.sol";
import {IntakeReports} from "../libraries/IntakeReports.sol";
import {Receipts} from "../libraries/Receipts.sol";
import {Application} from "../types/Application.sol";
import {Call} from "../types/Call.sol";
import {Intake} from "../types/Intake.sol";

/// @notice All storage of the intake, its getters, and what every proof asks.
abstract contract IntakeState is IIntakeDesk, Attestation {
    using Documents for Document;

    /// @notice Board that attests rolls.
    uint256 public constant ROLL_BOARD = 1;
    /// @notice Board of the reviewers.
    uint256 public constant REVIEW_BOARD = 2;

    ICallBook public immutable BOOK;
    ICallDesk public immutable DESK;

    /// @inheritdoc IIntakeDesk
    mapping(address account => bool signs) public isSigner;
    mapping(bytes32 id => Intake.File file) internal _files;
    mapping(bytes32 root => bool used) internal _isUsed;
    mapping(bytes32 id => mapping(bytes32 nullifier => Intake.Lodged lodged)) internal _lodged;
    mapping(bytes32 id => mapping(bytes32 nullifier => Intake.Fact fact)) internal _facts;
    mapping(bytes32 id => mapping(bytes32 nullifier => Intake.Demand demand)) internal _demands;

    modifier inStatus(bytes32 id, Call.Status expected) {
        _requireStatus(id, expected, expected);
        _;
    }

    /* ANYONE */

    /// @inheritdoc IIntakeDesk
    function inputsAreFinal(bytes32 id) external view returns (bool) {
        return _files[id].isSettled;
    }

    /// @inheritdoc IIntakeDesk
    function getFile(bytes32 id) external view returns (Intake.File memory) {
        return _files[id];
    }

    /// @inheritdoc IIntakeDesk
    function getFact(bytes32 id, bytes32 nullifier) external view returns (Intake.Fact memory) {
        return _facts[id][nullifier];
    }

    /// @inheritdoc IIntakeDesk
    function getDemand(bytes32 id, bytes32 nullifier) external view returns (Intake.Demand memory) {
        return _demands[id][nullifier];
    }

    /// @inheritdoc IIntakeDesk
    function getLodged(bytes32 id, bytes32 nullifier) external view returns (Intake.Lodged memory) {
        return _lodged[id][nullifier];
    }

    /* INTERNAL */

    /// @dev An application stands in the place of whatever the roll has for its household.
    function _put(bytes32 id, Intake.Kind kind, Application.Leaf calldata application) internal {
        bytes32 nullifier = application.nullifier;
        _enter(id, nullifier, kind, Applications.contentOf(id, 0, application));
        emit ApplicationPut(id, msg.sender, nullifier, kind, application);
        BOOK.replace(id, application);
    }

    function _putOut(bytes32 id, Intake.Kind kind, bytes32 nullifier) internal {
        _enter(id, nullifier, kind, 0);
        emit HouseholdPutOut(id, msg.sender, nullifier, kind);
        BOOK.strike(id, nullifier);
    }

    function _enter(bytes32 id, bytes32 nullifier, Intake.Kind kind, bytes32 content) private {
        Intake.Fact storage fact = _facts[id][nullifier];
        if (fact.kind == Intake.Kind.None) ++_files[id].facts;
        (fact.kind, fact.content) = (kind, content);
    }

    /// @dev Statuses follow one another in time, so two of them are a window.
    function _requireStatus(bytes32 id, Call.Status first, Call.Status last) internal view {
        Call.Status status = DESK.statusOf(id);
        require(status >= first && status <= last, Errors.Call_Status(id, status));
    }

    function _requireUnmarked(bytes32 id, bytes32 nullifier) internal view {
        Intake.Kind kind = _facts[id][nullifier].kind;
        require(kind == Intake.Kind.None, Errors.Intake_Marked(id, nullifier, kind));
    }

    /// @dev What the receipt says stands, unless something else stands already.
    function _requireDeclared(
        bytes32 id,
        Intake.Evidence calldata evidence,
        Application.Leaf calldata application
    ) internal view {
        Intake.Receipt calldata receipt = evidence.receipt;
        bytes32 nullifier = receipt.nullifier;
        _requireReceipt(id, evidence);
        bool isDeclared =
            application.nullifier == nullifier && application.eligible && application.score == receipt.score;
        require(
            isDeclared && Receipts.declaredOf(application) == receipt.declared,
            Errors.Intake_NotDeclared(id, nullifier)
        );
    }

    /// @dev Also refuses households for which something else than the roll stands.
    function _requireReceipt(bytes32 id, Intake.Evidence calldata evidence) internal view {
        Intake.Receipt calldata receipt = evidence.receipt;
        bytes32 nullifier = receipt.nullifier;
        _requireUnmarked(id, nullifier);
        Intake.Lodged memory lodged = _lodged[id][nullifier];
        if (Receipts.digestOf(receipt) == lodged.digest) return;
        Intake.Tree memory tree = _files[id].receipts;
        require(
            receipt.callId == id &&
                receipt.issuedAt > lodged.issuedAt &&
                _isInTime(id, receipt.issuedAt) &&
                SortedTree.holds(tree.root, tree.count, evidence.index, Receipts.leafOf(receipt), evidence.path),
            Errors.Intake_NoReceipt(id, nullifier)
        );
    }

    function _isInTime(bytes32 id, uint256 issuedAt) internal view returns (bool) {
        Call.Timetable memory t = DESK.getTimetable(id);
        return issuedAt >= t.opensAt && issuedAt <= t.closesAt;
    }

    function _requireHeld(bytes32 id, Intake.Tree memory tree, Intake.Entry calldata entry) internal pure {
        require(_holds(id, tree, entry), Errors.Intake_NotProven(id, entry.application.nullifier));
    }

    function _holds(bytes32 id, Intake.Tree memory tree, Intake.Entry calldata entry) internal pure returns (bool) {
        bytes32 leaf = Applications.leafOf(id, entry.index, entry.application);
        return SortedTree.holds(tree.root, tree.count, entry.index, leaf, entry.path);
    }

    function _requireLacking(
        bytes32 id,
        Intake.Tree memory tree,
        bytes32 nullifier,
        SortedTree.Gap calldata gap
    ) internal pure {
        require(SortedTree.lacks(tree.root, tree.count, nullifier, gap), Errors.Intake_NotProven(id, nullifier));
    }

    function _requireAllHeld(
        bytes32 id,
        Intake.Tree memory tree,
        uint256[] calldata indexes,
        Application.Leaf[] calldata applications,
        bytes32[] calldata path
    ) internal pure {
        uint256 length = indexes.length;
        require(length == applications.length, Errors.Intake_NotProven(id, 0));
        bytes32[] memory leaves = new bytes32[](length);
        for (uint256 i; i < length; ++i) leaves[i] = Applications.leafOf(id, indexes[i], applications[i]);
        require(SortedTree.holdsAll(tree.root, tree.count, indexes, leaves, path), Errors.Intake_NotProven(id, 0));
    }

    /// @dev One person in the lists of two applications of different households.
    function _requireShared(
        bytes32 id,
        Application.Leaf calldata one,
        Application.Leaf calldata other,
        Intake.Shared calldata shared
    ) internal pure {
        require(
            one.nullifier != other.nullifier &&
                shared.here < shared.first.length &&
                shared.there < shared.second.length &&
                shared.first[shared.here] == shared.second[shared.there] &&
                Applications.membersOf(shared.first) == one.members &&
                Applications.membersOf(shared.second) == other.members,
            Errors.Intake_NotProven(id, one.nullifier)
        );
    }

    /// @dev Takes a roll that enough members of the board have signed.
    function _takeRoll(
        bytes32 id,
        bool isCorrection,
        Intake.Roll calldata roll,
        Attested calldata attested
    ) internal returns (Intake.Tree memory applications, Intake.Tree memory members) {
        bytes32 root = roll.root;
        require(root != 0 && roll.count != 0 && roll.data.isValid(), Errors.Intake_NoRoot(id));
        require(!_isUsed[root], Errors.Intake_RootUsed(id, root));
        _requireAttested(ROLL_BOARD, IntakeReports.rollOf(id, isCorrection, roll), attested);
        _isUsed[root] = true;
        emit RollAttested(id, msg.sender, isCorrection, roll);
        applications = Intake.Tree(root, roll.count);
        members = Intake.Tree(roll.membersRoot, roll.membersCount);
    }
}

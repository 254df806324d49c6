// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {SortedTree} from "../../shared/libraries/SortedTree.sol";
import {IResultBook} from "../interfaces/IResultBook.sol";
import {Applications} from "../libraries/Applications.sol";
import {HousingErrors as Errors} from "../libraries/HousingErrors.sol";
import {ResultRules} from "../libraries/ResultRules.sol";
import {Application} from "../types/Application.sol";
import {Call} from "../types/Call.sol";
import {Result} from "../types/Result.sol";
import {ResultBookState} from "./ResultBookState.sol";

/// @notice Proofs that a posted result is false.
abstract contract Refutations is ResultBookState {
    using ResultRules for bytes;

    /// @dev What every refutation knows of the posting, the slot and the call.
    struct Case {
        uint8 round;
        bytes32 seed;
        uint256 misfit;
        Result.Line line;
        Result.Bound bound;
    }

    /* ANYONE */

    /// @inheritdoc IResultBook
    function refuteEntry(
        bytes32 id,
        Result.Exhibit calldata exhibit,
        uint256 position,
        Result.Proof calldata proof
    ) external {
        Case memory c = _open(id, exhibit);
        _requireListed(id, exhibit, position, proof.index);
        bool isTrue = _takesPart(id, proof) && _hasSlot(id, c, exhibit, proof.application);
        _refute(id, c, exhibit, Result.Falsehood.Entry, !isTrue);
    }

    /// @inheritdoc IResultBook
    function refuteOrder(
        bytes32 id,
        Result.Exhibit calldata exhibit,
        uint256 position,
        uint256 later,
        Result.Proof calldata proof,
        Result.Proof calldata laterProof
    ) external {
        Case memory c = _open(id, exhibit);
        _requireListed(id, exhibit, position, proof.index);
        _requireListed(id, exhibit, later, laterProof.index);
        uint256 key = _provenKey(id, c, proof);
        uint256 laterKey = _provenKey(id, c, laterProof);
        bool isTrue = position >= later || ResultRules.isOrdered(key, proof.index, laterKey, laterProof.index);
        _refute(id, c, exhibit, Result.Falsehood.Order, !isTrue);
    }

    /// @inheritdoc IResultBook
    function refuteAbsence(bytes32 id, Result.Exhibit calldata exhibit, Result.Proof calldata proof) external {
        Case memory c = _open(id, exhibit);
        bool isFalse =
            !exhibit.list.holds(proof.index) && _takesPart(id, proof) && _hasSlot(id, c, exhibit, proof.application);
        _refute(id, c, exhibit, Result.Falsehood.Absence, isFalse);
    }

    /// @inheritdoc IResultBook
    function refuteCutoff(bytes32 id, Result.Exhibit calldata exhibit, Result.Proof calldata proof) external {
        Case memory c = _open(id, exhibit);
        uint256 count = c.line.entries;
        _requireListed(id, exhibit, count == 0 ? 0 : count - 1, proof.index);
        bool isFalse = ResultRules.isCutoffFalse(c.line, c.bound, _provenKey(id, c, proof));
        _refute(id, c, exhibit, Result.Falsehood.Cutoff, isFalse);
    }

    /// @inheritdoc IResultBook
    function refuteHomes(
        bytes32 id,
        Result.Exhibit calldata exhibit,
        bytes calldata offers,
        Result.Proof[] calldata proofs
    ) external {
        Case memory c = _open(id, exhibit);
        require(keccak256(offers) == BOOK.offersOf(id), Errors.Result_Offers(id));
        c.line.offer = offers.numberAt(exhibit.slot);
        uint256 count = c.line.entries;
        uint256 expected = c.line.named ? count + 1 : count;
        require(proofs.length == expected, Errors.Result_Proofs(id, proofs.length, expected));
        uint256 homes;
        for (uint256 i; i < count; ++i) {
            _requireListed(id, exhibit, i, proofs[i].index);
            homes += _provenSize(id, proofs[i]);
        }
        uint256 misfit;
        if (c.line.named) {
            _requireMisfit(id, c, proofs[count]);
            misfit = _provenSize(id, proofs[count]);
        }
        bool isFalse = c.bound.committees && ResultRules.areHomesFalse(c.line, c.bound, homes, misfit);
        _refute(id, c, exhibit, Result.Falsehood.Homes, isFalse);
    }

    /// @inheritdoc IResultBook
    function refuteMisfit(bytes32 id, Result.Exhibit calldata exhibit, Result.Proof calldata proof) external {
        Case memory c = _open(id, exhibit);
        _requireMisfit(id, c, proof);
        bool isTrue =
            _takesPart(id, proof) &&
                _keyOf(c, proof.application) + 1 == c.line.cutoff &&
                _asksFor(id, c, exhibit, proof.application);
        _refute(id, c, exhibit, Result.Falsehood.Misfit, !isTrue);
    }

    /// @inheritdoc IResultBook
    function refuteUnnamed(bytes32 id, Result.Exhibit calldata exhibit, Result.Proof calldata proof) external {
        Case memory c = _open(id, exhibit);
        bool isFalse =
            !c.line.named &&
                c.bound.committees &&
                _keyOf(c, proof.application) < c.line.cutoff &&
                _takesPart(id, proof) &&
                _asksFor(id, c, exhibit, proof.application);
        _refute(id, c, exhibit, Result.Falsehood.Unnamed, isFalse);
    }

    /* INTERNAL */

    function _open(bytes32 id, Result.Exhibit calldata e) private view returns (Case memory c) {
        c.round = BOOK.getCourse(id).round;
        Result.Posted storage posted = _posted[id][c.round][e.number];
        uint256 until = _windows[id][c.round].until;
        require(posted.state == Result.State.Standing, Errors.Result_State(id, e.number, posted.state));
        require(block.timestamp <= until, Errors.Result_Late(id, until));
        bytes32 lists = ResultRules.digestOf(e.digests);
        require(
            posted.digest == ResultRules.digestOf(e.cutoffs, lists, keccak256(e.misfits)),
            Errors.Result_Exhibit(id, e.number)
        );
        uint256 slot = e.slot;
        require(slot < e.digests.length && keccak256(e.list) == e.digests[slot], Errors.Result_Exhibit(id, e.number));
        Call.Seats memory seats = BOOK.getSlot(id, slot);
        c.seed = BOOK.seedOf(id);
        c.misfit = e.misfits.numberAt(slot);
        c.line = Result.Line(e.list.countOf(), 0, e.cutoffs.cutoffAt(slot), c.misfit != 0);
        c.bound = Result.Bound(c.round == 1 ? ResultRules.UNBOUNDED : seats.cutoff, seats.committees);
    }

    function _refute(
        bytes32 id,
        Case memory c,
        Result.Exhibit calldata e,
        Result.Falsehood falsehood,
        bool isFalse
    ) private {
        uint256 number = e.number;
        require(isFalse, Errors.Result_True(id, number, falsehood));
        _posted[id][c.round][number].state = Result.State.Refuted;
        --_windows[id][c.round].standing;
        emit ResultRefuted(id, msg.sender, c.round, number, falsehood, e.slot);
        TREASURY.forfeit(DESK.resultBondOf(id), recordOf(id, c.round, number));
    }

    /// @dev Whether the posted cutoffs give it the exhibit's slot.
    function _hasSlot(
        bytes32 id,
        Case memory c,
        Result.Exhibit calldata e,
        Application.Leaf calldata a
    ) private view returns (bool) {
        uint256 position = _firstCleared(id, c, e, a);
        return position < a.slots.length && a.slots[position] == e.slot;
    }

    /// @dev Whether a committee lists the exhibit's slot and clears none before it.
    function _asksFor(
        bytes32 id,
        Case memory c,
        Result.Exhibit calldata e,
        Application.Leaf calldata a
    ) private view returns (bool) {
        if (!c.bound.committees || a.size < 2) return false;
        uint256 cleared = _firstCleared(id, c, e, a);
        for (uint256 i; i < a.slots.length; ++i) if (a.slots[i] == e.slot) return i <= cleared;
        return false;
    }

    function _firstCleared(
        bytes32 id,
        Case memory c,
        Result.Exhibit calldata e,
        Application.Leaf calldata a
    ) private view returns (uint256) {
        uint16[] calldata slots = a.slots;
        bool[] memory committees = new bool[](slots.length);
        for (uint256 i; i < slots.length; ++i) {
            if (slots[i] < e.digests.length) committees[i] = BOOK.getSlot(id, slots[i]).committees;
        }
        return ResultRules.firstCleared(slots, a.size, _keyOf(c, a), e.cutoffs, committees);
    }

    /// @dev Refuses what is no application of the call at its index. One that the root holds and a proven fact put out takes no part.
    function _takesPart(bytes32 id, Result.Proof calldata proof) private view returns (bool) {
        if (BOOK.stands(id, proof.index, proof.application, proof.path)) return BOOK.takesPart(id, proof.application);
        bytes32 leaf = Applications.leafOf(id, proof.index, proof.application);
        require(
            SortedTree.holds(BOOK.rootOf(id), BOOK.getCourse(id).count, proof.index, leaf, proof.path),
            Errors.Result_NotProven(id, proof.index)
        );
        return false;
    }

    function _provenKey(bytes32 id, Case memory c, Result.Proof calldata proof) private view returns (uint256) {
        _takesPart(id, proof);
        return _keyOf(c, proof.application);
    }

    function _provenSize(bytes32 id, Result.Proof calldata proof) private view returns (uint256) {
        _takesPart(id, proof);
        return proof.application.size;
    }

    function _keyOf(Case memory c, Application.Leaf calldata a) private pure returns (uint256) {
        return Applications.keyOf(c.seed, a.score, a.nullifier);
    }

    function _requireListed(bytes32 id, Result.Exhibit calldata e, uint256 position, uint256 index) private pure {
        bool isListed = position < e.list.countOf() && e.list.numberAt(position) == index;
        require(isListed, Errors.Result_NotListed(id, e.slot, index));
    }

    function _requireMisfit(bytes32 id, Case memory c, Result.Proof calldata proof) private pure {
        require(c.line.named && proof.index == c.misfit - 1, Errors.Result_NotMisfit(id, proof.index));
    }
}

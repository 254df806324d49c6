// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Result} from "../types/Result.sol";

/// @notice The draw (sorteo) and the results of its rounds. Anyone draws the seed from the beacon; any entity posts a round's whole result with
/// a bond; anyone refutes a false one by one short proof until the window ends; the earliest that stands is fixed.
/// @dev A forfeited bond goes to the call's budget line. Nobody is rewarded from it: this contract has no line of its own to pay from, and
/// whoever refutes its own posting, to have the window begin anew, loses the whole bond. That window begins anew only if no posting is left: so whoever wants the call to
/// go on posts the true result in the first half, whether or not a false one was posted before; it is fixed when that window ends, whatever
/// else is posted or refuted. Times are unix seconds.
interface IResultBook {
    /// @notice The result of a round was posted; everything that a refutation needs is here.
    event ResultPosted(
        bytes32 indexed id,
        address indexed by,
        uint8 indexed round,
        uint256 number,
        uint64 entity,
        Result.Posting posting
    );
    /// @notice A posting was proven false of a slot; its bond is forfeited.
    event ResultRefuted(
        bytes32 indexed id,
        address indexed by,
        uint8 indexed round,
        uint256 number,
        Result.Falsehood falsehood,
        uint256 slot
    );
    /// @notice A posting is the round's result.
    event ResultFixed(bytes32 indexed id, address indexed by, uint8 indexed round, uint256 number);

    /// @notice Draws the seed, which opens the first round; anyone may.
    /// @dev Emits {ICallBook.SeedDrawn}. It makes no difference when or by whom: before `fallbackFrom` only the first beacon's round
    /// counts, from then on only the second one's.
    ///
    /// Requirements:
    /// - the inputs are final and the time to draw is not over;
    /// - the round that counts was proven to its beacon.
    function drawSeed(bytes32 id) external;

    /// @notice Posts the result of the current round against a bond, which the caller's entity has approved to the Treasury.
    /// @dev Emits {ResultPosted}. The first posting, and the first after all were refuted, opens the window.
    ///
    /// Requirements:
    /// - the call has not ended, this is its round and has no cutoffs yet;
    /// - the caller is the account of an active entity of the Registry, of any kind;
    /// - while a posting stands, the first half of its window is not over;
    /// - the offers are the round's, and each slot has a cutoff, a count and a misfit; the counts are those of the entries;
    /// - each index is of the root, or of an application that stands, takes part and is given;
    /// - what is said of each slot can be true, as far as it can be seen without an application ({ResultRules.isPlausible});
    /// - the same was not posted in this round.
    /// @param round To which the posting belongs.
    /// @return number Of the posting in its round, from 0.
    function post(bytes32 id, uint8 round, Result.Posting calldata posting) external returns (uint256 number);

    /// @notice Refutes a posting by an entry that does not take part, or whose slot by the posted cutoffs is another one or none.
    /// @dev Emits {ResultRefuted}. As all that follow.
    ///
    /// Requirements:
    /// - the posting stands, its window is not over, and the exhibit is part of it;
    /// - the entry stands at the position, and its application is proven;
    /// - the posting is false in this.
    /// @param position In the list, from 0.
    function refuteEntry(
        bytes32 id,
        Result.Exhibit calldata exhibit,
        uint256 position,
        Result.Proof calldata proof
    ) external;

    /// @notice Refutes a posting by two entries of a slot that are not in their order; the same one twice is not.
    ///
    /// Requirements:
    /// - as {refuteEntry}.
    /// @param position In the list, from 0.
    /// @param later A later position.
    function refuteOrder(
        bytes32 id,
        Result.Exhibit calldata exhibit,
        uint256 position,
        uint256 later,
        Result.Proof calldata proof,
        Result.Proof calldata laterProof
    ) external;

    /// @notice Refutes a posting by a household that takes part, whose slot by the posted cutoffs it is, and which is not in the list.
    ///
    /// Requirements:
    /// - as {refuteEntry}.
    function refuteAbsence(bytes32 id, Result.Exhibit calldata exhibit, Result.Proof calldata proof) external;

    /// @notice Refutes a posting by a cutoff, not 0, that is not the key of the slot's last entry, nor that of the round before if it is lower.
    /// Not for slots with a misfit.
    ///
    /// Requirements:
    /// - as {refuteEntry}.
    /// @param proof Of the last entry.
    function refuteCutoff(bytes32 id, Result.Exhibit calldata exhibit, Result.Proof calldata proof) external;

    /// @notice Refutes a posting by the homes that the committees of a slot need: more than are on offer; few enough for the misfit to fit; or,
    /// without a misfit, not all of them although there is a cutoff, or all of them although there is none.
    ///
    /// Requirements:
    /// - as {refuteEntry};
    /// - the proofs are those of all entries in their order, and of the misfit if one is named.
    /// @param offers Of the round.
    function refuteHomes(
        bytes32 id,
        Result.Exhibit calldata exhibit,
        bytes calldata offers,
        Result.Proof[] calldata proofs
    ) external;

    /// @notice Refutes a posting by a misfit that does not take part, is no committee, does not list the slot, has a better one, or whose key is
    /// not one less than the cutoff.
    ///
    /// Requirements:
    /// - as {refuteEntry}.
    function refuteMisfit(bytes32 id, Result.Exhibit calldata exhibit, Result.Proof calldata proof) external;

    /// @notice Refutes a posting that names no misfit by a committee that takes part and asks for the slot below its cutoff.
    ///
    /// Requirements:
    /// - as {refuteEntry}.
    function refuteUnnamed(bytes32 id, Result.Exhibit calldata exhibit, Result.Proof calldata proof) external;

    /// @notice Fixes the cutoffs of the round by the earliest posting that stands; anyone may.
    /// @dev Emits {ResultFixed}, {ICallBook.CutoffsFixed}.
    ///
    /// Requirements:
    /// - a posting stands and its window is over;
    /// - what is given is of the earliest.
    /// @param cutoffs As posted.
    /// @param lists Digest of the digests of its lists.
    /// @param misfits Digest of its misfits.
    function fix(bytes32 id, bytes calldata cutoffs, bytes32 lists, bytes32 misfits) external;

    /// @notice Gives the bond of a posting back that nobody refuted; anyone may ask for it.
    /// @dev Also of a posting that differs from the one that was fixed: no bond is taken without a proof, else whoever posts first would take
    /// the bond of a true one.
    ///
    /// Requirements:
    /// - the posting stands, and its round is decided: fixed, or ended with the call, and the window is over.
    function giveBack(bytes32 id, uint8 round, uint256 number) external;

    /// @notice Opens the next round; anyone may.
    /// @dev Emits {ICallBook.RoundOpened}.
    ///
    /// Requirements:
    /// - the call has a further round;
    /// - as {ICallBook.openRound}.
    function openRound(bytes32 id) external;

    /// @notice When results of a round are posted and refuted.
    function getWindow(bytes32 id, uint8 round) external view returns (Result.Window memory);

    /// @notice What is kept of a posting.
    function getPosted(bytes32 id, uint8 round, uint256 number) external view returns (Result.Posted memory);

    /// @notice The record under which the Treasury holds the bond of a posting.
    function recordOf(bytes32 id, uint8 round, uint256 number) external pure returns (bytes32);
}

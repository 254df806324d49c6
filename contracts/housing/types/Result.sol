// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Application} from "./Application.sol";

/// @notice The result of a round as somebody posts it. Packed, three bytes a number and 24 a cutoff, big-endian: 32 bytes of calldata each cost too much.
library Result {
    enum State {
        None,
        /// @dev Nobody has proven it false.
        Standing,
        /// @dev Proven false; its bond is forfeited.
        Refuted,
        /// @dev Its bond went back.
        Returned
    }

    /// @notice What a posting claims falsely of a slot.
    enum Falsehood {
        /// @dev An entry does not take part, or its slot is another one or none.
        Entry,
        /// @dev An entry stands before one that precedes it, or is there twice.
        Order,
        /// @dev A household is absent whose slot it is.
        Absence,
        /// @dev The cutoff of a full slot is not that of its last entry.
        Cutoff,
        /// @dev The committees need more homes than there are, the one said not to fit does fit, or the cutoff does not follow from the homes.
        Homes,
        /// @dev The committee said not to fit does not ask for the slot, or the cutoff is not its own.
        Misfit,
        /// @dev A committee was refused, and none is named.
        Unnamed
    }

    /// @notice A whole result.
    /// @param offers Seats on offer by slot, as the round opened them.
    /// @param cutoffs By slot.
    /// @param counts How many entries each slot has.
    /// @param entries Slot by slot, the indexes of the applications that have a seat there, in the order of their keys: the list of the slot.
    /// @param misfits By slot, one more than the index of the first committee that did not fit; 0 where there is none.
    /// @param added The applications that are not in the root, in the order in which entries, then misfits, name them.
    struct Posting {
        bytes offers;
        bytes cutoffs;
        bytes counts;
        bytes entries;
        bytes misfits;
        Application.Leaf[] added;
    }

    /// @notice The part of a posting that a refutation is about.
    /// @param number Of the posting in its round, from 0.
    /// @param cutoffs As posted.
    /// @param digests keccak256 of the list of each slot.
    /// @param misfits As posted.
    /// @param slot The slot in question.
    /// @param list Its list, as posted.
    struct Exhibit {
        uint256 number;
        bytes cutoffs;
        bytes32[] digests;
        bytes misfits;
        uint256 slot;
        bytes list;
    }

    /// @notice An application with its place.
    /// @param path As {ICallBook.stands} takes it.
    struct Proof {
        uint256 index;
        Application.Leaf application;
        bytes32[] path;
    }

    /// @notice What is kept of a posting.
    /// @param digest Of cutoffs, lists and misfits.
    /// @param entity Who posted it.
    /// @param entries How many have a seat by it.
    struct Posted {
        bytes32 digest;
        uint64 entity;
        uint24 entries;
        State state;
    }

    /// @notice When results of a round are posted and refuted.
    /// @param competeBy Last second to post another one while one stands, unix seconds.
    /// @param until Last second to refute one.
    /// @param posted How many there were.
    /// @param standing How many of them stand.
    struct Window {
        uint40 competeBy;
        uint40 until;
        uint24 posted;
        uint24 standing;
    }

    /// @notice What a posting says of one slot.
    /// @param entries Length of the list.
    /// @param offer Seats on offer.
    /// @param named Whether a committee is named that did not fit.
    struct Line {
        uint256 entries;
        uint256 offer;
        uint256 cutoff;
        bool named;
    }

    /// @notice A slot as the call has it.
    /// @param before The cutoff of the round before; above every key in the first one.
    /// @param committees Whether committees compete here.
    struct Bound {
        uint256 before;
        bool committees;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Document} from "../../shared/types/Document.sol";
import {Application} from "./Application.sol";

/// @notice Receipts, the roll of the applications (nómina de postulaciones), and what was proven against it.
library Intake {
    /// @notice What the intake office gives for an application, signed (EIP-712); the last one counts.
    /// @param declared Digest of what the household asked for ({Receipts.declaredOf}).
    /// @param score What it scores by what it declared; the roll may say otherwise, after the offices have looked.
    /// @param issuedAt Unix seconds.
    struct Receipt {
        bytes32 callId;
        bytes32 nullifier;
        bytes32 declared;
        uint64 score;
        uint40 issuedAt;
    }

    /// @notice A receipt and why it counts: its place in the tree of the receipts, or nothing where it was lodged.
    struct Evidence {
        Receipt receipt;
        uint256 index;
        bytes32[] path;
    }

    /// @notice An application and its place in a roll; without a path for one that replaced another.
    struct Entry {
        uint256 index;
        Application.Leaf application;
        bytes32[] path;
    }

    /// @notice A person in the lists of two applications.
    /// @param first Members of the first one, strictly ascending.
    /// @param second Members of the second one.
    /// @param here Position of the person in the first list.
    /// @param there Position in the second.
    struct Shared {
        bytes32[] first;
        bytes32[] second;
        uint256 here;
        uint256 there;
    }

    /// @notice What the offices attest.
    /// @param root Of the applications, by nullifier.
    /// @param membersRoot Of the persons, each with the household that names the person.
    /// @param data The pseudonymous table behind both.
    struct Roll {
        bytes32 root;
        uint24 count;
        bytes32 membersRoot;
        uint24 membersCount;
        Document data;
    }

    /// @notice What reviewers decide about one household.
    /// @param application What stands from now on; of one that is put out, only the nullifier counts.
    /// @param isOut Whether the household is out of the call.
    /// @param reason Hash of the reasoned decision.
    struct Ruling {
        Application.Leaf application;
        bool isOut;
        bytes32 reason;
    }

    /// @notice Why something other than the attested roll stands for a household.
    enum Kind {
        None,
        /// @dev It has a receipt and is not in the roll.
        Omission,
        /// @dev The roll has something else than it asked for.
        Difference,
        /// @dev It is in the roll twice.
        Duplicate,
        /// @dev One of its members is in another household too.
        SharedMember,
        /// @dev It asked for its place in the roll, and nobody showed it.
        Silence,
        /// @dev The reviewers decided.
        Ruling
    }

    /// @notice Why a corrected roll does not count.
    enum Fault {
        None,
        /// @dev It lacks a household that has a receipt or was in the first roll.
        Omission,
        /// @dev It has something else for a household than the receipt or the first roll.
        Difference,
        /// @dev It has a household that the first one lacked.
        Addition,
        /// @dev Its households or its persons do not ascend strictly.
        Disorder,
        SharedMember,
        /// @dev A member of a board objects.
        Objection
    }

    /// @notice What stands for a household in the place of the roll.
    /// @param content Digest of its application without a place ({Applications.contentOf} at index 0); 0 if it is out.
    /// @param rulings How many the reviewers made.
    /// @param isCured Whether the corrected roll has it so.
    struct Fact {
        bytes32 content;
        Kind kind;
        uint32 rulings;
        bool isCured;
    }

    /// @notice What a household asks to be shown in the roll.
    /// @param declared Digest of what it declared ({Receipts.declaredOf}); 0 if it asked for nothing.
    /// @param score As its receipt says.
    struct Demand {
        bytes32 declared;
        uint64 score;
        bool isAnswered;
    }

    /// @notice A receipt that is kept.
    /// @param digest {Receipts.digestOf} it; 0 if there is none.
    struct Lodged {
        bytes32 digest;
        uint40 issuedAt;
    }

    /// @notice A sorted tree.
    struct Tree {
        bytes32 root;
        uint24 count;
    }

    /// @notice The rolls of a call and how they stand.
    /// @param applications Of the first roll; the count is 0 before it.
    /// @param corrected Of the corrected one; the count is 0 while there is none.
    /// @param facts Households for which something else stands than the first roll has.
    /// @param cured How many of them the corrected roll has so.
    /// @param fault The first one shown in the corrected roll.
    /// @param isSettled Whether it is decided which roll counts.
    struct File {
        Tree receipts;
        Tree applications;
        Tree members;
        Tree corrected;
        Tree correctedMembers;
        uint32 facts;
        uint32 cured;
        Fault fault;
        bool isSettled;
    }
}

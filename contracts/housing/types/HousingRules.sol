// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice The published rules of a call (bases del llamado) as data: who may take part and what each circumstance of a household earns.
/// @dev Values and points have four decimals: 1 UF, one person and one point are 10,000. A yes is 10,000, a no is 0.
library HousingRules {
    enum Test {
        Range,
        OneOf
    }

    enum Kind {
        Flat,
        PerUnit,
        Brackets
    }

    /// @notice A circumstance of a household; its position in the list is its place in every vector of values.
    /// @param name keccak256 of its published name.
    /// @param least Lowest value that exists, ten-thousandths.
    /// @param most Highest one.
    /// @param whole Whether it is counted in whole units: people, years, a yes or no, the number of an option.
    struct Attribute {
        bytes32 name;
        int64 least;
        int64 most;
        bool whole;
    }

    /// @notice A test of one attribute. What the kind of test does not use is zero.
    /// @param attribute Position of the attribute.
    /// @param least Range: lowest value that passes.
    /// @param most Range: highest value that passes.
    /// @param slope Range: by how much `most` rises for each unit of `other` above `beyond`, in proportion.
    /// @param other Range: position of the attribute that raises `most`.
    /// @param beyond Range: value of `other` from which `most` rises.
    /// @param set OneOf: bit k is set if the whole number k passes.
    struct Condition {
        Test test;
        uint8 attribute;
        int64 least;
        int64 most;
        uint64 slope;
        uint8 other;
        int64 beyond;
        uint256 set;
    }

    /// @notice Conditions of which one suffices. "If A then B" is written as "not A, or B".
    struct Clause {
        Condition[] anyOf;
    }

    /// @notice What a value earns from `from` up to the next bracket.
    struct Bracket {
        int64 from;
        uint64 points;
    }

    /// @notice A factor of the score (factor de puntaje). What its kind does not use is zero or empty.
    /// @param attribute PerUnit, Brackets: position of the attribute.
    /// @param weight Basis points of the points that count.
    /// @param above PerUnit: value from which units are counted.
    /// @param unit PerUnit: length of a unit; only whole ones earn.
    /// @param points PerUnit: points of a unit.
    /// @param cap Most points of the factor before its weight; of a flat one, its points.
    /// @param when Conditions of which one must hold for any points; none if it always counts.
    /// @param brackets Brackets: by ascending `from`; below the first a value earns nothing.
    struct Factor {
        Kind kind;
        uint8 attribute;
        uint16 weight;
        int64 above;
        uint64 unit;
        uint64 points;
        uint64 cap;
        Condition[] when;
        Bracket[] brackets;
    }

    /// @notice The rule of group applications (comités); all zero where the call takes none.
    /// @param attribute Position of the attribute with the bracket (tramo) of each member's household.
    /// @param fewest Fewest members.
    /// @param most Most members.
    /// @param low Highest value of the low bracket.
    /// @param high Highest value that any member may have.
    /// @param lowBps Least part of the members in the low bracket, basis points.
    /// @param highBps Most of them above it, basis points.
    struct Committee {
        uint8 attribute;
        uint16 fewest;
        uint16 most;
        int64 low;
        int64 high;
        uint16 lowBps;
        uint16 highBps;
    }

    /// @notice Everything that decides whether an application is valid and what it scores.
    /// @param requirements All must hold, in the order in which the first failure is named.
    /// @param reserves Who may list a slot of each reserve, from reserve 1; reserve 0 is open to all.
    struct Rules {
        Attribute[] attributes;
        Clause[] requirements;
        Factor[] factors;
        Clause[] reserves;
        Committee committee;
    }

    /// @notice What the rules say about a household.
    /// @param failed First requirement that does not hold, from 0; the number of requirements if all hold.
    /// @param score Ten-thousandths of a point, rounded down once; 0 if not eligible.
    struct Assessment {
        bool eligible;
        uint256 failed;
        uint64 score;
    }

    /// @notice What is wrong with a group application.
    enum CommitteeFault {
        None,
        Size,
        AboveHigh,
        FewLow,
        ManyHigh
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice Legal entities of the registry. Natural persons are never entered here.
library Entity {
    enum Kind {
        None,
        Supplier,
        PublicBody,
        School,
        Operator
    }

    /// @notice Size of a firm; cooperatives count as small firms where a rule says so.
    enum Size {
        Unstated,
        Micro,
        Small,
        Medium,
        Large,
        Cooperative
    }

    /// @notice Derived from the record and the clock.
    enum Status {
        Unregistered,
        Active,
        Suspended,
        Expired
    }

    /// @dev Two slots; the first is all that a payment reads.
    /// @param account The account that acts and is paid for the entity.
    /// @param validUntil Last second of the accreditation.
    /// @param rotationEndsAt While later than now, a change of account is pending and payments wait as credits.
    /// @param number Public number: RUT without check digit of a legal entity, RBD of a school.
    /// @param group Number of the business group's head; the entity's own number if it belongs to none.
    /// @param suspendedUntil Last second of a suspension, 0 if there was none.
    /// @param region Code of the region, as the census office numbers them.
    /// @param sequence How many accreditations the entity has received.
    struct Record {
        address account;
        uint40 validUntil;
        uint40 rotationEndsAt;
        Kind kind;
        Size size;
        uint64 number;
        uint64 group;
        uint40 suspendedUntil;
        uint16 region;
        uint32 sequence;
    }

    /// @notice What an accreditor signs and the entity submits (EIP-712).
    struct Accreditation {
        uint64 number;
        address account;
        Kind kind;
        Size size;
        uint16 region;
        uint64 group;
        uint40 validUntil;
        uint32 sequence;
        uint40 deadline;
    }

    /// @notice A change of account on its way.
    /// @param proposed The account to come.
    /// @param acceptableFrom First second at which the proposed account may accept.
    /// @param byOffice Whether the accreditor proposed it (a lost key) rather than the owner.
    /// @param contested Whether the other side has objected and the second office must decide.
    struct Rotation {
        address proposed;
        uint40 acceptableFrom;
        bool byOffice;
        bool contested;
    }
}

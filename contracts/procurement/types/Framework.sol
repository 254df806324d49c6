// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Agreement} from "./Agreement.sol";

/// @notice Framework agreements (convenios marco): a catalogue with highest prices, price lists of several suppliers, call-offs.
library Framework {
    /// @notice Where a framework stands, derived from its times, its lists and the clock.
    enum Status {
        Unknown,
        Offering,
        Opening,
        Active,
        Unsuccessful,
        Expired,
        Cancelled
    }

    /// @notice Where a call-off stands. Silent: its supplier did not accept in time, and anyone has it lapse.
    enum OrderStatus {
        Unknown,
        Objections,
        Acceptance,
        Silent,
        Contracted,
        Lapsed
    }

    /// @notice How a call-off ended; `None` while it runs.
    enum Outcome {
        None,
        Contracted,
        Lapsed
    }

    /// @notice An item of the catalogue.
    /// @param code Code of the product or service (UNSPSC); strictly ascending in a catalogue.
    /// @param maxPrice Highest price of a unit, token units, taxes included.
    struct Item {
        uint32 code;
        uint128 maxPrice;
    }

    /// @notice What a framework publishes, besides its catalogue and the contract of its call-offs.
    /// @param ocid keccak256 of the OCDS process id.
    /// @param document SHA-256 of the terms.
    /// @param token ERC-20 token of all prices.
    /// @param body Registry entity of the body that publishes it.
    /// @param category What is bought.
    /// @param ceiling Most that all call-offs may reach.
    /// @param minimum Business groups with an admitted list that are needed, two at least.
    /// @param closesAt Last second for sealed price lists, unix seconds.
    /// @param opensBy Last second for their openings.
    /// @param validUntil Last second for call-offs.
    /// @param objectionWindow Seconds in which anyone may show a cheaper list for a call-off.
    /// @param acceptanceWindow Seconds for its supplier to accept.
    /// @param round Round of the beacon that the lists are encrypted to.
    struct Terms {
        bytes32 ocid;
        bytes32 document;
        address token;
        uint64 body;
        Agreement.Category category;
        uint128 ceiling;
        uint8 minimum;
        uint40 closesAt;
        uint40 opensBy;
        uint40 validUntil;
        uint32 objectionWindow;
        uint32 acceptanceWindow;
        uint64 round;
    }

    /// @notice So many units of an item.
    /// @param item Place in the catalogue, strictly ascending in a basket.
    struct Need {
        uint16 item;
        uint64 quantity;
    }

    /// @notice What a body orders under a framework.
    /// @param ocid keccak256 of the OCDS process id of the purchase.
    /// @param lineId Budget line of the body.
    /// @param buyer Registry entity of the body.
    /// @param basket What it orders.
    struct Order {
        bytes32 framework;
        bytes32 ocid;
        uint256 lineId;
        uint64 buyer;
        Need[] basket;
    }

    /// @dev Five slots.
    /// @param admitted Business groups with an admitted list.
    /// @param used What contracts and running call-offs take of the ceiling.
    /// @param catalogue Hash of the items.
    /// @param contractTerms Hash of contract and schedule, inspector and substitute left out.
    struct Book {
        uint40 closesAt;
        uint40 opensBy;
        uint40 validUntil;
        uint32 objectionWindow;
        uint32 acceptanceWindow;
        uint8 minimum;
        bool cancelled;
        uint32 admitted;
        uint128 ceiling;
        uint128 used;
        address token;
        uint64 body;
        Agreement.Category category;
        bytes32 catalogue;
        bytes32 contractTerms;
    }

    /// @dev Three slots.
    /// @param list Hash of the prices; 0 while sealed.
    /// @param valid Whether every price is within its highest.
    struct Offer {
        bytes32 commitment;
        bytes32 list;
        uint64 group;
        bool opened;
        bool valid;
    }

    /// @dev Four slots.
    /// @param basket Hash of the basket.
    /// @param calledAt When it was called off, unix seconds.
    /// @param objectionsBy Last second for a cheaper list; 0 where the choice is justified.
    /// @param acceptBy Last second for the supplier's acceptance.
    /// @param moved Whether an objection brought it to its supplier.
    struct CallOff {
        bytes32 framework;
        bytes32 basket;
        uint128 price;
        uint64 supplier;
        uint64 buyer;
        uint40 calledAt;
        uint40 objectionsBy;
        uint40 acceptBy;
        uint16 leastPrice;
        bool moved;
        Outcome outcome;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {CourtDisputes} from "./abstracts/CourtDisputes.sol";
import {CourtFines} from "./abstracts/CourtFines.sol";
import {CourtTerminations} from "./abstracts/CourtTerminations.sol";
import {ICertificateDesk} from "./interfaces/ICertificateDesk.sol";

/// @title ContractCourt
contract ContractCourt is CourtDisputes, CourtFines, CourtTerminations {
    /// @param registry Which accounts act for buyers and suppliers.
    /// @param desk Knows which certificates are granted.
    constructor(IRegistry registry, ICertificateDesk desk) {
        _requireContract(address(registry));
        _requireContract(address(desk));
        REGISTRY = registry;
        DESK = desk;
    }
}

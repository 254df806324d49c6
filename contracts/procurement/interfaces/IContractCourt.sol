// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IDisputes} from "./IDisputes.sol";
import {IEscrowModule} from "./IEscrowModule.sol";
import {IFines} from "./IFines.sol";
import {ITerminations} from "./ITerminations.sol";

/// @notice The judicial half of a contract in execution: disputes, fines, terminations. It orders; only the escrow moves money.
// solhint-disable-next-line no-empty-blocks
interface IContractCourt is IEscrowModule, IDisputes, IFines, ITerminations {}

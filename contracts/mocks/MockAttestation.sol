// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Attestation} from "../shared/abstracts/Attestation.sol";
import {Attested} from "../shared/interfaces/IAttestation.sol";

/// @notice A program that keeps the last report of each board.
contract MockAttestation is Attestation {
    mapping(uint256 board => bytes32 report) public reports;

    constructor(address manager) AccessManaged(manager) EIP712("Erario Mock", "1") {}

    function submit(uint256 board, bytes32 report, Attested calldata attested) external {
        _requireAttested(board, report, attested);
        reports[board] = report;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Document} from "../../shared/types/Document.sol";
import {Agreement} from "../types/Agreement.sol";
import {IEscrowModule} from "./IEscrowModule.sol";

/// @notice Certificates that a milestone's terms require before payment (labour compliance, for example), each from a named office.
/// @dev An office's silence is a grant; a refusal withholds only its stated amount and opens a dispute.
interface ICertificateDesk is IEscrowModule {
    /// @notice A certificate was requested; the office answers until `deadline`.
    event CertificateRequested(
        bytes32 indexed id,
        address indexed by,
        uint256 indexed index,
        uint256 kind,
        Document support,
        uint40 deadline
    );
    /// @notice The office granted a certificate.
    event CertificateGranted(
        bytes32 indexed id,
        address indexed by,
        uint256 indexed index,
        uint256 kind,
        bytes32 document
    );
    /// @notice The office refused a certificate in the stated amount.
    event CertificateRefused(
        bytes32 indexed id,
        address indexed by,
        uint256 indexed index,
        uint256 kind,
        uint128 amount,
        Document reason
    );

    /// @notice A request and its answer.
    /// @param deadline Last second of the office's window, 0 if nothing was requested.
    /// @param answered Whether the office granted or refused.
    /// @param byOther Whether somebody else than the supplier or the holder asked; they may then state their own support once.
    struct Certificate {
        uint40 deadline;
        bool answered;
        bool byOther;
    }

    /// @notice Requests a certificate for what is accepted of a milestone, so that the inspector always judges the work first.
    /// @dev Emits {CertificateRequested}.
    ///
    /// Requirements:
    /// - the milestone requires this kind;
    /// - something of it is accepted, by the inspector or by silence, and not settled;
    /// - the caller is the account of the supplier or of the receivable's holder, or the 30 days of payment have passed (then anyone);
    /// - it was not requested before, or only by somebody else and the office has not answered;
    /// - the support is a document with a bounded pointer.
    function request(Agreement.Deed calldata deed, uint256 index, uint256 kind, Document calldata support) external;

    /// @notice Grants a requested certificate.
    /// @dev Emits {CertificateGranted}.
    ///
    /// Requirements:
    /// - the caller is the office of this kind;
    /// - the request is pending.
    function grant(Agreement.Deed calldata deed, uint256 index, uint256 kind, bytes32 document) external;

    /// @notice Refuses a requested certificate in a stated amount; only that amount is withheld, and a dispute opens.
    /// @dev Emits {CertificateRefused}.
    ///
    /// Requirements:
    /// - the caller is the office of this kind;
    /// - the request is pending;
    /// - the reason is a document with a bounded pointer;
    /// - the amount is not zero and at most what is neither settled nor withheld nor objected to.
    function refuse(
        Agreement.Deed calldata deed,
        uint256 index,
        uint256 kind,
        uint128 amount,
        Document calldata reason
    ) external;

    /// @notice Whether nothing of `kinds` (a bit mask) stands between a milestone and its payment.
    function isCleared(bytes32 id, uint256 index, uint8 kinds) external view returns (bool);

    /// @notice A request and its answer.
    function getCertificate(bytes32 id, uint256 index, uint256 kind) external view returns (Certificate memory);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Attested, Board, Endorsement, IAttestation} from "../interfaces/IAttestation.sol";
import {SharedErrors as Errors} from "../libraries/SharedErrors.sol";

/// @notice Boards and their reports; a program inherits it, gives the EIP-712 domain its name, and asks {_requireAttested}.
abstract contract Attestation is IAttestation, AccessManaged, EIP712 {
    uint256 private constant LEAST_MEMBERS = 2;
    uint256 private constant MOST_MEMBERS = 16;
    bytes32 private constant ATTESTATION = keccak256(
        "Attestation(uint256 board,bytes32 report,uint64 epoch,bytes32 configuration)"
    );

    mapping(uint256 board => Board composition) private _boards;
    mapping(uint256 board => mapping(uint64 epoch => mapping(address account => bool))) private _sits;

    /* OFFICE THAT COMPOSES BOARDS */

    /// @inheritdoc IAttestation
    function configureBoard(uint256 board, address[] calldata members, uint256 threshold) external restricted {
        uint256 count = members.length;
        require(
            count >= LEAST_MEMBERS && count <= MOST_MEMBERS,
            Errors.Attestation_Members(board, count, LEAST_MEMBERS, MOST_MEMBERS)
        );
        uint256 least = count / 2 + 1;
        require(threshold >= least && threshold <= count, Errors.Attestation_Threshold(board, threshold, least, count));
        uint64 epoch = _boards[board].epoch + 1;
        address previous;
        for (uint256 i; i < count; ++i) {
            address member = members[i];
            require(member > previous, Errors.Attestation_MemberOrder(board, member, previous));
            _sits[board][epoch][member] = true;
            previous = member;
        }
        bytes32 configuration = keccak256(abi.encode(board, epoch, threshold, members));
        _boards[board] = Board(epoch, uint64(threshold), configuration); // at most MOST_MEMBERS
        emit BoardConfigured(board, msg.sender, epoch, threshold, members, configuration);
    }

    /* ANYONE */

    /// @inheritdoc IAttestation
    function getBoard(uint256 board) external view returns (Board memory) {
        return _boards[board];
    }

    /// @inheritdoc IAttestation
    function sitsOn(uint256 board, address account) public view returns (bool) {
        return _sits[board][_boards[board].epoch][account];
    }

    /// @inheritdoc IAttestation
    function attestationDigest(uint256 board, bytes32 report) external view returns (bytes32) {
        return _digest(board, report, _boards[board]);
    }

    /* INTERNAL */

    /// @notice Refuses a report unless enough members of the board as it stands have signed it.
    function _requireAttested(uint256 board, bytes32 report, Attested calldata attested) internal view {
        Board memory b = _boards[board];
        require(b.epoch != 0, Errors.Attestation_NoBoard(board));
        require(attested.epoch == b.epoch, Errors.Attestation_StaleEpoch(board, attested.epoch, b.epoch));
        uint256 count = attested.endorsements.length;
        require(count >= b.threshold, Errors.Attestation_TooFew(board, count, b.threshold));
        bytes32 digest = _digest(board, report, b);
        address previous;
        for (uint256 i; i < count; ++i) {
            Endorsement calldata e = attested.endorsements[i];
            address signer = e.signer;
            require(signer > previous, Errors.Attestation_SignerOrder(board, signer, previous));
            require(_sits[board][b.epoch][signer], Errors.Attestation_NotAMember(board, signer));
            require(
                SignatureChecker.isValidSignatureNowCalldata(signer, digest, e.signature),
                Errors.Attestation_FalseSignature(board, signer)
            );
            previous = signer;
        }
    }

    function _digest(uint256 board, bytes32 report, Board memory b) private view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(ATTESTATION, board, report, b.epoch, b.configuration)));
    }
}

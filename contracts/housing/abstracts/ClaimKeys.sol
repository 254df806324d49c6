// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Applications} from "../libraries/Applications.sol";
import {HousingErrors as Errors} from "../libraries/HousingErrors.sol";

/// @notice Acts of households: signed with the claim key of their application, carried to the chain by anyone, so that none needs gas.
/// @dev The key may be a contract's (ERC-1271), for example of an operator that assists households and can replace a lost key.
abstract contract ClaimKeys is EIP712 {
    /// @notice Refuses an act that the household's claim key did not sign.
    /// @param claim First bytes of the digest of the account that may claim.
    /// @param message Hash of the signed struct.
    function _requireClaimKey(
        bytes32 nullifier,
        bytes13 claim,
        bytes32 message,
        address signer,
        bytes calldata signature
    ) internal view {
        require(bytes13(Applications.claimOf(signer)) == claim, Errors.Claim_NotTheKey(nullifier, signer));
        require(
            SignatureChecker.isValidSignatureNowCalldata(signer, _hashTypedDataV4(message), signature),
            Errors.Claim_FalseSignature(nullifier, signer)
        );
    }
}

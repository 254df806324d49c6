// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {HousingErrors as Errors} from "./HousingErrors.sol";

/// @notice The salted commitment to a household's private attributes: the leaf carries it, an opening can be scored again. Pure.
/// @dev Without its salt of 32 random bytes a commitment says nothing; erasing the salt erases the data (Ley 21.719, right of erasure).
library AttributeSeal {
    bytes32 internal constant TYPE_TAG = keccak256("Erario housing attributes(bytes32 salt,int64[] values)");

    /// @notice The commitment.
    /// @param salt 32 random bytes, kept off chain.
    /// @param values One per attribute of the call's rules.
    function seal(bytes32 salt, int64[] calldata values) internal pure returns (bytes32) {
        return keccak256(abi.encode(TYPE_TAG, salt, values));
    }

    /// @notice Checks that salt and values open a commitment.
    function requireOpens(bytes32 sealed_, bytes32 salt, int64[] calldata values) internal pure {
        bytes32 opened = seal(salt, values);
        require(opened == sealed_, Errors.Household_Opening(opened, sealed_));
    }
}

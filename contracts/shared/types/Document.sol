// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice An off-chain file: what it must hash to, and where it may be found.
/// @dev The digest binds; the pointer only helps. A file that does not hash to the digest is not the document.
/// @param digest SHA-256 of the file.
/// @param pointer Where the file is published (https or ipfs), at most `Documents.MAX_POINTER` bytes; may be empty.
struct Document {
    bytes32 digest;
    string pointer;
}

/// @notice The checks of a document at the door.
library Documents {
    /// @notice Longest pointer in bytes, so that nobody can make an event arbitrarily large.
    uint256 internal constant MAX_POINTER = 256;

    /// @notice Whether the document names a file and its pointer is bounded.
    function isValid(Document calldata document) internal pure returns (bool) {
        return document.digest != 0 && bytes(document.pointer).length <= MAX_POINTER;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice The scores that one evaluator gave one bid, in one word: criterion k in bits 16k to 16k + 15, and bit 128 says that they were given.
library ScoreSheet {
    uint256 private constant GIVEN = 1 << 128;

    /// @notice Writes a sheet.
    function pack(uint16[8] calldata scores) internal pure returns (uint256 sheet) {
        sheet = GIVEN;
        for (uint256 k; k < 8; ++k) sheet |= uint256(scores[k]) << (16 * k);
    }

    /// @notice The score of a criterion; 0 of a sheet that was not given.
    function scoreOf(uint256 sheet, uint256 criterion) internal pure returns (uint16) {
        return uint16(sheet >> (16 * criterion));
    }

    /// @notice Reads a sheet.
    function unpack(uint256 sheet) internal pure returns (uint16[8] memory scores, bool given) {
        for (uint256 k; k < 8; ++k) scores[k] = scoreOf(sheet, k);
        given = isGiven(sheet);
    }

    /// @notice Whether the evaluator scored the bid, be it with zeros.
    function isGiven(uint256 sheet) internal pure returns (bool) {
        return sheet & GIVEN != 0;
    }
}

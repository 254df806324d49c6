// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IVm} from "./IVm.sol";

/// @notice What every property needs: the cheat codes, and a random word brought into a range.
abstract contract Property {
    IVm internal constant VM = IVm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @dev Edges are met as often as everything between them: a sixteenth of all words each.
    function _bound(uint256 word, uint256 least, uint256 most) internal pure returns (uint256) {
        if (word >> 252 == 0) return least;
        if (word >> 252 == 1) return most;
        uint256 size = most - least;
        return size == type(uint256).max ? word : least + (word % (size + 1));
    }

    function _bound128(uint256 word, uint256 least, uint256 most) internal pure returns (uint128) {
        return uint128(_bound(word, least, most));
    }

    function _bound40(uint256 word, uint256 least, uint256 most) internal pure returns (uint40) {
        return uint40(_bound(word, least, most));
    }

    function _bound16(uint256 word, uint256 least, uint256 most) internal pure returns (uint16) {
        return uint16(_bound(word, least, most));
    }
}

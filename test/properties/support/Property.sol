// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IVm} from "./IVm.sol";

/// @notice What every property needs: the cheat codes, and a random word brought into a range.
abstract contract Property {
    IVm internal constant VM = IVm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @dev Each edge is met once in sixteen words. The word is hashed first: the runner draws many small words, which would all fall on one side.
    function _bound(uint256 word, uint256 least, uint256 most) internal pure returns (uint256) {
        uint256 drawn = uint256(keccak256(abi.encode(word)));
        if (drawn >> 252 == 0) return least;
        if (drawn >> 252 == 1) return most;
        uint256 size = most - least;
        return size == type(uint256).max ? drawn : least + (drawn % (size + 1));
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

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {MockWallet} from "../MockWallet.sol";
import {OddToken} from "./OddToken.sol";

/// @notice Calls both ends of a transfer, the sender before and the recipient after it, as ERC-777 does.
contract HookToken is OddToken {
    event HookAnswered(address indexed account);

    function _update(address from, address to, uint256 amount) internal override {
        if (armed) _call(from);
        super._update(from, to, amount);
        if (armed) _call(to);
    }

    function _call(address account) private {
        // The call's own failure does not stop the transfer.
        // solhint-disable-next-line avoid-low-level-calls
        (bool answered, ) = account.call(abi.encodeCall(MockWallet.onTransfer, ()));
        if (answered) emit HookAnswered(account);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @notice A contract account of one owner: signs by ERC-1271, calls anything, and may answer a token's hook with one call of its own.
contract MockWallet is IERC1271 {
    address public owner;
    address private _reactionTarget;
    bytes private _reaction;

    /// @notice The reaction was tried; what it returned or reverted with.
    event Reacted(bool success, bytes result);

    error MockWallet_NotTheOwner(address caller);

    constructor(address owner_) {
        owner = owner_;
    }

    function execute(address target, bytes calldata data) external returns (bytes memory result) {
        require(msg.sender == owner, MockWallet_NotTheOwner(msg.sender));
        bool success;
        // solhint-disable-next-line avoid-low-level-calls
        (success, result) = target.call(data);
        if (success) return result;
        // solhint-disable-next-line no-inline-assembly
        assembly {
            revert(add(result, 0x20), mload(result))
        }
    }

    /// @notice What the wallet calls when a token announces a transfer.
    function setReaction(address target, bytes calldata data) external {
        _reactionTarget = target;
        _reaction = data;
    }

    function onTransfer() external {
        address target = _reactionTarget;
        if (target == address(0)) return;
        _reactionTarget = address(0);
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory result) = target.call(_reaction);
        emit Reacted(success, result);
    }

    function setOwner(address owner_) external {
        owner = owner_;
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        return ECDSA.recover(hash, signature) == owner ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice The cheat codes of the test runner that the properties use.
interface IVm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function addr(uint256 privateKey) external pure returns (address account);

    function assertEq(uint256 left, uint256 right, string calldata what) external pure;

    function assertLe(uint256 left, uint256 right, string calldata what) external pure;

    function assertTrue(bool condition, string calldata what) external pure;

    function expectRevert(bytes calldata data) external;

    function getRecordedLogs() external returns (Log[] memory logs);

    function prank(address sender) external;

    function recordLogs() external;

    function sign(uint256 privateKey, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);

    function warp(uint256 time) external;
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {MockClp} from "../../../contracts/mocks/MockClp.sol";
import {Property} from "../support/Property.sol";
import {Liquidation} from "./Liquidation.sol";

/// @notice Plays every party of every contract.
contract Parties is Liquidation {
    constructor() {
        _play(new MockClp(18), new MockClp(0));
    }
}

/// @notice The suite as deployed, played by all its parties within their rights: what must always hold, holds after every move.
contract CampaignTest is Property {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Parties private _parties;

    function setUp() public {
        _parties = new Parties();
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_parties);
    }

    function targetSelectors() public view returns (FuzzSelector[] memory selectors) {
        selectors = new FuzzSelector[](1);
        selectors[0] = FuzzSelector(address(_parties), new bytes4[](1));
        selectors[0].selectors[0] = _parties.act.selector;
    }

    /// @notice T1, T2, T3, P1, P2, P3.
    function invariant_moneyIsWhereTheBooksSay() public view {
        _parties.check();
    }

    /// @notice P5, and that the run was worth its name: whatever the state at its end, a stranger empties every contract.
    function afterInvariant() public {
        uint256 taken = _parties.taken();
        uint256 kinds;
        for (; taken != 0; taken &= taken - 1) ++kinds;
        VM.assertLe(20, kinds, "kinds of action in one run");
        _parties.liquidate();
    }
}

/// @notice Over a few runs the driver reaches every action and every status: what it never did, the campaign would not test.
contract ReachTest is Property {
    uint256 private constant WORLDS = 8;
    uint256 private constant MOVES = 100;

    string private _missing;
    uint256[5] private _reached;

    function setUp() public {
        uint256 taken;
        for (uint256 world; world < WORLDS; ++world) {
            Parties parties = new Parties();
            for (uint256 i; i < MOVES; ++i) parties.act(world * 1_000 + i);
            taken |= parties.taken();
            _reached[0] |= parties.contractStatuses();
            _reached[1] |= parties.milestoneStatuses();
            _reached[2] |= parties.disputeStages();
            _reached[3] |= parties.fineStages();
            _reached[4] |= parties.terminationStages();
            _missing = parties.missing(taken);
        }
    }

    function test_everyActionIsTaken() public view {
        VM.assertTrue(bytes(_missing).length == 0, _missing);
    }

    /// @dev Bit n is the status or stage n; every one but the first, in which there is nothing yet.
    function test_everyStatusIsReached() public view {
        VM.assertEq(_reached[0] | 1, 31, "contracts");
        VM.assertEq(_reached[1] | 1, 127, "milestones");
        VM.assertEq(_reached[2] | 1, 63, "disputes");
        VM.assertEq(_reached[3] | 1, 127, "fines");
        VM.assertEq(_reached[4] | 1, 127, "terminations");
    }
}

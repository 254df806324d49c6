// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {MockClp} from "../../../contracts/mocks/MockClp.sol";
import {DisputeClock} from "../../../contracts/procurement/libraries/DisputeClock.sol";
import {DueProcess} from "../../../contracts/shared/libraries/DueProcess.sol";
import {Agreement} from "../../../contracts/procurement/types/Agreement.sol";
import {Dispute} from "../../../contracts/procurement/types/Dispute.sol";
import {Budget} from "../../../contracts/treasury/types/Budget.sol";
import {Drafts} from "../support/Drafts.sol";
import {Books} from "./Books.sol";

/// @notice All that a campaign knows: parties, two tokens, lines, contracts, a source of chance, and what was done and reached.
abstract contract World is Drafts {
    /// @param reserved Whether a tender had reserved the price.
    /// @param changes Net increases by change orders, token units.
    struct Case {
        Agreement.Deed deed;
        bytes32 id;
        bool isOpen;
        bool reserved;
        uint128 changes;
    }

    uint256 internal constant MOST_CASES = 6;
    uint256 internal constant DISPUTE_TOPICS = 6;
    bytes32 internal constant RESERVATION = "tender";

    MockClp[2] internal _tokens;
    uint256[] internal _lineIds;
    Case[] internal _cases;
    Case internal _none;
    mapping(uint256 position => Agreement.MilestoneTerms[] schedule) internal _schedules;
    mapping(uint64 entity => address[] accounts) internal _accountsOf;
    mapping(uint64 entity => uint256 amount) internal _endowed;
    mapping(address token => uint256 amount) internal _donated;
    uint256 internal _accountCount = 300;
    Books public books;

    /// @dev Bit n: status n was reached.
    uint256 public contractStatuses;
    uint256 public milestoneStatuses;
    uint256 public disputeStages;
    uint256 public fineStages;
    uint256 public terminationStages;

    uint256 private _word;

    /// @param first A token of large amounts.
    /// @param second A token of few units, which blocks accounts.
    function _found(MockClp first, MockClp second) internal {
        VM.recordLogs();
        _deploySuite();
        _register();
        books = new Books(treasury, address(escrow));
        _tokens = [first, second];
        _admit(first, 1e24);
        _admit(second, 1_000);
        for (uint256 i; i < 2; ++i) {
            _lineIds.push(_newLine(_tokens[i]));
            _tokens[i].mint(BUDGET_OFFICE, 1 << 112);
            VM.prank(BUDGET_OFFICE);
            _tokens[i].approve(address(treasury), type(uint256).max);
        }
        _endow(_buyer);
        _endow(_suppliers[0]);
        _endow(_suppliers[1]);
        _endow(_factor);
        for (uint256 i; i < 2; ++i) {
            uint256 lineId = _lineIds[i];
            VM.prank(BUDGET_OFFICE);
            treasury.fund(lineId, i == 0 ? 1e26 : 1e5);
        }
        books.enter(VM.getRecordedLogs());
    }

    /// @dev Gives an entity's new account what it may need for bonds.
    function _endow(uint64 entity) internal {
        address account = registry.accountOf(entity);
        _accountsOf[entity].push(account);
        _endowed[entity] += 1 << 108;
        for (uint256 i; i < 2; ++i) _enrich(_tokens[i], account, 1 << 108);
    }

    /* CHANCE */

    function _seed(uint256 word) internal {
        _word = word;
    }

    function _next() internal returns (uint256) {
        _word = uint256(keccak256(abi.encode(_word)));
        return _word;
    }

    function _pick(uint256 size) internal returns (uint256) {
        return _next() % size;
    }

    function _between(uint256 least, uint256 most) internal returns (uint128) {
        return _bound128(_next(), least, most);
    }

    function _chance(uint256 percent) internal returns (bool) {
        return _pick(100) < percent;
    }

    /// @dev An open contract, and one of its milestones.
    function _pickCase() internal returns (bool found, Case storage c, uint256 index) {
        c = _none;
        if (_cases.length == 0) return (false, c, 0);
        c = _cases[_pick(_cases.length)];
        if (!c.isOpen) return (false, c, 0);
        return (true, c, _pick(escrow.getFacts(c.id).count));
    }

    /* WHAT IS KNOWN */

    function _tokenOf(Case storage c) internal view returns (MockClp) {
        return MockClp(c.deed.terms.token);
    }

    function _isRunning(bytes32 id) internal view returns (bool) {
        Agreement.Facts memory f = escrow.getFacts(id);
        return f.count != 0 && f.endedAt == 0 && f.completedAt == 0;
    }

    function _isPaused(uint40 pausedAt) internal view returns (bool) {
        return pausedAt != 0 && block.timestamp < uint256(pausedAt) + 7 days;
    }

    /// @dev Whether a line takes a commitment now.
    function _canCommit(uint256 lineId, uint256 amount) internal view returns (bool) {
        if (amount == 0 || _isPaused(treasury.pausedAt())) return false;
        (Budget.Line memory line, Budget.Balance memory balance) = treasury.getLine(lineId);
        return !line.closed && amount <= balance.available;
    }

    /// @dev Whether the token takes a bond from the supplier's account now.
    function _canPost(Case storage c) internal view returns (bool) {
        return !_tokenOf(c).isBlocked(registry.accountOf(c.deed.terms.supplier));
    }

    function _fineStage(Case storage c, uint256 index) internal view returns (DueProcess.Stage) {
        DueProcess.Course memory course = court.getFine(c.id, index).course;
        return clocks.courseStage(course, c.deed.annex, opening.pausedAt(), block.timestamp);
    }

    function _terminationStage(Case storage c) internal view returns (DueProcess.Stage) {
        DueProcess.Course memory course = court.getTermination(c.id).course;
        return clocks.courseStage(course, c.deed.annex, opening.pausedAt(), block.timestamp);
    }

    function _disputeStage(
        Case storage c,
        uint256 index,
        Dispute.Topic topic
    ) internal view returns (DisputeClock.Stage) {
        Dispute.Case memory d = court.getCase(c.id, index, topic);
        return clocks.disputeStage(d.openedAt, d.resolved, c.deed.annex, block.timestamp);
    }

    /// @dev Notes the statuses of one contract.
    function _note(Case storage c) internal {
        if (!c.isOpen) return;
        contractStatuses |= 1 << uint256(reader.statusOf(c.id));
        if (court.getTermination(c.id).course.noticedAt != 0) terminationStages |= 1 << uint256(_terminationStage(c));
        uint256 count = escrow.getFacts(c.id).count;
        for (uint256 i; i < count; ++i) {
            milestoneStatuses |= 1 << uint256(reader.milestoneStatusOf(c.id, i));
            if (court.getFine(c.id, i).course.noticedAt != 0) fineStages |= 1 << uint256(_fineStage(c, i));
            for (uint256 t; t < DISPUTE_TOPICS; ++t) {
                if (court.getCase(c.id, i, Dispute.Topic(t)).openedAt == 0) continue;
                disputeStages |= 1 << uint256(_disputeStage(c, i, Dispute.Topic(t)));
            }
        }
    }
}

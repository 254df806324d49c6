// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {MockClp} from "../../../contracts/mocks/MockClp.sol";
import {CertificateDesk} from "../../../contracts/procurement/CertificateDesk.sol";
import {ClosingDesk} from "../../../contracts/procurement/ClosingDesk.sol";
import {ContractChanges} from "../../../contracts/procurement/ContractChanges.sol";
import {ContractCourt} from "../../../contracts/procurement/ContractCourt.sol";
import {ContractReader} from "../../../contracts/procurement/ContractReader.sol";
import {IDirectAward} from "../../../contracts/procurement/interfaces/IDirectAward.sol";
import {IOpeningDesk} from "../../../contracts/procurement/interfaces/IOpeningDesk.sol";
import {MilestoneEscrow} from "../../../contracts/procurement/MilestoneEscrow.sol";
import {OpeningDesk} from "../../../contracts/procurement/OpeningDesk.sol";
import {IRegistry} from "../../../contracts/registry/interfaces/IRegistry.sol";
import {Registry} from "../../../contracts/registry/Registry.sol";
import {Entity} from "../../../contracts/registry/types/Entity.sol";
import {ISelfEndingPause} from "../../../contracts/shared/interfaces/ISelfEndingPause.sol";
import {ITreasury} from "../../../contracts/treasury/interfaces/ITreasury.sol";
import {Treasury} from "../../../contracts/treasury/Treasury.sol";
import {Clocks} from "./Clocks.sol";
import {Property} from "./Property.sol";

/// @notice The suite as Ignition deploys it, with the roles of scripts/lib/roles.ts, and keys for whoever signs.
abstract contract SuiteFixture is Property {
    bytes32 private constant ACCREDITATION_TYPEHASH = keccak256(
        "Accreditation(uint64 number,address account,uint8 kind,uint8 size,uint16 region,uint64 group,uint40 validUntil,uint32 sequence,uint40 deadline)"
    );
    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    uint256 private constant ACCREDITOR_KEY = 10;

    AccessManager public manager;
    Registry public registry;
    Treasury public treasury;
    OpeningDesk public opening;
    CertificateDesk public desk;
    ContractCourt public court;
    ContractChanges public changes;
    ClosingDesk public closing;
    MilestoneEscrow public escrow;
    ContractReader public reader;
    Clocks public clocks;

    address internal constant REGISTRY_APPEALS = address(0xa011);
    address internal constant SANCTIONS = address(0xa012);
    address internal constant BUDGET_OFFICE = address(0xa020);
    address internal constant PROGRAMS = address(0xa021);
    address internal constant AWARDING = address(0xa101);
    address internal constant THRESHOLDS = address(0xa102);
    address internal constant GUARDIAN = address(0xa900);
    address internal constant ADMIN = address(0xa000);
    address internal constant INSPECTOR = address(0xb001);
    address internal constant SUBSTITUTE = address(0xb002);
    address internal constant ARBITER = address(0xb003);
    address internal constant FALLBACK_ARBITER = address(0xb004);
    address internal constant REVIEWER = address(0xb005);
    address internal constant CERTIFIER = address(0xb006);
    address internal constant STRANGER = address(0xb007);
    address internal immutable ACCREDITOR = VM.addr(ACCREDITOR_KEY);

    uint256 internal constant BUYER_KEY = 100;
    mapping(address account => uint256 privateKey) internal _keys;

    function _deploySuite() internal {
        VM.warp(1_800_000_000);
        manager = new AccessManager(address(this));
        registry = new Registry(address(manager), 2 * 365 days);
        treasury = new Treasury(address(manager), registry);
        opening = new OpeningDesk(address(manager), registry, 1_900);
        desk = new CertificateDesk(registry);
        court = new ContractCourt(registry, desk);
        changes = new ContractChanges(registry, opening);
        closing = new ClosingDesk(court);
        escrow = new MilestoneEscrow(treasury, registry, opening, court, desk, changes, closing);
        reader = new ContractReader(escrow, desk);
        clocks = new Clocks();
        treasury.approveProgram(address(escrow), true);
        _deployMore();
        _grantRoles();
        manager.grantRole(0, ADMIN, 5 days);
        manager.renounceRole(0, address(this));
    }

    /// @dev What else a test deploys while this contract still administers.
    function _deployMore() internal virtual {}

    /// @dev The awarding role is held by a stand-in for a tender; everything else is the table of the deployment.
    function _grantRoles() private {
        _role(
            10,
            ACCREDITOR,
            0,
            address(registry),
            IRegistry.proposeRecovery.selector,
            IRegistry.vetoRotation.selector
        );
        _role(11, REGISTRY_APPEALS, 0, address(registry), IRegistry.decideRotation.selector, 0);
        _role(12, SANCTIONS, 0, address(registry), IRegistry.suspend.selector, IRegistry.liftSuspension.selector);
        _role(20, BUDGET_OFFICE, 0, address(treasury), ITreasury.allowToken.selector, ITreasury.openLine.selector);
        _role(20, BUDGET_OFFICE, 0, address(treasury), ITreasury.closeLine.selector, 0);
        _role(21, PROGRAMS, 5 days, address(treasury), ITreasury.approveProgram.selector, 0);
        _role(
            100,
            VM.addr(BUYER_KEY),
            0,
            address(opening),
            IDirectAward.announce.selector,
            IDirectAward.award.selector
        );
        _role(101, AWARDING, 0, address(opening), IOpeningDesk.reserve.selector, IOpeningDesk.open.selector);
        _role(102, THRESHOLDS, 0, address(opening), IOpeningDesk.setThreshold.selector, 0);
        _role(900, GUARDIAN, 0, address(opening), ISelfEndingPause.pause.selector, 0);
        _role(900, GUARDIAN, 0, address(treasury), ISelfEndingPause.pause.selector, 0);
    }

    function _role(uint64 role, address holder, uint32 delay, address target, bytes4 first, bytes4 second) internal {
        bytes4[] memory selectors = new bytes4[](second == 0 ? 1 : 2);
        selectors[0] = first;
        if (second != 0) selectors[1] = second;
        manager.setTargetFunctionRole(target, selectors, role);
        manager.grantRole(role, holder, delay);
    }

    /// @dev An account that can sign.
    function _account(uint256 privateKey) internal returns (address account) {
        account = VM.addr(privateKey);
        _keys[account] = privateKey;
    }

    function _accredit(uint256 privateKey, Entity.Kind kind, uint64 number) internal returns (uint64) {
        return _accredit(privateKey, kind, number, 0);
    }

    /// @param group Number of the head of the business group, 0 if it belongs to none.
    function _accredit(
        uint256 privateKey,
        Entity.Kind kind,
        uint64 number,
        uint64 group
    ) internal returns (uint64 entity) {
        address account = _account(privateKey);
        Entity.Accreditation memory a = Entity.Accreditation({
            number: number,
            account: account,
            kind: kind,
            size: Entity.Size.Small,
            region: 13,
            group: group,
            validUntil: type(uint40).max,
            sequence: 0,
            deadline: type(uint40).max
        });
        bytes32 digest = _typed("Erario Registry", address(registry), keccak256(abi.encode(ACCREDITATION_TYPEHASH, a)));
        bytes memory signature = _signWith(ACCREDITOR_KEY, digest);
        VM.prank(account);
        entity = registry.accredit(a, ACCREDITOR, signature);
    }

    function _typed(string memory name, address target, bytes32 structHash) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(name)), keccak256("1"), block.chainid, target)
        );
        return keccak256(abi.encodePacked("\x19\x01", domain, structHash));
    }

    function _signWith(uint256 privateKey, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = VM.sign(privateKey, digest);
        return abi.encodePacked(r, s, v);
    }

    /// @dev The signature of the account that acts for an entity now.
    function _signAs(uint64 entity, bytes32 digest) internal view returns (bytes memory) {
        return _signWith(_keys[registry.accountOf(entity)], digest);
    }

    function _enrich(MockClp token, address account, uint256 amount) internal {
        token.mint(account, amount);
        VM.prank(account);
        token.approve(address(treasury), type(uint256).max);
    }
}

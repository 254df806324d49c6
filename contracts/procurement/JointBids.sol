// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IRegistry} from "../registry/interfaces/IRegistry.sol";
import {Entity} from "../registry/types/Entity.sol";
import {IJointBids} from "./interfaces/IJointBids.sol";
import {ITenderBook} from "./interfaces/ITenderBook.sol";
import {SmallFirm} from "./libraries/SmallFirm.sol";
import {TenderErrors as Errors} from "./libraries/TenderErrors.sol";
import {Tender} from "./types/Tender.sol";

/// @title JointBids
contract JointBids is IJointBids, EIP712 {
    /// @notice Most members of a joint bid besides its lead.
    uint256 public constant MAX_MEMBERS = 4;

    bytes32 private constant JOINT_TYPEHASH = keccak256(
        "JointBid(bytes32 tender,uint64 lead,uint64[] members,bytes32 agreement,uint40 deadline)"
    );

    IRegistry public immutable REGISTRY;
    ITenderBook public immutable BOOK;

    /// @param registry Who the entities are.
    /// @param book Keeps the bids.
    constructor(IRegistry registry, ITenderBook book) EIP712("Erario JointBids", "1") {
        require(address(registry).code.length != 0, Errors.Tender_NotAContract(address(registry)));
        require(address(book).code.length != 0, Errors.Tender_NotAContract(address(book)));
        REGISTRY = registry;
        BOOK = book;
    }

    /// @inheritdoc IJointBids
    function formJoint(Tender.Joint calldata joint, bytes[] calldata signatures) external {
        bytes32 id = joint.tender;
        uint64 lead = joint.lead;
        require(BOOK.statusOf(id) == Tender.Status.Bidding, Errors.Tender_OutsideWindow(id, 0, BOOK.closesAt(id)));
        require(block.timestamp <= joint.deadline, Errors.Joint_Expired(id, joint.deadline));
        uint256 count = joint.members.length;
        require(
            count != 0 && count <= MAX_MEMBERS && count == signatures.length && joint.agreement != 0,
            Errors.Joint_Size(id, count, MAX_MEMBERS)
        );
        bytes32 digest = _digest(joint);
        Tender.Seat memory seat = Tender.Seat(lead, REGISTRY.getEntity(lead).group);
        require(_join(id, lead, seat) == msg.sender, Errors.Tender_NotTheBidder(id, msg.sender, lead));
        for (uint256 i; i < count; ++i) {
            uint64 member = joint.members[i];
            require(i == 0 || member > joint.members[i - 1], Errors.Joint_Member(id, member));
            address account = _join(id, member, seat);
            require(
                SignatureChecker.isValidSignatureNow(account, digest, signatures[i]),
                Errors.Joint_BadSignature(id, member)
            );
        }
        emit JointFormed(id, msg.sender, lead, joint.members, joint.agreement);
    }

    /// @dev Takes the entity's place, if it is an active small firm.
    /// @return account The entity's account.
    function _join(bytes32 id, uint64 entity, Tender.Seat memory seat) private returns (address account) {
        Entity.Record memory r = REGISTRY.getEntity(entity);
        require(
            REGISTRY.isActive(entity, Entity.Kind.Supplier) && SmallFirm.isSmall(r.size),
            Errors.Joint_Member(id, entity)
        );
        BOOK.join(id, entity, r.group, seat);
        return r.account;
    }

    function _digest(Tender.Joint calldata joint) private view returns (bytes32) {
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(
                        JOINT_TYPEHASH,
                        joint.tender,
                        joint.lead,
                        keccak256(abi.encodePacked(joint.members)),
                        joint.agreement,
                        joint.deadline
                    )
                )
            );
    }
}

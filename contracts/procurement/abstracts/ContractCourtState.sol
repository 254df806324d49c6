// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IRegistry} from "../../registry/interfaces/IRegistry.sol";
import {ICertificateDesk} from "../interfaces/ICertificateDesk.sol";
import {IContractCourt} from "../interfaces/IContractCourt.sol";
import {IDisputes} from "../interfaces/IDisputes.sol";
import {IFines} from "../interfaces/IFines.sol";
import {ITerminations} from "../interfaces/ITerminations.sol";
import {Agreement} from "../types/Agreement.sol";
import {Dispute} from "../types/Dispute.sol";
import {EscrowModule} from "./EscrowModule.sol";

/// @notice All storage of the court and its getters.
abstract contract ContractCourtState is IContractCourt, EscrowModule {
    /// @notice Which accounts act for buyers and suppliers.
    IRegistry public immutable REGISTRY;

    /// @notice Knows which certificates are granted.
    ICertificateDesk public immutable DESK;

    mapping(bytes32 id => mapping(uint256 index => mapping(Dispute.Topic topic => Dispute.Case dispute)))
        internal _cases;
    mapping(bytes32 id => mapping(uint256 index => Fine fine)) internal _fines;
    mapping(bytes32 id => Termination termination) internal _terminations;
    /// @inheritdoc ITerminations
    mapping(bytes32 id => uint40 notBefore) public nextNoticeOf;
    /// @inheritdoc IFines
    mapping(bytes32 id => uint128 amount) public finesImposedOf;
    mapping(bytes32 id => uint256 count) internal _bondHolds;

    /// @inheritdoc IDisputes
    function holdsBond(bytes32 id) external view returns (bool) {
        return _bondHolds[id] != 0;
    }

    /// @inheritdoc IDisputes
    function getCase(bytes32 id, uint256 index, Dispute.Topic topic) external view returns (Dispute.Case memory) {
        return _cases[id][index][topic];
    }

    /// @inheritdoc IFines
    function getFine(bytes32 id, uint256 index) external view returns (Fine memory) {
        return _fines[id][index];
    }

    /// @inheritdoc ITerminations
    function getTermination(bytes32 id) external view returns (Termination memory) {
        return _terminations[id];
    }

    function _isBuyer(Agreement.Terms calldata terms) internal view returns (bool) {
        return msg.sender == REGISTRY.accountOf(terms.buyer);
    }

    function _isSupplier(Agreement.Terms calldata terms) internal view returns (bool) {
        return msg.sender == REGISTRY.accountOf(terms.supplier);
    }

    /// @dev Keeps the bond while something filed before its expiry is undecided.
    function _keepBond(Agreement.Deed calldata deed, bytes32 id) internal returns (bool kept) {
        kept = escrow.performanceBondOf(id) != 0 && block.timestamp <= _bondUntil(deed, id);
        if (kept) ++_bondHolds[id];
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Attested, IAttestation} from "../../shared/interfaces/IAttestation.sol";
import {Benefit} from "../types/Benefit.sol";

/// @notice What becomes of a seat: acceptance, waiver (renuncia), lapse (caducidad), and the use of its subsidy.
/// @dev A household acts by a signature of its claim key (EIP-712), which anyone may carry. Every message names call, household, slot, round and the
/// number of the act, so that none serves twice, elsewhere, or after a later one. No pause stops anything here.
interface IBenefitDesk is IAttestation {
    /// @notice A household asks that its subsidy be paid to a seller, or its home be handed over by one.
    /// @param step Number of the household's act, which the reviewers name if they overrule an objection.
    /// @param deed SHA-256 of the deed of sale (escritura); where it is kept is not published, for it names persons.
    event UseRequested(bytes32 indexed id, bytes32 indexed nullifier, uint64 indexed seller, uint32 step, bytes32 deed);
    /// @notice The household took its request back.
    event UseWithdrawn(bytes32 indexed id, bytes32 indexed nullifier);
    /// @notice The office objected.
    event UseObjected(bytes32 indexed id, bytes32 indexed nullifier, address indexed by, bytes32 reason);
    /// @notice The office certified the request.
    event UseCertified(bytes32 indexed id, bytes32 indexed nullifier, address indexed by);
    /// @notice The reviewers overruled the office's objection.
    event ObjectionOverruled(bytes32 indexed id, bytes32 indexed nullifier, address indexed by);
    /// @notice The time to use an accepted seat runs until then.
    event ValiditySet(bytes32 indexed id, bytes32 indexed nullifier, uint40 until);

    /// @notice Accepts an offered seat.
    /// @dev Emits {ICallBook-Accepted}. Signed: Acceptance(bytes32 callId,bytes32 nullifier,uint16 slot,uint8 round,uint32 step,bool inLine). The time to
    /// use the seat runs from now on, or, for whoever stays in line, from when it leaves the line.
    ///
    /// Requirements:
    /// - the seat is offered, and the time to accept is not over;
    /// - the claim key signed it.
    /// @param inLine Whether it stays in line for a better slot, as its application said.
    function accept(bytes32 nullifier, bool inLine, address signer, bytes calldata signature) external;

    /// @notice Gives a seat up; the household is out of the call.
    /// @dev Emits {ICallBook-Vacated}. Signed: Waiver(bytes32 callId,bytes32 nullifier,uint16 slot,uint8 round,uint32 step).
    ///
    /// Requirements:
    /// - the seat is offered or accepted, and no request of it is pending or certified;
    /// - the claim key signed it;
    /// - whoever is in line is settled in the current round.
    function waive(bytes32 nullifier, address signer, bytes calldata signature) external;

    /// @notice Leaves the line for a better slot; the time to use the seat runs from now on.
    /// @dev Emits {ICallBook-LineLeft}, {ValiditySet}. Signed: LineExit(bytes32 callId,bytes32 nullifier,uint16 slot,uint8 round,uint32 step).
    ///
    /// Requirements:
    /// - the seat is accepted;
    /// - the claim key signed it;
    /// - the household is in line and settled in the current round.
    function leaveLine(bytes32 nullifier, address signer, bytes calldata signature) external;

    /// @notice Asks for the subsidy to be paid to the seller of a home. Whoever is in line leaves it.
    /// @dev Emits {UseRequested}, {ValiditySet} where the validity changes. Signed:
    /// Use(bytes32 callId,bytes32 nullifier,uint16 slot,uint8 round,uint32 step,uint64 seller,bytes32 deed).
    ///
    /// Requirements:
    /// - the seat is accepted, and no request of it is pending or certified;
    /// - its validity is not over, and it had fewer than {MOST_REQUESTS} requests;
    /// - `seller` is an active supplier or public body, and `deed` is not zero;
    /// - the claim key signed it, seller and deed with it.
    /// @param seller Registry id of the seller.
    /// @param deed SHA-256 of the deed.
    function request(bytes32 nullifier, uint64 seller, bytes32 deed, address signer, bytes calldata signature) external;

    /// @notice Takes a request back that is not certified; the time it took counts.
    /// @dev Emits {UseWithdrawn}. Signed: Withdrawal(bytes32 callId,bytes32 nullifier,uint16 slot,uint8 round,uint32 step).
    ///
    /// Requirements:
    /// - the request is pending or objected to;
    /// - the claim key signed it.
    function withdraw(bytes32 nullifier, address signer, bytes calldata signature) external;

    /// @notice Objects to a request, for a published reason.
    /// @dev Emits {UseObjected}.
    ///
    /// Requirements:
    /// - the caller holds the housing office's role and is the account of the call's office;
    /// - the request is pending;
    /// - `reason` is not zero.
    function object(bytes32 nullifier, bytes32 reason) external;

    /// @notice Certifies a request before the time to object is over; after it silence certifies.
    /// @dev Emits {UseCertified}.
    ///
    /// Requirements:
    /// - the caller holds the housing office's role and is the account of the call's office;
    /// - the request is pending.
    function certify(bytes32 nullifier) external;

    /// @notice Certifies a request over the office's objection.
    /// @dev Emits {ObjectionOverruled}. The report is {overruleReport}. Without it the objection stands once its time is over: the request is refused, and
    /// what was left of the validity when it was made is left again.
    ///
    /// Requirements:
    /// - the request is objected to;
    /// - enough members of the reviewers' board signed.
    function overrule(bytes32 nullifier, Attested calldata attested) external;

    /// @notice Pays the subsidy of a certified request to its seller; anyone may.
    /// @dev Emits {ICallBook-Fulfilled}.
    ///
    /// Requirements:
    /// - the request is certified.
    function pay(bytes32 nullifier) external;

    /// @notice Decides on seats that nobody accepted in time; anyone may. Silence accepts or lapses, as the call says. Others are passed by.
    /// @dev Emits {ICallBook-Accepted} or {ICallBook-Vacated}.
    function decide(bytes32[] calldata nullifiers) external;

    /// @notice Lets the validity of accepted seats begin that wait in line no longer: they have the best slot, or the call has ended. Anyone may;
    /// others are passed by.
    /// @dev Emits {ValiditySet}.
    function begin(bytes32[] calldata nullifiers) external;

    /// @notice Frees accepted seats that were not used in their validity and of which no request is pending or certified; anyone may. Others are
    /// passed by.
    /// @dev Emits {ICallBook-Vacated}.
    function expire(bytes32[] calldata nullifiers) external;

    /// @notice The last request of a household's seat.
    function getRequest(bytes32 nullifier) external view returns (Benefit.Request memory);

    /// @notice Where the request of a household's seat stands.
    function stageOf(bytes32 nullifier) external view returns (Benefit.Stage);

    /// @notice Last second to use an accepted seat, with what a refused request took.
    function usableUntil(bytes32 nullifier) external view returns (uint40);

    /// @notice When a subsidy was paid or a home handed over; 0 before.
    function usedAt(bytes32 nullifier) external view returns (uint40);

    /// @notice What the reviewers sign to overrule the objection to a household's present request.
    function overruleReport(bytes32 nullifier) external view returns (bytes32);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Attested, Endorsement, IAttestation} from "../../shared/interfaces/IAttestation.sol";
import {SortedTree} from "../../shared/libraries/SortedTree.sol";
import {Application} from "../types/Application.sol";
import {Intake} from "../types/Intake.sol";

/// @notice How applications (postulaciones) get into a call: receipts, the attested roll (nómina), and what anyone can
/// prove wrong about it before the seed.
/// @dev Boards: {ROLL_BOARD} attests rolls (registry, housing service, independent auditor), {REVIEW_BOARD} decides on
/// scores and eligibility, which rest on private attributes; none of those enters calldata. What code can decide is
/// decided by code, at once. What stands for a household instead of the roll is a fact. A corrected roll is the first
/// one with its facts and nothing else, so that it makes no difference to any household which of the two counts:
/// whatever is unproven, withheld or objected to in it leaves the first one with its facts.
interface IIntakeDesk is IAttestation {
    /// @notice An account of the intake office signs receipts, or does no longer.
    event SignerSet(address indexed account, address indexed by, bool isSigner);
    /// @notice The receipts of a call are known by this root.
    event ReceiptsAnchored(bytes32 indexed id, address indexed by, bytes32 root, uint24 count);
    /// @notice A household's receipt is kept, whether the office anchors it or not.
    event ReceiptLodged(bytes32 indexed id, address indexed by, bytes32 indexed nullifier, Intake.Receipt receipt);
    /// @notice The offices attested a roll, the first or the corrected one.
    event RollAttested(bytes32 indexed id, address indexed by, bool isCorrection, Intake.Roll roll);
    /// @notice This application stands for its household.
    event ApplicationPut(
        bytes32 indexed id,
        address indexed by,
        bytes32 indexed nullifier,
        Intake.Kind kind,
        Application.Leaf application
    );
    /// @notice A household is out of the call.
    event HouseholdPutOut(bytes32 indexed id, address indexed by, bytes32 indexed nullifier, Intake.Kind kind);
    /// @notice Two neighbours of the roll do not ascend.
    event DisorderShown(bytes32 indexed id, address indexed by, uint256 index);
    /// @notice A household asked to be shown in the roll.
    event InclusionDemanded(
        bytes32 indexed id,
        address indexed by,
        bytes32 indexed nullifier,
        Application.Leaf application
    );
    /// @notice It was shown.
    event DemandAnswered(bytes32 indexed id, address indexed by, bytes32 indexed nullifier, uint256 index);
    /// @notice The reviewers decided about a household.
    /// @param number Of their rulings about it in this call, from 1.
    event Ruled(bytes32 indexed id, address indexed by, bytes32 indexed nullifier, uint32 number, bytes32 reason);
    /// @notice The corrected roll has a household as the facts say.
    event FactCured(bytes32 indexed id, bytes32 indexed nullifier);
    /// @notice The corrected roll does not count.
    event CorrectionRefuted(bytes32 indexed id, address indexed by, Intake.Fault fault);
    /// @notice The inputs of the draw are final.
    event InputsSettled(bytes32 indexed id, address indexed by, bool isCorrected);

    /// @notice Lets an account sign receipts, or no longer.
    /// @dev Emits {SignerSet}. What was lodged before stays.
    ///
    /// Requirements:
    /// - the caller holds the intake office's role.
    function setSigner(address account, bool isAllowed) external;

    /// @notice Anchors the root of the receipts, once, so that none can be dated back.
    /// @dev Emits {ReceiptsAnchored}.
    ///
    /// Requirements:
    /// - the caller holds the intake office's role;
    /// - applications have closed, and the time to anchor is not over;
    /// - `root` is not zero.
    function anchorReceipts(bytes32 id, bytes32 root, uint24 count) external;

    /// @notice Keeps a receipt, so that an office that leaves it out of its root hides nothing; anyone may.
    /// @dev Emits {ReceiptLodged}. A later receipt of the household takes its place, and can come until the root is
    /// anchored: a household cannot fall back on an application that it has changed since. A receipt that nobody asked
    /// for is signed for all to see, and the reviewers undo it.
    ///
    /// Requirements:
    /// - applications are taken; or they have closed, no root is anchored, and an earlier receipt of the household is
    /// kept;
    /// - the receipt is of this call and not older than the one that is kept;
    /// - an account that signs for the intake office has signed it.
    function lodge(bytes32 id, Intake.Receipt calldata receipt, Endorsement calldata endorsement) external;

    /// @notice Attests the roll, once.
    /// @dev Emits {RollAttested}. A root serves one call only, because marks are kept by root.
    ///
    /// Requirements:
    /// - the receipts are anchored, and the time to attest is not over;
    /// - root, count and data are there, and no call has had the root;
    /// - enough members of {ROLL_BOARD} have signed {IntakeReports.rollOf} of it.
    function attestRoll(bytes32 id, Intake.Roll calldata roll, Attested calldata attested) external;

    /// @notice Proves that the roll lacks a household that has a receipt: what it declared stands for it.
    /// @dev Emits {ApplicationPut}.
    ///
    /// Requirements, of this and of each proof against the roll:
    /// - the time for challenges is not over;
    /// - nothing else than the roll stands for the household;
    /// - the receipt is lodged, or is in the anchored root, of a second in which applications were taken, and no later
    /// one is lodged;
    /// - the application is what the receipt says, with its score, and eligible;
    /// - the proof holds.
    function proveOmission(
        bytes32 id,
        Intake.Evidence calldata evidence,
        Application.Leaf calldata application,
        SortedTree.Gap calldata gap
    ) external;

    /// @notice Proves that the roll has something else for a household than it declared: what it declared stands.
    /// @dev Emits {ApplicationPut}. Score and eligibility are no difference: they are for the offices to find and for
    /// the reviewers to correct.
    ///
    /// Requirements:
    /// - as {proveOmission}.
    /// @param entry What the roll has.
    function proveDifference(
        bytes32 id,
        Intake.Evidence calldata evidence,
        Application.Leaf calldata application,
        Intake.Entry calldata entry
    ) external;

    /// @notice Proves that the roll has a household twice: the one with the lower score stands, of equal ones the
    /// earlier.
    /// @dev Emits {ApplicationPut}.
    ///
    /// Requirements:
    /// - the time for challenges is not over, and nothing else than the roll stands for the household;
    /// - both are in the roll, the first one before the second.
    function proveDuplicate(bytes32 id, Intake.Entry calldata first, Intake.Entry calldata second) external;

    /// @notice Shows that two neighbours of the roll do not ascend.
    /// @dev Emits {DisorderShown}; nothing follows. What stands for a household is kept by its nullifier and not by a
    /// place, so a household at a wrong place has the same seat, one that is there twice falls to {proveDuplicate}, and
    /// one that a wrong order lets pass for missing is put back as it declared. A corrected roll may not have it.
    ///
    /// Requirements:
    /// - the time for challenges is not over, and the proof holds.
    function proveDisorder(bytes32 id, SortedTree.Spot calldata left, SortedTree.Spot calldata right) external;

    /// @notice Proves that the tree of persons names one for two households: both are out.
    /// @dev Emits {HouseholdPutOut}. The reviewers may restore one, and what they decided stands.
    ///
    /// Requirements:
    /// - the time for challenges is not over;
    /// - the two are neighbours, of one person, and name the two households;
    /// - one of them is not out and was not ruled on.
    function provePersonTwice(
        bytes32 id,
        SortedTree.Spot calldata left,
        SortedTree.Spot calldata right,
        bytes32 household,
        bytes32 other
    ) external;

    /// @notice Proves that two applications name one person: both are out.
    /// @dev Emits {HouseholdPutOut}. As {provePersonTwice}, also for applications that replaced another. One that is
    /// out already convicts the other, so that it makes no difference who is proven first.
    function proveSharedMember(
        bytes32 id,
        Intake.Entry calldata one,
        Intake.Entry calldata other,
        Intake.Shared calldata shared
    ) external;

    /// @notice Asks to be shown in the roll; for whoever cannot know, because its data are withheld.
    /// @dev Emits {InclusionDemanded}. Once for each household, and it costs more than its answer.
    ///
    /// Requirements:
    /// - as {proveOmission}, without a proof;
    /// - the household has not demanded yet.
    function demand(bytes32 id, Intake.Evidence calldata evidence, Application.Leaf calldata application) external;

    /// @notice Shows households in the roll, by one common proof; anyone may. Those that are not demanded, or are there
    /// with something else than they declared, are passed by: that is no answer.
    /// @dev Emits {DemandAnswered}.
    ///
    /// Requirements:
    /// - the roll is attested, and the time to answer is not over;
    /// - the applications are in the roll, and one of them at least is an answer.
    /// @param indexes Strictly ascending.
    /// @param path As {SortedTree.holdsAll} takes it.
    function answer(
        bytes32 id,
        uint256[] calldata indexes,
        Application.Leaf[] calldata applications,
        bytes32[] calldata path
    ) external;

    /// @notice What a household demanded in vain stands for it; anyone may.
    /// @dev Emits {ApplicationPut}. It needs nothing of the roll's data. Once nobody can answer, nothing is left to
    /// weigh.
    ///
    /// Requirements:
    /// - the time to answer is over, and the inputs are not final;
    /// - the household demanded with this application, was not shown, and nothing else stands for it.
    function defaultDemand(bytes32 id, Application.Leaf calldata application) external;

    /// @notice Enters what the reviewers decided about a household: it takes the place of whatever stood for it.
    /// @dev Emits {Ruled} and {ApplicationPut} or {HouseholdPutOut}.
    ///
    /// Requirements:
    /// - the time for challenges is not over; or that to answer is not, and a fact or an open demand is there: what the
    /// last second of challenges brings can still be ruled on;
    /// - a reason is given;
    /// - enough members of {REVIEW_BOARD} have signed {IntakeReports.rulingOf} of it, with the number of their rulings
    /// about the household.
    function rule(bytes32 id, Intake.Ruling calldata ruling, Attested calldata attested) external;

    /// @notice Attests the corrected roll, once.
    /// @dev Emits {RollAttested}. It counts after {settleInputs} only.
    ///
    /// Requirements:
    /// - the time to answer is over, that to correct is not, and none came yet;
    /// - a fact was proven;
    /// - as {attestRoll}, with {IntakeReports.rollOf} of a correction.
    function correct(bytes32 id, Intake.Roll calldata roll, Attested calldata attested) external;

    /// @notice Shows that the corrected roll has what stands for households, by one common proof; anyone may. Others
    /// are passed by.
    /// @dev Emits {FactCured}.
    ///
    /// Requirements, of this and of each proof about the corrected roll:
    /// - it came, nothing speaks against it yet, and the inputs are not final;
    /// - the proof holds.
    function cure(
        bytes32 id,
        uint256[] calldata indexes,
        Application.Leaf[] calldata applications,
        bytes32[] calldata path
    ) external;

    /// @notice Shows that the corrected roll lacks a household that is out.
    /// @dev Emits {FactCured}.
    function cureAbsence(bytes32 id, bytes32 nullifier, SortedTree.Gap calldata gap) external;

    /// @notice Refutes the corrected roll: it lacks a household that has a receipt. Of a household with a fact, {cure}
    /// says what must be there.
    /// @dev Emits {CorrectionRefuted}, as all that follow.
    function refuteByOmission(bytes32 id, Intake.Evidence calldata evidence, SortedTree.Gap calldata gap) external;

    /// @notice Refutes it: it lacks a household without a fact that was in the first one.
    function refuteByLoss(bytes32 id, Intake.Entry calldata before, SortedTree.Gap calldata gap) external;

    /// @notice Refutes it: it has something else for a household than the receipt says.
    function refuteByDifference(bytes32 id, Intake.Evidence calldata evidence, Intake.Entry calldata entry) external;

    /// @notice Refutes it: it has something else for a household without a fact than the first one, be it the score.
    function refuteByChange(bytes32 id, Intake.Entry calldata before, Intake.Entry calldata entry) external;

    /// @notice Refutes it: it has a household without a fact that the first one lacked.
    function refuteByAddition(bytes32 id, SortedTree.Gap calldata gap, Intake.Entry calldata entry) external;

    /// @notice Refutes it: two neighbours do not ascend. Where a household or a person is there twice, there are such
    /// neighbours.
    /// @param ofMembers Whether in the tree of persons.
    function refuteByDisorder(
        bytes32 id,
        bool ofMembers,
        SortedTree.Spot calldata left,
        SortedTree.Spot calldata right
    ) external;

    /// @notice Refutes it: two of its applications name one person.
    function refuteBySharedMember(
        bytes32 id,
        Intake.Entry calldata one,
        Intake.Entry calldata other,
        Intake.Shared calldata shared
    ) external;

    /// @notice Refutes it without a proof, which its data may be withheld for. No household loses by it: the first roll
    /// and its facts say the same.
    ///
    /// Requirements:
    /// - the caller sits on one of the boards.
    function objectTo(bytes32 id) external;

    /// @notice Makes the inputs final: the corrected roll counts if nothing spoke against it and it has every fact,
    /// otherwise the first one and what stands against it. Anyone may, and has nothing to choose. Whoever draws the
    /// seed must call it first, in the same transaction.
    /// @dev Emits {InputsSettled}. Does nothing if they are final.
    ///
    /// Requirements:
    /// - the time of all proofs is over, and the seed is not drawn.
    function settleInputs(bytes32 id) external;

    /// @notice Whether {settleInputs} made the inputs final.
    function inputsAreFinal(bytes32 id) external view returns (bool);

    /// @notice Whether an account signs receipts.
    function isSigner(address account) external view returns (bool);

    /// @notice The rolls of a call.
    function getFile(bytes32 id) external view returns (Intake.File memory);

    /// @notice What stands for a household in the place of the roll.
    function getFact(bytes32 id, bytes32 nullifier) external view returns (Intake.Fact memory);

    /// @notice What a household demanded.
    function getDemand(bytes32 id, bytes32 nullifier) external view returns (Intake.Demand memory);

    /// @notice The receipt of a household that is kept.
    function getLodged(bytes32 id, bytes32 nullifier) external view returns (Intake.Lodged memory);
}

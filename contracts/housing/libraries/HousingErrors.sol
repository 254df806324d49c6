// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {IBeacon} from "../../randomness/interfaces/IBeacon.sol";
import {DueProcess} from "../../shared/libraries/DueProcess.sol";
import {Appeal} from "../types/Appeal.sol";
import {Award} from "../types/Award.sol";
import {Benefit} from "../types/Benefit.sol";
import {Call} from "../types/Call.sol";
import {Intake} from "../types/Intake.sol";
import {Result} from "../types/Result.sol";

/// @notice Errors of housing. The first argument is the record's id, or the position in the published list, wherever there is one.
library HousingErrors {
    error Rules_Count(uint8 list, uint256 given, uint256 least, uint256 most);
    error Rules_Attribute(uint256 attribute);
    error Rules_Condition(uint8 list, uint256 index, uint256 condition);
    error Rules_Factor(uint256 factor);
    error Rules_Bracket(uint256 factor, uint256 bracket);
    error Rules_Total(uint256 total, uint256 most);
    error Rules_Committee();

    error Household_Count(uint256 given, uint256 expected);
    error Household_Value(uint256 attribute);
    error Household_NoReserve(uint256 reserve, uint256 reserves);
    error Household_Opening(bytes32 given, bytes32 expected);

    error Call_Slots(uint256 given, uint256 most);
    error Call_Benefits(uint256 given, uint256 most);
    error Call_Slot(uint256 slot, uint256 seats, uint256 benefit);
    error Call_Cost(uint256 total);
    error Call_AppealSlot(uint256 slot);
    error Call_Time(uint8 moment, uint256 given, uint256 least);
    error Call_TooLong(uint256 given, uint256 most);
    error Call_NoRules();
    error Call_SameBeacon();
    error Call_Beacons(IBeacon beacon, IBeacon fallbackBeacon);
    error Call_Uf(uint256 given, uint256 givenAt);
    error Call_Snapshot(uint256 given);
    error Call_NoBond();
    error Call_Window(uint8 window, uint256 given, uint256 least, uint256 most);
    error Call_Rounds(uint256 given, uint256 most);

    error Book_AlreadyBound(address desk);
    error Book_NotAContract(address account);
    error Book_OnlyModule(address caller);
    error Call_AlreadyOpen(bytes32 id);
    error Call_Unknown(bytes32 id);
    error Call_Ended(bytes32 id, Call.Outcome outcome);
    error Call_Status(bytes32 id, Call.Status status);
    error Call_NotTheOffice(bytes32 id, address caller, address account);
    error Call_NoReason(bytes32 id);
    error Call_Unfinished(bytes32 id, uint256 from);

    error Round_Fixed(bytes32 id, uint256 round);
    error Round_NotFixed(bytes32 id, uint256 round);
    error Round_Unsettled(bytes32 id, uint256 unsettled, uint256 undecided);
    error Round_NothingFree(bytes32 id);
    error Round_Slots(bytes32 id, uint256 given, uint256 slots);
    error Round_CutoffRises(bytes32 id, uint256 slot, uint256 given, uint256 before);

    error Seat_NotProven(bytes32 id);
    error Seat_None(bytes32 id, bytes32 nullifier);
    error Seat_State(bytes32 nullifier, Award.State state);
    error Seat_InLine(bytes32 nullifier, uint256 settledIn, uint256 round);
    error Seat_Taken(bytes32 nullifier, uint256 call);
    error Seat_NoPool(bytes32 id);

    error Intake_NoRoot(bytes32 id);
    error Intake_RootUsed(bytes32 id, bytes32 root);
    error Intake_NotASigner(bytes32 id, address account);
    error Intake_FalseSignature(bytes32 id, address account);
    error Intake_NotNewer(bytes32 id, bytes32 nullifier, uint256 issuedAt, uint256 lodgedAt);
    error Intake_NoReceipt(bytes32 id, bytes32 nullifier);
    error Intake_NotDeclared(bytes32 id, bytes32 nullifier);
    error Intake_NotProven(bytes32 id, bytes32 nullifier);
    error Intake_Marked(bytes32 id, bytes32 nullifier, Intake.Kind kind);
    error Intake_Demanded(bytes32 id, bytes32 nullifier);
    error Intake_NoDemand(bytes32 id, bytes32 nullifier);
    error Intake_NothingDone(bytes32 id);
    error Intake_NoReason(bytes32 id, bytes32 nullifier);
    error Intake_NoFact(bytes32 id, bytes32 nullifier);
    error Intake_NoFacts(bytes32 id);
    error Intake_Corrected(bytes32 id);
    error Intake_NoCorrection(bytes32 id, Intake.Fault fault);
    error Intake_NotOnABoard(bytes32 id, address caller);

    error Claim_NotTheKey(bytes32 nullifier, address signer);
    error Claim_FalseSignature(bytes32 nullifier, address signer);

    error Benefit_TooLate(bytes32 nullifier, uint256 until);
    error Benefit_Stage(bytes32 nullifier, Benefit.Stage stage);
    error Benefit_Requests(bytes32 nullifier, uint256 most);
    error Benefit_Seller(bytes32 nullifier, uint64 seller);
    error Benefit_NoDocument(bytes32 nullifier);

    error Appeal_TooLate(bytes32 id, uint256 until);
    error Appeal_Filed(bytes32 id, bytes32 nullifier);
    error Appeal_NoReason(bytes32 id, bytes32 nullifier);
    error Appeal_Committee(bytes32 id, bytes32 nullifier, uint256 size);
    error Appeal_Status(bytes32 id, bytes32 nullifier, Appeal.Status status);
    error Appeal_OtherKey(bytes32 id, bytes32 nullifier);
    error Appeal_Application(bytes32 id, bytes32 nullifier);
    error Appeal_NothingCleared(bytes32 id, bytes32 nullifier);
    error Appeal_Slot(bytes32 id, bytes32 nullifier, uint256 given, uint256 first);
    error Appeal_Running(bytes32 id, uint256 until);
    error Appeal_NotNext(bytes32 id, bytes32 nullifier, bytes32 next);
    error Appeal_NoPriority(bytes32 id, bytes32 nullifier, uint256 earlier);
    error Appeal_Unserved(bytes32 id, uint256 left);

    error Occupancy_Window(uint8 window, uint256 given, uint256 least, uint256 most);
    error Occupancy_Ended(bytes32 nullifier, uint256 until);
    error Occupancy_Stage(bytes32 nullifier, DueProcess.Stage stage);
    error Occupancy_NoDocument(bytes32 nullifier);
    error Occupancy_SameOffice(bytes32 nullifier, address caller);

    error Result_NotActive(bytes32 id, address caller);
    error Result_Round(bytes32 id, uint256 given, uint256 round);
    error Result_Late(bytes32 id, uint256 until);
    error Result_Offers(bytes32 id);
    error Result_Slots(bytes32 id, uint256 slots);
    error Result_Entries(bytes32 id, uint256 entries);
    error Result_Slot(bytes32 id, uint256 slot, uint256 entries, uint256 offer, uint256 cutoff, uint256 before);
    error Result_Added(bytes32 id, uint256 given, uint256 expected);
    error Result_Known(bytes32 id, bytes32 digest);
    error Result_State(bytes32 id, uint256 number, Result.State state);
    error Result_Exhibit(bytes32 id, uint256 number);
    error Result_NotListed(bytes32 id, uint256 slot, uint256 index);
    error Result_NotMisfit(bytes32 id, uint256 index);
    error Result_NotProven(bytes32 id, uint256 index);
    error Result_Proofs(bytes32 id, uint256 given, uint256 expected);
    error Result_True(bytes32 id, uint256 number, Result.Falsehood falsehood);
    error Result_NotDue(bytes32 id, uint256 round, uint256 until);
    error Result_LastRound(bytes32 id, uint256 rounds);
}

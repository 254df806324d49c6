// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

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
    error Call_Benefit(uint256 benefit);
    error Call_Slot(uint256 slot, uint256 seats, uint256 benefit);
    error Call_Cost(uint256 total);
    error Call_Time(uint8 moment, uint256 given, uint256 least);
    error Call_TooLong(uint256 given, uint256 most);
    error Call_NoRules();
    error Call_SameBeacon();
    error Call_Uf(uint256 given, uint256 givenAt);
    error Call_Snapshot(uint256 given);
    error Call_NoBond();
    error Call_Window(uint8 window, uint256 given, uint256 least, uint256 most);
    error Call_Rounds(uint256 given, uint256 most);
}

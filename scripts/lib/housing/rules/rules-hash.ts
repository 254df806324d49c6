import { AbiCoder, id, keccak256, ParamType } from "ethers";

import type { Attribute, Clause, Condition, Factor, Rules } from "./types.ts";

const CONDITION = "tuple(uint8,uint8,int64,int64,uint64,uint8,int64,uint256)";
const CLAUSE = `tuple(${CONDITION}[])`;
const FACTOR = `tuple(uint8,uint8,uint16,int64,uint64,uint64,uint64,${CONDITION}[],tuple(int64,uint64)[])`;
const COMMITTEE = "tuple(uint8,uint16,uint16,int64,int64,uint16,uint16)";
const RULES = ParamType.from(
  `tuple(tuple(bytes32,int64,int64,bool)[],${CLAUSE}[],${FACTOR}[],${CLAUSE}[],${COMMITTEE})`,
);

const attributeWords = ({ name, least, most, whole }: Attribute) => [name, least, most, whole];
const conditionWords = (c: Condition) => [c.test, c.attribute, c.least, c.most, c.slope, c.other, c.beyond, c.set];
const clauseWords = ({ anyOf }: Clause) => [anyOf.map(conditionWords)];
const factorWords = (f: Factor) => [
  ...[f.kind, f.attribute, f.weight, f.above, f.unit, f.points, f.cap],
  f.when.map(conditionWords),
  f.brackets.map(({ from, points }) => [from, points]),
];

/**
 * Hash of the rules of a call: what it freezes.
 *
 * @throws TypeError of ethers, when a value does not fit its type
 * @example rulesHash(rules); // "0x5e..."
 */
export function rulesHash({ attributes, requirements, factors, reserves, committee: c }: Rules): string {
  const words = [
    attributes.map(attributeWords),
    requirements.map(clauseWords),
    factors.map(factorWords),
    reserves.map(clauseWords),
    [c.attribute, c.fewest, c.most, c.low, c.high, c.lowBps, c.highBps],
  ];
  return keccak256(AbiCoder.defaultAbiCoder().encode([RULES], [words]));
}

/**
 * The hash by which the rules name an attribute.
 *
 * @example attributeName("tramo-rsh");
 */
export const attributeName = (name: string): string => id(name);

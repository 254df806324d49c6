import type * as z from "zod";

import { integerField, parseAddress, parsedField, record, type Field } from "../input/fields.ts";
import { InputError, isInputError } from "../input/input-error.ts";
import { loadInput, type DoorContext } from "../input/load-input.ts";
import { ROLES } from "../roles.ts";

/** Parameters of a deployment: who holds each office, and the bounds of the registry. */
export interface Parameters {
  /** Account by office, `admin` included. */
  readonly offices: Readonly<Record<string, string>>;
  /** What Ignition takes. */
  readonly modules: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
}

/** Offices that parameters must name: all but the roles that only contracts hold. */
export const OFFICES: readonly string[] = [
  "admin",
  ...ROLES.filter(({ heldByContracts }) => heldByContracts !== true).map(({ key }) => key),
];

const YEAR = 365 * 86_400;

/** An office's account; zero has a message of its own, since that is how the example file is left. */
const officeField = (office: string): Field<string> =>
  parsedField((text) => {
    try {
      return parseAddress(text);
    } catch (error) {
      if (isInputError(error) && error.code === "address-zero") throw new InputError("office-zero", { office });
      throw error;
    }
  });

const schemaOf = () =>
  record({
    Registry: record({ maxSuspension: integerField(86_400, 10 * YEAR) }),
    Suite: record(Object.fromEntries(OFFICES.map((office) => [office, officeField(office)]))),
  });

/**
 * Reads a network's parameters in Ignition's own form and refuses an office without account, or two with the same.
 *
 * @param file `ignition/parameters/<network>.json`
 * @throws InputError of the door, `office-zero` or `office-duplicate`
 * @example (await loadParameters("ignition/parameters/localhost.json", door)).offices.buyer;
 */
export async function loadParameters(file: string, door: DoorContext): Promise<Parameters> {
  const modules: z.output<ReturnType<typeof schemaOf>> = await loadInput(file, schemaOf, door);
  const offices = modules.Suite as Record<string, string>;
  const holders = new Map<string, string>();
  for (const [office, account] of Object.entries(offices)) {
    const other = holders.get(account);
    if (other !== undefined) {
      throw new InputError("office-duplicate", { office, other, account }, { file, field: `Suite.${office}` });
    }
    holders.set(account, office);
  }
  return { offices, modules: { Registry: modules.Registry, Suite: offices } };
}

/**
 * Refuses a deploying account that would keep an office: whoever deploys keeps nothing.
 *
 * @throws InputError `office-deployer`
 * @example refuseDeployer(parameters, deployer);
 */
export function refuseDeployer({ offices }: Parameters, account: string): void {
  const office = Object.keys(offices).find((key) => offices[key]?.toLowerCase() === account.toLowerCase());
  if (office !== undefined) throw new InputError("office-deployer", { office, account });
}

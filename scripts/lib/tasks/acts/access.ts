import * as z from "zod";

import { addressField, record, type Field } from "../../input/fields.ts";
import { InputError } from "../../input/input-error.ts";
import { ADMIN_DELAY, ROLES } from "../../roles.ts";
import { act, oneMove, type Act, type ActContext } from "../act.ts";

/** A role as the administrator hands it out. */
interface Grantable {
  readonly id: bigint;
  readonly key: string;
  readonly name: { readonly es: string; readonly en: string };
  readonly executionDelay: number;
  readonly heldByContracts?: true;
}

const ADMIN: Grantable = {
  ...{ id: 0n, key: "admin", executionDelay: ADMIN_DELAY },
  name: { es: "Administración de roles", en: "Administrator of roles" },
};
const GRANTABLE: readonly Grantable[] = [ADMIN, ...ROLES];

/** A role by its key in the role table. */
const roleField = (): Field<Grantable> =>
  z.enum(GRANTABLE.map(({ key }) => key)).transform((key) => GRANTABLE.find((role) => role.key === key) ?? ADMIN);

const roleAndAccount = () => record({ rol: roleField(), cuenta: addressField() });

/** A role that only contracts hold would be a person's privilege if an account without code had it. */
async function refusePerson(
  { heldByContracts, key }: Grantable,
  account: string,
  { chain }: ActContext,
): Promise<void> {
  if (heldByContracts !== true || (await chain.code(account)) !== "0x") return;
  throw new InputError("role-for-contracts", { role: key, account });
}

/** What the administrator does with roles; each of its calls is scheduled first and made after its delay. */
export const accessActs: Readonly<Record<string, Act>> = {
  grant: act("admin", roleAndAccount, async ({ rol, cuenta }, context) => {
    await refusePerson(rol, cuenta, context);
    const { manager } = context.contracts;
    return oneMove(
      "grant",
      manager.grantRole.populateTransaction(rol.id, cuenta, rol.executionDelay),
      async () => {
        const { isMember, executionDelay } = await manager.hasRole(rol.id, cuenta);
        return isMember && executionDelay === BigInt(rol.executionDelay);
      },
      (say) =>
        say.pick(
          `Dar a ${cuenta} el rol ${rol.id}, «${rol.name.es}».`,
          `Give ${cuenta} role ${rol.id}, “${rol.name.en}”.`,
        ),
    );
  }),

  revoke: act("admin", roleAndAccount, ({ rol, cuenta }, { contracts: { manager } }) =>
    oneMove(
      "revoke",
      manager.revokeRole.populateTransaction(rol.id, cuenta),
      async () => !(await manager.hasRole(rol.id, cuenta)).isMember,
      (say) =>
        say.pick(
          `Quitar a ${cuenta} el rol ${rol.id}, «${rol.name.es}».`,
          `Take role ${rol.id}, “${rol.name.en}”, from ${cuenta}.`,
        ),
    ),
  ),
};

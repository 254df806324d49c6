import type { Rut } from "../rut.ts";
import { entityOf, nameOf, type TaskContext } from "./context.ts";
import type { Contracts } from "./contracts.ts";

/** An entity of an input file: its id, its name, and the registry that knows it. */
export interface KnownEntity {
  readonly entity: bigint;
  readonly name: string;
  readonly registry: Contracts["registry"];
}

/**
 * Finds the entity that an input file names.
 *
 * @throws InputError `entity-unknown`
 * @example const { entity, name } = await knownEntity(entidad, context);
 */
export async function knownEntity(rut: Rut, context: Pick<TaskContext, "contracts">): Promise<KnownEntity> {
  const entity = await entityOf(context, rut);
  return { entity, name: await nameOf(context, entity), registry: context.contracts.registry };
}

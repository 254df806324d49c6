import { DAY } from "./agreement.ts";
import { accredit, deploySuite, KIND } from "./suite.ts";
import type { Connection } from "./suite.ts";

/** Terms of a change of account, in seconds. */
export const ROTATION = {
  delay: 7n * DAY,
  acceptance: 7n * DAY,
  decision: 14n * DAY,
  cooldown: 30n * DAY,
} as const;

/** A supplier with its entity, a second entity (the factoring house) and a fresh account that serves none. */
export async function rotatableSupplier(connection: Connection) {
  const suite = await deploySuite(connection);
  const { registry, accreditor } = suite;
  const entity = await accredit(registry, accreditor, suite.supplier, { kind: KIND.supplier, number: 77_000_100n });
  const other = await accredit(registry, accreditor, suite.factor, { kind: KIND.supplier, number: 77_000_200n });
  return { ...suite, entity, other, fresh: suite.stranger };
}

/** The owner's own proposal of a fresh account. */
export async function proposedRotation(connection: Connection) {
  const fixture = await rotatableSupplier(connection);
  await fixture.registry.connect(fixture.supplier).proposeRotation(fixture.entity, fixture.fresh);
  return { ...fixture, proposedAt: BigInt(await connection.networkHelpers.time.latest()) };
}

/** The office's proposal of a fresh account, for an entity that has lost its key. */
export async function proposedRecovery(connection: Connection) {
  const fixture = await rotatableSupplier(connection);
  await fixture.registry.connect(fixture.accreditor).proposeRecovery(fixture.entity, fixture.fresh);
  return { ...fixture, proposedAt: BigInt(await connection.networkHelpers.time.latest()) };
}

import * as z from "zod";

import { amountField, type Field } from "../input/fields.ts";
import { InputError } from "../input/input-error.ts";
import { DISPUTE_TOPICS } from "../procurement/names.ts";
import { milestoneField, oneMove, type ActDoor, type DeedContext, type Misfit, type Move } from "./act.ts";
import { happened } from "./context.ts";
import type { Words } from "./say.ts";

/** Matters of a dispute as files name them, in the order of `Dispute.Topic`. */
const TOPICS = [
  "entrega",
  "certificado-0",
  "certificado-1",
  "certificado-2",
  "recepcion-definitiva",
  "garantia",
] as const;

/** From here on a matter concerns the whole contract, and is filed under the first milestone. */
const WHOLE = 4;
/** The matter of a claim on the bond. */
export const BOND = TOPICS.indexOf("garantia");

/** The fields that name a dispute. */
interface CaseShape {
  readonly hito: z.ZodOptional<Field<number>>;
  readonly materia: Field<number>;
}

const topicField = (): Field<number> => z.enum(TOPICS).transform((name) => TOPICS.indexOf(name));

/**
 * Which dispute: of a milestone, or of the whole contract, where the milestone may be left out.
 *
 * @example deedAct(null, caseShape, movesOf)
 */
export const caseShape = (): CaseShape => ({ hito: milestoneField().optional(), materia: topicField() });

/**
 * A dispute and the part of what is disputed that is the supplier's.
 *
 * @example deedAct("buyer", shareShape, movesOf)
 */
export const shareShape = (door: ActDoor): CaseShape & { readonly alProveedor: Field<bigint> } => ({
  ...caseShape(),
  alProveedor: amountField(door.decimals),
});

/** A dispute as a file names it. */
export interface CaseInput {
  readonly hito?: number | undefined;
  readonly materia: number;
}

/**
 * A matter of a milestone needs the milestone, and one of the whole contract has none: a ruling on the wrong milestone
 * cannot be taken back.
 *
 * @example caseMisfit({ materia: 0 })?.field // "hito"
 */
export const caseMisfit: Misfit<CaseInput> = ({ hito, materia }) => {
  if (materia < WHOLE && hito === undefined) return { field: "hito", error: new InputError("field-missing", {}) };
  if (materia < WHOLE || hito === undefined) return undefined;
  return { field: "hito", error: new InputError("milestone-misplaced", { matter: TOPICS[materia] ?? "" }) };
};

/**
 * Index of the milestone under which a dispute is filed.
 *
 * @example indexOf({ hito: 3, materia: 0 }) // 3
 */
export const indexOf = ({ hito, materia }: CaseInput): number => (materia >= WHOLE ? 0 : (hito ?? 0));

/**
 * A dispute in words.
 *
 * @example named({ hito: 3, materia: 0 })(say) // "hito 4, entrega"
 */
export const named =
  (input: CaseInput): Words =>
  (say) =>
    input.materia >= WHOLE
      ? say.label(DISPUTE_TOPICS, input.materia)
      : `${say.pick("hito", "milestone")} ${indexOf(input) + 1}, ${say.label(DISPUTE_TOPICS, input.materia)}`;

/** Ways in which a dispute ends, by `DisputeResolved.ending`. */
const ENDINGS = { "accept-offer": 1, rule: 2, default: 3 } as const;

/** What a dispute is to end with; what is left out may be anything. */
interface Ending {
  readonly alProveedor?: bigint;
  readonly fallo?: string;
}

/**
 * The transaction that ends a dispute; it is done when the dispute ended in this way and with this.
 *
 * @example ending("rule", { alProveedor, fallo }, input, context, call, words)
 */
export function ending(
  key: keyof typeof ENDINGS,
  { alProveedor, fallo }: Ending,
  input: CaseInput,
  context: DeedContext,
  call: Move["call"],
  words: Words,
): readonly Move[] {
  const { court } = context.contracts;
  const done: Move["done"] = () =>
    happened(
      context,
      court,
      court.filters.DisputeResolved(context.id, undefined, indexOf(input)),
      ({ args }) =>
        Number(args.topic) === input.materia &&
        Number(args.ending) === ENDINGS[key] &&
        (alProveedor === undefined || args.toSupplier === alProveedor) &&
        (fallo === undefined || args.reason === fallo),
    );
  return oneMove(key, call, done, words);
}

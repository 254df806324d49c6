import type { Lang } from "../lib/lang.ts";
import { formatArgument, type MessageContext } from "../lib/messages/format-argument.ts";
import type { ArgumentValues } from "../lib/messages/types.ts";
import { awardTellings } from "./tellings/award.ts";
import { closingTellings } from "./tellings/closing.ts";
import { courtTellings } from "./tellings/court.ts";
import { milestoneTellings } from "./tellings/milestone.ts";
import { moneyTellings } from "./tellings/money.ts";
import { openingTellings } from "./tellings/opening.ts";
import { tenderTellings } from "./tellings/tender.ts";
import { terminationTellings } from "./tellings/termination.ts";

/** Every sentence that the demo can say. */
export const tellings = {
  ...tenderTellings,
  ...awardTellings,
  ...openingTellings,
  ...milestoneTellings,
  ...courtTellings,
  ...moneyTellings,
  ...terminationTellings,
  ...closingTellings,
} as const;

export type TellingKey = keyof typeof tellings;
export type TellingParams<K extends TellingKey> = {
  readonly [P in keyof (typeof tellings)[K]["params"]]: (typeof tellings)[K]["params"][P] extends keyof ArgumentValues
    ? ArgumentValues[(typeof tellings)[K]["params"][P]]
    : never;
};

/** Says a sentence in the language and with the names of one run. */
export type Teller = <K extends TellingKey>(key: K, params: TellingParams<K>) => string;

/**
 * The demo's voice.
 *
 * @returns a function that throws an Error when a sentence names a parameter that it does not have
 * @example tellerOf("es", { token })("blocked", { entity: 2n });
 */
export function tellerOf(lang: Lang, context: MessageContext): Teller {
  return (key, params) => {
    const telling = tellings[key];
    const specs: Readonly<Record<string, keyof ArgumentValues>> = telling.params;
    const values: Readonly<Record<string, unknown>> = params;
    const told = telling[lang].replace(/\{(\w+)\}/g, (_, name: string) => {
      const spec = specs[name];
      if (spec === undefined) throw new Error(`no parameter ${name}`);
      return formatArgument(spec, values[name], lang, context);
    });
    return told.replace(/\.\.(?= |$)/g, "."); // a firm's name may end with the full stop of "Ltda."
  };
}

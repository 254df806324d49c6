import { digestField } from "../../input/document-fields.ts";
import { loadInput } from "../../input/load-input.ts";
import { frameworkFileField, frameworkOfFile } from "../../tender/quotes/framework-file.ts";
import { tenderId } from "../../tender/terms/terms-hash.ts";
import { actDoor, oneMove, tokenField, type Act, type ActContext, type Move } from "../act.ts";
import { frameworkAct, quoteTools, type FrameworkSubject } from "../contest-act.ts";
import { entityOf, isLast, lastEvent } from "../context.ts";
import { datedAct } from "../dated-act.ts";
import { findUnit } from "../find-unit.ts";
import { pauseAct } from "../pause-act.ts";
import { frameworkListActs } from "./framework-lists.ts";

const bodyAccount = (_: unknown, { contracts, framework }: ActContext & FrameworkSubject): Promise<string> =>
  contracts.registry.accountOf(framework.terms.body);

const publish: Act = {
  async prepare(path, context) {
    const { contracts, door, identity } = context;
    const unit = await findUnit(path, context);
    const full = { ...context, unit };
    const file = await loadInput(
      path,
      (at) => frameworkFileField(at, unit.decimals, tokenField(actDoor(at, full))),
      door,
    );
    const { beacon } = await quoteTools("frameworks", context);
    const body = await entityOf(context, file.organismo.rut, [2n]);
    const { terms, items, contractTerms, schedule } = frameworkOfFile(file, body, beacon);
    const { frameworks } = contracts;
    const id = tenderId(identity.chainId, await frameworks.getAddress(), { buyer: body, ocid: terms.ocid });
    const copied = { items: items.map((item) => ({ ...item })), schedule: schedule.map((share) => ({ ...share })) };
    const wanted = await frameworks.publish.populateTransaction(terms, copied.items, contractTerms, copied.schedule);
    const done: Move["done"] = async () => {
      const event = await lastEvent(context, frameworks, frameworks.filters.FrameworkPublished(id));
      if (!event) return false;
      const values = ["terms", "items", "contractTerms", "schedule"].map(
        (name) => event.args.getValue(name) as unknown,
      );
      return frameworks.interface.encodeFunctionData("publish", values as never) === wanted.data;
    };
    const moves = oneMove("publish", Promise.resolve(wanted), done, (say) =>
      say.pick(
        `Publicar el convenio marco «${file.objeto}»: ${items.length} productos, tope ${say.amount(terms.ceiling)}. Listas hasta el ${say.date(terms.closesAt)}; vigente hasta el ${say.date(terms.validUntil)}. Identificador ${id}.`,
        `Publish the framework agreement “${file.objeto}”: ${items.length} products, ceiling ${say.amount(terms.ceiling)}. Lists until ${say.date(terms.closesAt)}; valid until ${say.date(terms.validUntil)}. Id ${id}.`,
      ),
    );
    return { moves, unit, by: await contracts.registry.accountOf(body) };
  },
};

/** What the body, suppliers and anyone do with a framework agreement (convenio marco). */
export const frameworkActs: Readonly<Record<string, Act>> = {
  publish: datedAct(publish),

  cancel: frameworkAct(
    bodyAccount,
    (door) => ({ motivo: digestField(door) }),
    ({ motivo }, context) => {
      const { frameworks } = context.contracts;
      return oneMove(
        "cancel",
        frameworks.cancel.populateTransaction(context.id, motivo),
        () =>
          isLast(
            context,
            frameworks,
            frameworks.filters.FrameworkCancelled(context.id),
            ({ reason }) => reason === motivo,
          ),
        (say) => say.pick("Cancelar el convenio antes del cierre.", "Cancel the framework before closing."),
      );
    },
  ),

  ...frameworkListActs,

  pause: pauseAct("frameworks", {
    es: "Pausar los convenios nuevos. Los vigentes siguen; la pausa termina sola.",
    en: "Pause new frameworks. Those in force go on; the pause ends by itself.",
  }),
};

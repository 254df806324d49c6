import type { NewTaskActionFunction } from "hardhat/types/tasks";

import { formatInstant } from "../../lib/calendar/format-date.ts";
import { readOption } from "../../lib/input/options.ts";
import { parseEntityReference } from "../../lib/rut.ts";
import { ENTITY_KINDS, entityOf, nameOf } from "../../lib/tasks/context.ts";
import { connect, contextOf } from "../connect.ts";
import { speak } from "../speak.ts";

const STATUSES = {
  es: ["desconocida", "vigente", "suspendida", "vencida"],
  en: ["unknown", "active", "suspended", "expired"],
} as const;

const HEADS = {
  es: ["entidad", "tipo", "estado", "cuenta", "vigente hasta", "suspendida hasta", "cuenta propuesta"],
  en: ["entity", "kind", "status", "account", "valid until", "suspended until", "proposed account"],
} as const;

const action: NewTaskActionFunction<{ rut: string; lang: string; json: boolean }> = (args, hre) =>
  speak(args, async (printer, lang) => {
    const rut = readOption("rut", () => parseEntityReference(args.rut));
    const context = await contextOf(await connect(hre));
    const { registry } = context.contracts;
    const entity = await entityOf(context, rut);
    const found = await registry.getEntity(entity);
    const { proposed } = await registry.getRotation(entity);
    const isRotating = found.rotationEndsAt > context.door.now;
    const status = STATUSES[lang][Number(await registry.statusOf(entity))] ?? "";
    const cells = [
      ...[await nameOf(context, entity), ENTITY_KINDS[Number(found.kind)] ?? "", status, found.account],
      formatInstant(found.validUntil, lang),
      found.suspendedUntil === 0n ? "-" : formatInstant(found.suspendedUntil, lang),
      isRotating ? proposed : "-",
    ];
    const { account, validUntil, suspendedUntil } = found;
    HEADS[lang].forEach((name, index) => {
      printer.line(`${name}: ${cells[index] ?? ""}`);
    });
    return { entity, account, status, validUntil, suspendedUntil, proposed: isRotating ? proposed : null };
  });

export default action;

import { emptyTask, task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";

import type { Text } from "../lib/lang.ts";
import { ACT_TASKS, PROGRAM_TASKS, SIGN_TASKS } from "./list.ts";

const LANG = { name: "lang", description: "es | en", defaultValue: "es" } as const;
const JSON_FLAG = { name: "json", description: "Un objeto JSON en la salida / One JSON object on the output" } as const;
const SEND = {
  name: "send",
  description: "Actuar; sin ella solo se dice qué pasaría / Act; without it, only say",
} as const;
const ACCOUNT = {
  name: "account",
  description: "Posición o dirección / Position or address",
  defaultValue: "",
} as const;
const INPUT = { name: "input", description: "Archivo JSON / JSON file" } as const;

const RECORD = { name: "id", description: "Identificador u OCID / Id or OCID" } as const;

const both = ({ es, en }: Text): string => `${es} / ${en}`;

const acts = Object.entries(ACT_TASKS).map(([name, title]) =>
  task(name.split(" "), both(title))
    .addPositionalArgument(INPUT)
    .addOption(ACCOUNT)
    .addOption(LANG)
    .addFlag(JSON_FLAG)
    .addFlag(SEND)
    .addFlag({ name: "schedule", description: "Agendar una llamada con plazo / Schedule a delayed call" })
    .addFlag({ name: "cancel", description: "Retirar una llamada agendada / Take a scheduled call back" })
    .addFlag({ name: "calldata", description: "Datos para una multifirma / Data for a multisig" })
    .addFlag({ name: "rebuild", description: "Rehacer el diario desde la cadena / Rebuild the journal" })
    .setAction(async () => {
      const { actAction } = await import("./act.ts");
      return { default: actAction(name, title) };
    })
    .build(),
);

const signings = Object.entries(SIGN_TASKS).map(([name, title]) =>
  task(name.split(" "), both(title))
    .addPositionalArgument(INPUT)
    .addOption(ACCOUNT)
    .addOption({ name: "output", description: "Archivo para la firma / File for the signature", defaultValue: "" })
    .addOption(LANG)
    .addFlag(JSON_FLAG)
    .setAction(async () => {
      const { signAction } = await import("./act.ts");
      return { default: signAction(name) };
    })
    .build(),
);

const suite = [
  task(["suite", "deploy"], "Desplegar Erario / Deploy Erario")
    .addOption(ACCOUNT)
    .addOption(LANG)
    .addFlag(JSON_FLAG)
    .addFlag(SEND)
    .addFlag({ name: "tokenPrueba", description: "Crear un token de prueba local / Make a local test token" })
    .addFlag({ name: "faroPrueba", description: "Usar el faro de prueba local / Use the local test beacon" })
    .setAction(() => import("./suite/deploy.ts"))
    .build(),
  task(["suite", "status"], "Revisar un despliegue / Review a deployment")
    .addOption({ ...ACCOUNT, description: "Cuenta que desplegó / Account that deployed" })
    .addOption(LANG)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./suite/status.ts"))
    .build(),
  task(["suite", "roles"], "Decir quién puede qué / Say who may do what")
    .addOption(LANG)
    .addFlag(JSON_FLAG)
    .addFlag({ name: "markdown", description: "Como tabla de Markdown / As a Markdown table" })
    .setAction(() => import("./suite/roles.ts"))
    .build(),
];

const readings = [
  task(["treasury", "status"], "Líneas, garantías, créditos y su conciliación / Lines, bonds, credits, reconciled")
    .addOption(LANG)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./treasury/status.ts"))
    .build(),
  task(["registry", "show"], "Mostrar una entidad / Show an entity")
    .addPositionalArgument({ name: "rut", description: "RUT" })
    .addOption(LANG)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./registry/show.ts"))
    .build(),
  task(["contract", "draft"], "Revisar un contrato y escribir su escritura / Check a contract and write its deed")
    .addPositionalArgument(INPUT)
    .addOption({ name: "output", description: "Archivo para la escritura / File for the deed", defaultValue: "" })
    .addOption(LANG)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./contract/draft.ts"))
    .build(),
  task(["contract", "status"], "Qué espera a quién y hasta cuándo / What waits for whom and until when")
    .addPositionalArgument({ name: "deed", description: "Escritura / Deed" })
    .addOption({
      ...{ name: "interest", defaultValue: "" },
      description: "Interés corriente anual publicado, «7,2 %» / Published current interest a year",
    })
    .addOption(LANG)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./contract/status.ts"))
    .build(),
  task(["tender", "status"], "Dónde está una licitación y qué sigue / Where a tender stands and what comes next")
    .addPositionalArgument(RECORD)
    .addOption(LANG)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./tender/status.ts"))
    .build(),
  task(["tender", "verify"], "Recalcular una licitación desde la cadena / Work a tender out again from the chain")
    .addPositionalArgument(RECORD)
    .addOption(LANG)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./tender/verify.ts"))
    .build(),
];

/** What tells where a purchase stands, or works it out again; each takes an id, or the id of a process. */
const purchases = (
  [
    ["quote status", "Dónde está una solicitud / Where a request stands"],
    ["quote verify", "Recalcular una elección desde la cadena / Work a choice out again from the chain"],
    ["framework status", "Dónde está un convenio / Where a framework stands"],
    ["framework order status", "Dónde está una orden / Where an order stands"],
    ["framework contest status", "Dónde está una segunda competencia / Where a second competition stands"],
    ["framework contest verify", "Recalcular una segunda competencia / Work a second competition out again"],
  ] as const
).map(([name, words]) =>
  task(name.split(" "), words)
    .addPositionalArgument(RECORD)
    .addOption(LANG)
    .addFlag(JSON_FLAG)
    .setAction(async () => {
      const { READINGS } = await import("./quote/readings.ts");
      return { default: READINGS[name] };
    })
    .build(),
);

const programs = Object.entries(PROGRAM_TASKS).map(([name, words]) => emptyTask(name.split(" "), words).build());

/** What offices, parties and anyone do from the command line: declared as data, each action imported when it runs. */
export const officeTasks: readonly TaskDefinition[] = [
  ...programs,
  ...suite,
  ...readings,
  ...purchases,
  ...acts,
  ...signings,
];

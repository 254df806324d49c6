import { id as keccakOf } from "ethers";

import { accreditationData, contractId } from "../lib/procurement/agreement.ts";
import { draftOf } from "../lib/procurement/contract-file-deed.ts";
import type { Rut } from "../lib/rut.ts";
import { Agenda } from "./agenda.ts";
import { planClosing, planLateRetention } from "./acts/close-contract.ts";
import { decodeLogs } from "./chain-event.ts";
import { castOf, withCast, type Cast } from "./cast.ts";
import type { DemoFile } from "./demo-file.ts";
import { narrate } from "./narrate.ts";
import { STRANGER, type Play } from "./play.ts";
import type { Stage } from "./stage.ts";
import { groupOf, sizeOf } from "./tender/plan-awards.ts";
import { tellerOf } from "./tell.ts";
import { TOKEN } from "./token.ts";

/** `Entity.Kind`. */
const KIND = { supplier: 1n, publicBody: 2n } as const;
/** Far after the end of every story. */
const FOREVER = 10_000_000_000n;
interface Party {
  readonly name: string;
  readonly cast: string;
  readonly rut: Rut;
  readonly kind: bigint;
  /** What a tender reads of a bidder. */
  readonly size: bigint;
  readonly region: bigint;
  readonly group: bigint;
}

/** Everyone in the file who gets or gives money: the buyer, the supplier, the bidders, the assignees. */
function partiesOf(file: DemoFile): Party[] {
  const { organismo, proveedor, historia, licitacion } = file;
  const assignees = (historia?.hitos ?? []).flatMap(({ cesion }) => cesion ?? []);
  const bids = licitacion?.ofertas ?? [];
  const parties = [organismo, proveedor, ...bids, ...assignees].map(({ nombre, rut }) => {
    const bid = bids.find((each) => each.nombre === nombre);
    return {
      name: nombre,
      cast: castOf(file, nombre),
      rut,
      kind: nombre === organismo.nombre ? KIND.publicBody : KIND.supplier,
      size: bid ? sizeOf(bid) : 0n,
      region: BigInt(bid?.region ?? 0),
      group: bid ? groupOf(bids, bid) : 0n,
    };
  });
  return [...new Map(parties.map((party) => [party.name, party])).values()];
}

/**
 * Enters the parties in the registry and drafts the contract of the file.
 *
 * @throws the chain's refusal
 * @example const play = await setScene(await setStage(connection, "es", printer), file);
 */
export async function setScene(stage: Stage, input: DemoFile): Promise<Play> {
  const { cast, clock, lang } = stage;
  const parties = partiesOf(input);
  for (const name of [STRANGER, ...parties.map((party) => party.cast)]) cast.of(name);
  const file = withCast(input, cast);
  await cast.equip();
  const ids = new Map<string, bigint>();
  for (const party of parties) ids.set(party.name, await accredit(stage, cast, party));
  const names = new Map([...ids].map(([name, entity]) => [entity, name]));
  const entityName = (entity: bigint): string | undefined => names.get(entity);
  const entity = (name: string): bigint => ids.get(name) ?? 0n;
  const supplier = entity(file.proveedor.nombre);
  const token = await stage.contracts.token.getAddress();
  const lineId = await openLine(stage, entity(file.organismo.nombre));
  const draft = draftOf({ ...file, linea: Number(lineId) }, { token, buyer: entity(file.organismo.nombre), supplier });
  await clock.catchUp();
  const play: Play = {
    file,
    stage,
    cast,
    clock,
    agenda: new Agenda(),
    say: tellerOf(lang, { token: TOKEN, entityName, accountName: (account) => cast.nameOf(account) }),
    draft,
    id: contractId(draft.deed.terms),
    entity,
    entityName,
    paragraph: [],
    async witness(events) {
      play.paragraph.push(...narrate(events, play));
      const isPaid = events.some(({ name }) => name === "MilestonePaid");
      const { ledger } = await stage.contracts.escrow.getBalances(play.id);
      if (isPaid && ledger.unpaid !== 0n) play.paragraph.push(play.say("remains", { amount: ledger.unpaid }));
      if (events.some(({ name }) => name === "ContractCompleted")) planClosing(play);
      if (events.some(({ name }) => name === "SetAsideReturned")) planLateRetention(play);
    },
  };
  return play;
}

async function accredit({ chainId, contracts, office }: Stage, cast: Cast, party: Party): Promise<bigint> {
  const { registry } = contracts;
  const accreditor = office("accreditor");
  const wallet = cast.of(party.cast);
  const number = BigInt(party.rut.body);
  const accreditation = {
    number,
    account: wallet.address,
    kind: party.kind,
    size: party.size,
    region: party.region,
    group: party.group,
    validUntil: FOREVER,
    sequence: 0n,
    deadline: FOREVER,
  };
  const place = { chainId, contract: await registry.getAddress() };
  const { domain, types, message } = accreditationData(place, accreditation);
  const signature = await accreditor.signTypedData(domain, types, message);
  await registry.connect(wallet).accredit(accreditation, accreditor, signature);
  return registry.entityByNumber(party.kind, number);
}

async function openLine({ contracts, office, interfaces }: Stage, owner: bigint): Promise<bigint> {
  const { treasury, token, escrow } = contracts;
  const budget = treasury.connect(office("budgetOffice"));
  await budget.allowToken(token, true);
  const receipt = await (await budget.openLine(token, escrow, owner, keccakOf("erario demo"))).wait();
  const opened = decodeLogs(receipt?.logs ?? [], interfaces).find(({ name }) => name === "LineOpened");
  return opened?.args.lineId as bigint;
}

import { join } from "node:path";

import * as z from "zod";

import { documentField } from "../../input/document-fields.ts";
import { entityField, integerField, positiveAmountField } from "../../input/fields.ts";
import { InputError } from "../../input/input-error.ts";
import { bidFile, loadSealedBid } from "../../tender/sealed/bid-store.ts";
import { bidPassword } from "../../tender/sealed/bid-password.ts";
import type { Declared } from "../../tender/sealed/envelopes.ts";
import { leastPrice } from "../../tender/terms/draft-of.ts";
import { oneMove, pathField, type Act, type Move } from "../act.ts";
import { bondApproval } from "../bond-approval.ts";
import { entityOf, isDocument } from "../context.ts";
import { sealOffer } from "../sealing.ts";
import { bidderAccount, scopeOf, tenderAct, toolsOf } from "../tender-act.ts";
import { openingMove } from "../tender-openings.ts";

const FIGURES = 4;
const UINT32 = 4_294_967_295;

const declaredOf = (figures: readonly number[]): Declared => {
  const at = (index: number): bigint => BigInt(figures[index] ?? 0);
  return [at(0), at(1), at(2), at(3)];
};

/** What bidders do in a tender. */
export const tenderBidderActs: Readonly<Record<string, Act>> = {
  ask: tenderAct(
    bidderAccount,
    (door) => ({ oferente: entityField(), pregunta: documentField(door) }),
    async ({ oferente, pregunta }, context) => {
      const { id, tender, contracts } = context;
      const bidder = await entityOf(context, oferente, [1n]);
      return oneMove(
        "ask",
        contracts.publication.ask.populateTransaction(id, pregunta),
        () =>
          Promise.resolve(
            tender.enquiries.some((each) => each.bidder === bidder && isDocument(each.question, pregunta)),
          ),
        (say) => say.pick("Preguntar por las bases.", "Ask about the terms."),
      );
    },
  ),

  bid: tenderAct(
    bidderAccount,
    (door) => ({
      oferente: entityField(),
      oferta: documentField(door),
      declarado: z.array(integerField(0, UINT32)).max(FIGURES).default([]),
      precio: positiveAmountField(door.decimals),
      carpeta: pathField(door),
    }),
    async ({ oferente, oferta, declarado, precio, carpeta }, context) => {
      const { id, terms, contracts, live } = context;
      const { budget, bidBond } = terms.call;
      const least = leastPrice(terms.schedule);
      if (precio > budget || precio < least) {
        throw new InputError("bid-price", { price: precio, least, most: budget }, { field: "precio" });
      }
      const bidder = await entityOf(context, oferente, [1n]);
      const scope = await scopeOf(context, bidder);
      const offer = { document: oferta, declared: declaredOf(declarado), price: precio };
      const envelopesFile = join(carpeta, `sobres-${id.slice(2, 10)}-v${context.version}-${bidder}.json`);
      const tools = await toolsOf(context);
      const desk = { scope, call: terms.call, folder: carpeta, envelopesFile, tools, door: context.door };
      const { commitment, technical, price, file } = await sealOffer(offer, desk);
      const done: Move["done"] = () =>
        Promise.resolve(live.some((bid) => bid.bidder === bidder && bid.filing.commitment === commitment));
      const isFiled: Move["done"] = async () => {
        const kept = await contracts.book.getSealed(id, bidder);
        return kept.version === context.version && commitment.startsWith(kept.commitment);
      };
      const held = await contracts.book.bondOf(id, bidder);
      return {
        notes: [
          (say) =>
            say.pick(
              `Los secretos de la oferta quedan cifrados en ${file}: guarde una copia y la clave.`,
              `The secrets of the bid are encrypted in ${file}: keep a copy and the password.`,
            ),
        ],
        moves: [
          ...(await bondApproval(context, terms.call.token, held === 0n ? bidBond : 0n, isFiled)),
          {
            key: "bid",
            call: contracts.book.bid.populateTransaction(id, bidder, commitment, technical, price),
            done: async (account) => (await done(account)) || isFiled(account),
            deadline: await contracts.book.closesAt(id),
            words: (say) =>
              say.pick(
                `Presentar la oferta sellada por ${say.amount(precio)}; nadie la lee antes de las aperturas.`,
                `File the sealed bid of ${say.amount(precio)}; nobody reads it before the openings.`,
              ),
          },
        ],
      };
    },
  ),

  withdraw: tenderAct(
    bidderAccount,
    () => ({ oferente: entityField() }),
    async ({ oferente }, context) => {
      const { id, contracts, tender } = context;
      const bidder = await entityOf(context, oferente, [1n]);
      return oneMove(
        "withdraw",
        contracts.book.withdraw.populateTransaction(id, bidder),
        () => Promise.resolve(tender.bids.some((bid) => bid.bidder === bidder && bid.withdrawn)),
        (say) => say.pick("Retirar la oferta; su garantía vuelve.", "Withdraw the bid; its bond returns."),
      );
    },
  ),

  open: tenderAct(
    bidderAccount,
    (door) => ({ oferente: entityField(), carpeta: pathField(door) }),
    async ({ oferente, carpeta }, context) => {
      const bidder = await entityOf(context, oferente, [1n]);
      const bid = context.live.find((each) => each.bidder === bidder);
      if (!bid) throw new InputError("bid-missing", { bidder });
      const scope = await scopeOf(context, bidder);
      const tools = await toolsOf(context);
      const wanted = { ...scope, commitment: bid.filing.commitment };
      const file = bidFile(carpeta, scope, bid.filing.commitment);
      const sealed = await loadSealedBid(file, await bidPassword(tools.password), wanted, tools.files);
      return [await openingMove(context, bid, sealed)];
    },
  ),
};

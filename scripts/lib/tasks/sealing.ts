import * as z from "zod";

import type { Document } from "../documents/document.ts";
import { record, type Field } from "../input/fields.ts";
import { loadInput, type DoorContext } from "../input/load-input.ts";
import { newBidPassword, bidPassword } from "../tender/sealed/bid-password.ts";
import { bidFile, loadSealedBid, saveSealedBid } from "../tender/sealed/bid-store.ts";
import type { BidScope, Declared } from "../tender/sealed/envelopes.ts";
import { sealEnvelopes, type Ciphertexts } from "../tender/sealed/seal-envelopes.ts";
import { hashBid, prepareBid, type Offer } from "../tender/sealed/sealed-bid.ts";
import type { Call } from "../tender/terms/types.ts";
import type { TenderTools } from "./context.ts";

/** What a bidder offers. */
export interface OfferInput {
  readonly document: Document;
  readonly declared: Declared;
  /** Smallest units. */
  readonly price: bigint;
}

/** A sealed bid as it goes to the chain, and where its salts are. */
export interface FiledEnvelopes extends Ciphertexts {
  readonly commitment: string;
  /** The bidder's encrypted file. */
  readonly file: string;
}

const hex = z.string().regex(/^0x(?:[0-9a-f]{2})*$/);

const envelopesField: Field<Ciphertexts & { readonly commitment: string }> = record({
  commitment: hex,
  technical: hex,
  price: hex,
});

const NOT_LOCKED: Ciphertexts = { technical: "0x", price: "0x" };

/** What a bid is sealed with. */
export interface SealingDesk {
  readonly scope: BidScope;
  readonly call: Call;
  /** Folder of the bidder's encrypted files. */
  readonly folder: string;
  /** File of the sealed envelopes, which hold no secret: a repeated command sends the same ones. */
  readonly envelopesFile: string;
  readonly tools: TenderTools;
  readonly door: DoorContext;
}

/**
 * Seals an offer: draws its salts, keeps them in an encrypted file, and encrypts the envelopes to the rounds of the terms. The same offer
 * sealed before is taken up again, so that a repeated command files the same bid; another offer is sealed anew, and no salt is overwritten.
 *
 * @throws InputError of the bidder's file and of its password
 * @example const { commitment, technical, price } = await sealOffer(offer, desk);
 */
export async function sealOffer(input: OfferInput, desk: SealingDesk): Promise<FiledEnvelopes> {
  const { scope, call, folder, tools } = desk;
  const { document, declared, price } = input;
  const offer: Offer = { ...scope, document: document.digest, pointer: document.pointer, declared, price };
  const earlier = await earlierEnvelopes(offer, desk);
  if (earlier) return earlier;
  const bid = prepareBid(offer);
  const { commitment } = hashBid(bid);
  const file = await saveSealedBid(folder, bid, await newBidPassword(tools.password), tools.files);
  const { technicalRound, priceRound, timeLocked } = call;
  const lock = { info: tools.beacon, technicalRound, priceRound };
  const envelopes = { commitment, ...(timeLocked ? await sealEnvelopes(bid, lock) : NOT_LOCKED) };
  await tools.files.replace(desk.envelopesFile, `${JSON.stringify(envelopes, null, 2)}\n`);
  return { ...envelopes, file };
}

/** The envelopes that this command sealed before, where they hold this very offer. */
async function earlierEnvelopes(offer: Offer, desk: SealingDesk): Promise<FiledEnvelopes | null> {
  const { scope, folder, tools, envelopesFile, door } = desk;
  if (tools.files.read(envelopesFile) === null) return null;
  const envelopes = await loadInput(envelopesFile, () => envelopesField, door);
  const file = bidFile(folder, scope, envelopes.commitment);
  if (tools.files.read(file) === null) return null;
  const wanted = { ...scope, commitment: envelopes.commitment };
  const held = await loadSealedBid(file, await bidPassword(tools.password), wanted, tools.files);
  const isSame =
    held.document === offer.document &&
    held.pointer === offer.pointer &&
    held.price === offer.price &&
    held.declared.every((figure, index) => figure === offer.declared[index]);
  return isSame ? { ...envelopes, file } : null;
}

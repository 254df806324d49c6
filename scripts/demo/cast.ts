import { id, toBeHex, Wallet } from "ethers";
import type { NetworkConnection } from "hardhat/types/network";

import type { DemoFile } from "./demo-file.ts";
import type { TenderStory } from "./tender/tender-fields.ts";

export type Connection = NetworkConnection<"l1">;

/** Names under which the demo plays accounts that the file does not name; no office can have the last one. */
export const BUYER = "organismo";
export const SUPPLIER = "proveedor";
export const STRANGER = "un tercero";

/**
 * The name in the cast of a party of the file; no office can have it.
 *
 * @example cast.of(castOf(file, cesion.nombre)).address;
 */
export function castOf({ organismo, proveedor }: Pick<DemoFile, "organismo" | "proveedor">, party: string): string {
  if (party === proveedor.nombre) return SUPPLIER;
  return party === organismo.nombre ? BUYER : `parte: ${party}`;
}

/** Wei that each account may spend on gas; the local chain prints it. */
const GAS_MONEY = 10n ** 24n;

/**
 * The accounts of a story. Each name or address of the file becomes an account of the local chain, always the same
 * one, so that a file with the addresses of real offices plays as well: nobody's key is needed.
 */
export class Cast {
  readonly #connection: Connection;
  readonly #wallets = new Map<string, Wallet>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The account that plays a name of the file. */
  of(name: string): Wallet {
    const known = this.#wallets.get(name);
    if (known) return known;
    const wallet = new Wallet(id(`erario demo: ${name}`), this.#connection.ethers.provider);
    this.#wallets.set(name, wallet);
    return wallet;
  }

  /**
   * The account that has this address.
   *
   * @throws Error for an address of nobody in the cast
   */
  byAddress(address: string): Wallet {
    const found = [...this.#wallets.values()].find((wallet) => wallet.address === address);
    if (!found) throw new Error(`nobody plays ${address}`);
    return found;
  }

  /** The name in the cast of an account; undefined for nobody's. */
  nameOf(address: string): string | undefined {
    return [...this.#wallets].find(([, wallet]) => wallet.address === address)?.[0];
  }

  /** Gives every account so far what it needs for gas. */
  async equip(): Promise<void> {
    for (const { address } of this.#wallets.values()) {
      await this.#connection.provider.request({ method: "hardhat_setBalance", params: [address, toBeHex(GAS_MONEY)] });
    }
  }
}

/**
 * The file with the accounts of the local chain in place of its own.
 *
 * @example const local = withCast(file, new Cast(connection));
 */
export const withCast = (file: DemoFile, cast: Cast): DemoFile => withAccounts(file, (name) => cast.of(name).address);

/**
 * The file with an account in the place of each name of an office.
 *
 * @example withAccounts(file, (name) => cast.of(name).address).oficinas.inspector;
 */
export function withAccounts(file: DemoFile, address: (name: string) => string): DemoFile {
  const { certificadores, ...single } = file.oficinas;
  const { licitacion } = file;
  return {
    ...file,
    ...(licitacion && { licitacion: withPanel(licitacion, address) }),
    oficinas: {
      inspector: address(single.inspector),
      inspectorSuplente: address(single.inspectorSuplente),
      arbitro: address(single.arbitro),
      arbitroSuplente: address(single.arbitroSuplente),
      revisor: address(single.revisor),
      certificadores: certificadores.map(({ certificado, cuenta }) => ({ certificado, cuenta: address(cuenta) })),
    },
  };
}

function withPanel(tender: TenderStory, address: (name: string) => string): TenderStory {
  const { comision, conflicto, reclamos } = tender;
  return {
    ...tender,
    reclamos: { ...reclamos, revisor: address(reclamos.revisor) },
    ...(comision && {
      comision: {
        ...comision,
        evaluadores: comision.evaluadores.map(address),
        suplentes: comision.suplentes.map(address),
      },
    }),
    ...(conflicto && { conflicto: { ...conflicto, evaluador: address(conflicto.evaluador) } }),
  };
}

import type { Words } from "./say.ts";

/** Something that waits for somebody. */
export interface Pending {
  readonly what: Words;
  readonly status: Words;
  readonly who: Words;
  /** Last second of the term, pauses included, unix seconds; 0 where there is none. */
  readonly until: bigint;
  /** What follows from silence. */
  readonly silence: Words;
}

/** The clock of the chain; unix seconds. */
export interface ContractClock {
  readonly now: bigint;
  /** When the last pause of the opening desk began, 0 if there was none. */
  readonly pausedAt: bigint;
}

/** Who is waited for. */
export const PARTIES = {
  supplier: (say) => say.pick("proveedor", "supplier"),
  buyer: (say) => say.pick("organismo", "buyer"),
  both: (say) => say.pick("ambas partes", "both sides"),
  inspector: (say) => say.pick("inspección", "inspector"),
  certifier: (say) => say.pick("oficina certificadora", "certifying office"),
  reviewer: (say) => say.pick("revisor", "reviewer"),
  arbiter: (say) => say.pick("árbitro", "arbiter"),
  fallback: (say) => say.pick("árbitro de reemplazo", "fallback arbiter"),
  anySupplier: (say) => say.pick("otros proveedores", "other suppliers"),
  anyone: (say) => say.pick("cualquiera", "anyone"),
} as const satisfies Record<string, Words>;

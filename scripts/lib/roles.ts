/** One office: the role that it holds, and every function that it alone may call. */
export interface Role {
  /** Role id in the AccessManager; blocks of a hundred by program, 900s for guardians. */
  readonly id: bigint;
  /** Key of the office in deployment parameters and tests. */
  readonly key: string;
  readonly name: { readonly es: string; readonly en: string };
  /** Seconds between scheduling a call and executing it. */
  readonly executionDelay: number;
  /** Contract name to names of its restricted functions. */
  readonly functions: Readonly<Record<string, readonly string[]>>;
  /** Held by contracts, never by an office: those of the deployment, and others that the administrator adds after its delay. */
  readonly heldByContracts?: true;
}

const DAY = 86_400;

/** Delay of every call of the administrator, in seconds. */
export const ADMIN_DELAY = 5 * DAY;

/**
 * Who may do what: the only source. Ignition applies it, a test proves it for every state-changing function, the README prints it.
 * Functions that no role names are nobody's privilege: the record itself says whose they are, or anyone may call them.
 */
export const ROLES: readonly Role[] = [
  {
    id: 10n,
    key: "accreditor",
    name: { es: "Registro de proveedores", en: "Accreditor" },
    executionDelay: 0,
    functions: { Registry: ["proposeRecovery", "vetoRotation"] },
  },
  {
    id: 11n,
    key: "registryAppeals",
    name: { es: "Segunda instancia del registro", en: "Registry appeals" },
    executionDelay: 0,
    functions: { Registry: ["decideRotation"] },
  },
  {
    id: 12n,
    key: "sanctions",
    name: { es: "Oficina de sanciones", en: "Sanctions office" },
    executionDelay: 0,
    functions: { Registry: ["suspend", "liftSuspension"] },
  },
  {
    id: 20n,
    key: "budgetOffice",
    name: { es: "Oficina de presupuesto", en: "Budget office" },
    executionDelay: 0,
    functions: { Treasury: ["allowToken", "openLine", "closeLine"] },
  },
  {
    id: 21n,
    key: "programs",
    name: { es: "Aprobación de programas", en: "Programs office" },
    executionDelay: 5 * DAY,
    functions: { Treasury: ["approveProgram"] },
  },
  {
    id: 100n,
    key: "buyer",
    name: { es: "Organismo comprador", en: "Buyer" },
    executionDelay: 0,
    functions: {
      OpeningDesk: ["announce", "award"],
      PublicationDesk: ["publish"],
      AgileQuotes: ["request"],
      FrameworkBook: ["publish"],
      FrameworkOrders: ["callOff"],
      FrameworkContests: ["compete"],
    },
  },
  {
    id: 101n,
    key: "awarding",
    name: { es: "Contratos de adjudicación", en: "Awarding contracts" },
    executionDelay: 0,
    functions: { OpeningDesk: ["reserve", "open"], PurchaseDesk: ["commit", "conclude"] },
    heldByContracts: true,
  },
  {
    id: 102n,
    key: "thresholds",
    name: { es: "Umbrales en UTM", en: "Thresholds office" },
    executionDelay: 0,
    functions: { OpeningDesk: ["setThreshold"] },
  },
  {
    id: 900n,
    key: "guardian",
    name: { es: "Guardián", en: "Guardian" },
    executionDelay: 0,
    functions: {
      Treasury: ["pause"],
      OpeningDesk: ["pause"],
      PublicationDesk: ["pause"],
      AgileQuotes: ["pause"],
      FrameworkBook: ["pause"],
      FrameworkOrders: ["pause"],
      FrameworkContests: ["pause"],
    },
  },
];

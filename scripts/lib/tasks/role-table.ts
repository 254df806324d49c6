import { formatDuration } from "../calendar/format-date.ts";
import type { Lang } from "../lang.ts";
import { ADMIN_DELAY, ROLES, type Role } from "../roles.ts";

const HEAD = {
  es: ["Oficina", "Rol", "Puede llamar", "Plazo de sus llamadas"],
  en: ["Office", "Role", "May call", "Delay of its calls"],
} as const satisfies Record<Lang, readonly string[]>;

const WORDS = {
  es: { none: "ninguno", admin: "Administración de roles", only: "solo contratos", all: "los roles mismos" },
  en: { none: "none", admin: "Administrator of roles", only: "contracts only", all: "the roles themselves" },
} as const;

const delayText = (seconds: number, lang: Lang): string =>
  seconds === 0 ? WORDS[lang].none : formatDuration(BigInt(seconds), lang);

const callsOf = ({ functions }: Role): string =>
  Object.entries(functions)
    .flatMap(([contract, names]) => names.map((name) => `${contract}.${name}`))
    .join(", ");

/**
 * Who may do what, a row an office, in words: office, role, functions, delay of its calls.
 *
 * @example roleRows("en").rows[0]; // ["Administrator of roles", "0 admin", "the roles themselves", "5 days"]
 */
export function roleRows(lang: Lang): { head: readonly string[]; rows: readonly (readonly string[])[] } {
  const { admin, all, only } = WORDS[lang];
  const rows = ROLES.map((role) => [
    role.heldByContracts === true ? `${role.name[lang]} (${only})` : role.name[lang],
    `${role.id} ${role.key}`,
    callsOf(role),
    delayText(role.executionDelay, lang),
  ]);
  return { head: HEAD[lang], rows: [[admin, "0 admin", all, delayText(ADMIN_DELAY, lang)], ...rows] };
}

/**
 * The table of roles in Markdown, as the README prints it.
 *
 * @example roleMarkdown("en").split("\n")[1]; // "|---|---|---|---|"
 */
export function roleMarkdown(lang: Lang): string {
  const { head, rows } = roleRows(lang);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

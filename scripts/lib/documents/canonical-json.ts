import canonicalize from "canonicalize";

/** Amounts are bigint in memory and decimal strings in JSON, where a number would lose digits. */
function withTextAmounts(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(withTextAmounts);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withTextAmounts(member)]));
}

/**
 * The canonical JSON text of a value (RFC 8785): the same for every order of keys, so that it can be hashed.
 *
 * @param value JSON data; amounts may be bigint and are written as decimal strings
 * @throws Error for what JSON cannot hold: undefined, NaN, infinities, lone surrogates
 * @example canonicalJson({ b: 1, a: 2n }); // '{"a":"2","b":1}'
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(withTextAmounts(value));
  if (text === undefined) throw new TypeError("not a JSON value");
  return text;
}

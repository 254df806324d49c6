/** Keys of objects and positions in lists, from the outside in. */
export type FieldPath = readonly PropertyKey[];

/**
 * The path of a field as people read it in the file; lists count from zero.
 *
 * @returns the empty string for the file as a whole
 * @example fieldPath(["hitos", 2, "monto"]); // "hitos[2].monto"
 */
export function fieldPath(path: FieldPath): string {
  return path
    .map((key) => {
      if (typeof key === "number") return `[${key}]`;
      return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(String(key))}]`;
    })
    .join("")
    .replace(/^\./, "");
}

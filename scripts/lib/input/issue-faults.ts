import type * as z from "zod";

import type { JsonType } from "../messages/types.ts";
import type { FieldPath } from "./field-path.ts";
import { InputError, isInputError } from "./input-error.ts";

/** A fault and the field that has it. */
export interface Fault {
  readonly path: FieldPath;
  readonly error: InputError;
}

const EXPECTED: Readonly<Record<string, JsonType>> = {
  string: "text",
  number: "integer",
  int: "integer",
  boolean: "boolean",
  null: "null",
  array: "list",
  object: "object",
};

const typeOf = (value: unknown): JsonType => {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  const types: Readonly<Record<string, JsonType>> = { string: "text", number: "number", boolean: "boolean" };
  return types[typeof value] ?? "object";
};

const valueAt = (root: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], root);

/**
 * Puts one of zod's issues into the terms of the catalogue; an issue about unknown fields becomes a fault for each.
 *
 * @param issue of a schema made of the blocks in `fields`
 * @param root the value that was checked
 * @example issueFaults({ code: "invalid_type", expected: "string", path: ["obra"], message: "" }, { obra: 1 });
 */
export function issueFaults(issue: z.core.$ZodIssue, root: unknown): Fault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      error: new InputError("field-unknown", { key, accepted: issue.message }),
    }));
  }
  return [{ path: issue.path, error: errorOf(issue, valueAt(root, issue.path)) }];
}

function errorOf(issue: z.core.$ZodIssue, value: unknown): InputError {
  if (issue.code === "custom" && isInputError(issue.params?.error)) return issue.params.error;
  if (value === undefined) return new InputError("field-missing", {});
  switch (issue.code) {
    case "invalid_type":
      return new InputError("field-type", { found: typeOf(value), expected: EXPECTED[issue.expected] ?? "object" });
    case "invalid_value":
      return new InputError("field-not-listed", {
        found: typeof value === "string" ? value : JSON.stringify(value),
        accepted: issue.values.join(", "),
      });
    case "too_small":
      return new InputError("list-too-short", { found: lengthOf(value), min: Number(issue.minimum) });
    case "too_big":
      return new InputError("list-too-long", { found: lengthOf(value), max: Number(issue.maximum) });
    default:
      return new InputError("field-refused", {});
  }
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

import { fieldPath, type FieldPath } from "./field-path.ts";
import { InputError, type Place } from "./input-error.ts";

/** A place in a text: lines and columns from 1, columns in characters. */
export interface TextPlace extends Place {
  readonly line: number;
  readonly column: number;
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const MAX_DEPTH = 100;

/**
 * Reads strict JSON (RFC 8259), more narrowly than `JSON.parse`, and remembers where each part stands. A key written
 * twice is refused, and so is a number that is not whole and in plain digits: amounts and percentages are text.
 *
 * @throws InputError with line and column: `json-invalid`, `json-truncated`, `json-duplicate-key`, `json-number-form`
 * @example new JsonReader('{"hitos":[1]}').placeOf(["hitos", 0]); // { line: 1, column: 11, field: "hitos[0]" }
 */
export class JsonReader {
  readonly value: unknown;
  readonly #text: string;
  readonly #offsets = new Map<string, number>();
  #offset = 0;

  /** @param text without byte order mark */
  constructor(text: string) {
    this.#text = text;
    this.value = this.#readValue([]);
    this.#take(SPACE);
    if (this.#offset < text.length) throw this.#unexpected([]);
  }

  /** Where a field stands or, when the text lacks it, the nearest part that should hold it. */
  placeOf(path: FieldPath): TextPlace {
    for (let length = path.length; length >= 0; length -= 1) {
      const offset = this.#offsets.get(fieldPath(path.slice(0, length)));
      if (offset !== undefined) return this.#place(path, offset);
    }
    return this.#place(path, 0);
  }

  #place(path: FieldPath, offset: number): TextPlace {
    const lines = this.#text.slice(0, offset).split("\n");
    const place = { line: lines.length, column: Array.from(lines.at(-1) ?? "").length + 1 };
    return path.length === 0 ? place : { ...place, field: fieldPath(path) };
  }

  #take(token: RegExp): string | undefined {
    token.lastIndex = this.#offset;
    const found = token.exec(this.#text)?.[0];
    this.#offset += found?.length ?? 0;
    return found;
  }

  #accept(mark: string): boolean {
    this.#take(SPACE);
    if (this.#text[this.#offset] !== mark) return false;
    this.#offset += 1;
    return true;
  }

  #expect(mark: string, path: FieldPath): void {
    if (!this.#accept(mark)) throw this.#unexpected(path);
  }

  #unexpected(path: FieldPath): InputError {
    const place = this.#place(path, this.#offset);
    if (this.#offset >= this.#text.length) return new InputError("json-truncated", {}, place);
    const found = Array.from(this.#text.slice(this.#offset)).slice(0, 20).join("");
    return new InputError("json-invalid", { found }, place);
  }

  #readValue(path: FieldPath): unknown {
    this.#take(SPACE);
    const key = fieldPath(path);
    if (!this.#offsets.has(key)) this.#offsets.set(key, this.#offset);
    if (path.length > MAX_DEPTH) throw this.#unexpected(path);
    if (this.#accept("{")) return this.#readMembers(path);
    if (this.#accept("[")) return this.#readElements(path);
    if (this.#text[this.#offset] === '"') return this.#readText(path);
    const word = this.#take(WORD);
    return word === undefined ? this.#readNumber(path) : (JSON.parse(word) as unknown);
  }

  #readMembers(path: FieldPath): Record<string, unknown> {
    const members = new Map<string, unknown>();
    if (this.#accept("}")) return {};
    do {
      this.#take(SPACE);
      const offset = this.#offset;
      const key = this.#readText(path);
      const member = [...path, key];
      if (members.has(key)) throw new InputError("json-duplicate-key", { key }, this.#place(member, offset));
      this.#expect(":", member);
      this.#offsets.set(fieldPath(member), offset);
      members.set(key, this.#readValue(member));
    } while (this.#accept(","));
    this.#expect("}", path);
    return Object.fromEntries(members);
  }

  #readElements(path: FieldPath): unknown[] {
    const elements: unknown[] = [];
    if (this.#accept("]")) return elements;
    do elements.push(this.#readValue([...path, elements.length]));
    while (this.#accept(","));
    this.#expect("]", path);
    return elements;
  }

  #readText(path: FieldPath): string {
    const start = this.#offset;
    const found = this.#take(STRING);
    try {
      return JSON.parse(found ?? "") as string;
    } catch {
      this.#offset = found === undefined && this.#text[start] === '"' ? this.#text.length : start;
      throw this.#unexpected(path);
    }
  }

  #readNumber(path: FieldPath): number {
    const start = this.#offset;
    const found = this.#take(NUMBER);
    if (found === undefined) throw this.#unexpected(path);
    if (/^(?:0|-?[1-9]\d*)$/.test(found) && Number.isSafeInteger(Number(found))) return Number(found);
    throw new InputError("json-number-form", { found }, this.#place(path, start));
  }
}

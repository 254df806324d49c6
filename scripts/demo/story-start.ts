import type { DemoFile } from "./demo-file.ts";

/** A story without a date of its own begins this long before the last day of signature. */
const LEAD = 25n * 86_400n;

/**
 * The moment at which a file's story begins.
 *
 * @returns unix seconds
 * @example startOf(file);
 */
export const startOf = ({ historia, firmaHasta }: DemoFile): bigint => historia?.inicio ?? firmaHasta - LEAD;

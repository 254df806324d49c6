import { jsonDigest, type Document } from "../../lib/documents/document.ts";

/**
 * A paper of the story that the input file does not have: its digest is that of what it is about.
 *
 * @example paperOf("entrega", 0).digest;
 */
export const paperOf = (what: string, index = 0): Document => ({ digest: jsonDigest({ what, index }), pointer: "" });

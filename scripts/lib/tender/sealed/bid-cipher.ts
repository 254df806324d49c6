import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from "node:crypto";

import * as z from "zod";

import { InputError } from "../../input/input-error.ts";

const FORMAT = "erario-sealed-bid-1";
const CIPHER = "aes-256-gcm";
/** Work of a new file, as the power of two of scrypt's N: about half a second and 128 MB a guess. */
const WORK = 17;
/** Works that are read: a file of more would take a gigabyte to open. */
const WORKS = { least: 10, most: 20 };
const BLOCK = { r: 8, p: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const envelopeSchema = z.strictObject({
  format: z.literal(FORMAT),
  work: z.int().min(WORKS.least).max(WORKS.most),
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  nonce: z.string().regex(/^[0-9a-f]{24}$/),
  data: z.base64(),
  sum: z.string(),
});

type Parts = Omit<z.infer<typeof envelopeSchema>, "sum">;

/** Tells a file that was cut or changed by accident from one that is opened with another password. */
const sumOf = ({ format, work, salt, nonce, data }: Parts): string =>
  createHash("sha256").update([format, work, salt, nonce, data].join("\n")).digest("hex");

const headOf = ({ format, work, salt, nonce }: Omit<Parts, "data">): Buffer =>
  Buffer.from(`${format}:${work}:${salt}:${nonce}`);

/** The same letters give the same key on every keyboard and system. */
const keyOf = (password: string, { salt, work }: Pick<Parts, "salt" | "work">): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const cost = { ...BLOCK, N: 2 ** work, maxmem: 2 ** (work + 11) };
    scrypt(password.normalize("NFKC"), Buffer.from(salt, "hex"), KEY_BYTES, cost, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });

/**
 * Encrypts a text under a password: scrypt, then AES-256-GCM with the file's head bound to it.
 *
 * @param work power of two of scrypt's N, kept in the file
 * @returns a JSON text of one line
 * @example await files.replace(path, await encryptText(secret, password));
 */
export async function encryptText(text: string, password: string, work = WORK): Promise<string> {
  const salt = randomBytes(SALT_BYTES).toString("hex");
  const nonce = randomBytes(NONCE_BYTES).toString("hex");
  const head = { format: FORMAT, work, salt, nonce } as const;
  const cipher = createCipheriv(CIPHER, await keyOf(password, head), Buffer.from(nonce, "hex"));
  cipher.setAAD(headOf(head));
  const encrypted = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  const parts: Parts = { ...head, data: encrypted.toString("base64") };
  return `${JSON.stringify({ ...parts, sum: sumOf(parts) })}\n`;
}

/**
 * Opens what `encryptText` made.
 *
 * @throws InputError `bid-file-damaged` when the file is not as it was written, `bid-file-password` when the password does
 *   not open it
 * @example await decryptText(await readFile(path, "utf8"), password);
 */
export async function decryptText(file: string, password: string): Promise<string> {
  const { data, ...head } = parse(file);
  const bytes = Buffer.from(data, "base64");
  const body = bytes.subarray(0, -TAG_BYTES);
  const key = await keyOf(password, head);
  try {
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(head.nonce, "hex"), { authTagLength: TAG_BYTES });
    decipher.setAAD(headOf(head));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
  } catch {
    throw new InputError("bid-file-password", {});
  }
}

function parse(file: string): Parts {
  let json: unknown;
  try {
    json = JSON.parse(file);
  } catch {
    throw new InputError("bid-file-damaged", {});
  }
  const read = envelopeSchema.safeParse(json);
  if (!read.success || read.data.sum !== sumOf(read.data)) throw new InputError("bid-file-damaged", {});
  return read.data;
}

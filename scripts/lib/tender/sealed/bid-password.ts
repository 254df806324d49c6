import { InputError } from "../../input/input-error.ts";

/** The environment variable from which a script takes the password; no argument does, for other users see arguments. */
export const PASSWORD_VARIABLE = "ERARIO_BID_PASSWORD";

/** Fewest characters of a new password. */
export const MIN_PASSWORD = 12;

/** Where the password of a bidder's file comes from. */
export interface PasswordSource {
  /** As `process.env`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Asks the person without showing what is typed; absent where nobody sits at the terminal. */
  readonly ask?: (question: "password" | "again") => Promise<string>;
}

/**
 * The password of an existing file.
 *
 * @throws InputError `bid-password-missing`
 * @example await loadSealedBid(file, await bidPassword(source), wanted, nodeFiles);
 */
export async function bidPassword({ environment, ask }: PasswordSource): Promise<string> {
  const given = environment[PASSWORD_VARIABLE] ?? "";
  const password = given === "" && ask ? await ask("password") : given;
  if (password === "") throw new InputError("bid-password-missing", { variable: PASSWORD_VARIABLE });
  return password;
}

/**
 * The password of a new file: long enough and, when it is typed, typed twice.
 *
 * @throws InputError `bid-password-missing`, `bid-password-short`, `bid-password-differs`
 * @example await saveSealedBid(folder, bid, await newBidPassword(source), nodeFiles);
 */
export async function newBidPassword(source: PasswordSource): Promise<string> {
  const password = await bidPassword(source);
  if (Array.from(password).length < MIN_PASSWORD) throw new InputError("bid-password-short", { minimum: MIN_PASSWORD });
  const typed = (source.environment[PASSWORD_VARIABLE] ?? "") === "";
  if (typed && (await source.ask?.("again")) !== password) throw new InputError("bid-password-differs", {});
  return password;
}

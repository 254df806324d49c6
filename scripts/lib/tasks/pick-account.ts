import { getAddress, isAddress } from "ethers";

import { InputError } from "../input/input-error.ts";

/**
 * The account of the network that acts. A key is never accepted: it would stay in the shell's history.
 *
 * @param wanted position from 0, or address; the first account when there is none
 * @throws InputError `account-unknown`
 * @example pickAccount(accounts, "7"); // the eighth account
 */
export function pickAccount(accounts: readonly string[], wanted: string | null): string {
  const found =
    wanted === null
      ? accounts[0]
      : isAddress(wanted)
        ? accounts.find((account) => account.toLowerCase() === wanted.toLowerCase())
        : /^\d{1,4}$/.test(wanted)
          ? accounts[Number(wanted)]
          : undefined;
  if (found === undefined) throw new InputError("account-unknown", { account: wanted ?? "0" });
  return getAddress(found);
}

import { expect } from "chai";
import type { Log } from "ethers";
import { network } from "hardhat";

import type { Connection } from "../../scripts/demo/cast.ts";
import { demoFileField } from "../../scripts/demo/demo-file.ts";
import type { Play } from "../../scripts/demo/play.ts";
import { printAccount } from "../../scripts/demo/print-account.ts";
import { accountFor, readLogs, type Account } from "../../scripts/demo/read-chain.ts";
import { runStory } from "../../scripts/demo/run-story.ts";
import { setStage } from "../../scripts/demo/stage.ts";
import { loadInput } from "../../scripts/lib/input/load-input.ts";
import { createPrinter } from "../../scripts/lib/output/printer.ts";
import { ownContract } from "./stories.ts";

/** Events that move money, each of which the account must miss. */
const MONEY = ["LineFunded", "Committed", "Paid", "DepositHeld", "DepositReturned", "MilestonePaid"];

const silent = createPrinter(() => undefined);

/** The log with one unit more in its last word of data, which in these events is an amount. */
function withOneMore({ address, topics, data, blockNumber, index }: Log) {
  const amount = BigInt(`0x${data.slice(-64)}`) + 1n;
  return { address, topics, data: `${data.slice(0, -64)}${amount.toString(16).padStart(64, "0")}`, blockNumber, index };
}

describe("accountFor", () => {
  let connection: Connection;
  let play: Play;
  let logs: Log[];

  before(async () => {
    const content = new TextEncoder().encode(JSON.stringify(await ownContract()));
    const context = { readFile: () => Promise.resolve(content), now: 1_640_000_000n, horizonYears: 20 };
    const file = await loadInput("contrato.json", demoFileField, context);
    connection = await network.create({
      network: "default",
      chainType: "l1",
      override: { initialDate: new Date("2025-01-31T12:00:00Z") },
    });
    ({ play } = await runStory(await setStage(connection, "es", silent), file));
    logs = await readLogs(connection);
  });

  const nameOf = ({ address, topics, data }: Log): string | undefined =>
    play.stage.interfaces.get(address)?.parseLog({ topics, data })?.name;

  /** Whether an account shows a difference, or refuses logs on which others rest. */
  async function isOff(altered: Parameters<typeof accountFor>[0]): Promise<boolean> {
    return accountFor(altered, play).then(
      ({ reconciliation }) => !reconciliation.reconciled && reconciliation.differences.length > 0,
      () => true,
    );
  }

  it("reconciles what happened", async () => {
    const { reconciliation, bonds, payees } = await accountFor(logs, play);
    expect(reconciliation.differences).to.deep.equal([]);
    expect(bonds).to.deep.equal({ posted: 3_781_513n, returned: 3_781_513n, forfeited: 0n });
    expect([...payees.values()]).to.deep.equal([90_000_003n]);
  });

  for (const name of MONEY) {
    it(`misses every ${name} that is left out, and every peso too many in one`, async () => {
      const positions = logs.flatMap((log, position) => (nameOf(log) === name ? [position] : []));
      expect(positions).not.to.deep.equal([]);
      for (const position of positions) {
        expect(await isOff(logs.toSpliced(position, 1))).to.equal(true);
        const altered = logs.map((log, at) => (at === position ? withOneMore(log) : log));
        expect(await isOff(altered)).to.equal(true);
      }
    });
  }

  it("shows a peso that no event explains", async () => {
    const { token, treasury } = play.stage.contracts;
    await token.mint(treasury, 1n);
    const account: Account = await accountFor(logs, play);
    expect(account.reconciliation.reconciled).to.equal(false);
    expect(account.reconciliation.differences).to.deep.equal([
      { what: { es: "saldo de la tesorería", en: "balance of the treasury" }, replayed: 0n, onChain: 1n },
    ]);
    let text = "";
    printAccount(
      createPrinter((line) => (text += line)),
      account,
      play,
      "es",
    );
    expect(text).to.match(/Diferencia +1\n/);
    expect(text).to.include("No cuadra saldo de la tesorería: según los eventos 0 CLP, según la cadena 1 CLP.");
    expect(text).to.include("La cuenta no cuadra.");
  });
});

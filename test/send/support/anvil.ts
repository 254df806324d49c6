import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

import { JsonRpcProvider, Network } from "ethers";

/** A second, independent node in a process of its own. */
export interface Anvil {
  readonly url: string;
  readonly provider: JsonRpcProvider;
  stop(): Promise<void>;
}

const CHAIN_ID = 31337;

/** Starts anvil on a free port of the loopback interface and waits until it listens. */
export async function startAnvil(...options: string[]): Promise<Anvil> {
  const manifest = createRequire(import.meta.url).resolve("@foundry-rs/anvil-linux-amd64/package.json");
  const binary = join(dirname(manifest), "bin/anvil");
  const child = spawn(binary, ["--host", "127.0.0.1", "--port", "0", ...options], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const url = `http://${await listeningAddress(child)}`;
  const provider = providerOf(url);
  return {
    url,
    provider,
    async stop() {
      provider.destroy();
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

/** An ethers provider that asks one question a request and never guesses the network. */
export function providerOf(url: string): JsonRpcProvider {
  const network = Network.from(CHAIN_ID);
  return new JsonRpcProvider(url, network, { staticNetwork: network, batchMaxCount: 1, cacheTimeout: -1 });
}

async function listeningAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("anvil has no output");
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /Listening on (127\.0\.0\.1:\d+)/.exec(line)?.[1];
    if (address !== undefined) {
      child.stdout.resume();
      return address;
    }
  }
  throw new Error("anvil ended before it listened");
}

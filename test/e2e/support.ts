import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { startAnvil } from "../send/support/anvil.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HARDHAT = join(ROOT, "node_modules/.bin/hardhat");

/** A node in a process of its own. */
export interface NodeProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** What a command ended with. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A ministry's desk: its files, its node, its commands. */
export interface Desk {
  readonly url: string;
  readonly home: string;
  path(name: string): string;
  /** Writes an input file and returns its path. */
  file(name: string, content: unknown): string;
  /** Types a command of `npx hardhat` and waits for its end. */
  type(...words: string[]): Promise<Ended>;
  /** Types a command and leaves it running. */
  start(...words: string[]): ChildProcess;
  remove(): void;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Hardhat's own node, as `npm run node` starts it, on a free port. */
export async function startHardhatNode(): Promise<NodeProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [HARDHAT, "node", "--hostname", "127.0.0.1", "--port", String(port)], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "ignore"],
  });
  await new Promise<void>((resolve, reject) => {
    child.once("exit", () => {
      reject(new Error("the node ended before it listened"));
    });
    child.stdout.on("data", (text: Buffer) => {
      if (text.toString().includes("Started HTTP")) resolve();
    });
  });
  return {
    url: `http://127.0.0.1:${String(port)}`,
    async stop() {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

/** anvil, a node of other authors; without the limit of a contract's size, which a coverage build exceeds and Hardhat's node checks. */
export async function startAnvilNode(): Promise<NodeProcess> {
  const anvil = await startAnvil("--accounts", "20", "--hardfork", "osaka", "--disable-code-size-limit");
  return { url: anvil.url, stop: () => anvil.stop() };
}

/** A desk at a node, with a home of its own or with that of another desk. */
export function deskAt(url: string, home = mkdtempSync(join(tmpdir(), "erario-desk-"))): Desk {
  // An office's shell has no option of Node; that of mocha's processes would load everything twice.
  const env = { ...process.env, NODE_OPTIONS: "", LOCALHOST_RPC_URL: url, ERARIO_HOME: home };
  const argumentsOf = (words: readonly string[]): string[] => [HARDHAT, ...words, "--network", "localhost"];
  const path = (name: string): string => join(home, name);
  return {
    ...{ url, home, path },
    file(name, content) {
      writeFileSync(path(name), typeof content === "string" ? content : JSON.stringify(content, null, 2));
      return path(name);
    },
    type: (...words) =>
      new Promise((resolve) => {
        execFile(process.execPath, argumentsOf(words), { cwd: ROOT, env }, (error, out, err) => {
          resolve({ code: typeof error?.code === "number" ? error.code : error === null ? 0 : -1, out, err });
        });
      }),
    start: (...words) =>
      spawn(process.execPath, argumentsOf(words), { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] }),
    remove() {
      rmSync(home, { recursive: true, force: true });
    },
  };
}

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { network } from "hardhat";

import type { Connection } from "../../scripts/demo/cast.ts";
import { runDemo } from "../../scripts/demo/run-demo.ts";
import { hurryIgnition } from "../helpers/ignited-suite.ts";

interface Figures {
  readonly tender?: Record<string, string | number | boolean>;
  readonly procurement: Record<string, string | boolean>;
}

/** What a run of the demo leaves behind. */
export interface Played {
  readonly code: number;
  /** What it told, each sentence on one line. */
  readonly out: string;
  readonly err: string;
  /** How many chains it opened. */
  readonly opened: number;
  /** The JSON file; undefined if none was written. */
  readonly figures: Figures | undefined;
}

interface PlayOptions {
  readonly lang?: string;
  readonly json?: string;
  /** Sees each chain before anything is deployed to it. */
  readonly onOpen?: (connection: Connection) => void;
}

/**
 * Plays a file, or a content that is written to one in a folder, and asks for the JSON file there.
 *
 * @param content path of a file, "" for the repository's own, or what to write to `contrato.json`
 */
export async function playFile(
  folder: string,
  content: unknown,
  { lang = "es", json = join(folder, "resultado.json"), onOpen = () => undefined }: PlayOptions = {},
): Promise<Played> {
  const input = typeof content === "string" ? content : join(folder, "contrato.json");
  if (typeof content !== "string") await writeFile(input, JSON.stringify(content));
  let [out, err, opened] = ["", "", 0];
  const code = await runDemo(
    { input, json, lang },
    {
      build: () => Promise.resolve(),
      open: async (initialDate) => {
        opened += 1;
        const chain = await network.create({ network: "default", chainType: "l1", override: { initialDate } });
        const connection = hurryIgnition(chain);
        onOpen(connection);
        return connection;
      },
      out: (text) => (out += text),
      err: (text) => (err += text),
    },
  );
  const isWritten = (await readdir(folder)).includes("resultado.json");
  const figures = isWritten
    ? (JSON.parse(await readFile(join(folder, "resultado.json"), "utf8")) as Figures)
    : undefined;
  return { code, out: out.replace(/\n {2}/g, " "), err, opened, figures };
}

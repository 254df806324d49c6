import { createServer, type IncomingMessage, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

import { FetchRequest, JsonRpcProvider, Network } from "ethers";

/** A question on its way to the node. */
export interface Question {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

export interface Reply {
  readonly status: number;
  readonly body: string;
}

/** What happens to a question: a reply, or null for none at all. `forward` asks the real node. */
export type Rule = (question: Question, forward: () => Promise<string>) => Promise<Reply | null>;

/** A JSON-RPC proxy on the loopback interface whose rule a test changes. */
export interface FaultyProxy {
  readonly provider: JsonRpcProvider;
  rule: Rule;
  target: string;
  /** Methods asked for, in order. */
  readonly asked: string[];
  stop(): Promise<void>;
}

export const honest: Rule = async (_, forward) => ({ status: 200, body: await forward() });

/** Starts a proxy in front of a node. */
export async function startProxy(target: string): Promise<FaultyProxy> {
  const server = createServer((request, response) => {
    void answer(proxy, request).then((reply) => {
      if (reply === null) return;
      response.writeHead(reply.status, { "content-type": "application/json" }).end(reply.body);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const provider = impatientProvider(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  const proxy: FaultyProxy = {
    ...{ provider, rule: honest, target, asked: [] },
    stop: () => stopServer(server, provider),
  };
  return proxy;
}

/** A rule that treats the first `times` questions of a method in its own way and is honest otherwise. */
export function sometimes(method: string, times: number, fault: Rule): Rule {
  let left = times;
  return (question, forward) => {
    const isFaulty = question.method === method && left-- > 0;
    return (isFaulty ? fault : honest)(question, forward);
  };
}

/** A rule that answers a question with a result of its own. */
export function answering(result: unknown): Rule {
  return ({ id }) => Promise.resolve({ status: 200, body: JSON.stringify({ jsonrpc: "2.0", id, result }) });
}

async function answer(proxy: FaultyProxy, request: IncomingMessage): Promise<Reply | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString("utf8");
  const question = JSON.parse(body) as Question;
  proxy.asked.push(question.method);
  const headers = { "content-type": "application/json" };
  const { target } = proxy;
  return proxy.rule(question, async () => (await fetch(target, { method: "POST", headers, body })).text());
}

/** ethers itself waits minutes for a busy node; here only the sending layer's own patience counts. */
function impatientProvider(url: string): JsonRpcProvider {
  const request = new FetchRequest(url);
  request.setThrottleParams({ maxAttempts: 1 });
  const network = Network.from(31337);
  return new JsonRpcProvider(request, network, { staticNetwork: network, batchMaxCount: 1, cacheTimeout: -1 });
}

async function stopServer(server: Server, provider: JsonRpcProvider): Promise<void> {
  provider.destroy();
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}

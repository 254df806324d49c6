import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { expect } from "chai";

import { QUICKNET } from "../../scripts/lib/randomness/beacon.ts";
import { fetchRound, type RoundAnswer, type RoundRequest } from "../../scripts/lib/randomness/fetch-round.ts";
import { beacon, expectCoded, ROUND_1000 } from "../tender/sealed/support.ts";

const URL = "https://api.drand.sh/";
const good = { round: 1000, randomness: "", signature: ROUND_1000.slice(2) };
const answer = (body: unknown, status = 200): RoundAnswer => ({
  ok: status === 200,
  status,
  json: () => Promise.resolve(body),
});

/** A server that gives these answers one after the other, an Error as a failed request. */
function served(...answers: (RoundAnswer | Error)[]) {
  const urls: string[] = [];
  const pauses: number[] = [];
  const request: RoundRequest = {
    info: QUICKNET,
    sleep: (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
    fetch: (url) => {
      const next = answers[urls.length] ?? new Error("no more answers");
      urls.push(url);
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    },
  };
  return { urls, pauses, request };
}

describe("fetchRound", () => {
  it("asks the network by its hash and gives the verified signature", async () => {
    const { urls, request } = served(answer(good));

    expect(await fetchRound(URL, 1000n, request)).to.equal(ROUND_1000);
    expect(urls).to.deep.equal([`https://api.drand.sh/${QUICKNET.chainHash.slice(2)}/public/1000`]);
  });

  it("asks again, each time later, after a failure", async () => {
    const dropped = new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNRESET" }) });
    const { pauses, request } = served(dropped, answer({}, 502), answer(good));

    expect(await fetchRound(URL, 1000n, request)).to.equal(ROUND_1000);
    expect(pauses).to.deep.equal([500, 1_000]);
  });

  it("gives up after its attempts and says why", async () => {
    const dropped = new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) });
    const { urls, request } = served(dropped, dropped, answer({}, 404), answer({}, 503));

    await expectCoded(() => fetchRound(URL, 1000n, { ...request, attempts: 2 }), "beacon-unreachable", {
      url: URL,
      reason: "ECONNREFUSED",
    });
    await expectCoded(() => fetchRound(URL, 1000n, { ...request, attempts: 2 }), "beacon-unreachable", {
      url: URL,
      reason: "HTTP 503",
    });
    expect(urls.length).to.equal(4);
  });

  it("says when a round that is still to come is due, and asks once", async () => {
    const { urls, request } = served(answer({}, 425));
    const params = { round: 1000n, due: 1_692_806_364n };

    await expectCoded(() => fetchRound(URL, 1000n, request), "beacon-round-pending", params);
    expect(urls.length).to.equal(1);
  });

  it("believes no signature that is not the network's", async () => {
    for (const signature of [beacon.sign(1000n).slice(2), "00".repeat(48)]) {
      const { request } = served(answer({ ...good, signature }));
      await expectCoded(() => fetchRound(URL, 1000n, request), "beacon-signature-false", { round: 1000n });
    }
  });

  const odd = {
    "another round": { ...good, round: 1001 },
    "a short signature": { ...good, signature: "b4" },
    "no signature": { round: 1000 },
    "a list": [],
    nothing: null,
  };
  for (const [name, body] of Object.entries(odd)) {
    it(`refuses an answer that is ${name}`, async () => {
      await expectCoded(() => fetchRound(URL, 1000n, served(answer(body)).request), "beacon-malformed", { url: URL });
    });
  }

  describe("given a server that answers", () => {
    const server = createServer((request, response) => {
      if (request.url?.endsWith("/1000")) response.end(JSON.stringify(good));
      else if (request.url?.endsWith("/1001")) response.end("<html>");
    });
    let url: string;
    before(async () => {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    after(() => {
      server.closeAllConnections();
      server.close();
    });

    it("reads the round", async () => {
      expect(await fetchRound(url, 1000n, { info: QUICKNET })).to.equal(ROUND_1000);
    });

    it("refuses a page that is no JSON", async () => {
      await expectCoded(() => fetchRound(url, 1001n, { info: QUICKNET }), "beacon-malformed", { url });
    });

    it("does not wait for an answer without end", async () => {
      const request = { info: QUICKNET, attempts: 2, timeout: 50, sleep: () => Promise.resolve() };
      await expectCoded(() => fetchRound(url, 1002n, request), "beacon-unreachable", { url, reason: "TimeoutError" });
    });
  });
});

import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { AcceptAnswer, DecideAnswer, EventAnswer, EventRequest } from "#app/contracts/post-purchase.ts";
import { answering } from "#tests/support/answering.ts";

export interface Heard {
  readonly path: string;
  readonly token: string | undefined;
  readonly origin: string | undefined;
  readonly body: unknown;
}

/** What the app answers: a value, a status without a value, or nothing at all. */
type Answer<Value> = Value | { readonly status: number } | "connection-lost" | { readonly afterMs: number };

export interface Answers {
  decide: Answer<DecideAnswer>;
  /** One for each accept, the last one again for any further. */
  accept: readonly Answer<AcceptAnswer>[];
  /** To impressions, and to answers of the shopper for which `answered` says nothing. */
  event: Answer<EventAnswer>;
  /** One for each yes or no of the shopper, in their order. */
  answered: readonly Answer<EventAnswer>[];
}

const SILENT: Answers = { decide: { kind: "nothing" }, accept: [], event: { kind: "kept" }, answered: [] };

/** An app of three answers on a loopback port: what it heard can be read, what it says be set. */
export async function startFakeApp() {
  const heard: Heard[] = [];
  let answers = SILENT;
  let accepts = 0;
  let events = 0;

  function answerTo(path: string, body: unknown) {
    if (path.endsWith("/decide")) return answers.decide;
    if (path.endsWith("/accept")) return answers.accept[Math.min(accepts++, answers.accept.length - 1)];
    return ((body as EventRequest).kind !== "impression" && answers.answered[events++]) || answers.event;
  }

  const server = createServer(
    answering(async (request, response) => {
      const path = request.url ?? "";
      const { origin, authorization } = request.headers;
      // A browser sends a request again when a connection it had kept is lost.
      response.setHeader("Connection", "close");
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
      if (request.method === "OPTIONS") return response.writeHead(204).end();
      const body = await jsonOf(request);
      heard.push({ path, token: authorization?.replace("Bearer ", ""), origin, body });
      const answer = answerTo(path, body);
      if (answer === undefined || answer === "connection-lost") return request.socket.destroy();
      if ("afterMs" in answer) await wait(answer.afterMs);
      const refusal = { error: { code: "refused", message: "as the test asked" } };
      response.writeHead("status" in answer ? answer.status : 200, { "Content-Type": "application/json" });
      return response.end(JSON.stringify("status" in answer ? refusal : answer));
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** From now on it says this, and has heard nothing. */
    begin(next: Partial<Answers>) {
      answers = { ...SILENT, ...next };
      heard.length = 0;
      accepts = 0;
      events = 0;
    },
    heardAt(last: "decide" | "accept" | "event"): Heard[] {
      return heard.filter(({ path }) => path === `/api/v1/post-purchase/${last}`);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

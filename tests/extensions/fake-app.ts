import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { AcceptAnswer, DecideAnswer } from "#app/contracts/post-purchase.ts";

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
  event: Answer<{ kind: "kept" }>;
}

/** An app of three answers on a loopback port: what it heard can be read, what it says be set. */
export async function startFakeApp() {
  const heard: Heard[] = [];
  let answers: Answers = { decide: { kind: "nothing" }, accept: [], event: { kind: "kept" } };
  let accepts = 0;

  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    const { origin, authorization } = request.headers;
    // A browser sends a request again when a connection it had kept is lost.
    response.setHeader("Connection", "close");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
    if (request.method === "OPTIONS") return response.writeHead(204).end();
    heard.push({ path, token: authorization?.replace("Bearer ", ""), origin, body: await jsonOf(request) });
    const answer = path.endsWith("/decide")
      ? answers.decide
      : path.endsWith("/accept")
        ? answers.accept[Math.min(accepts++, answers.accept.length - 1)]
        : answers.event;
    if (answer === undefined || answer === "connection-lost") return request.socket.destroy();
    if ("afterMs" in answer) await wait(answer.afterMs);
    const refusal = { error: { code: "refused", message: "as the test asked" } };
    response.writeHead("status" in answer ? answer.status : 200, { "Content-Type": "application/json" });
    return response.end(JSON.stringify("status" in answer ? refusal : answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** From now on it says this, and has heard nothing. */
    begin(next: Partial<Answers>) {
      answers = { decide: { kind: "nothing" }, accept: [], event: { kind: "kept" }, ...next };
      heard.length = 0;
      accepts = 0;
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

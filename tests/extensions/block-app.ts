import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { PrepareAnswer, SurfaceDecideAnswer, SurfaceEventAnswer } from "#app/contracts/surfaces.ts";
import { answering } from "#tests/support/answering.ts";

/** What the app answers: a value, a refusal's status, nothing at all, or a value that comes too late. */
type Says<Value> = Value | { readonly status: number } | "silent" | { readonly afterMs: number; readonly says: Value };

export interface BlockAppSays {
  readonly decide: Says<SurfaceDecideAnswer>;
  /** One for each time it is asked, the last one again for any further. */
  readonly prepare: readonly Says<PrepareAnswer>[];
  readonly event: Says<SurfaceEventAnswer>;
}

interface Heard {
  readonly path: string;
  readonly token: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

const UP: BlockAppSays = { decide: { kind: "nothing" }, prepare: [{ kind: "unavailable" }], event: { kind: "kept" } };

export const DOWN: BlockAppSays = { decide: "silent", prepare: ["silent"], event: "silent" };

/** The app's three endpoints for a block on a loopback port: what it heard can be read, what it says be set. */
export async function startBlockApp() {
  const heard: Heard[] = [];
  let says = UP;
  let prepared = 0;

  function answerTo(path: string): Says<unknown> {
    if (path.endsWith("/decide")) return says.decide;
    if (path.endsWith("/event")) return says.event;
    return says.prepare[Math.min(prepared++, says.prepare.length - 1)] ?? "silent";
  }

  const server = createServer(
    answering(async (request, response) => {
      const path = request.url ?? "";
      // A browser sends a request again when a connection it had kept is lost.
      response.setHeader("Connection", "close");
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
      if (request.method === "OPTIONS") return response.writeHead(204).end();
      heard.push({
        path,
        token: request.headers.authorization?.replace("Bearer ", ""),
        body: JSON.parse(await textOf(request)),
      });
      const answer = answerTo(path);
      if (answer === "silent") return request.socket.destroy();
      const {
        status = 200,
        afterMs = 0,
        says: said = answer,
      } = answer as { status?: number; afterMs?: number; says?: unknown };
      await wait(afterMs);
      return response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(said));
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** From now on it says this, and has heard nothing. */
    begin(next: Partial<BlockAppSays>) {
      says = { ...UP, ...next };
      heard.length = 0;
      prepared = 0;
    },
    heardAt: (last: "decide" | "prepare" | "event") => heard.filter(({ path }) => path === `/api/v1/offers/${last}`),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

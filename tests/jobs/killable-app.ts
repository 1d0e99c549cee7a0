import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { compose } from "#app/composition.ts";
import { openLog } from "#app/platform/log.ts";

/** A process with the composed app, for tests that end it: takes webhooks about orders as its route does. Says its port. */
const { DATABASE_URL = "", API_KEY = "", API_SECRET = "", APP_URL = "", LOOK_EVERY_MS = "0" } = process.env;
const encore = await compose({
  databaseUrl: DATABASE_URL,
  apiKey: API_KEY,
  apiSecret: API_SECRET,
  appUrl: APP_URL,
  log: openLog({ level: "silent" }),
  lookForAbandonedJobsEveryMs: Number(LOOK_EVERY_MS),
});
const server = createServer(async (request, response) => {
  const headers = request.headers as Record<string, string>;
  const sent = new Request(APP_URL + request.url, { method: "POST", headers, body: await text(request) });
  await encore.flows.receiveWebhook(await encore.authenticateWebhook(sent, "orders"));
  response.end();
});
server.listen(0, "127.0.0.1", () => console.log(`listens on ${(server.address() as AddressInfo).port}`));

import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refusal } from "#app/contracts/post-purchase.ts";
import { DEMO_SHOP, NOON } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { openShop } from "./open-shop.ts";
import { pageToken } from "./post-purchase-token.ts";
import { type ShoppersServer, shoppersServer } from "./shoppers-server.ts";

const database = await testDatabase();
let server: ShoppersServer;
const token = pageToken(NOON);

beforeAll(async () => {
  await openShop(database);
  server = await shoppersServer(database, { limits: { bytesMost: 64 * 1024, msMost: 300 } });
  await server.live.warm([DEMO_SHOP]);
});

afterAll(async () => {
  await server.close();
});

async function sent(path: string, init: RequestInit & { duplex?: "half" }) {
  const response = await fetch(`${server.url}${path}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const authorized = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
const ACCEPT = "/api/v1/post-purchase/accept";

/** Bytes as they are, on a bare socket; what came back until the server closed or `ms` were over. */
function spoken(
  bytes: readonly (string | Buffer)[],
  { everyMs = 0, ms = 3_000 } = {},
): Promise<{ text: string; ms: number }> {
  return new Promise((resolve) => {
    const began = performance.now();
    const socket = connect(server.port, "127.0.0.1");
    let text = "";
    const done = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, ms: performance.now() - began });
    };
    const timer = setTimeout(done, ms);
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", done).on("close", done);
    void (async () => {
      for (const part of bytes) {
        if (socket.destroyed) return;
        socket.write(part);
        if (everyMs > 0) await new Promise((next) => setTimeout(next, everyMs));
      }
    })();
  });
}

const head = (length: number, path = ACCEPT) =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

test.each([
  ["a body that is no JSON", "{", 400, "not-json"],
  ["a body of nothing", "", 400, "not-json"],
  ["a list", "[]", 400, "wrong-content"],
  ["null", "null", 400, "wrong-content"],
  ["an empty object", "{}", 400, "wrong-content"],
  ["a field named twice", '{"ticket":"a","ticket":"b"}', 400, "not-json"],
  ["sixty thousand brackets", "[".repeat(60_000), 400, "not-json"],
  [
    "a ticket too long",
    JSON.stringify({ ticket: "x".repeat(32_769), items: [{ variantId: "1", quantity: 1 }] }),
    400,
    "wrong-content",
  ],
  [
    "a ticket of nonsense",
    JSON.stringify({ ticket: "x", items: [{ variantId: "1", quantity: 1 }] }),
    401,
    "ticket-not-ours",
  ],
])("%s is refused with a reason in JSON that the page may read", async (_title, body, status, code) => {
  const answer = await sent(ACCEPT, { method: "POST", headers: authorized, body });
  expect(answer.status).toBe(status);
  expect(refusal.parse(JSON.parse(answer.text)).error.code).toBe(code);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
});

test("bytes that are not UTF-8 are refused", async () => {
  const body = Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]);
  expect(await sent(ACCEPT, { method: "POST", headers: authorized, body })).toMatchObject({ status: 400 });
});

test.each([
  ["text", { "Content-Type": "text/plain" }],
  ["a form", { "Content-Type": "application/x-www-form-urlencoded" }],
  ["compressed JSON", { "Content-Encoding": "gzip" }],
])("%s is not read as JSON", async (_title, headers) => {
  const answer = await sent(ACCEPT, { method: "POST", headers: { ...authorized, ...headers }, body: "{}" });
  expect(answer).toMatchObject({ status: 400 });
});

test("a body a byte over 64 KB is refused, one of 64 KB is read", async () => {
  const most = await sent(ACCEPT, { method: "POST", headers: authorized, body: " ".repeat(65_536) });
  expect(most.status).toBe(400);
  const over = await sent(ACCEPT, { method: "POST", headers: authorized, body: " ".repeat(65_537) });
  expect(over.status).toBe(413);
  expect(over.headers.get("access-control-allow-origin")).toBe("*");
});

test("ten megabytes that say so are refused before they are read", async () => {
  const { text, ms } = await spoken([head(10_000_000), Buffer.alloc(10_000)]);
  expect(text).toMatch(/^HTTP\/1\.1 413 /);
  expect(ms).toBeLessThan(2_500);
});

test("a body without a length that does not end is refused at 64 KB", async () => {
  const chunk = Buffer.concat([Buffer.from("8000\r\n"), Buffer.alloc(0x8000, 32), Buffer.from("\r\n")]);
  const chunkedHead = head(0).replace("Content-Length: 0", "Transfer-Encoding: chunked");
  const { text } = await spoken([chunkedHead, chunk, chunk, chunk, chunk]);
  expect(text).toMatch(/^HTTP\/1\.1 413 /);
});

test("a body that trickles in is cut off in time", async () => {
  const { text, ms } = await spoken([head(1_000), ...Array(40).fill("{")], { everyMs: 50 });
  expect(text).toMatch(/^HTTP\/1\.1 408 /);
  expect(text).toContain('"too-slow"');
  expect(ms).toBeLessThan(2_500);
});

test("a sender who hangs up in the middle of a body harms nobody", async () => {
  await spoken([head(1_000), '{"ticket"'], { ms: 50 });
  expect(await server.post("decide", token)).toMatchObject({ status: 200 });
});

test("an address that does not exist is not found, under whatever method", async () => {
  for (const method of ["GET", "POST", "OPTIONS"]) {
    const answer = await sent("/api/v1/post-purchase/refund", { method });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(refusal.parse(JSON.parse(answer.text)).error.code).toBe("not-found");
  }
});

test("a method that is not POST is refused, and the right one named", async () => {
  for (const method of ["GET", "PUT", "DELETE", "PATCH"]) {
    const answer = await sent(ACCEPT, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST, OPTIONS");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  }
});

test("a browser that asks first is told what it may send", async () => {
  const answer = await sent(ACCEPT, {
    method: "OPTIONS",
    headers: { Origin: "https://cdn.shopify.com", "Access-Control-Request-Method": "POST" },
  });
  expect(answer.status).toBe(204);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-headers": "Authorization, Content-Type",
    "access-control-allow-methods": "POST, OPTIONS",
    "access-control-max-age": "7200",
  });
});

test("a request without a token, or with a wrong one, is refused so that the page can read it", async () => {
  for (const headers of [new Headers(), new Headers({ Authorization: "Bearer x.y.z" })]) {
    const answer = await sent(ACCEPT, { method: "POST", headers, body: "{}" });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(refusal.parse(JSON.parse(answer.text)).error.message).not.toBe("");
  }
});

test("no token is ever in the log", () => {
  expect(server.logLines.length).toBeGreaterThan(10);
  expect(server.logLines.join("")).not.toContain(token);
});

import { execFile } from "node:child_process";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const seen: { method?: string | undefined; url?: string | undefined; headers: IncomingHttpHeaders; body: string }[] =
  [];
const store = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  seen.push({ method: request.method, url: request.url, headers: request.headers, body });
  response.end("from the sandbox");
});
let address: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => store.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
});
afterAll(() => store.close());

const run = promisify(execFile);
const inApp = async (code: string) => {
  const { stdout } = await run(
    process.execPath,
    ["--import", "./sandbox/redirect-fetch.ts", "--input-type=module", "--eval", code],
    { cwd: ROOT, env: { ...process.env, ENCORE_SANDBOX_SHOPIFY: address } },
  );
  return stdout.trim();
};

test("a call to the shop's domain reaches the sandbox with its path, method, headers and body", async () => {
  const said = await inApp(`
    const response = await fetch("https://encore-demo.myshopify.com/admin/api/2026-10/graphql.json?x=1", {
      method: "POST", headers: { "X-Shopify-Access-Token": "t" }, body: JSON.stringify({ query: "{shop{id}}" }),
    });
    console.log(await response.text());`);
  expect(said).toBe("from the sandbox");
  expect(seen.at(-1)).toMatchObject({
    method: "POST",
    url: "/admin/api/2026-10/graphql.json?x=1",
    headers: { "x-sandbox-host": "encore-demo.myshopify.com", "x-shopify-access-token": "t" },
    body: '{"query":"{shop{id}}"}',
  });
});

test("a Request given whole goes the same way, and calls elsewhere are left alone", async () => {
  await inApp(
    `await fetch(new Request("https://encore-demo.myshopify.com/admin/oauth/access_token", { method: "POST", body: "{}" }))`,
  );
  expect(seen.at(-1)).toMatchObject({ url: "/admin/oauth/access_token", body: "{}" });
  const before = seen.length;
  await inApp(`await fetch("data:text/plain,hello")`);
  expect(seen).toHaveLength(before);
});

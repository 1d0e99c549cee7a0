import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { currentLost } from "#app/admin/connection/lost.ts";
import { keepingTheScreen, keepStanding, tellStanding } from "#app/admin/connection/page-data.ts";
import { answeringRefusals } from "#app/http/answered-routes.ts";
import { AppError } from "#app/platform/app-error.ts";

const ORDERS = "routes/app.orders._index";
const SETTINGS = "routes/app.settings.($part)";
const address = (path: string, route: string) => {
  const url = new URL(path, "https://app.example");
  url.searchParams.set("_data", route);
  return url.href;
};

let answer: () => Promise<Response>;
const fetch = keepingTheScreen(() => answer());
const offline = () => Promise.reject(new TypeError("Failed to fetch"));
const away = async () => Response.json({ code: "database-away" }, { status: 503 });

beforeEach(() => {
  vi.stubGlobal("location", new URL("https://app.example/app/orders?number=%2320"));
  tellStanding({ address: "/app/orders?number=%2320", data: new Map([[ORDERS, { orders: 7 }]]) });
  keepStanding(false);
  answer = async () => Response.json({ orders: 8 });
});
afterAll(() => vi.unstubAllGlobals());

test("a page that comes is the one that is shown, and nothing is told any more", async () => {
  const response = await fetch(address("/app/orders?number=%2320", ORDERS));
  expect(await response.json()).toEqual({ orders: 8 });
  expect(currentLost()).toBeUndefined();
});

test.each([
  ["the network is away", offline, "unreached"],
  ["the database is away", away, "busy"],
  [
    "whoever stands before the app says that it is away",
    async () => new Response("<html>", { status: 502 }),
    "unreached",
  ],
] as const)("what stands is given again where it is looked up anew and %s", async (_title, how, kind) => {
  answer = how;
  const response = await fetch(address("/app/orders?number=%2320", ORDERS));
  expect(await response.json()).toEqual({ orders: 7 });
  expect(currentLost()).toEqual({ kind });
});

test("a page that was to be opened and does not come is told by its address, and stays on its way until it is called off", async () => {
  answer = offline;
  const leaving = new AbortController();
  const going = fetch(address("/app/settings?a=b", SETTINGS), { signal: leaving.signal });
  await expect.poll(currentLost).toEqual({ kind: "unreached", to: "/app/settings?a=b", isUnderWay: true });
  leaving.abort(new Error("called off"));
  await expect(going).rejects.toThrow("called off");
});

test("while a page is called off, what stands is not asked for", async () => {
  answer = () => Promise.reject(new Error("asked"));
  keepStanding(true);
  expect(await (await fetch(address("/app/orders?number=%2320", ORDERS))).json()).toEqual({ orders: 7 });
});

test("what is no page's data fails as ever: whoever asked tells of it", async () => {
  answer = offline;
  await expect(fetch("https://app.example/app/try/orders")).rejects.toThrow("Failed to fetch");
  await expect(fetch(address("/app/orders", ORDERS), { method: "POST" })).rejects.toThrow("Failed to fetch");
});

test("a page that the database or Shopify's library keeps from being answered says which of them is away", async () => {
  const request = new Request("https://app.example/app/orders");
  const context = { encore: { log: { error: () => undefined, info: () => undefined } } };
  const args = { request, context, params: {} } as unknown as LoaderFunctionArgs & ActionFunctionArgs;
  const thrown = async (error: unknown) => {
    const response = await answeringRefusals(() => Promise.reject(error))(args).catch((answered: unknown) => answered);
    return response instanceof Response ? { status: response.status, body: await response.json() } : response;
  };
  const gone = new AppError("database-away", 503, "The database does not answer.", { retryAfterSeconds: 5 });
  expect(await thrown(gone)).toEqual({ status: 503, body: { code: "database-away" } });
  expect(await thrown(new Response(undefined, { status: 500 }))).toEqual({
    status: 503,
    body: { code: "shopify-away" },
  });
  const bug = new TypeError("x is undefined");
  expect(await thrown(bug)).toBe(bug);
});

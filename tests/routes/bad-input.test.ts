import { beforeAll, describe, expect, test } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { fillShop } from "#tests/stores/filled-shop.ts";
import { DEMO_SHOP, someRule } from "#tests/support/builders.ts";
import { actions, loaders } from "./every-route.ts";
import { openAdmin } from "./open-admin.ts";

const admin = await openAdmin();
const OTHER = "other-shop.myshopify.com" as Shop;

beforeAll(async () => {
  for (const shop of [DEMO_SHOP, OTHER]) await fillShop(admin.database, shop);
});

const DEEP = 20_000;
const WORDS = [
  "",
  "\0",
  "\ud800",
  "💥",
  "../..",
  "' or 1=1 --",
  "__proto__",
  "NaN",
  "-1",
  "1e999",
  "9".repeat(40),
  "x".repeat(9_000),
];
const nested = (open: string, inside: string, close: string) => open.repeat(DEEP) + inside + close.repeat(DEEP);
const ask = (document: object) => JSON.stringify(document);
const RUN = "00000000-0000-4000-8000-000000000000";

/** Bodies that no screen of ours sends: cut off, of other types, huge, nested, and almost right. */
const BODIES: Readonly<Record<string, string>> = {
  nothing: "",
  "half of JSON": '{"intent": "save", "edi',
  "no JSON": "intent=save&rule=1",
  null: "null",
  "a number": "7",
  "a word": '"publish"',
  "a list": "[[], {}, null]",
  "an empty object": "{}",
  "fields of the prototype": '{"__proto__": {"intent": "keep"}, "constructor": 1}',
  "every intent at once": ask({
    intent: ["save", "publish"],
    kind: {},
    rule: 1,
    rules: "all",
    to: [],
    run: {},
    name: [],
  }),
  "lists in lists": nested("[", "", "]"),
  "a rule of groups in groups": `{"intent":"save","edited":{"name":"n","when":${nested('{"all":[', "", "]}")}}}`,
  "a rule whose path never ends": `{"intent":"publish","edited":{"name":"n","path":${nested('{"ifDeclined":', "null", "}")}}}`,
  "settings in settings": `{"document":{"guards":{}},"expected":${nested('{"a":', "1", "}")}}`,
  "settings that are nested": `{"document":${nested('{"copy":', "1", "}")},"expected":{}}`,
  "a rulebook that is nested": ask({ intent: "check", text: nested('{"rules":[', "", "]}") }),
  "a rulebook of nothing": ask({ intent: "save", text: "", expectedRevision: 0 }),
  "a rulebook of zero bytes": ask({ intent: "check", text: "\0".repeat(1_000) }),
  "a huge rulebook": ask({ intent: "check", text: `{"format":1,"rules":[${"{},".repeat(20_000)}{}]}` }),
  "a rulebook upon a revision that is none": ask({
    intent: "save",
    text: '{"format":1,"rules":[]}',
    expectedRevision: 2 ** 40,
  }),
  "a rulebook upon a revision below nothing": ask({
    intent: "save",
    text: '{"format":1,"rules":[]}',
    expectedRevision: -1,
  }),
  "a note that no database takes": ask({ to: { percent: 10 }, note: "a\0b\ud800", expectedRevision: 1 }),
  "a note that no database takes, for everyone": ask({ to: "everyone", note: "a\0b\ud800", expectedRevision: 1 }),
  "a share that is none": ask({ to: { percent: 1e9 }, expectedRevision: 1 }),
  "a rule whose texts no database takes": ask({
    intent: "save",
    edited: { ...someRule(), id: undefined, name: "a\0b\ud800" },
  }),
  "a rule of wrong types": ask({
    intent: "save",
    edited: { name: 7, when: "always", path: [], surfaces: {}, priority: "high" },
  }),
  "a rule that was edited at no time": ask({ intent: "publish", edited: {}, expectedEditedAt: "now" }),
  "a place beyond the list": ask({
    intent: "move",
    rule: "teacups-to-cakestand",
    to: { place: Number.MAX_SAFE_INTEGER },
  }),
  "a place beside itself": ask({
    intent: "move",
    rule: "teacups-to-cakestand",
    to: { before: "teacups-to-cakestand" },
  }),
  "a copy whose name no database takes": ask({
    intent: "duplicate",
    rule: "teacups-to-cakestand",
    name: "\0\ud800".repeat(5_000),
  }),
  "ten thousand rules that are none": ask({
    intent: "publish",
    rules: Array.from({ length: 10_000 }, (_, n) => `r${n}`),
  }),
  "the same rule ten thousand times": ask({
    intent: "restore",
    rules: Array.from({ length: 10_000 }, () => "teacups-to-cakestand"),
  }),
  "a run that is none": ask({ intent: "cancel", kind: "orders", run: "-".repeat(36) }),
  "an erasure that is none": ask({ intent: "stop", run: RUN }),
  "a shop of another name": ask({ intent: "erase", name: "\0".repeat(10_000) }),
  "a purchase of nothing": ask({
    rule: someRule(),
    surface: "cart",
    purchase: { kind: "made-up", made: { lines: [] } },
  }),
  "a purchase at no time": ask({
    rule: someRule(),
    surface: "post-purchase",
    purchase: {
      kind: "made-up",
      made: {
        customer: "guest",
        currency: "GBP",
        locale: "\0",
        at: Number.MAX_SAFE_INTEGER,
        lines: [{ product: "9".repeat(18), quantity: 1_000 }],
        country: "ZZ",
        discountCode: "\ud800",
      },
    },
  }),
  "an order that is none": ask({
    rule: someRule(),
    surface: "cart",
    purchase: { kind: "order", order: "9".repeat(20) },
  }),
};

/** What an address may carry where ours carry an id, a number or a name. */
const NAMES = ["period", "page", "outcome", "rule", "number", "after", "before", "query", "status", "surface", "named"];
const LISTS = ["products", "collections", "variants", "template", "trouble"];
const visits = WORDS.flatMap((word) =>
  [word, "GBP"].map((currency) => {
    const query = new URLSearchParams([...NAMES, ...LISTS].map((name) => [name, word]));
    query.set("currency", currency);
    return { word, query };
  }),
);

const paramsOf = (word: string) => ({ id: word, run: word, kind: word, version: word, part: word, "*": word });

/** Told: an answer of its own, or a refusal of the request. Never a failure that only the log understands. */
async function expectTold(answer: Response | null, about: string) {
  if (answer === null) return;
  const text = await answer.text();
  expect([about, answer.status < 500 ? "told" : answer.status, text.includes('"frame.could-not"')]).toEqual([
    about,
    "told",
    false,
  ]);
}

describe.each(actions)("what $route is sent", ({ route, action }) => {
  test("is done or refused in words, whatever it is", async () => {
    for (const [about, body] of Object.entries(BODIES)) {
      for (const id of ["teacups-to-cakestand", "new", "\0", "x".repeat(9_000)]) {
        const params = { ...paramsOf(id), version: "1" };
        await expectTold(await admin.send(action, `/app/${route}`, params, body), `${about}, ${id.slice(0, 30)}`);
      }
    }
  }, 120_000);
});

describe.each(loaders)("an address of $route", ({ route, loader }) => {
  test("with anything in it is answered or not found", async () => {
    for (const { word, query } of visits) {
      const answer = await admin.visit(loader, `/app/${route}?${query}`, paramsOf(word));
      await expectTold(answer, JSON.stringify(word.slice(0, 30)));
    }
  }, 120_000);
});

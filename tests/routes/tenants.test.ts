import { createHmac } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, test } from "vitest";
import type { OrderId, PurchaseReference, RuleId, Shop } from "#app/core/values/ids.ts";
import { saveProducts } from "#app/stores/catalog.ts";
import { saveDecisions } from "#app/stores/decisions.ts";
import { beginErasure } from "#app/stores/erasures.ts";
import { beginExport, keepExportPage } from "#app/stores/exports.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { publishVersion, saveDraft } from "#app/stores/rulebooks.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { fillShop, LONDON_SHOP, someDecision, someOrder } from "#tests/stores/filled-shop.ts";
import { DEMO_SHOP, NOON, someFacts, someProduct, someRule } from "#tests/support/builders.ts";
import { CREDENTIALS } from "#tests/support/shopify-app.ts";
import { actions, loaders } from "./every-route.ts";
import { openAdmin, sessionTokenOf } from "./open-admin.ts";

const admin = await openAdmin();
const THEIRS = "their-shop.myshopify.com" as Shop;
/** Stands in all that their shop calls its things. */
const SECRET = "Secret of theirs";
const RULE = "their-rule" as RuleId;
const ORDER = "777001" as OrderId;
const RUN = "11111111-1111-4111-8111-111111111111";
const ERASURE = "22222222-2222-4222-8222-222222222222";
const rulebook = { format: 1 as const, rules: [someRule({ id: RULE, name: SECRET })] };

beforeAll(async () => {
  await fillShop(admin.database, DEMO_SHOP);
  await saveInstalled(admin.database, THEIRS, { ...LONDON_SHOP, name: SECRET }, NOON);
  await admin.database.inShop(THEIRS, async (tenant) => {
    const reference = "their-purchase" as PurchaseReference;
    await saveDraft(tenant, rulebook, { expectedRevision: 0, by: "1", now: NOON });
    await saveProducts(tenant, [someProduct({ title: SECRET })]);
    for (let version = 1; version <= 3; version += 1) {
      await publishVersion(tenant, rulebook, { by: "1", now: NOON, note: SECRET });
    }
    await saveDecisions(tenant, [someDecision(someFacts({ shop: THEIRS, reference }))]);
    await saveOrder(tenant, someOrder({ id: ORDER, name: SECRET, reference }));
    const file = { kind: "orders", run: RUN } as const;
    await beginExport(tenant, file, { rowsTotal: 1, by: SECRET, now: NOON });
    await keepExportPage(
      tenant,
      file,
      { pieces: 0 },
      { content: Buffer.from(SECRET), bytes: 1, rows: 1, next: 7 },
      NOON,
    );
    await beginErasure(tenant, { run: ERASURE, before: NOON - 1e9, by: SECRET, now: NOON });
  });
});

/** Every way in which an address can name something of theirs. */
const NAMED = [
  { id: RULE, version: "3", kind: "orders", run: RUN, part: "guards" },
  { id: ORDER, version: "2", kind: "everything", run: RUN, part: "look" },
];
const QUERY = `rule=${RULE}&number=777001&before=1&after=3&named=Secret&products=1002&page=1`;

const ASKS: readonly object[] = [
  ...["save", "publish"].map((intent) => ({ intent, edited: { ...someRule(), name: "Mine" }, expectedEditedAt: NOON })),
  ...["publish", "pause", "archive", "restore", "delete"].map((intent) => ({ intent, rules: [RULE] })),
  { intent: "pause" },
  { intent: "duplicate", rule: RULE, name: "Mine" },
  { intent: "move", rule: RULE, to: { place: 1 } },
  { intent: "cancel", kind: "orders", run: RUN },
  { intent: "stop", run: ERASURE },
  { intent: "erase", name: SECRET },
  { intent: "roll-back" },
  { intent: "keep" },
  { intent: "save", text: JSON.stringify({ format: 1, rules: [] }), expectedRevision: 1 },
  { to: "everyone", expectedRevision: 1 },
  { document: { guards: { priceCapPercent: 5 } }, expected: {} },
  { rule: someRule(), surface: "post-purchase", purchase: { kind: "order", order: ORDER } },
];

/** All that is kept of their shop, as it stands. */
async function theirs(): Promise<string> {
  return admin.database.inShop(THEIRS, async ({ db }) => {
    const tables = await db.$queryRaw<{ name: string }[]>`
      select relname::text as name from pg_class
      where relrowsecurity and relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
    const rows: unknown[] = [];
    for (const { name } of tables) {
      rows.push(name, await db.$queryRawUnsafe(`select to_jsonb(t) as row from "${name}" t order by t::text`));
    }
    return JSON.stringify(rows);
  });
}

describe.each(loaders)("$route", ({ route, loader }) => {
  test("tells nothing of another shop, whatever of it is named", async () => {
    for (const params of NAMED) {
      const answer: Response | null = await admin.visit(loader, `/app/${route}?${QUERY}`, params);
      expect((await answer?.text()) ?? "").not.toContain(SECRET);
    }
  });

  test("tells nobody anything without Shopify's word for who asks", async () => {
    for (const token of ["", "forged", signedBy("another secret"), expired()]) {
      const answer: Response | null = await admin.visit(loader, `/app/${route}`, NAMED[0], DEMO_SHOP, token);
      expect([token.slice(0, 9), answer?.status]).toEqual([token.slice(0, 9), 401]);
    }
  });
});

describe.each(actions)("$route", ({ route, action }) => {
  test("changes nothing of another shop, whatever of it is named", async () => {
    const before = await theirs();
    for (const params of NAMED) {
      for (const ask of ASKS) await admin.post(action, `/app/${route}`, params, ask);
    }
    expect(await theirs()).toBe(before);
  });

  test("does nothing without Shopify's word for who asks", async () => {
    for (const authorization of ["", "Bearer forged", `Bearer ${signedBy("another secret")}`, `Bearer ${expired()}`]) {
      const request = new Request(`${CREDENTIALS.appUrl}/app/${route}?shop=${DEMO_SHOP}`, {
        method: "POST",
        body: JSON.stringify({ intent: "publish" }),
        headers: authorization ? { Authorization: authorization } : {},
      });
      const args = { request, params: {}, context: { encore: admin.encore } } as ActionFunctionArgs;
      const refusal = await action(args).catch((thrown: unknown) => thrown as Response);
      expect([authorization.slice(0, 16), refusal.status >= 300]).toEqual([authorization.slice(0, 16), true]);
    }
  });
});

function signedBy(secret: string): string {
  const [head, claims] = sessionTokenOf(DEMO_SHOP, { iss: `https://${DEMO_SHOP}/admin` }).split(".");
  return `${head}.${claims}.${createHmac("sha256", secret).update(`${head}.${claims}`).digest("base64url")}`;
}

function expired(): string {
  const past = Math.floor(Date.now() / 1_000) - 3_600;
  return sessionTokenOf(DEMO_SHOP, { iss: `https://${DEMO_SHOP}/admin`, exp: past, nbf: past - 60, iat: past - 60 });
}

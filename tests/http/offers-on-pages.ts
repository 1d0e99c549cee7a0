import { expect } from "vitest";
import type { SurfaceDecideAnswer } from "#app/contracts/surfaces.ts";
import type { Offer, Rule } from "#app/core/rules/rulebook.ts";
import type { ProductId, PurchaseReference, RuleId, VariantId } from "#app/core/values/ids.ts";
import { loadAcceptances } from "#app/stores/acceptances.ts";
import { loadCustomerFacts } from "#app/stores/customer-facts.ts";
import {
  CAKESTAND,
  DEMO_SHOP,
  GBP,
  LUNCH_BAG,
  NOON,
  pounds,
  someProduct,
  someRule,
  someVariant,
} from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { openShop } from "./open-shop.ts";
import { ONE_CAKESTAND, somePurchaseBody, surfaceAsker } from "./surface-asker.ts";

const TRAY = "1005" as ProductId;
const SURFACES = ["cart", "checkout", "post-purchase", "thank-you", "order-status"] as const;

const product = (id: ProductId, title: string, price: number) =>
  someProduct({ id, title, variants: [someVariant({ id: `2${id.slice(1)}` as VariantId, price: pounds(price) })] });
const offerOf = (id: ProductId): Offer => ({
  ...someRule().path.offer,
  source: { kind: "named", products: [{ product: id }] },
});

/** Cakestand, after a no a lunch bag, after another a tray; and, where that is over, a tray at full price. */
const rules: readonly Rule[] = [
  someRule({
    surfaces: [...SURFACES],
    limits: { acceptsPerDay: 1_000 },
    path: {
      offer: offerOf(CAKESTAND),
      ifDeclined: { offer: offerOf(LUNCH_BAG), ifDeclined: { offer: offerOf(TRAY) } },
    },
  }),
  someRule({
    id: "tray" as RuleId,
    name: "Tray",
    surfaces: [...SURFACES],
    priority: 2,
    path: { offer: { ...offerOf(TRAY), discount: { kind: "none" } } },
  }),
];

/** What the first of them is called by a page. */
export const FIRST_OFFER = { rule: rules[0]?.id ?? "", version: 1, step: 1 };

export const purchaseOf = (reference: string) => ({ purchase: somePurchaseBody({ reference }) });

export const titleIn = (answer: SurfaceDecideAnswer) =>
  answer.kind === "show" ? answer.offer.products[0]?.title : answer.kind;

/** A yes to it, as a page tells it. */
export const ACCEPT = { kind: "accept", items: ONE_CAKESTAND };

/** A shop with two rules for every page, how its pages ask what to show and tell what came of it, and what is kept of that. */
export async function offersOnPages() {
  const database = await testDatabase();
  const asker = await surfaceAsker(database);
  const products = [someProduct(), product(LUNCH_BAG, "Lunch Bag", 4), product(TRAY, "Tray", 6)];
  await openShop(database, { rules, products });
  await asker.live.warm([DEMO_SHOP]);
  return {
    database,
    asker,
    decide: async (reference: string, surface: string): Promise<SurfaceDecideAnswer> => {
      const { status, body } = await asker.ask("decide", { surface, ...purchaseOf(reference) });
      expect(status).toBe(200);
      return body as SurfaceDecideAnswer;
    },
    tell: async (reference: string, surface: string, event: Readonly<Record<string, unknown>>) => {
      const told = await asker.ask("event", { surface, ...purchaseOf(reference), offer: FIRST_OFFER, ...event });
      expect(told).toMatchObject({ status: 200, body: { kind: "kept" } });
    },
    acceptances: (reference: string) =>
      database.inShop(DEMO_SHOP, (tenant) => loadAcceptances(tenant, reference as PurchaseReference)),
    counted: async () => {
      const ask = { rules: [FIRST_OFFER.rule as RuleId], at: NOON, timezone: "Europe/London", currency: GBP };
      const { use } = await database.inShop(DEMO_SHOP, (tenant) => loadCustomerFacts(tenant, ask));
      return use[0] ?? { acceptsToday: 0, discountGiven: 0 };
    },
  };
}

import { describe, expect, test } from "vitest";
import type { CatalogVariant } from "#app/core/catalog/catalog.ts";
import { checkoutAddress } from "#app/core/extract/checkout-address.ts";
import { decideHere } from "#app/core/extract/decide-here.ts";
import { extractsOf } from "#app/core/extract/extracts-of.ts";
import { factsOf } from "#app/core/extract/facts-of.ts";
import { type LiveVariant, priceIn } from "#app/core/extract/live-prices.ts";
import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import type { Offer, Rule } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { PurchaseReference } from "#app/core/values/ids.ts";
import {
  CAKESTAND,
  CAKESTAND_ROSE,
  DEMO_SHOP,
  NOON,
  someCatalog,
  someProduct,
  someRule,
  someVariant,
  TEACUP,
  TEACUP_ROSE,
} from "#tests/support/builders.ts";

const YEN = "JPY" as Currency;
const yen = (minor: number) => ({ minor, currency: YEN });
const sold = (price: LiveVariant["price"], overrides: Partial<LiveVariant> = {}) =>
  new Map([[CAKESTAND_ROSE as string, { variantId: CAKESTAND_ROSE, price, isForSale: true, ...overrides }]]);

function thankYou(
  paidIn: string,
  live: ReadonlyMap<string, LiveVariant>,
  offer: Partial<Offer> = {},
  rest: Partial<Rule> = {},
  variant: Partial<CatalogVariant> = {},
) {
  const rule = someRule({ surfaces: ["thank-you", "checkout"], ...rest });
  const catalog = someCatalog({ products: [someProduct({ variants: [someVariant(variant)] })] });
  const rules = [{ ...rule, path: { offer: { ...rule.path.offer, ...offer } } }];
  const { shop, products } = extractsOf({ format: 1, rules }, 4, catalog, {
    asksApp: [],
    automatic: new Set([rule.id]),
  });
  const amount = (minor: number) => ({ minor, currency: paidIn });
  const purchase = {
    reference: "c1",
    locale: "de-CH",
    lines: [{ product: TEACUP, productTitle: "Regency Teacup", variant: TEACUP_ROSE, quantity: 2, total: amount(900) }],
    subtotal: amount(900),
    total: amount(1200),
    country: "GB",
  };
  const on = (surface: "thank-you" | "checkout") =>
    decideHere({ shop, products: [...products.values()] }, factsOf(purchase, DEMO_SHOP, surface, NOON), live);
  return { onThankYou: on("thank-you"), onCheckout: on("checkout") };
}

const shown = ({ onThankYou }: ReturnType<typeof thankYou>): SurfaceOffer => {
  if (onThankYou.kind !== "show") throw new Error("nothing is offered");
  return onThankYou.offer;
};
const pricesOf = (offer: SurfaceOffer | undefined) =>
  offer?.products.flatMap(({ variants }) => variants.map(({ price, offerPrice }) => [price, offerPrice]));

describe("an offer on a page that decides by itself", () => {
  test("costs what the shopper's own market asks, less the rule's percentage, in its smallest coin", () => {
    const offer = shown(thankYou("JPY", sold(yen(2_450), { title: "ローズ", productTitle: "ケーキスタンド" })));
    expect(pricesOf(offer)).toEqual([[yen(2_450), yen(2_082)]]);
    expect(offer.products[0]).toMatchObject({ title: "ケーキスタンド", variants: [{ title: "ローズ" }] });
  });

  test("stands at the shop's own price when the storefront is silent, and not where the shopper pays in another currency", () => {
    expect(shown(thankYou("GBP", new Map())).products[0]?.variants[0]?.price).toEqual({ minor: 1275, currency: "GBP" });
    expect(thankYou("JPY", new Map()).onThankYou).toEqual({ kind: "nothing", isCertain: true });
  });

  test("is not made for what the storefront does not sell to this shopper", () => {
    expect(thankYou("JPY", sold(yen(2_450), { isForSale: false })).onThankYou.kind).toBe("nothing");
    expect(thankYou("JPY", sold({ minor: 1275, currency: "GBP" as Currency })).onThankYou.kind).toBe("nothing");
  });

  test("takes no pounds off a price in yen: Shopify would convert them by its own rate", () => {
    const off = { kind: "amount" as const, amounts: [{ minor: 200, currency: "GBP" as Currency }, yen(300)] };
    expect(thankYou("JPY", sold(yen(2_450)), { discount: off }).onThankYou.kind).toBe("nothing");
    expect(pricesOf(shown(thankYou("GBP", new Map(), { discount: off })))?.[0]?.[1]).toEqual({
      minor: 1075,
      currency: "GBP",
    });
  });

  test("is priced by a code on a checkout of its own, automatically in the cart, and as it is without a discount", () => {
    const { onThankYou, onCheckout } = thankYou("GBP", new Map());
    expect([onThankYou, onCheckout].map((one) => one.kind === "show" && one.offer.priced)).toEqual([
      "code",
      "automatic",
    ]);
    expect(shown(thankYou("GBP", new Map(), { discount: { kind: "none" } })).priced).toBe("as-is");
  });

  test("is sent free by a code only where something is sent, in a checkout of its own", () => {
    const { onThankYou, onCheckout } = thankYou("GBP", new Map());
    expect([onThankYou, onCheckout].map((one) => one.kind === "show" && one.offer.isSentFree)).toEqual([true, false]);
    expect(shown(thankYou("GBP", new Map(), {}, {}, { requiresShipping: false })).isSentFree).toBe(false);
  });

  test("says the merchant's words in the shopper's language, why it is made, and until when", () => {
    const words = { headline: { en: "For tea", de: "Zum Tee" }, reason: {} };
    const offer = shown(thankYou("GBP", new Map(), { words }, { schedule: { until: "2026-12-01" } }));
    expect(offer).toMatchObject({
      headline: "Zum Tee",
      because: "Regency Teacup",
      validUntil: Date.parse("2026-12-01T00:00Z"),
    });
  });
});

describe("the app's offer at the shopper's own prices", () => {
  const inPounds = shown(thankYou("GBP", new Map()));

  test("is the same offer, priced anew", () => {
    expect(pricesOf(priceIn(inPounds, sold(yen(2_450)), YEN))).toEqual([[yen(2_450), yen(2_082)]]);
  });

  test("is none where a price can't be had", () => {
    expect(priceIn(inPounds, new Map(), YEN)).toBeUndefined();
    expect(priceIn(inPounds, sold(yen(2_450), { isForSale: false }), YEN)).toBeUndefined();
    expect(priceIn(inPounds, new Map(), "GBP" as Currency)).toEqual(inPounds);
  });

  test("is a bundle only as a whole, its parts adding up to what it costs", () => {
    const [product] = inPounds.products;
    if (!product) throw new Error("an offer of something");
    const [variant] = product.variants;
    if (!variant) throw new Error("in a variant");
    const bag = { ...product, productId: "1003", pieces: 2, variants: [{ ...variant, variantId: "2003" }] };
    const bundle: SurfaceOffer = { ...inPounds, arrangement: "together", products: [product, bag] };
    const bags = { variantId: "2003", price: yen(333), isForSale: true };
    const live = new Map([...sold(yen(1_000)), ["2003", bags]]);
    expect(pricesOf(priceIn(bundle, live, YEN))).toEqual([
      [yen(1_000), yen(850)],
      [yen(666), yen(566)],
    ]);
    expect(priceIn(bundle, sold(yen(1_000)), YEN)).toBeUndefined();
    expect(priceIn({ ...bundle, discount: { kind: "fixed-price", prices: [] } }, live, YEN)).toBeUndefined();
  });
});

test("a checkout of its own has the items, the codes and the mark in its address", () => {
  const rule = someRule().id;
  const mark = { surface: "thank-you", rule, version: 4, step: 1, reference: "c 1" as PurchaseReference } as const;
  const address = new URL(
    checkoutAddress(
      "https://encore-demo.myshopify.com/",
      [
        { variantId: CAKESTAND_ROSE, quantity: 2 },
        { variantId: "2003", quantity: 1 },
      ],
      ["ENCORE-1", "SENT & FREE"],
      mark,
    ),
  );
  expect(address.pathname).toBe("/cart/2002:2,2003:1");
  expect(address.searchParams.get("discount")).toBe("ENCORE-1,SENT & FREE");
  expect(address.searchParams.get("attributes[_encore]")).toBe("1 thank-you 4 1 c%201 teacups-to-cakestand");
  expect(checkoutAddress("https://x.example", [{ variantId: CAKESTAND, quantity: 1 }], [], mark)).not.toContain(
    "discount",
  );
});

test("what a page does not say of a purchase stays unknown", () => {
  const nothing = { minor: 0, currency: "KWD" };
  const facts = factsOf(
    {
      reference: "c1",
      locale: "ar",
      lines: [],
      subtotal: nothing,
      total: nothing,
      signedIn: undefined,
      utm: { source: "mail", medium: undefined },
    },
    DEMO_SHOP,
    "cart",
    NOON,
  );
  expect(facts).toEqual({
    shop: DEMO_SHOP,
    surface: "cart",
    reference: "c1",
    at: NOON,
    locale: "ar",
    lines: [],
    subtotal: nothing,
    total: nothing,
    presentmentCurrency: "KWD",
    salesChannel: "web",
    utm: { source: "mail" },
  });
  expect(Object.keys(facts)).not.toContain("signedIn");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ticket } from "#app/core/acceptance/acceptance.ts";
import type { OfferedVariant } from "#app/core/decision/decision.ts";
import type { DecisionId, ProductId, PurchaseReference, RuleId, Shop, VariantId } from "#app/core/values/ids.ts";
import { sealedTickets, TICKET_LIFE_MS } from "#app/shopify/tickets.ts";
import { signedToken, someClaims } from "#tests/http/post-purchase-token.ts";
import { CAKESTAND, CAKESTAND_ROSE, DEMO_SHOP, NOON, pounds } from "#tests/support/builders.ts";

const SECRET = "shpss-test-secret-of-the-app";
const tickets = sealedTickets({ apiSecret: SECRET });
const REFERENCE = "c1-reference" as PurchaseReference;
const caller = { shop: DEMO_SHOP, reference: REFERENCE };

const variant: OfferedVariant = {
  variant: CAKESTAND_ROSE,
  title: "Rose",
  options: [],
  price: pounds(12.75),
  offerPrice: pounds(10.84),
  quantityMost: 2,
};

const ticket: Ticket = {
  shop: DEMO_SHOP,
  reference: REFERENCE,
  fingerprint: "0123456789abcdef",
  step: 1,
  decision: "d1" as DecisionId,
  offer: {
    rule: "teacups-to-cakestand" as RuleId,
    ruleName: "Clear out the old cakestands",
    rulebookVersion: 3,
    product: CAKESTAND as ProductId,
    productTitle: "Regency Cakestand 3 Tier",
    variants: [variant],
    discountPercent: 15,
    shipping: { kind: "free" },
    words: { headline: { en: "One more thing" }, reason: {} },
  },
};

test("a ticket opens as what was sealed, for two hours", () => {
  const { sealed } = tickets.seal(ticket, NOON);
  expect(tickets.open(sealed, caller, NOON + TICKET_LIFE_MS - 1)).toEqual({ kind: "opened", ticket });
  expect(tickets.open(sealed, caller, NOON + TICKET_LIFE_MS)).toEqual({ kind: "expired" });
});

test("a shopper reads nothing of the rule in a ticket", () => {
  const bytes = Buffer.from(tickets.seal(ticket, NOON).sealed, "base64url").toString("latin1");
  expect(bytes).not.toContain("cakestands");
});

test("a ticket of another shop, another purchase or another app's secret does not open", () => {
  const { sealed } = tickets.seal(ticket, NOON);
  const otherShop = { ...caller, shop: "other.myshopify.com" as Shop };
  const otherPurchase = { ...caller, reference: "c2-other" as PurchaseReference };
  expect(tickets.open(sealed, otherShop, NOON)).toEqual({ kind: "not-ours" });
  expect(tickets.open(sealed, otherPurchase, NOON)).toEqual({ kind: "not-ours" });
  expect(sealedTickets({ apiSecret: "another" }).open(sealed, caller, NOON)).toEqual({ kind: "not-ours" });
});

test("the page's own token is no ticket", () => {
  expect(tickets.open(signedToken(someClaims(NOON)), caller, NOON)).toEqual({ kind: "not-ours" });
});

test("a ticket with any one bit changed does not open", () => {
  const bytes = Buffer.from(tickets.seal(ticket, NOON).sealed, "base64url");
  fc.assert(
    fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
      const forged = Buffer.from(bytes);
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(tickets.open(forged.toString("base64url"), caller, NOON)).toEqual({ kind: "not-ours" });
    }),
  );
});

test("any text at all is refused as a ticket, without an error", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 500 }), (text) => {
      expect(tickets.open(text, caller, NOON)).toEqual({ kind: "not-ours" });
    }),
  );
});

const manyVariants = (count: number, titleLength: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...variant,
    variant: String(45_000_000_000_000 + index * 7_919) as VariantId,
    title: Array.from({ length: titleLength }, (_, at) =>
      String.fromCharCode(97 + ((index * 31 + at * at * 7 + at) % 26)),
    ).join(""),
    image: {
      url: `https://cdn.shopify.com/s/files/1/0677/3830/4797/files/variant-${index}.png?v=17328960${index}`,
      description: "",
    },
  }));

test("a hundred variants with a picture each fit a ticket", () => {
  const offer = { ...ticket.offer, variants: manyVariants(100, 20) };
  const whole = tickets.seal({ ...ticket, offer }, NOON);
  expect(whole.ticket.offer.variants).toHaveLength(100);
  expect(whole.sealed.length).toBeLessThanOrEqual(16_384);
});

test("of two thousand variants the first are offered, and the ticket still fits", () => {
  const offer = { ...ticket.offer, variants: manyVariants(2_000, 200) };
  const fewer = tickets.seal({ ...ticket, offer }, NOON);
  expect(fewer.sealed.length).toBeLessThanOrEqual(16_384);
  expect(fewer.ticket.offer.variants).toEqual(offer.variants.slice(0, fewer.ticket.offer.variants.length));
  expect(tickets.open(fewer.sealed, caller, NOON)).toEqual({ kind: "opened", ticket: fewer.ticket });
});

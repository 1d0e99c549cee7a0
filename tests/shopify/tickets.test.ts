import fc from "fast-check";
import { expect, test } from "vitest";
import type { Path } from "#app/core/rules/rulebook.ts";
import type { PurchaseReference, Shop, VariantId } from "#app/core/values/ids.ts";
import { sealedTickets, TICKET_LIFE_MS } from "#app/shopify/tickets.ts";
import { signedToken, someClaims } from "#tests/http/post-purchase-token.ts";
import { DEMO_SHOP, NOON, someRule } from "#tests/support/builders.ts";
import { someChosenOffer, someOfferedProduct, someOfferedVariant, someTicket } from "#tests/support/some-offer.ts";

/** What the contract of the endpoints takes. */
const LENGTH_MOST = 32_768;
const SECRET = "shpss-test-secret-of-the-app";
const tickets = sealedTickets({ apiSecret: SECRET });
const REFERENCE = "c1-reference" as PurchaseReference;
const caller = { shop: DEMO_SHOP, reference: REFERENCE };

const ticket = someTicket({
  offer: someChosenOffer({
    ruleName: "Clear out the old cakestands",
    words: { headline: { en: "One more thing" }, reason: {} },
  }),
});

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
    ...someOfferedVariant(),
    variant: String(45_000_000_000_000 + index * 7_919) as VariantId,
    title: Array.from({ length: titleLength }, (_, at) =>
      String.fromCharCode(97 + ((index * 31 + at * at * 7 + at) % 26)),
    ).join(""),
    image: {
      url: `https://cdn.shopify.com/s/files/1/0677/3830/4797/files/variant-${index}.png?v=17328960${index}`,
      description: "",
    },
  }));

/** Text that looks random to whoever packs it, and is the same each time. */
const hardToShorten = (length: number, seed: number) => {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(97 + (state % 26));
  }).join("");
};

const offering = (...products: readonly ReturnType<typeof manyVariants>[]) =>
  someChosenOffer({ products: products.map((variants) => someOfferedProduct({ variants })) });

test("a hundred variants with a picture each fit a ticket", () => {
  const whole = tickets.seal({ ...ticket, offer: offering(manyVariants(100, 20)) }, NOON);
  expect(whole.ticket.offer.products[0]?.variants).toHaveLength(100);
  expect(whole.sealed.length).toBeLessThanOrEqual(LENGTH_MOST);
});

test("of two thousand variants the first are offered, and the ticket still fits", () => {
  const offer = offering(manyVariants(2_000, 200), manyVariants(3, 20));
  const fewer = tickets.seal({ ...ticket, offer }, NOON);
  const [most, few] = fewer.ticket.offer.products;
  expect(fewer.sealed.length).toBeLessThanOrEqual(LENGTH_MOST);
  expect(most?.variants).toEqual(offer.products[0]?.variants.slice(0, most?.variants.length));
  expect(few?.variants).toHaveLength(3);
  expect(tickets.open(fewer.sealed, caller, NOON)).toEqual({ kind: "opened", ticket: fewer.ticket });
});

test("a path too long for a ticket ends with the offer that is shown", () => {
  const { offer } = someRule().path;
  const longWinded: Path = {
    offer: {
      ...offer,
      words: {
        headline: Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`l${at}`, hardToShorten(2_000, at)])),
        reason: {},
      },
    },
  };
  const short = tickets.seal({ ...ticket, ifAccepted: longWinded, ifDeclined: longWinded }, NOON);
  expect(short.sealed.length).toBeLessThanOrEqual(LENGTH_MOST);
  expect(short.ticket).toEqual(ticket);
});

test("a path of several offers behind the one that is shown fits", () => {
  const { path } = someRule();
  const deep: Path = { ...path, ifAccepted: { ...path, ifAccepted: path, ifDeclined: path }, ifDeclined: path };
  const { ticket: sealed } = tickets.seal({ ...ticket, ...deep, offer: offering(manyVariants(100, 20)) }, NOON);
  expect(sealed.ifAccepted).toEqual(deep.ifAccepted);
});

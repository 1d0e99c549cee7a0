import { expect, test } from "vitest";
import { postPurchaseAuthenticator } from "#app/shopify/authenticate-post-purchase.ts";
import { DEMO_SHOP, NOON, pounds, someFacts } from "#tests/support/builders.ts";
import cases from "./cases/tokens.json" with { type: "json" };
import {
  API_SECRET,
  type Signature,
  signedToken,
  someClaims,
  someInputData,
  someLineItem,
  somePurchase,
} from "./post-purchase-token.ts";

interface TokenCase {
  readonly title: string;
  readonly authorization?: string | null;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly signature?: Signature;
  readonly secret?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Seconds from now. */
  readonly claimsS?: Readonly<Record<string, number>>;
  readonly iatS?: number;
  readonly iatMs?: number;
  readonly shop?: string;
  readonly purchase?: Readonly<Record<string, unknown>>;
  readonly expect: string;
}

const authenticate = postPurchaseAuthenticator({ apiSecret: API_SECRET });
const nowS = NOON / 1000;

function authorizationOf(tokenCase: TokenCase): string | undefined {
  if (tokenCase.authorization !== undefined) return tokenCase.authorization ?? undefined;
  const { header, signature, secret, iatS, iatMs, claimsS = {}, shop, purchase } = tokenCase;
  const input_data = someInputData({
    initialPurchase: withoutNulls(somePurchase(purchase)),
    ...(shop === undefined ? {} : { shop: { id: 9001, domain: shop, metafields: [] } }),
  });
  const claims = {
    ...someClaims(NOON, { input_data }),
    ...(iatS === undefined ? {} : { iat: nowS + iatS }),
    ...(iatMs === undefined ? {} : { iat: NOON + iatMs }),
    ...Object.fromEntries(Object.entries(claimsS).map(([claim, seconds]) => [claim, nowS + seconds])),
    ...tokenCase.claims,
  };
  return `Bearer ${signedToken(withoutNulls(claims), { ...(header && { header }), ...(signature && { signature }), ...(secret && { secret }) })}`;
}

/** In the table, null stands for "not there". */
function withoutNulls(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

test.each(cases as TokenCase[])("$title", (tokenCase) => {
  const outcome = authenticate(authorizationOf(tokenCase), NOON);
  expect(outcome.kind === "refused" ? outcome.why : outcome.kind).toBe(tokenCase.expect);
});

test("facts come from the token: ids as text, amounts in pence, the shop in small letters", () => {
  const outcome = authenticate(`Bearer ${signedToken(someClaims(NOON))}`, NOON);
  expect(outcome).toEqual({
    kind: "authenticated",
    facts: someFacts({ customer: "7001" as never, salesChannel: "web" }),
  });
});

test("a purchase in yen has no pence", () => {
  const yen = {
    shopMoney: { amount: "4820", currencyCode: "JPY" },
    presentmentMoney: { amount: "4820", currencyCode: "JPY" },
  };
  const initialPurchase = somePurchase({ totalPriceSet: yen, lineItems: [someLineItem({ totalPriceSet: yen })] });
  const outcome = authenticate(
    `Bearer ${signedToken(someClaims(NOON, { input_data: someInputData({ initialPurchase }) }))}`,
    NOON,
  );
  expect(outcome).toMatchObject({ facts: { total: { minor: 4820, currency: "JPY" } } });
});

test("a product id past what a number can hold is unreadable, not another product", () => {
  const line = JSON.stringify(someLineItem()).replace("1001", "9007199254740993");
  const initialPurchase = somePurchase({ lineItems: [JSON.parse(line)] });
  const outcome = authenticate(
    `Bearer ${signedToken(someClaims(NOON, { input_data: someInputData({ initialPurchase }) }))}`,
    NOON,
  );
  expect(outcome).toEqual({ kind: "unreadable", where: "initialPurchase.lineItems.0.product.id" });
});

test("a purchase of sixty lines is read whole", () => {
  const lineItems = Array.from({ length: 60 }, () => someLineItem());
  const initialPurchase = somePurchase({ lineItems });
  const outcome = authenticate(
    `Bearer ${signedToken(someClaims(NOON, { input_data: someInputData({ initialPurchase }) }))}`,
    NOON,
  );
  expect(outcome.kind === "authenticated" && outcome.facts.lines).toHaveLength(60);
});

test("a purchase paid in another currency keeps the shop's amounts and says what was paid in", () => {
  const totalPriceSet = {
    shopMoney: { amount: "48.20", currencyCode: "GBP" },
    presentmentMoney: { amount: "56.10", currencyCode: "EUR" },
  };
  const initialPurchase = somePurchase({ totalPriceSet });
  const outcome = authenticate(
    `Bearer ${signedToken(someClaims(NOON, { input_data: someInputData({ initialPurchase }) }))}`,
    NOON,
  );
  expect(outcome).toMatchObject({ facts: { shop: DEMO_SHOP, total: pounds(48.2), presentmentCurrency: "EUR" } });
});

test("what the lines come to in euros is known where every line says it", () => {
  const bag = (shop: string, paid: string) => ({
    shopMoney: { amount: shop, currencyCode: "GBP" },
    presentmentMoney: { amount: paid, currencyCode: "EUR" },
  });
  const lineItems = [
    someLineItem({ totalPriceSet: bag("10.00", "11.70") }),
    someLineItem({ totalPriceSet: bag("5", "5.85") }),
  ];
  const initialPurchase = somePurchase({ totalPriceSet: bag("18.95", "22.17"), lineItems });
  const outcome = authenticate(
    `Bearer ${signedToken(someClaims(NOON, { input_data: someInputData({ initialPurchase }) }))}`,
    NOON,
  );
  expect(outcome).toMatchObject({
    facts: { subtotal: pounds(15), presentmentSubtotal: { minor: 1755, currency: "EUR" } },
  });
});

test("nothing is known of discounts: the page does not say whether one was used", () => {
  const outcome = authenticate(`Bearer ${signedToken(someClaims(NOON))}`, NOON);
  if (outcome.kind !== "authenticated") throw new Error(outcome.kind);
  expect(outcome.facts).not.toHaveProperty("discountTotal");
  expect(outcome.facts).not.toHaveProperty("discountCodes");
});

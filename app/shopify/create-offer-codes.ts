import { createHmac } from "node:crypto";
import type { Discount } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { CustomerId, VariantId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { decimalOf, isMoreThan, type Money, minus, zero } from "#app/core/values/money.ts";
import { derivedKey } from "#app/platform/derived-key.ts";
import type { Admin } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import {
  type BasicCodeDiscount,
  type CodeDiscount,
  CREATE_DISCOUNT_CODE,
  CREATE_FREE_SHIPPING_CODE,
  type DiscountError,
  FIND_DISCOUNT_CODE,
} from "./graphql/discounts.graphql.ts";

/** What one purchase was offered. */
export interface OfferCodesAsk {
  /** The rule's, for the merchant's list of discounts. */
  readonly name: string;
  readonly discount: Discount;
  /** The shop's own: amounts in any other are not Shopify's to take. */
  readonly currency: Currency;
  /** What the discount is on. */
  readonly variants: readonly VariantId[];
  /** An amount is taken off once, however many pieces there are: of a bundle, of one piece. Absent: off each piece. */
  readonly isOnce?: boolean;
  /** So many pieces must be in the cart: all of a bundle. */
  readonly piecesLeast?: number;
  /** What they cost in the shop, a piece or all of a bundle; a fixed price is taken from it. */
  readonly price?: Money;
  readonly isSentFree: boolean;
  /** Whose order it was: nobody else may use the codes. Absent for a guest: then whoever has them may, once. */
  readonly customer?: CustomerId;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** What the codes are made from: the same seed gives the same codes. */
  readonly seed: string;
}

type OfferCodesOutcome =
  /** In the order they are to be written in: the discount's, then free shipping. `ids` are Shopify's. */
  | { readonly kind: "created"; readonly codes: readonly string[]; readonly ids: readonly string[] }
  | { readonly kind: "failed"; readonly why: string };

export type CreateOfferCodes = (admin: Admin, ask: OfferCodesAsk) => Promise<OfferCodesOutcome>;

/**
 * Makes the codes of an offer: single use, limited to the variants and to the customer where there is one, expiring, and
 * combining with each other. Asked again with the same seed, after a process that died or an answer that was lost, it
 * finds what it made. Throws an AppError when Shopify cannot be asked.
 */
export function offerCodes({ apiSecret }: { readonly apiSecret: string }): CreateOfferCodes {
  const key = derivedKey(apiSecret, "offer codes");
  return async (admin, ask) => {
    const made: { readonly code: string; readonly id: string }[] = [];
    for (const make of [makeDiscount, makeFreeShipping]) {
      const one = await make(admin, ask, key);
      if (one?.kind === "failed") return one;
      if (one) made.push(one);
    }
    return { kind: "created", codes: made.map(({ code }) => code), ids: made.map(({ id }) => id) };
  };
}

type Made =
  | { readonly kind: "made"; readonly code: string; readonly id: string }
  | { readonly kind: "failed"; readonly why: string };

async function makeDiscount(admin: Admin, ask: OfferCodesAsk, key: Buffer): Promise<Made | undefined> {
  if (ask.discount.kind === "none") return undefined;
  const value = takenOffBy(ask);
  if (!value) return { kind: "failed", why: `What the rule takes off is not known in ${ask.currency}.` };
  const said = codeDiscount(ask, codeFrom(key, ask.seed, "discount"));
  const discount: BasicCodeDiscount = {
    ...said,
    combinesWith: { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true },
    customerGets: {
      items: { products: { productVariantsToAdd: ask.variants.map((id) => gidOf("ProductVariant", id)) } },
      value,
    },
    ...(ask.piecesLeast && {
      minimumRequirement: { quantity: { greaterThanOrEqualToQuantity: String(ask.piecesLeast) } },
    }),
  };
  const { created } = await admin.ask(CREATE_DISCOUNT_CODE, { discount });
  return madeOf(admin, said.code, created);
}

async function makeFreeShipping(admin: Admin, ask: OfferCodesAsk, key: Buffer): Promise<Made | undefined> {
  if (!ask.isSentFree) return undefined;
  const said = codeDiscount(ask, codeFrom(key, ask.seed, "shipping"));
  // Shopify lets no two shipping discounts combine.
  const combinesWith = { orderDiscounts: true, productDiscounts: true, shippingDiscounts: false };
  const { created } = await admin.ask(CREATE_FREE_SHIPPING_CODE, {
    discount: { ...said, combinesWith, destination: { all: true } },
  });
  return madeOf(admin, said.code, created);
}

function codeDiscount(
  { name, customer, startsAt, endsAt }: OfferCodesAsk,
  code: string,
): Omit<CodeDiscount, "combinesWith"> {
  return {
    title: `Encore: ${name}`.slice(0, 255),
    code,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
    usageLimit: 1,
    appliesOncePerCustomer: true,
    context: customer ? { customers: { add: [gidOf("Customer", customer)] } } : { all: "ALL" },
  };
}

/** Nobody has this code but us: where it is taken, an earlier try of ours has made it. */
async function madeOf(
  admin: Admin,
  code: string,
  created: {
    readonly codeDiscountNode: { readonly id: string } | null;
    readonly userErrors: readonly DiscountError[];
  } | null,
): Promise<Made> {
  const node = created?.codeDiscountNode;
  if (node) return { kind: "made", code, id: numberOf(node.id) };
  const errors = created?.userErrors ?? [];
  if (errors.some((error) => error.code === "TAKEN")) {
    const { codeDiscountNodeByCode: found } = await admin.ask(FIND_DISCOUNT_CODE, { code });
    if (found) return { kind: "made", code, id: numberOf(found.id) };
  }
  return { kind: "failed", why: errors[0]?.message ?? "Shopify did not say why." };
}

const numberOf = (gid: string) => idOfGid("DiscountCodeNode", gid);

/** In the shop's currency; undefined where the rule names no amount in it, or the price it would be taken from is not known. */
export function takenOffBy({
  discount,
  currency,
  price,
  isOnce,
}: Pick<OfferCodesAsk, "discount" | "currency" | "price" | "isOnce">):
  | BasicCodeDiscount["customerGets"]["value"]
  | undefined {
  // Here a percentage is a share of 1.
  if (discount.kind === "percent") return { percentage: discount.percent / 100 };
  const off = offOf(discount, currency, price);
  return off && { discountAmount: { amount: decimalOf(off), appliesOnEachItem: isOnce !== true } };
}

function offOf(discount: Discount, currency: Currency, price: Money | undefined): Money | undefined {
  if (discount.kind === "amount") return discount.amounts.find((amount) => amount.currency === currency);
  if (discount.kind !== "fixed-price" || price?.currency !== currency) return undefined;
  const fixed = discount.prices.find((amount) => amount.currency === currency);
  if (!fixed) return undefined;
  return isMoreThan(price, fixed) ? minus(price, fixed) : zero(currency);
}

/** No vowels and nothing that reads like something else: neither words nor doubts. 16 of 29 signs are 77 bits. */
const SIGNS = "23456789BCDFGHJKLMNPQRSTVWXYZ";
const LENGTH = 16;

function codeFrom(key: Buffer, seed: string, use: "discount" | "shipping"): string {
  const bytes = createHmac("sha256", key)
    .update(JSON.stringify([use, seed]))
    .digest();
  return [...bytes.subarray(0, LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join("");
}

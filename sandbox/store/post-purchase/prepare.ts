import type { Currency } from "#app/core/values/currency.ts";
import { minorDigitsOf } from "#app/core/values/currency.ts";
import { type Money, minus, percentOf, sum, times } from "#app/core/values/money.ts";
import { taxLinesTogether, taxOn, taxTotal } from "../checkout/taxes.ts";
import { type Engine, inShopMoney } from "../engine.ts";
import { type FoundVariant, variantOf } from "../products.ts";
import type { DiscountApplication, Order, OrderMetafield, TaxLine } from "../state/order.ts";
import type { AddVariant, AskedDiscount, ParsedChange } from "./changes.ts";
import { CODE_FOR_SUBSCRIPTION_ONLY, FIXED_DISCOUNT_IS_PER_PIECE } from "./doubts.ts";
import type { ChangesetError } from "./wire.ts";

/** A changeset worked out against the shop as it is now: what it would add, and what that costs. */
export interface Prepared {
  readonly lines: readonly PreparedLine[];
  readonly shippingLines: readonly PreparedShipping[];
  readonly metafields: readonly OrderMetafield[];
  readonly taxLines: readonly TaxLine[];
  /** Lines after discounts, before tax and shipping. */
  readonly subtotal: Money;
  /** Everything added, tax included. */
  readonly total: Money;
}

interface PreparedLine extends FoundVariant {
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly discount: { readonly application: DiscountApplication; readonly amount: Money } | undefined;
  readonly total: Money;
  readonly taxLines: readonly TaxLine[];
}

interface PreparedShipping {
  readonly title: string;
  readonly presentmentTitle: string;
  readonly price: Money;
  readonly taxLines: readonly TaxLine[];
}

export type Preparation =
  | { readonly kind: "prepared"; readonly prepared: Prepared }
  | { readonly kind: "rejected"; readonly error: ChangesetError };

/** Prices, stock and taxes as they are at this moment: nothing of the token's is trusted but what is asked for. */
export function prepare(
  engine: Engine,
  order: Order,
  changes: readonly ParsedChange[],
  consented: boolean,
): Preparation {
  const currency = order.currency as Currency;
  const lines: PreparedLine[] = [];
  const shippingLines: PreparedShipping[] = [];
  const metafields: OrderMetafield[] = [];
  for (const change of changes) {
    switch (change.type) {
      case "add_variant": {
        const line = prepareLine(engine, order, change, lines);
        if ("code" in line) return { kind: "rejected", error: line };
        lines.push(line);
        break;
      }
      case "add_shipping_line": {
        const price = inShopMoney(engine, Math.round(change.price * 10 ** minorDigitsOf(currency)));
        const title = change.title ?? "Shipping";
        shippingLines.push({
          title,
          presentmentTitle: change.presentmentTitle ?? title,
          price,
          taxLines: taxOn(price, order.country, true),
        });
        break;
      }
      case "set_metafield": {
        const { namespace, key, value, valueType } = change;
        metafields.push({ namespace, key, value, valueType });
        break;
      }
      case "add_subscription":
        return { kind: "rejected", error: subscriptionError(consented) };
    }
  }
  const taxLines = taxLinesTogether([...lines, ...shippingLines].flatMap((added) => added.taxLines));
  const subtotal = sum(
    lines.map((line) => line.total),
    currency,
  );
  const shipping = sum(
    shippingLines.map((line) => line.price),
    currency,
  );
  const total = sum([subtotal, shipping, taxTotal(taxLines, subtotal)], currency);
  return { kind: "prepared", prepared: { lines, shippingLines, metafields, taxLines, subtotal, total } };
}

function prepareLine(
  engine: Engine,
  order: Order,
  change: AddVariant,
  before: readonly PreparedLine[],
): PreparedLine | ChangesetError {
  const found = variantOf(engine, change.variantId);
  if (!found) return { code: "invalid_request", message: `Variant ${change.variantId} does not exist` };
  if (found.product.requiresSellingPlan) {
    return { code: CODE_FOR_SUBSCRIPTION_ONLY, message: `${found.product.title} is sold by subscription only` };
  }
  const taken = sumOf(before.filter((line) => line.variant === found.variant).map((line) => line.quantity));
  if (found.variant.stock < taken + change.quantity) {
    return { code: "insufficient_inventory", message: `${found.product.title} is out of stock` };
  }
  if (change.discount?.valueType === "percentage" && change.discount.value > 100) {
    return { code: "invalid_request", message: "A percentage discount is at most 100" };
  }
  const unitPrice = inShopMoney(engine, found.variant.priceMinor);
  const whole = times(unitPrice, change.quantity);
  const discount = change.discount && {
    application: manual(change.discount),
    amount: discountOn(whole, change.quantity, change.discount),
  };
  const total = discount ? minus(whole, discount.amount) : whole;
  const taxLines = taxOn(total, order.country, found.variant.taxable);
  return { ...found, quantity: change.quantity, unitPrice, discount, total, taxLines };
}

function manual(asked: AskedDiscount): DiscountApplication {
  return { kind: "manual", target: "line_item", selection: "explicit", ...asked };
}

/** Rounded once for the whole line; never more than the line costs. */
function discountOn(whole: Money, quantity: number, asked: AskedDiscount): Money {
  if (asked.valueType === "percentage") return percentOf(whole, asked.value);
  const each = Math.round(asked.value * 10 ** minorDigitsOf(whole.currency));
  const off = FIXED_DISCOUNT_IS_PER_PIECE ? each * quantity : each;
  return { minor: Math.min(off, whole.minor), currency: whole.currency };
}

/** The shop has no selling plans, so no subscription can be had here, with or without the shopper's tick. */
function subscriptionError(consented: boolean): ChangesetError {
  return consented
    ? { code: "subscription_contract_creation_error", message: "The selling plan does not exist" }
    : { code: "buyer_consent_required", message: "The buyer has not agreed to a subscription" };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

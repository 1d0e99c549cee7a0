import type { MadeUpPurchase } from "#app/core/decision/made-up-purchase.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import { instantOfLocal, localTimeAt } from "#app/core/values/shop-time.ts";
import type { PickedProduct } from "../../rules/picked-product.ts";
import type { EditorShop, RuleDocument } from "../editing.tsx";
import { valueAt } from "../places.ts";

/** A made-up purchase as its fields hold it. */
export interface MadeUp {
  readonly lines: readonly { readonly product: PickedProduct; readonly quantity: number }[];
  readonly customer: MadeUpPurchase["customer"];
  readonly country: string;
  readonly paymentMethod: string;
  readonly discountCode: string;
  readonly locale: string;
  readonly currency: Currency;
  /** In the shop's time, "2026-11-21T18:04". */
  readonly at: string;
}

/** Begins with what the rule waits for, where it names products. */
export function newPurchase(
  { languages, currency, timezone }: EditorShop,
  document: RuleDocument,
  products: ReadonlyMap<ProductId, PickedProduct>,
  now: number,
): MadeUp {
  const named = valueAt(document, "when.all[0].products");
  const [first] = Array.isArray(named) ? named : [];
  const product = typeof first === "string" ? products.get(first as ProductId) : undefined;
  const { date, minuteOfDay } = localTimeAt(now, timezone);
  return {
    lines: product ? [{ product, quantity: 1 }] : [],
    customer: "guest",
    country: "",
    paymentMethod: "",
    discountCode: "",
    locale: languages[0] ?? "en",
    currency,
    at: `${date}T${clock(minuteOfDay)}`,
  };
}

/** The purchase, undefined while nothing was bought or no moment is meant. */
export function purchaseOf(made: MadeUp, { timezone }: EditorShop): MadeUpPurchase | undefined {
  const { lines, customer, country, paymentMethod, discountCode, locale, currency, at } = made;
  if (lines.length === 0 || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(at)) return undefined;
  const isCountry = /^[a-z]{2}$/i.test(country.trim());
  return {
    lines: lines.map(({ product, quantity }) => ({ product: product.id, quantity })),
    customer,
    locale,
    currency,
    at: instantOfLocal(at, timezone),
    ...(isCountry ? { country: country.trim().toUpperCase() } : {}),
    ...(paymentMethod.trim() ? { paymentMethod: paymentMethod.trim() } : {}),
    ...(discountCode.trim() ? { discountCode: discountCode.trim() } : {}),
  };
}

function clock(minutes: number): string {
  const two = (count: number) => String(count).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

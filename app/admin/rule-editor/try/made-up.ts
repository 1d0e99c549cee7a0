import type { MadeUpPurchase } from "#app/core/decision/made-up-purchase.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import type { Told } from "#app/core/values/say.ts";
import { instantOfLocal, isLocalMoment, localTimeAt } from "#app/core/values/shop-time.ts";
import type { PickedProduct } from "../../rules/picked-product.ts";
import type { EditorShop, RuleDocument } from "../editing.tsx";
import { valueAt } from "../places.ts";

/** A made-up purchase as its fields hold it: what was typed, right or not yet. */
export interface MadeUp {
  readonly lines: readonly { readonly product: PickedProduct; readonly quantity: string }[];
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
    lines: product ? [{ product, quantity: "1" }] : [],
    customer: "guest",
    country: "",
    paymentMethod: "",
    discountCode: "",
    locale: languages[0] ?? "en",
    currency,
    at: `${date}T${clock(minuteOfDay)}`,
  };
}

/** The purchase; undefined while something is wrong with it. */
export function purchaseOf(made: MadeUp, { timezone }: EditorShop): MadeUpPurchase | undefined {
  if (madeUpProblems(made).size > 0) return undefined;
  const { lines, customer, country, paymentMethod, discountCode, locale, currency, at } = made;
  return {
    lines: lines.map(({ product, quantity }) => ({ product: product.id, quantity: Number(quantity) })),
    customer,
    locale,
    currency,
    at: instantOfLocal(at, timezone),
    ...(country.trim() ? { country: country.trim().toUpperCase() } : {}),
    ...(paymentMethod.trim() ? { paymentMethod: paymentMethod.trim() } : {}),
    ...(discountCode.trim() ? { discountCode: discountCode.trim() } : {}),
  };
}

/** A field of a made-up purchase; that of a product's pieces bears its id. */
export type MadeUpField = "lines" | "country" | "paymentMethod" | "discountCode" | "at" | `quantity ${string}`;

const QUANTITY_MOST = 1_000;
const TEXT_MOST = 255;

/** What is wrong, by the field that is to say it. */
export function madeUpProblems({ lines, country, paymentMethod, discountCode, at }: MadeUp) {
  const problems = new Map<MadeUpField, Told>();
  if (lines.length === 0) problems.set("lines", { message: "try.products.missing" });
  for (const { product, quantity } of lines) {
    const isQuantity = /^\s*\d{1,4}\s*$/.test(quantity) && Number(quantity) >= 1 && Number(quantity) <= QUANTITY_MOST;
    if (isQuantity) continue;
    problems.set(`quantity ${product.id}`, { message: "try.quantity.wrong", values: { most: QUANTITY_MOST } });
  }
  if (!/^([a-z]{2})?$/i.test(country.trim())) problems.set("country", { message: "try.country.wrong" });
  for (const [field, text] of Object.entries({ paymentMethod, discountCode })) {
    if (text.trim().length <= TEXT_MOST) continue;
    problems.set(field as MadeUpField, { message: "problem.text.most", values: { most: TEXT_MOST } });
  }
  if (!at.includes("T") || !isLocalMoment(at)) problems.set("at", { message: "try.at.wrong" });
  return problems;
}

function clock(minutes: number): string {
  const two = (count: number) => String(count).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

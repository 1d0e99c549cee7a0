import type { MadeUpPurchase } from "#app/core/decision/made-up-purchase.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { SURFACES } from "#app/core/rules/surfaces.ts";
import { validateRule } from "#app/core/rules/validate-rulebook.ts";
import { parseCurrency } from "#app/core/values/currency.ts";
import type { OrderId, ProductId } from "#app/core/values/ids.ts";
import type { TryRequest } from "./try-data.ts";

/** So many kinds of things nobody buys at once to try a rule. */
const LINES_MOST = 50;
const QUANTITY_MOST = 1_000;
const TEXT_MOST = 255;

interface ReadRequest extends Omit<TryRequest, "rule"> {
  readonly rule: Rule;
}

/** What was sent, checked; undefined where it is not whole. */
export function readTryRequest(sent: unknown): ReadRequest | undefined {
  if (!isObject(sent)) return undefined;
  const validated = validateRule(sent.rule);
  const surface = SURFACES.find((one): one is Surface => one === sent.surface);
  const purchase = isObject(sent.purchase) ? readPurchase(sent.purchase) : undefined;
  return validated.kind === "valid" && surface && purchase ? { rule: validated.rule, surface, purchase } : undefined;
}

function readPurchase({ kind, order, made }: Record<string, unknown>): TryRequest["purchase"] | undefined {
  if (kind === "order") return isId(order) ? { kind, order: order as OrderId } : undefined;
  const read = isObject(made) ? readMade(made) : undefined;
  return read && { kind: "made-up", made: read };
}

function readMade(made: Record<string, unknown>): MadeUpPurchase | undefined {
  const { customer, locale, at, country, paymentMethod, discountCode } = made;
  const currency = parseCurrency(String(made.currency));
  const lines = Array.isArray(made.lines) ? made.lines.slice(0, LINES_MOST).map(readLine) : [];
  const isWho = customer === "guest" || customer === "new" || customer === "returning";
  if (!currency || !isWho || !isText(locale) || typeof at !== "number" || !Number.isSafeInteger(at)) return undefined;
  if (lines.length === 0) return undefined;
  return {
    lines: lines.flatMap((line) => line ?? []),
    customer,
    locale,
    currency,
    at,
    ...(isText(country) && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(isText(paymentMethod) ? { paymentMethod } : {}),
    ...(isText(discountCode) ? { discountCode } : {}),
  };
}

function readLine(line: unknown): MadeUpPurchase["lines"][number] | undefined {
  if (!isObject(line) || !isId(line.product)) return undefined;
  const { quantity } = line;
  const isQuantity = typeof quantity === "number" && Number.isInteger(quantity) && quantity >= 1;
  if (!isQuantity || quantity > QUANTITY_MOST) return undefined;
  return { product: line.product as ProductId, quantity };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= TEXT_MOST;
}

function isId(value: unknown): value is string {
  return typeof value === "string" && /^\d{1,20}$/.test(value);
}

import type { Discount, NamedProduct, Offer, Rule } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import type { Money } from "#app/core/values/money.ts";
import { type FormSurface, formSurfacesOf } from "./form-surfaces.ts";

/** A rule that the editor's form can say whole: bought any of these, offered that one. */
export interface SimpleRule {
  readonly surfaces: readonly FormSurface[];
  readonly triggers: readonly ProductId[];
  readonly offered: NamedProduct;
  readonly discount: Extract<Discount, { kind: "none" | "percent" }>;
  /** Absent when it is sent free. */
  readonly shippingPrice?: Money;
}

/** `currency` is the shop's. Undefined where the rule says anything that the form has no field for: saving the form would lose it. */
export function simpleRuleOf(rule: Rule, currency: Currency): SimpleRule | undefined {
  const { when, path, schedule, limits, pauseAfter } = rule;
  const surfaces = formSurfacesOf(rule.surfaces);
  if (!surfaces || schedule || limits || pauseAfter) return undefined;
  if (path.ifAccepted || path.ifDeclined) return undefined;
  const triggers = triggersOf(when);
  const offer = triggers && simpleOfferOf(path.offer, currency);
  return offer && { surfaces, triggers, ...offer };
}

function triggersOf(when: Rule["when"]): readonly ProductId[] | undefined {
  if (!("all" in when) || when.all.length !== 1) return undefined;
  const [only] = when.all;
  return only && "kind" in only && only.kind === "product" && only.lines === "any" ? only.products : undefined;
}

function simpleOfferOf(offer: Offer, currency: Currency): Omit<SimpleRule, "surfaces" | "triggers"> | undefined {
  const { kind, source, discount, shipping, replaces, evenIfBoughtBefore, partner } = offer;
  if (kind !== "cross-sell" || replaces !== undefined || evenIfBoughtBefore !== undefined || partner) return undefined;
  if (source.kind !== "named" || (discount.kind !== "none" && discount.kind !== "percent")) return undefined;
  const [offered, ...otherProducts] = source.products;
  if (!offered || otherProducts.length > 0) return undefined;
  if (shipping.kind === "free") return { offered, discount };
  const [shippingPrice, ...otherPrices] = shipping.prices;
  return shippingPrice?.currency === currency && otherPrices.length === 0
    ? { offered, discount, shippingPrice }
    : undefined;
}

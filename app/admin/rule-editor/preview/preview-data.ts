import type { PriceAbroad, SampleGoods } from "#app/contracts/preview.ts";
import type { ShopProfile } from "#app/core/catalog/catalog.ts";
import { collectionsNamedBy, productsNamedBy } from "#app/core/rules/products-named.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { validateRule } from "#app/core/rules/validate-rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { Told } from "#app/core/values/say.ts";
import type { RuleDocument } from "../editing.tsx";

export type GoodsAnswer = ({ readonly kind: "goods"; readonly shop: ShopProfile } & SampleGoods) | Failed;

export type PricesAnswer = { readonly currency: Currency } & (
  | { readonly kind: "prices"; readonly prices: readonly PriceAbroad[] }
  /** No country that the shop ships to pays in it. */
  | { readonly kind: "unpaid" }
  | Failed
);

interface Failed {
  readonly kind: "failed";
  readonly why: Told;
}

const IDS_MOST = 250;

/** "1,2,3" of an address; what is no id is left out. */
export function idsIn<Id extends string>(text: string | null): Id[] {
  const ids = (text ?? "").split(",").filter((id) => /^\d{1,20}$/.test(id));
  return [...new Set(ids)].slice(0, IDS_MOST) as Id[];
}

/**
 * The rule as it would be if it were saved now, undefined while it is not whole. A name is the merchant's own and comes
 * last: without one it is drawn all the same.
 */
export function ruleToDraw(document: RuleDocument): Rule | undefined {
  const { name } = document;
  const named = typeof name === "string" && name.trim() !== "" ? {} : { name: "–" };
  const whole = { ...document, ...named, id: "preview", status: "active", editedAt: 0 };
  const validated = validateRule(whole);
  return validated.kind === "valid" ? validated.rule : undefined;
}

/** Where what the rule speaks of is read. */
export function goodsAddress(rule: Rule): string {
  const products = [...productsNamedBy(rule)].sort().join(",");
  const collections = [...collectionsNamedBy(rule)].sort().join(",");
  return `/app/preview/goods?products=${products}&collections=${collections}`;
}

/** Where it is read what the goods cost in another currency. */
export function pricesAddress({ products }: SampleGoods, currency: Currency): string {
  const variants = products.flatMap((product) => product.variants.map(({ id }) => id)).slice(0, IDS_MOST);
  return `/app/preview/prices?currency=${currency}&variants=${variants.join(",")}`;
}

import {
  AUTOMATIC_DISCOUNTS_MOST,
  type AutomaticDiscount,
  automaticDiscountsOf,
} from "#app/core/rules/automatic-discount.ts";
import type { Told } from "#app/core/values/say.ts";
import type { RulesScreen } from "#app/stores/read-models/rules-screen.ts";
import { missingPermissions } from "./missing-permissions.ts";

/** What the merchant is told of the discounts that Shopify applies by itself at checkout. */
export interface AutomaticTold {
  readonly made: number;
  readonly most: number;
  /** The live rules that could have one and have none, by name, with the reason. */
  readonly without: readonly { readonly name: string; readonly why: Told }[];
}

/** Undefined where no live rule could have one, and while the merchant has not agreed that we make any. */
export function automaticTold(screen: RulesScreen): AutomaticTold | undefined {
  const { published, shop, discounts } = screen;
  if (missingPermissions(screen).includes("discounts")) return undefined;
  const said = published ? automaticDiscountsOf([published.rulebook], shop.timezone) : [];
  if (said.length === 0) return undefined;
  const keptOf = ({ rule, digest }: AutomaticDiscount) =>
    discounts.find((one) => one.rule === rule && one.digest === digest);
  const names = new Map(published?.rulebook.rules.map(({ id, name }) => [id, name]));
  const without = said.flatMap((discount, index) => {
    const kept = keptOf(discount);
    if (kept?.discountId !== undefined) return [];
    return [{ name: names.get(discount.rule) ?? discount.rule, why: whyNone(index, kept?.refusal) }];
  });
  return { made: said.length - without.length, most: AUTOMATIC_DISCOUNTS_MOST, without };
}

function whyNone(index: number, refusal: string | undefined): Told {
  if (index >= AUTOMATIC_DISCOUNTS_MOST) return { message: "rules.automatic.no-room" };
  return refusal
    ? { message: "rules.automatic.refused", values: { why: refusal } }
    : { message: "rules.automatic.under-way" };
}

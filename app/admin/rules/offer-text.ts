import { offerPriceOf } from "#app/core/decision/offer-price.ts";
import type { Format } from "../format.tsx";
import { type PickedProduct, priceRange } from "./picked-product.ts";
import { numberIn, type RuleForm } from "./rule-form.ts";
import { ruleWords } from "./words.ts";

const words = ruleWords.offer;

/** The percentage typed, when it is one that an offer can have; 0 for an empty field. */
export function percentTyped({ percent }: RuleForm): number | undefined {
  const value = numberIn(percent === "" ? "0" : percent);
  const isPercent = value !== null && value <= 100 && Number.isInteger(Math.round(value * 1e6) / 1e4);
  return isPercent ? value : undefined;
}

/** "15% off → £10.84 instead of £12.75"; with "from" when the variants' prices differ; empty while it can't be known. */
export function offerPriceText(form: RuleForm, format: Format): string {
  const percent = percentTyped(form);
  const range = form.offered && priceRange(form.offered, form.variants);
  if (percent === undefined || !range) return "";
  const from = range.lowest.minor < range.highest.minor ? `${words.priceFrom} ` : "";
  const was = format.money(range.lowest);
  if (percent === 0) return `${from}${words.full(was)}`;
  const now = format.money(offerPriceOf(range.lowest, { kind: "percent", percent }));
  return `${ruleWords.row.off(format.percent(percent))} → ${from}${words.instead(now, was)}`;
}

/** "2 variants", "all 3 variants"; nothing for a product that has only one. */
export function variantsText({ variants }: PickedProduct, chosen: readonly string[]): string | undefined {
  if (chosen.length > 0) return words.someVariants(chosen.length);
  return variants.length > 1 ? words.allVariants(variants.length) : undefined;
}

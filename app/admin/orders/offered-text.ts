import type { ChosenOffer } from "#app/core/decision/decision.ts";
import { type Money, plus } from "#app/core/values/money.ts";

/** "Cakestand", "Cakestand with Cake forks" of a bundle, "Cakestand or Teapot" of a choice. */
export function offeredTitles(titles: readonly string[], arrangement: ChosenOffer["arrangement"]): string {
  return titles.join(arrangement === "together" ? " with " : " or ");
}

/** What a bundle costs whole, or one piece of what is offered first; undefined where nothing is. */
export function offeredPrice(prices: readonly Money[], arrangement: ChosenOffer["arrangement"]): Money | undefined {
  const [first, ...others] = prices;
  return first && arrangement === "together" ? others.reduce(plus, first) : first;
}

/** The same of an offer as it was chosen. */
export function offeredIn({ products, arrangement }: ChosenOffer) {
  return {
    what: offeredTitles(
      products.map(({ title }) => title),
      arrangement,
    ),
    price: offeredPrice(
      products.flatMap(({ variants }) => variants[0]?.offerPrice ?? []),
      arrangement,
    ),
  };
}

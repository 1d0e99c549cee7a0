import type { ChosenOffer } from "#app/core/decision/decision.ts";
import { type Money, plus } from "#app/core/values/money.ts";
import { listed, type Say } from "#app/core/values/say.ts";

/** "Cakestand", "Cakestand with Cake forks" of a bundle, "Cakestand or Teapot" of a choice. */
export function offeredTitles(titles: readonly string[], arrangement: ChosenOffer["arrangement"], say: Say): string {
  const [first, ...others] = titles;
  if (first === undefined || others.length === 0 || arrangement === "one-of") return listed(titles, say, "or");
  return say("orders.offered.together", { first, others: listed(others, say) });
}

/** What a bundle costs whole, or one piece of what is offered first; undefined where nothing is. */
export function offeredPrice(prices: readonly Money[], arrangement: ChosenOffer["arrangement"]): Money | undefined {
  const [first, ...others] = prices;
  return first && arrangement === "together" ? others.reduce(plus, first) : first;
}

/** The same of an offer as it was chosen. */
export function offeredIn({ products, arrangement }: ChosenOffer, say: Say) {
  const titles = products.map(({ title }) => title);
  const prices = products.flatMap(({ variants }) => variants[0]?.offerPrice ?? []);
  return { what: offeredTitles(titles, arrangement, say), price: offeredPrice(prices, arrangement) };
}

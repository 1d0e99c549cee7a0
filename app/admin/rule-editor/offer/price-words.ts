import type { Say } from "#app/core/values/say.ts";
import type { Format } from "../../format.tsx";
import type { ResultingPrice } from "./resulting-price.ts";

/** "£10.84 instead of £12.75", "from £12.75"; empty where it can't be known. */
export function priceWords(price: ResultingPrice | undefined, say: Say, { money }: Format): string {
  if (!price) return "";
  const { was, now, isLowest } = price;
  if (now.minor >= was.minor) return say(isLowest ? "offer.price.from" : "offer.price.full", { price: money(was) });
  return say(isLowest ? "offer.price.from-instead" : "offer.price.instead", { now: money(now), was: money(was) });
}

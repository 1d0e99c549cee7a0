import type { Say } from "#app/core/values/say.ts";
import type { Format } from "../format.tsx";
import type { RuleRow } from "./rule-row.ts";

/** "15% off → £10.84 instead of £12.75"; "from" where another variant costs more; empty where no price is known. */
export function rulePriceText(
  { price }: Pick<RuleRow, "price">,
  say: Say,
  format: Pick<Format, "money" | "percent">,
): string {
  if (!price) return "";
  const from = (amount: string) => (price.isLowest ? say("rules.price.from", { price: amount }) : amount);
  const was = format.money(price.was);
  if (price.now.minor === price.was.minor) return from(was);
  const now = say("rules.price.instead", { now: from(format.money(price.now)), was });
  if (price.percent === undefined) return now;
  return `${say("rules.price.off", { percent: format.percent(price.percent) })} → ${now}`;
}

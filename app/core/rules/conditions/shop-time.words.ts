import type { Catalog } from "../../catalog/catalog.ts";
import type { Facts } from "../../facts/facts.ts";
import { localTimeAt } from "../../values/shop-time.ts";

/** What the shop's clock showed: "friday 2026-11-27 09:05". */
export function clockAt({ at }: Facts, { shop }: Catalog): string {
  const { weekday, date, minuteOfDay } = localTimeAt(at, shop.timezone);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${weekday} ${date} ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

const CLOCK = /^([a-z]+day) (\d{4}-\d\d-\d\d) (\d\d:\d\d)$/;

/** What `clockAt` wrote, the moment as a rule writes one; undefined for anything else. */
export function clockRead(clock: unknown): { readonly weekday: string; readonly moment: string } | undefined {
  const [, weekday, date, time] = (typeof clock === "string" && CLOCK.exec(clock)) || [];
  return weekday ? { weekday, moment: `${date}T${time}` } : undefined;
}

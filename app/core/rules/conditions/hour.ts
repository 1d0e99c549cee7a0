import { localTimeAt } from "../../values/shop-time.ts";
import { condition, truthOf } from "./condition.ts";

interface Parameters {
  readonly from: string;
  readonly until: string;
}

/** Minutes of the day. */
interface Prepared {
  readonly from: number;
  readonly until: number;
}

/**
 * What the shop's clock shows, the first minute included and the last excluded; from 22:00 until 02:00 passes midnight.
 * An hour that the clocks repeat holds both times, one they leave out not at all.
 */
export const hour = condition({
  kind: "hour",
  needs: ["now"],
  prepare: ({ from, until }: Parameters): Prepared => ({ from: minuteOf(from), until: minuteOf(until) }),
  holds: ({ from, until }: Prepared, { at }, { shop }) => {
    const { minuteOfDay } = localTimeAt(at, shop.timezone);
    const isFrom = minuteOfDay >= from;
    const isUntil = minuteOfDay < until;
    return truthOf(from < until ? isFrom && isUntil : isFrom || isUntil);
  },
});

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

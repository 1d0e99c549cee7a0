import { localTimeAt, type Weekday } from "../../values/shop-time.ts";
import { condition, truthOf } from "./condition.ts";

/** The day of the week on the shop's calendar. */
export const weekday = condition({
  kind: "weekday",
  needs: ["now"],
  holds: ({ weekdays }: { readonly weekdays: readonly Weekday[] }, { at }, { shop }) =>
    truthOf(weekdays.includes(localTimeAt(at, shop.timezone).weekday)),
});

import type { Facts } from "../../facts/facts.ts";
import { countEarlier } from "./history.ts";

/** How many earlier orders there are: 2, or {atLeast: 2} where older ones may be missing. */
export function ordersSeen(facts: Facts) {
  const { history } = facts;
  return history && asSeen(countEarlier(history, facts), history.isComplete);
}

/** The value itself where every order counted, {atLeast: value} where there may be more. */
export function asSeen<Value>(value: Value, isAll: boolean) {
  return isAll ? value : { atLeast: value };
}

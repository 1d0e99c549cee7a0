import { useEffect, useRef, useState } from "react";
import type { OrdersFilter } from "./orders-address.ts";

/** While a number is being typed nothing is asked yet. */
const ASK_AFTER_MS = 350;

/** The number as it stands in the field: asked for a moment after the last key, and set anew when the address changes. */
export function useTypedNumber(filter: OrdersFilter, onFilter: (filter: OrdersFilter) => void) {
  const inAddress = filter.number ?? "";
  const [number, setNumber] = useState(inAddress);
  const asked = useRef(inAddress);
  const latest = useRef({ filter, onFilter });
  latest.current = { filter, onFilter };
  useEffect(() => {
    if (inAddress === asked.current) return;
    asked.current = inAddress;
    setNumber(inAddress);
  }, [inAddress]);
  useEffect(() => {
    const wanted = number.trim();
    if (wanted === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = wanted;
      latest.current.onFilter({ ...latest.current.filter, number: wanted || undefined });
    }, ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [number]);
  return { number, setNumber };
}

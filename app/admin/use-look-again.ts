import type { FetcherWithComponents } from "@remix-run/react";
import { useEffect } from "react";

const LOOK_EVERY_MS = 1_500;

/** Loads the address again and again while long work is under way there and the page can be seen. */
export function useLookAgain(
  { state, load }: Pick<FetcherWithComponents<unknown>, "state" | "load">,
  address: string,
  isUnderWay: boolean,
): void {
  useEffect(() => {
    if (!isUnderWay || state !== "idle") return;
    const timer = setInterval(() => {
      if (!document.hidden) load(address);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, state, load, address]);
}

import { useEffect } from "react";
import type { Asked } from "./use-asked.ts";

const LOOK_EVERY_MS = 1_500;

/** Asks again and again how long work stands, while it is under way and the page can be seen. */
export function useLookAgain(
  { state, load }: Pick<Asked<unknown, unknown>, "state" | "load">,
  isUnderWay: boolean,
): void {
  useEffect(() => {
    if (!isUnderWay || state !== "idle") return;
    const timer = setInterval(() => {
      if (!document.hidden) load();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, state, load]);
}

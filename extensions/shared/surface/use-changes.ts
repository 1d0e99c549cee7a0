import { useEffect, useState } from "preact/hooks";
import type { Live } from "./page.ts";

/**
 * Draws the component again whenever one of these changes. `@shopify/ui-extensions/preact` would have every read in a
 * component do so; with it comes `@preact/signals`, 2.8 KB of a bundle that may have 24, for the few values read here.
 */
export function useChanges(...signals: readonly Live<unknown>[]): void {
  const [, drawAgain] = useState({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's signals are the same for as long as it stands.
  useEffect(() => {
    const stops = signals.map((signal) => signal.subscribe(() => drawAgain({})));
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}

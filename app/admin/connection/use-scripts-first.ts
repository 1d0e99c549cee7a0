import { useBlocker } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";
import { type Asked, tellLost } from "./lost.ts";
import { fetchScripts, missingScripts } from "./page-code.ts";

/**
 * A page is opened once its scripts are there: see `missingScripts`. Whether they are on their way, and how the page was
 * asked for that was asked for last.
 */
export function useScriptsFirst(): { readonly isFetching: boolean; readonly asked: RefObject<Asked> } {
  const asked = useRef<Asked | null>(null);
  const blocker = useBlocker(({ nextLocation, historyAction }) => {
    asked.current = { state: nextLocation.state, replace: historyAction === "REPLACE" };
    return missingScripts(nextLocation.pathname).length > 0;
  });
  const isFetching = blocker.state === "blocked";

  useEffect(() => {
    if (blocker.state !== "blocked") return;
    const { location, proceed, reset } = blocker;
    let isLeft = false;
    globalThis.shopify?.loading?.(true);
    void fetchScripts(missingScripts(location.pathname)).then((outcome) => {
      if (isLeft) return;
      const address = location.pathname + location.search;
      if (outcome === "gone") return globalThis.location.assign(address);
      globalThis.shopify?.loading?.(false);
      if (outcome === "here") return proceed();
      reset();
      tellLost({ kind: "unreached", to: address, asked: asked.current ?? undefined });
    });
    return () => {
      isLeft = true;
    };
  }, [blocker]);

  return { isFetching, asked };
}

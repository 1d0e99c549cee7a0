import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";
import { tellLost } from "./lost.ts";
import { fetchScripts, missingScripts } from "./page-code.ts";

/** A page is opened once its scripts are there: see `missingScripts`. Whether they are on their way. */
export function useScriptsFirst(): boolean {
  const blocker = useBlocker(({ nextLocation }) => missingScripts(nextLocation.pathname).length > 0);
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
      tellLost({ kind: "unreached", to: address });
    });
    return () => {
      isLeft = true;
    };
  }, [blocker]);

  return isFetching;
}

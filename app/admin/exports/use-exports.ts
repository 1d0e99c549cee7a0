import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Told } from "#app/core/values/say.ts";
import type { ExportTold } from "#app/stores/read-models/exports-screen.ts";
import type { ExportsAnswer, ExportsAsk } from "./exports-ask.ts";

const ADDRESS = "/app/exports";
const LOOK_EVERY_MS = 1_500;

/** The shop's files as they stand, looked at again while one is being written and the page can be seen. */
export function useExports(known: readonly ExportTold[]) {
  const fetcher = useFetcher<ExportsAnswer>();
  const [exports, setExports] = useState(known);
  const [why, setWhy] = useState<Told>();
  useEffect(() => {
    if (fetcher.data?.kind === "told") setExports(fetcher.data.exports);
    setWhy(fetcher.data?.kind === "failed" ? fetcher.data.why : undefined);
  }, [fetcher.data]);

  const isUnderWay = exports.some(({ state }) => state === "under-way");
  const { state, load } = fetcher;
  useEffect(() => {
    if (!isUnderWay || state !== "idle") return;
    const timer = setInterval(() => {
      if (!document.hidden) load(ADDRESS);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, state, load]);

  const asked = fetcher.json as unknown as ExportsAsk | undefined;
  return {
    exports,
    why,
    send: (ask: ExportsAsk) =>
      fetcher.submit(JSON.stringify(ask), { method: "post", action: ADDRESS, encType: "application/json" }),
    /** What was asked and is not answered yet. */
    asked: state === "idle" ? undefined : asked,
  };
}

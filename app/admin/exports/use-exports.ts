import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Told } from "#app/core/values/say.ts";
import type { ExportTold } from "#app/stores/read-models/exports-screen.ts";
import { useLookAgain } from "../use-look-again.ts";
import type { ExportsAnswer, ExportsAsk } from "./exports-ask.ts";

const ADDRESS = "/app/exports";

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
  useLookAgain(fetcher, ADDRESS, isUnderWay);

  const asked = fetcher.json as unknown as ExportsAsk | undefined;
  return {
    exports,
    why,
    send: (ask: ExportsAsk) =>
      fetcher.submit(JSON.stringify(ask), { method: "post", action: ADDRESS, encType: "application/json" }),
    /** What was asked and is not answered yet. */
    asked: fetcher.state === "idle" ? undefined : asked,
  };
}

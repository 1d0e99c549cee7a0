import { useEffect, useState } from "react";
import type { Told } from "#app/core/values/say.ts";
import type { ExportTold } from "#app/stores/read-models/exports-screen.ts";
import { useAsked } from "../use-asked.ts";
import { useLookAgain } from "../use-look-again.ts";
import type { ExportsAnswer, ExportsAsk } from "./exports-ask.ts";

const ADDRESS = "/app/exports";
const failed = (why: Told): ExportsAnswer => ({ kind: "failed", why });

/** The shop's files as they stand, looked at again while one is being written and the page can be seen. */
export function useExports(known: readonly ExportTold[]) {
  const exporting = useAsked<ExportsAsk, ExportsAnswer>(ADDRESS, failed);
  const { data } = exporting;
  const [exports, setExports] = useState(known);
  const [why, setWhy] = useState<Told>();
  useEffect(() => {
    if (data?.kind === "told") setExports(data.exports);
    setWhy(data?.kind === "failed" ? data.why : undefined);
  }, [data]);

  const isUnderWay = exports.some(({ state }) => state === "under-way");
  useLookAgain(exporting, isUnderWay);

  return {
    exports,
    why,
    send: exporting.send,
    /** What was asked and is not answered yet. */
    asked: exporting.asked,
  };
}

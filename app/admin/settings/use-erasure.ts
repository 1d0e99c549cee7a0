import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { ErasureTold } from "#app/stores/read-models/kept-data-screen.ts";
import type { ErasureAnswer, ErasureAsk } from "./erasure-ask.ts";

const ADDRESS = "/app/erasure";
const LOOK_EVERY_MS = 1_500;

/** How erasing stands, looked at again while it is under way and the page can be seen. */
export function useErasure(known: ErasureTold | undefined) {
  const fetcher = useFetcher<ErasureAnswer>();
  const { data, state, load } = fetcher;
  const [erasure, setErasure] = useState(known);
  useEffect(() => {
    if (data?.kind === "told") setErasure(data.erasure);
  }, [data]);

  const isUnderWay = erasure?.state === "under-way";
  useEffect(() => {
    if (!isUnderWay || state !== "idle") return;
    const timer = setInterval(() => {
      if (!document.hidden) load(ADDRESS);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, state, load]);

  const asked = fetcher.json as unknown as ErasureAsk | undefined;
  return {
    erasure,
    /** Of what was asked last, where it was refused. */
    refused: data?.kind === "told" ? undefined : data,
    asked: state === "idle" ? undefined : asked?.intent,
    send: (ask: ErasureAsk) =>
      fetcher.submit(JSON.stringify(ask), { method: "post", action: ADDRESS, encType: "application/json" }),
  };
}

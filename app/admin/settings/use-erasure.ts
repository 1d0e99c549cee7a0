import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { ErasureTold } from "#app/stores/read-models/kept-data-screen.ts";
import { useLookAgain } from "../use-look-again.ts";
import type { ErasureAnswer, ErasureAsk } from "./erasure-ask.ts";

const ADDRESS = "/app/erasure";

/** How erasing stands, looked at again while it is under way and the page can be seen. */
export function useErasure(known: ErasureTold | undefined) {
  const fetcher = useFetcher<ErasureAnswer>();
  const { data, state } = fetcher;
  const [erasure, setErasure] = useState(known);
  useEffect(() => {
    if (data?.kind === "told") setErasure(data.erasure);
  }, [data]);

  useLookAgain(fetcher, ADDRESS, erasure?.state === "under-way");

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

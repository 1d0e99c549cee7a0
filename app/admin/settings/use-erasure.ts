import { useEffect, useState } from "react";
import type { Told } from "#app/core/values/say.ts";
import type { ErasureTold } from "#app/stores/read-models/kept-data-screen.ts";
import { useAsked } from "../use-asked.ts";
import { useLookAgain } from "../use-look-again.ts";
import type { ErasureAnswer, ErasureAsk } from "./erasure-ask.ts";

const ADDRESS = "/app/erasure";
const failed = (why: Told): ErasureAnswer => ({ kind: "failed", why });

/** How erasing stands, looked at again while it is under way and the page can be seen. */
export function useErasure(known: ErasureTold | undefined) {
  const erasing = useAsked<ErasureAsk, ErasureAnswer>(ADDRESS, failed);
  const { data, asked, send } = erasing;
  const [erasure, setErasure] = useState(known);
  useEffect(() => {
    if (data?.kind === "told") setErasure(data.erasure);
  }, [data]);

  useLookAgain(erasing, erasure?.state === "under-way");

  return {
    erasure,
    /** Of what was asked last, where it was refused. */
    refused: data?.kind === "told" ? undefined : data,
    asked: asked?.intent,
    send,
  };
}

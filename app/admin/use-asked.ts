import { useCallback, useRef, useState } from "react";
import type { Told } from "#app/core/values/say.ts";
import { isRefusal, unreachedOr } from "./answered.ts";

/** An address of the app that answers how something stands, and does what is asked of it. */
export interface Asked<Ask, Answer> {
  /** What was answered last. */
  readonly data: Answer | undefined;
  readonly state: "idle" | "loading";
  /** What is being done. */
  readonly asked: Ask | undefined;
  readonly load: () => void;
  readonly send: (ask: Ask) => void;
}

/**
 * By `fetch`: for an address of its own a fetcher of the router first fetches a script, and where that does not come the
 * whole app is reloaded, and what was written is gone. A lost connection is an answer too: `failed`.
 */
export function useAsked<Ask, Answer>(address: string, failed: (why: Told) => Answer): Asked<Ask, Answer> {
  const [data, setData] = useState<Answer>();
  const [under, setUnder] = useState<{ readonly asked: Ask | undefined }>();
  const turn = useRef(0);
  const fail = useRef(failed);

  const ask = useCallback(
    async (asked?: Ask) => {
      turn.current += 1;
      const mine = turn.current;
      setUnder({ asked });
      const answer = await unreachedOr(() => answerAt<Answer>(address, asked), fail.current);
      if (mine !== turn.current) return;
      setData(() => answer);
      setUnder(undefined);
    },
    [address],
  );
  return {
    data,
    state: under ? "loading" : "idle",
    asked: under?.asked,
    load: useCallback(() => void ask(), [ask]),
    send: useCallback((what: Ask) => void ask(what), [ask]),
  };
}

async function answerAt<Answer>(address: string, asked: unknown): Promise<Answer> {
  const response = await fetch(address, {
    ...(asked === undefined
      ? {}
      : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked) }),
  });
  if (isRefusal(response.status)) throw response;
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as Answer;
}

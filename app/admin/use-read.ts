import { useCallback, useEffect, useState } from "react";

export interface Read<Answer> {
  /** What was read last; undefined while nothing was, or none is asked for. */
  readonly answer: Answer | undefined;
  /** The app could not be asked the last time. */
  readonly isUnreached: boolean;
  readonly isReading: boolean;
  readonly again: () => void;
}

/**
 * What stands at the address, read again when the address is another one. By `fetch`: a fetcher of the router would be
 * loaded anew with every save, and where the connection is lost it would take the page away, and with it what was written.
 */
export function useRead<Answer>(address: string | undefined): Read<Answer> {
  const [answer, setAnswer] = useState<Answer>();
  const [isUnreached, setUnreached] = useState(false);
  const [isReading, setReading] = useState(false);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks the same address again.
  useEffect(() => {
    if (address === undefined) return;
    const leaving = new AbortController();
    setReading(true);
    read<Answer>(address, leaving.signal).then(
      (read) => {
        if (leaving.signal.aborted) return;
        setAnswer(() => read);
        setUnreached(false);
        setReading(false);
      },
      () => {
        if (leaving.signal.aborted) return;
        setUnreached(true);
        setReading(false);
      },
    );
    return () => leaving.abort();
  }, [address, turn]);
  return {
    answer: address === undefined ? undefined : answer,
    isUnreached,
    isReading,
    again: useCallback(() => setTurn((count) => count + 1), []),
  };
}

async function read<Answer>(address: string, signal: AbortSignal): Promise<Answer> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return (await answer.json()) as Answer;
}

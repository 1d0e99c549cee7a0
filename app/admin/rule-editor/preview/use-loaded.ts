import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";

/** What stands at the address, read again when the address is another one; undefined while nothing was read, or none is asked for. */
export function useLoaded<Answer>(address: string | undefined): {
  readonly answer: Answer | undefined;
  readonly isLoading: boolean;
  readonly again: () => void;
} {
  const { load, data, state } = useFetcher();
  useEffect(() => {
    if (address !== undefined) load(address);
  }, [address, load]);
  return {
    answer: address === undefined ? undefined : (data as Answer | undefined),
    isLoading: state !== "idle",
    again: () => {
      if (address !== undefined) load(address);
    },
  };
}

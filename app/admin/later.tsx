import { type ComponentType, useCallback, useEffect, useState } from "react";
import { type Area, loadAreas } from "#app/locales/areas.ts";
import { RetryBanner } from "./retry-banner.tsx";
import { useSay } from "./say.tsx";

/**
 * A part of a screen that most visits do without: fetched, with the texts that only it speaks, when it is first shown.
 * `Meanwhile` stands in its place until then; what could not be fetched says so there, and can be tried again.
 */
export function later<Props extends object>(
  areas: readonly Area[],
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  Meanwhile?: ComponentType<Props>,
): ComponentType<Props> {
  let known: ComponentType<Props> | undefined;
  return function Later(props) {
    const [Part, setPart] = useState(() => known);
    const [isMissed, setMissed] = useState(false);
    const [isFetching, setFetching] = useState(false);
    const fetch = useCallback(async () => {
      setFetching(true);
      try {
        const [module] = await Promise.all([load(), loadAreas(areas)]);
        known = module.default;
        setPart(() => module.default);
      } catch {
        setMissed(true);
      }
      setFetching(false);
    }, []);
    useEffect(() => {
      if (!known) fetch();
    }, [fetch]);
    if (Part) return <Part {...props} />;
    if (isMissed) return <Missed retry={fetch} isRetrying={isFetching} />;
    return Meanwhile ? <Meanwhile {...props} /> : null;
  };
}

function Missed(again: { readonly retry: () => void; readonly isRetrying: boolean }) {
  const say = useSay();
  return <RetryBanner title={say("frame.part-missed")} {...again} />;
}

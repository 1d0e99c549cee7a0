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
    const fetch = useCallback(async () => {
      setMissed(false);
      try {
        const [module] = await Promise.all([load(), loadAreas(areas)]);
        known = module.default;
        setPart(() => module.default);
      } catch {
        setMissed(true);
      }
    }, []);
    useEffect(() => {
      if (!known) fetch();
    }, [fetch]);
    if (Part) return <Part {...props} />;
    if (isMissed) return <Missed retry={fetch} />;
    return Meanwhile ? <Meanwhile {...props} /> : null;
  };
}

function Missed({ retry }: { readonly retry: () => void }) {
  const say = useSay();
  return <RetryBanner title={say("frame.part-missed")} retry={retry} isRetrying={false} />;
}

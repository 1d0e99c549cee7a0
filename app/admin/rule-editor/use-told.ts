import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Problem } from "#app/core/rules/reading.ts";
import { said } from "#app/core/values/say.ts";
import { useSay } from "../say.tsx";
import { useTexts } from "../use-texts.ts";
import type { RuleDocument } from "./editing.tsx";
import { isWithin, listOf, type Place } from "./places.ts";

/** What the merchant has looked at: places that were left, or everything once the rule was sent. */
interface Looked {
  readonly places: ReadonlySet<Place>;
  readonly isSent: boolean;
}

const NO_PROBLEMS: readonly Problem[] = [];
const NOTHING_LOOKED_AT: Looked = { places: new Set(), isSent: false };

/** Which of the problems may be told, and where on the screen each of them is. */
export function useTold(problems: readonly Problem[], document: RuleDocument) {
  const [looked, setLooked] = useState(NOTHING_LOOKED_AT);
  const [found, setFound] = useState<{ readonly problems: readonly Problem[]; readonly of: RuleDocument }>();
  const standing = useStanding();
  const say = useSay();
  const [focusAsked, setFocusAsked] = useState(0);

  const told = useMemo(() => {
    const byServer = found?.of === document ? found.problems : [];
    const both = [...problems, ...byServer.filter(({ path }) => !problems.some((one) => one.path === path))];
    return looked.isSent ? both : both.filter(({ path }) => [...looked.places].some((place) => isWithin(path, place)));
  }, [problems, found, document, looked]);

  const texts = useTexts(["problem"], told.length > 0);
  const sentence = useCallback(
    (problem: Problem) => (texts === "there" ? said(problem, say) : say("frame.problem-unsaid")),
    [texts, say],
  );
  const sayable = texts === "coming" ? NO_PROBLEMS : told;

  const problemAt = useCallback(
    (place: Place) => {
      const problem = sayable.find(({ path }) => isWithin(path, place) && standing.innermost(path, place) === place);
      return problem && sentence(problem);
    },
    [sayable, standing, sentence],
  );

  const lastAsked = useRef(0);
  useEffect(() => {
    if (focusAsked === lastAsked.current || sayable.length === 0) return;
    lastAsked.current = focusAsked;
    firstOnScreen(sayable.flatMap(({ path }) => standing.innermost(path) ?? []))?.focus();
  }, [focusAsked, sayable, standing]);

  return {
    problemAt,
    stands: standing.stands,
    elsewhere: sayable.filter(({ path }) => standing.innermost(path) === undefined).map(sentence),
    left: useCallback(
      (place: Place) =>
        setLooked((before) =>
          before.places.has(place) ? before : { ...before, places: new Set([...before.places, place]) },
        ),
      [],
    ),
    /** What stood in a list after an item that goes has another place now: it is not known to have been looked at. */
    forget: useCallback((place: Place) => {
      const list = listOf(place) ?? place;
      setLooked((before) => ({
        ...before,
        places: new Set([...before.places].filter((one) => one === list || !isWithin(one, list))),
      }));
    }, []),
    tellAll: (byServer: readonly Problem[]) => {
      setLooked((before) => ({ ...before, isSent: true }));
      setFound({ problems: byServer, of: document });
      setFocusAsked((asked) => asked + 1);
    },
    beginAnew: () => setLooked(NOTHING_LOOKED_AT),
  };
}

/** The places on the screen that say their own problems. */
function useStanding() {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const stands = useCallback((place: Place) => {
    setPlaces((before) => [...before, place]);
    return () => setPlaces((before) => before.toSpliced(before.indexOf(place), 1));
  }, []);
  return useMemo(
    () => ({
      stands,
      /** Of those that hold `path` and stand in `within` or are it, the one closest to it. */
      innermost: (path: Place, within: Place = ""): Place | undefined =>
        [within, ...places]
          .filter((place) => place !== "" && isWithin(path, place) && isWithin(place, within))
          .sort((left, right) => right.length - left.length)[0],
    }),
    [places, stands],
  );
}

function firstOnScreen(places: readonly Place[]): HTMLElement | undefined {
  const elements = places.flatMap((place) => window.document.getElementById(place) ?? firstInside(place) ?? []);
  return elements.sort((left, right) =>
    left.compareDocumentPosition(right) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  )[0];
}

/** Where the place itself is nothing to stand on, such as an amount: its first field. */
function firstInside(place: Place): HTMLElement | null {
  return window.document.querySelector<HTMLElement>(`:is(input, select, textarea, button)[id^="${place}."]`);
}

import { type ComponentType, lazy, Suspense, useState } from "react";
import { type Area, loadAreas } from "#app/locales/areas.ts";
import { Skeleton } from "./skeleton.tsx";

/**
 * The screen of a route, once the texts it speaks are there: only these travel to the browser with it, besides what the
 * frame around all screens says. tests/locales holds the areas to what the route's modules say.
 */
export function speaking(areas: readonly Area[], Screen: ComponentType): ComponentType {
  const missing = () =>
    // The server has read whole catalogues.
    typeof document === "undefined" ? undefined : loadAreas(areas);
  // Whoever evaluates a route is about to show it. Texts that could not be fetched are missed when it is shown.
  missing()?.catch(() => undefined);
  return function Speaking() {
    // Begun anew with every visit: what failed while offline may be retried.
    const [Awaited] = useState(() => {
      const loading = missing();
      return loading && lazy(() => loading.then(() => ({ default: Screen })));
    });
    // Nothing waits around what is there already: React would hydrate it later, and any update of the frame before that
    // has it drawn anew, with an error told (react.dev/errors/421).
    if (!Awaited) return <Screen />;
    return (
      <Suspense fallback={<Skeleton />}>
        <Awaited />
      </Suspense>
    );
  };
}

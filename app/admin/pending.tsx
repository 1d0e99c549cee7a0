import { useLocation, useNavigation } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { Skeleton } from "./skeleton.tsx";
import { focusPage, useOnceChanged } from "./use-focus-back.ts";

/** Most pages are there before a skeleton could be read: shown at once, it would only flicker. */
const SKELETON_AFTER_MS = 250;

/** The state of a way to a page that shows the same as the one at this path, under its own address: what stands stays. */
export interface GoingOn {
  readonly goesOnFrom: string;
}

/**
 * The page, or a skeleton while another page takes its time; Shopify's own loading bar runs meanwhile. A page that only
 * shows something else of the same, as a filter does, stays: with it would go the focus. So does one that goes on.
 */
export function Pending({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  const { state, location, formMethod } = useNavigation();
  const leaving = state === "loading" && formMethod === undefined ? location.pathname : undefined;
  const [slow, setSlow] = useState<string>();

  useEffect(() => {
    globalThis.shopify?.loading?.(leaving !== undefined);
    if (leaving === undefined) return;
    const timer = setTimeout(() => setSlow(leaving), SKELETON_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setSlow(undefined);
    };
  }, [leaving]);

  useFocusOnArrival(pathname);

  const goesOn = (location?.state as GoingOn | null | undefined)?.goesOnFrom === pathname;
  const isAway = slow !== undefined && slow === leaving && leaving !== pathname && !goesOn;
  return (
    <>
      {isAway ? <Skeleton /> : null}
      {/* It is there still, with all that was written in it, for a page that does not come after all. */}
      <div hidden={isAway}>{children}</div>
    </>
  );
}

/** The link that was followed is gone with its page. Shopify's own menu, outside of this frame, keeps the focus. */
function useFocusOnArrival(pathname: string): void {
  useOnceChanged(pathname, () => {
    if (document.hasFocus()) focusPage();
  });
}

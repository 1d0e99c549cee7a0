import { startTransition, useCallback, useRef, useState } from "react";
import type { Editing, RuleDocument } from "./editing.tsx";
import { type Place, withValueAt } from "./places.ts";

/** A document as it is being written; `latest` has all that was typed, also what is not drawn yet. */
export function useDocument(loaded: RuleDocument): Pick<Editing, "document" | "set" | "setSoon" | "write"> & {
  readonly latest: { readonly current: RuleDocument };
} {
  const [document, setDocument] = useState(loaded);
  const latest = useRef(document);
  const write = useCallback((next: RuleDocument) => {
    latest.current = next;
    setDocument(next);
  }, []);
  const set = useCallback((place: Place, value: unknown) => write(withValueAt(latest.current, place, value)), [write]);
  const setSoon = useCallback((place: Place, value: unknown) => {
    // Kept at once, so that saving right after a keystroke loses none.
    latest.current = withValueAt(latest.current, place, value);
    const next = latest.current;
    startTransition(() => setDocument(next));
  }, []);
  return { document, latest, write, set, setSoon };
}

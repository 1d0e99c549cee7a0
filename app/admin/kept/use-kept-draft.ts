import { useEffect, useRef, useState } from "react";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import { type Draft, forgetDraft, type Kept, readDraft, writeDraft } from "./kept-draft.ts";

/** A keystroke is kept no later than this. */
const KEPT_AFTER_MS = 400;

/**
 * Keeps what is unsaved in this browser, and finds what was left there by a crash, a reload or a lost connection; `found`
 * until it is taken or dropped. A browser that keeps nothing for the app changes nothing. `draft` is a new object whenever
 * something else is to be kept; the key names the shop, for one browser may look after several.
 */
export function useKeptDraft<Written extends Draft>(key: string, isDirty: boolean, draft: Written) {
  const [found, setFound] = useState<Kept<Written>>();
  const begun = useRef(draft.document);
  const wasDirty = useRef(false);

  useEffect(() => {
    const kept = readDraft<Written>(key);
    if (kept && !isSameDocument(kept.document, begun.current)) setFound(kept);
  }, [key]);

  useEffect(() => {
    if (!isDirty) {
      if (wasDirty.current) forgetDraft(key);
      wasDirty.current = false;
      return;
    }
    wasDirty.current = true;
    const timer = setTimeout(() => writeDraft(key, { ...draft, at: Date.now() }), KEPT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key, isDirty, draft]);

  return {
    found,
    taken: () => setFound(undefined),
    drop: () => {
      forgetDraft(key);
      setFound(undefined);
    },
  };
}

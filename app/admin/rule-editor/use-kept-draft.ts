import { useEffect, useRef, useState } from "react";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import { forgetDraft, type KeptDraft, readDraft, writeDraft } from "./kept-draft.ts";

/** A keystroke is kept no later than this. */
const KEPT_AFTER_MS = 400;

/**
 * Keeps what is unsaved in this browser, and finds what was left there by a crash, a reload or a lost connection; `found`
 * until it is taken or dropped. A browser that keeps nothing for the app changes nothing.
 */
export function useKeptDraft(key: string, isDirty: boolean, draft: Omit<KeptDraft, "at">) {
  const [found, setFound] = useState<KeptDraft>();
  const begun = useRef(draft.document);
  const wasDirty = useRef(false);

  useEffect(() => {
    const kept = readDraft(key);
    if (kept && !isSameDocument(kept.document, begun.current)) setFound(kept);
  }, [key]);

  const { document, rule, products } = draft;
  useEffect(() => {
    if (!isDirty) {
      if (wasDirty.current) forgetDraft(key);
      wasDirty.current = false;
      return;
    }
    wasDirty.current = true;
    const timer = setTimeout(() => writeDraft(key, { document, rule, at: Date.now(), products }), KEPT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key, isDirty, document, rule, products]);

  return {
    found,
    taken: () => setFound(undefined),
    drop: () => {
      forgetDraft(key);
      setFound(undefined);
    },
  };
}

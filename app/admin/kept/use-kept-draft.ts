import { useEffect, useRef, useState } from "react";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import { type Draft, forgetDraft, type Kept, readDraft, writeDraft } from "./kept-draft.ts";

/** A keystroke is kept no later than this, and at once when the page goes. */
const KEPT_AFTER_MS = 400;

/**
 * Keeps what is unsaved in this browser, and finds what was left there by a crash, a reload or a lost connection; `found`
 * until it is taken or dropped. A browser that keeps nothing for the app, or not so much, changes nothing: `isUnkept` while
 * what is unsaved is not kept. `draft` is a new object whenever something else is to be kept; the key names the shop, for one
 * browser may look after several. `written` has what was typed and is not drawn yet, where that comes later than the typing.
 */
export function useKeptDraft<Written extends Draft>(
  key: string,
  isDirty: boolean,
  draft: Written,
  written?: { readonly current: Written["document"] },
) {
  const [found, setFound] = useState<Kept<Written>>();
  const [isUnkept, setUnkept] = useState(false);
  const begun = useRef(draft.document);
  const wasDirty = useRef(false);

  useEffect(() => {
    const kept = readDraft<Written>(key);
    if (kept && !isSameDocument(kept.document, begun.current)) setFound(kept);
  }, [key]);

  useEffect(() => {
    if (wasDirty.current && !isDirty) forgetDraft(key);
    wasDirty.current = isDirty;
    if (!isDirty) setUnkept(false);
    const keep = () =>
      setUnkept(!writeDraft(key, { ...draft, document: written?.current ?? draft.document, at: Date.now() }));
    const keepAtLast = () => {
      if (isDirty || (written && !isSameDocument(written.current, draft.document))) keep();
    };
    const timer = isDirty ? setTimeout(keep, KEPT_AFTER_MS) : undefined;
    window.addEventListener("pagehide", keepAtLast);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", keepAtLast);
    };
  }, [key, isDirty, draft, written]);

  return {
    found,
    isUnkept,
    taken: () => setFound(undefined),
    drop: () => {
      forgetDraft(key);
      setFound(undefined);
    },
  };
}

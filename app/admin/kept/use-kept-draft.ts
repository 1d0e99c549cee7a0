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
 * Nothing is kept while `isSaved` says that all of it is saved, though not shown as saved yet.
 */
export function useKeptDraft<Written extends Draft>(
  key: string,
  isDirty: boolean,
  draft: Written,
  {
    written,
    isSaved,
  }: {
    readonly written?: { readonly current: Written["document"] };
    readonly isSaved?: () => boolean;
  } = {},
) {
  const [found, setFound] = useState<Kept<Written>>();
  const [isUnkept, setUnkept] = useState(false);
  const begun = useRef(draft.document);
  const wasDirty = useRef(false);
  const isSavedNow = useRef(isSaved);
  isSavedNow.current = isSaved;
  const keepAsItIs = useRef<() => boolean>(() => true);

  useEffect(() => {
    const kept = readDraft<Written>(key);
    if (kept && !isSameDocument(kept.document, begun.current)) setFound(kept);
  }, [key]);

  useEffect(() => {
    if (wasDirty.current && !isDirty) forgetDraft(key);
    wasDirty.current = isDirty;
    if (!isDirty) setUnkept(false);
    /** Whether the browser keeps all that is unsaved. */
    const keep = () => {
      if (!isDirty && (!written || isSameDocument(written.current, draft.document))) return true;
      if (!isSavedNow.current?.())
        return writeDraft(key, { ...draft, document: written?.current ?? draft.document, at: Date.now() });
      forgetDraft(key);
      return true;
    };
    keepAsItIs.current = keep;
    const keepAtLast = () => void keep();
    const timer = isDirty ? setTimeout(() => setUnkept(!keep()), KEPT_AFTER_MS) : undefined;
    window.addEventListener("pagehide", keepAtLast);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", keepAtLast);
    };
  }, [key, isDirty, draft, written]);

  // Inside the app a page goes without `pagehide`.
  useEffect(() => () => void keepAsItIs.current(), []);

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

import type { RefObject } from "react";
import { useMemo } from "react";
import { KeptBanner } from "../kept/kept-banner.tsx";
import type { Draft } from "../kept/kept-draft.ts";
import { useKeptDraft } from "../kept/use-kept-draft.ts";

export interface KeptTextProps {
  /** The shop's permanent address. */
  readonly domain: string;
  /** The shop's. */
  readonly timezone: string;
}

/** Keeps the text of a rulebook while it is not saved, and offers back what an earlier visit has left. */
export function KeptText({
  domain,
  timezone,
  field,
  edits,
  isSaved,
  broughtBack,
}: KeptTextProps & {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** How often the text was changed: it stands in the browser's own field, and is read when it is kept. */
  readonly edits: number;
  readonly isSaved: boolean;
  readonly broughtBack: (text: string) => void;
}) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each edit it is another text.
  const draft = useMemo(() => draftIn(field), [field, edits]);
  const { found, taken, drop } = useKeptDraft(`encore:import:${domain}`, edits > 0 && !isSaved, draft);
  const text = found?.document.text;
  if (!found || typeof text !== "string") return null;
  const bringBack = () => {
    broughtBack(text);
    taken();
  };
  return <KeptBanner at={found.at} timezone={timezone} bringBack={bringBack} drop={drop} />;
}

const draftIn = (field: RefObject<HTMLTextAreaElement | null>): Draft => ({
  get document() {
    return { text: field.current?.value ?? "" };
  },
});

import type { RefObject } from "react";
import { useMemo } from "react";
import { KeptBanner } from "../kept/kept-banner.tsx";
import type { Draft } from "../kept/kept-draft.ts";
import { useKeptDraft } from "../kept/use-kept-draft.ts";

/** Keeps the text of a rulebook while it is not saved, and finds what an earlier visit has left. */
export function useKeptText(
  domain: string,
  {
    field,
    edits,
    isSaved,
  }: {
    readonly field: RefObject<HTMLTextAreaElement | null>;
    /** How often the text was changed: it stands in the browser's own field, and is read when it is kept. */
    readonly edits: number;
    readonly isSaved: boolean;
  },
): KeptText {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each edit it is another text.
  const draft = useMemo(() => draftIn(field.current), [field, edits]);
  return useKeptDraft(`encore:import:${domain}`, edits > 0 && !isSaved, draft);
}

type KeptText = ReturnType<typeof useKeptDraft<Draft>>;

/** Offers back what was found. */
export function KeptTextBanner({
  kept: { found, taken, drop },
  timezone,
  broughtBack,
}: {
  readonly kept: KeptText;
  /** The shop's. */
  readonly timezone: string;
  readonly broughtBack: (text: string) => void;
}) {
  const text = found?.document.text;
  if (!found || typeof text !== "string") return null;
  const bringBack = () => {
    broughtBack(text);
    taken();
  };
  return <KeptBanner at={found.at} timezone={timezone} bringBack={bringBack} drop={drop} />;
}

/** The field has its text still when the page goes, and React its reference to it no more. */
const draftIn = (field: HTMLTextAreaElement | null): Draft => ({
  get document() {
    return { text: field?.value ?? "" };
  },
});

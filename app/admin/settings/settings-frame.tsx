import { Box, Page, Tabs, useBreakpoints } from "@shopify/polaris";
import { type ReactNode, useEffect } from "react";
import { helpAction } from "../help-action.ts";
import { useSay } from "../say.tsx";

/** The parts of the settings, each with an address; the first three are one document. */
export const SETTINGS_PARTS = ["words", "guards", "look", "privacy", "plan"] as const;
export type SettingsPart = (typeof SETTINGS_PARTS)[number];

export const addressOf = (part: SettingsPart) => (part === "words" ? "/app/settings" : `/app/settings/${part}`);

const tabOf = (part: SettingsPart) => `settings-${part}`;

/** The page around all parts. */
export function SettingsFrame({
  part,
  choose,
  children,
}: {
  readonly part: SettingsPart;
  readonly choose: (part: SettingsPart) => void;
  readonly children: ReactNode;
}) {
  const say = useSay();
  const { mdDown } = useBreakpoints();
  useEffect(() => (mdDown ? showOnceDrawn(tabOf(part)) : undefined), [part, mdDown]);
  return (
    <Page title={say("settings.title")} secondaryActions={[helpAction(say, "settings")]}>
      <Tabs
        tabs={SETTINGS_PARTS.map((id) => ({ id: tabOf(id), content: say(`settings.${id}`) }))}
        selected={SETTINGS_PARTS.indexOf(part)}
        onSelect={(index) => choose(SETTINGS_PARTS[index] ?? part)}
      />
      {/* Not inside: Polaris makes the panel anew for each tab, and what is written in it would be lost. */}
      <div role="tabpanel" aria-labelledby={tabOf(part)}>
        <Box paddingBlockStart="400" paddingBlockEnd="800">
          {children}
        </Box>
      </div>
    </Page>
  );
}

/** Moves the row that the tab is in, and not the page, which may be far below it. */
function scrollSideways(tab: HTMLElement): void {
  let row = tab.parentElement;
  while (row && getComputedStyle(row).overflowX !== "auto") row = row.parentElement;
  if (!row) return;
  const [seen, { left, right }] = [row.getBoundingClientRect(), tab.getBoundingClientRect()];
  row.scrollLeft += left < seen.left ? left - seen.left : Math.max(0, right - seen.right);
}

/** A row of tabs is wider than a phone; Polaris draws them, all of them there, once it has measured them. */
function showOnceDrawn(id: string): () => void {
  let frame = 0;
  const show = () => {
    const tab = document.getElementById(id);
    if (tab) scrollSideways(tab);
    else frame = requestAnimationFrame(show);
  };
  show();
  return () => cancelAnimationFrame(frame);
}

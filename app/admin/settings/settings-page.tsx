import { Banner, BlockStack, Link, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import type { RulebookSettings } from "#app/core/rules/rulebook-settings.ts";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import { said } from "#app/core/values/say.ts";
import { useNames } from "../names.ts";
import { ConflictBanner } from "../rule-editor/conflict-banner.tsx";
import { EditingProvider, type EditorShop } from "../rule-editor/editing.tsx";
import { EditorSaveBar } from "../rule-editor/editor-save-bar.tsx";
import { LanguagesUnread } from "../rule-editor/languages-unread.tsx";
import { ToldAbove } from "../rule-editor/told-above.tsx";
import { useSay } from "../say.tsx";
import { GuardsPart } from "./guards-part.tsx";
import { KeptSettings } from "./kept-settings.tsx";
import { LookPart } from "./look-part.tsx";
import type { SettingsAnswer, SettingsAsk } from "./settings-ask.ts";
import { settingsDifferences } from "./settings-document.ts";
import { useSettingsEditing } from "./use-settings-editing.ts";
import { WordsPart } from "./words-part.tsx";

export interface SettingsPageProps {
  readonly part: "words" | "guards" | "look";
  /** The shop's permanent address. */
  readonly domain: string;
  readonly shop: EditorShop;
  readonly draft: RulebookSettings;
  /** Absent while nothing is published. */
  readonly live?: RulebookSettings | undefined;
  /** To what was sent last, once the page's own data has been loaded anew; a new object for each answer. */
  readonly answer: SettingsAnswer | undefined;
  readonly isBusy: boolean;
  readonly send: (ask: SettingsAsk) => void;
}

const NO_TITLES = { products: [], collections: [] };

/** What holds for every rule: one document over three parts, saved into the draft. */
export function SettingsPage({ part, domain, shop, draft, live, answer, isBusy, send }: SettingsPageProps) {
  const say = useSay();
  const names = useNames(NO_TITLES, shop.timezone);
  const state = useSettingsEditing(draft, shop);
  const { editing, begun, isDirty, settings, latest, tellAll, beginAnew, standOn } = state;
  const [isRefused, setRefused] = useState(false);
  const [settled, setSettled] = useState(answer);
  const sent = useRef<object>();

  const save = (expected: RulebookSettings) => {
    const { document, problems } = latest();
    setRefused(problems.length > 0);
    if (problems.length > 0) return tellAll([]);
    sent.current = document;
    send({ document, expected });
  };

  useEffect(() => {
    if (!answer || settled === answer) return;
    setSettled(answer);
    if (answer.kind === "invalid") {
      setRefused(true);
      tellAll(answer.problems);
    }
    if (answer.kind !== "saved") return;
    // What was typed since stays, as a change of what is kept now.
    if (isSameDocument(latest().document, sent.current)) beginAnew(draft);
    else standOn(draft);
  });

  const isTheirs = !isSameDocument(draft, begun);
  useEffect(() => {
    if (isTheirs && !isDirty) beginAnew(draft);
  });

  const unpublished = settingsDifferences(live ?? {}, draft, names);
  return (
    <EditingProvider editing={editing}>
      <EditorSaveBar
        isOpen={isDirty}
        busy={isBusy ? "save" : undefined}
        save={() => save(begun)}
        discard={() => {
          setRefused(false);
          beginAnew(draft);
        }}
      />
      <BlockStack gap="400">
        <ToldAbove answer={settled}>
          <KeptSettings domain={domain} state={state} />
          {isTheirs && isDirty && !isBusy ? (
            <ConflictBanner
              title={say("settings.conflict")}
              theirs={settingsDifferences(begun, draft, names)}
              mine={settings && settingsDifferences(begun, settings, names)}
              onMine={() => {
                standOn(draft);
                save(draft);
              }}
              onTheirs={() => beginAnew(draft)}
            />
          ) : null}
          {settled?.kind === "failed" ? (
            <Banner tone="critical" title={said(settled.why, say)}>
              <Text as="p">{say("editor.still-there")}</Text>
            </Banner>
          ) : null}
          {isRefused && latest().problems.length > 0 ? (
            <Banner tone="critical" title={say("settings.wrong")}>
              {state.elsewhere.map((sentence) => (
                <Text as="p" key={sentence}>
                  {sentence}
                </Text>
              ))}
            </Banner>
          ) : null}
          {unpublished.length > 0 ? (
            <Banner tone="info" title={say("settings.unpublished")}>
              <Text as="p">
                {say("settings.unpublished.body")}{" "}
                <Link url="/app/rulebook/publish">{say("settings.unpublished.review")}</Link>
              </Text>
            </Banner>
          ) : null}
        </ToldAbove>
        {part === "words" ? <LanguagesUnread /> : null}
        {part === "words" ? <WordsPart /> : null}
        {part === "guards" ? <GuardsPart /> : null}
        {part === "look" ? <LookPart /> : null}
      </BlockStack>
    </EditingProvider>
  );
}

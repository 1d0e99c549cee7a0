import { Banner, BlockStack, Button, Card, InlineError, InlineStack, Page, Text } from "@shopify/polaris";
import { type RefObject, useEffect, useRef, useState } from "react";
import { said } from "#app/core/values/say.ts";
import { useFormat } from "../format.tsx";
import { helpAction } from "../help-action.ts";
import { useSay } from "../say.tsx";
import { DifferenceList } from "./difference-list.tsx";
import { FindingsBanner } from "./findings-banner.tsx";
import type { ImportAnswer, ImportAsk } from "./import-answer.ts";
import styles from "./import-page.module.css";
import { ImportProblems } from "./import-problems.tsx";
import { KeptTextBanner, useKeptText } from "./kept-text.tsx";
import { showLine } from "./show-line.ts";

/**
 * A rulebook from a file or pasted, checked before it takes the draft's place. The text stays in the browser's own field,
 * not in React's state: a document of five megabytes is typed in as quickly as one of a line.
 */
export function ImportPage({
  shop: { domain, timezone },
  answer,
  busy,
  send,
}: {
  /** Its permanent address, and its zone. */
  readonly shop: { readonly domain: string; readonly timezone: string };
  /** To what was sent last; a new object for each answer. */
  readonly answer: ImportAnswer | undefined;
  readonly busy: ImportAsk["intent"] | undefined;
  readonly send: (ask: ImportAsk) => void;
}) {
  const say = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const [edits, setEdits] = useState(0);
  const [checkedAt, setCheckedAt] = useState(0);
  const isEdited = edits > checkedAt;
  const kept = useKeptText(domain, { field, edits, isSaved: answer?.kind === "saved" });
  const edited = () => setEdits((before) => before + 1);
  const take = (text: string) => {
    if (field.current) field.current.value = text;
    edited();
    setEmpty(false);
  };
  const check = () => {
    const text = field.current?.value ?? "";
    setEmpty(text.trim() === "");
    setCheckedAt(edits);
    if (text.trim() === "") field.current?.focus();
    else send({ intent: "check", text });
  };
  const save = (expectedRevision: number) =>
    send({ intent: "save", text: field.current?.value ?? "", expectedRevision });

  return (
    <Page
      title={say("rulebook.import.title")}
      backAction={{ content: say("frame.rules"), url: "/app/rules" }}
      secondaryActions={[helpAction(say, "versions")]}
    >
      <BlockStack gap="400">
        <KeptTextBanner kept={kept} timezone={timezone} broughtBack={take} />
        <Answered answer={answer} isEdited={isEdited} isBusy={busy !== undefined} save={save} field={field} />
        <Card>
          <BlockStack gap="400">
            <Text as="p">{say("rulebook.import.help")}</Text>
            <FileButton chosen={take} />
            <div className={styles.text}>
              <label htmlFor="rulebook-text">{say("rulebook.import.text")}</label>
              <textarea
                id="rulebook-text"
                ref={field}
                rows={18}
                wrap="off"
                spellCheck={false}
                autoComplete="off"
                aria-describedby="rulebook-text-help"
                aria-invalid={isEmpty || answer?.kind === "problems"}
                onInput={edited}
              />
              <p id="rulebook-text-help">{say(isEmpty ? "rulebook.import.empty" : "rulebook.import.text-help")}</p>
              <p role="status">{kept.isUnkept ? say("rulebook.import.unkept") : null}</p>
            </div>
            <InlineStack>
              <Button variant="primary" onClick={check} loading={busy === "check"} disabled={busy === "save"}>
                {say("rulebook.import.check")}
              </Button>
            </InlineStack>
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

function FileButton({ chosen }: { readonly chosen: (text: string) => void }) {
  const say = useSay();
  // A size is written alike in every zone.
  const { fileSize } = useFormat("UTC");
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [unread, setUnread] = useState<File>();
  const read = async (picked: File | undefined) => {
    if (!picked) return;
    const text = await textOf(picked);
    setFile(text === undefined ? undefined : picked);
    setUnread(text === undefined ? picked : undefined);
    if (text !== undefined) chosen(text);
    // The same file, mended in the meantime, can be chosen again.
    if (input.current) input.current.value = "";
  };
  return (
    <InlineStack gap="300" blockAlign="center">
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say("rulebook.import.choose")}
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
      <Button id={FILE} onClick={() => input.current?.click()}>
        {say("rulebook.import.choose")}
      </Button>
      {file ? (
        <Text as="span">{say("rulebook.import.chosen", { name: file.name, size: fileSize(file.size) })}</Text>
      ) : null}
      <div role="status">
        {unread ? <InlineError message={say("rulebook.import.unread", { name: unread.name })} fieldID={FILE} /> : null}
      </div>
    </InlineStack>
  );
}

const FILE = "rulebook-file";

/** Undefined for what is no text in UTF-8, in which letters would be lost, and for a file that cannot be read any more. */
async function textOf(file: File): Promise<string | undefined> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** What came of it, above the text; the keyboard is led there. */
function Answered({
  answer,
  isEdited,
  isBusy,
  save,
  field,
}: {
  readonly answer: ImportAnswer | undefined;
  readonly isEdited: boolean;
  readonly isBusy: boolean;
  readonly save: (revision: number) => void;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer) place.current?.focus();
  }, [answer]);
  return (
    <div ref={place} tabIndex={-1} className={styles.answer} aria-live="polite">
      <AnswerShown
        answer={answer}
        isEdited={isEdited}
        isBusy={isBusy}
        save={save}
        goTo={(line) => field.current && showLine(field.current, line)}
      />
    </div>
  );
}

function AnswerShown({
  answer,
  isEdited,
  isBusy,
  save,
  goTo,
}: {
  readonly answer: ImportAnswer | undefined;
  readonly isEdited: boolean;
  readonly isBusy: boolean;
  readonly save: (revision: number) => void;
  readonly goTo: (line: number) => void;
}) {
  const say = useSay();
  switch (answer?.kind) {
    case "problems":
      return <ImportProblems problems={answer.problems} goTo={goTo} />;
    case "checked":
      return <Checked answer={answer} isEdited={isEdited} isBusy={isBusy} save={save} />;
    case "changed-meanwhile":
      return (
        <Banner tone="warning" title={say("rulebook.import.changed.title")}>
          <Text as="p">{say("rulebook.import.changed.body")}</Text>
        </Banner>
      );
    case "failed":
      return <Banner tone="critical" title={said(answer.why, say)} />;
    default:
      return null;
  }
}

function Checked({
  answer: { rules, revision, differences, findings },
  isEdited,
  isBusy,
  save,
}: {
  readonly answer: Extract<ImportAnswer, { kind: "checked" }>;
  readonly isEdited: boolean;
  readonly isBusy: boolean;
  readonly save: (revision: number) => void;
}) {
  const say = useSay();
  const isSame = differences.items.length === 0;
  return (
    <BlockStack gap="400">
      <FindingsBanner findings={findings} />
      <Card>
        <BlockStack gap="300">
          <Text as="p" tone="subdued">
            {say("rulebook.import.right", { count: rules })}
          </Text>
          <Text as="h2" variant="headingMd">
            {say("rulebook.import.differences")}
          </Text>
          {isSame ? <Text as="p">{say("rulebook.import.same")}</Text> : <DifferenceList differences={differences} />}
          {isEdited ? (
            <Text as="p" tone="caution">
              {say("rulebook.import.edited")}
            </Text>
          ) : null}
          <InlineStack>
            <Button variant="primary" onClick={() => save(revision)} loading={isBusy} disabled={isSame || isEdited}>
              {say("rulebook.import.save")}
            </Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </BlockStack>
  );
}

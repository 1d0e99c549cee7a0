import { Banner, BlockStack, Button, ButtonGroup, ProgressBar, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { EXPORT_KEPT_MS, type ExportKind } from "#app/core/values/export-kind.ts";
import type { ExportTold } from "#app/stores/read-models/exports-screen.ts";
import type { Format } from "../format.tsx";
import { useDownload } from "../rulebook/use-download.ts";
import { useSay } from "../say.tsx";
import { useFocusOnceChanged } from "../use-focus-back.ts";
import type { ExportsAsk } from "./exports-ask.ts";

interface ExportRowProps {
  readonly kind: ExportKind;
  /** Undefined where no file of the kind was asked for, or it is gone. */
  readonly told: ExportTold | undefined;
  /** What was asked and is not answered yet. */
  readonly asked: ExportsAsk["intent"] | undefined;
  readonly send: (ask: ExportsAsk) => void;
  readonly format: Format;
}

/** One kind of file: what it is, how far it is, and what can be done now. */
export function ExportRow({ kind, told, asked, send, format }: ExportRowProps) {
  const say = useSay();
  const what = say(`exports.${kind}.title`);
  const state = told?.state ?? "none";
  const prepare = state === "ready" ? "prepare-anew" : "prepare";
  const start = (
    <Button
      onClick={() => send({ intent: "start", kind })}
      loading={asked === "start"}
      accessibilityLabel={say(`exports.${prepare}.label`, { what })}
    >
      {say(`exports.${prepare}`)}
    </Button>
  );
  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Heading state={state}>{what}</Heading>
        <Text as="p" tone="subdued">
          {say(`exports.${kind}.help`)}
        </Text>
      </BlockStack>
      {told?.state === "under-way" ? <UnderWay what={what} told={told} asked={asked} send={send} /> : null}
      {told?.state === "ready" ? (
        <Ready what={what} told={told} send={send} asked={asked} format={format} start={start} />
      ) : null}
      {told?.state === "failed" ? <Banner tone="critical" title={say("exports.failed")} /> : null}
      {state === "none" || state === "failed" ? <ButtonGroup>{start}</ButtonGroup> : null}
    </BlockStack>
  );
}

/** The button that was pressed goes with the state it was for: what had the focus is then the row itself. */
function Heading({ state, children }: { readonly state: string; readonly children: string }) {
  const heading = useFocusOnceChanged(state);
  return (
    <div ref={heading} tabIndex={-1}>
      <Text as="h3" variant="headingSm">
        {children}
      </Text>
    </div>
  );
}

function UnderWay({
  what,
  told: { kind, run, rowsDone, rowsTotal },
  asked,
  send,
}: Pick<ExportRowProps, "asked" | "send"> & { readonly what: string; readonly told: ExportTold }) {
  const say = useSay();
  // While it is written some may come and go: it is never more than whole, and whole only when it is ready.
  const share = Math.min(99, Math.floor((rowsDone / Math.max(1, rowsTotal)) * 100));
  return (
    <BlockStack gap="200">
      <ProgressBar progress={share} size="small" ariaLabelledBy={`exports-${kind}`} />
      <Text as="p" id={`exports-${kind}`} tone="subdued">
        <Text as="span" visuallyHidden>
          {say("exports.progress.label", { what })}
        </Text>{" "}
        {say("exports.progress", { done: rowsDone, total: Math.max(rowsDone, rowsTotal) })}
      </Text>
      <Text as="p">{say("exports.leave")}</Text>
      <ButtonGroup>
        <Button
          onClick={() => send({ intent: "cancel", kind, run })}
          loading={asked === "cancel"}
          accessibilityLabel={say("exports.cancel.label", { what })}
        >
          {say("exports.cancel")}
        </Button>
      </ButtonGroup>
    </BlockStack>
  );
}

function Ready({
  what,
  told: { kind, run, rowsDone, bytes, endedAt = 0 },
  asked,
  send,
  format,
  start,
}: Pick<ExportRowProps, "asked" | "send" | "format"> & {
  readonly what: string;
  readonly told: ExportTold;
  readonly start: ReactNode;
}) {
  const say = useSay();
  const { download, isLoading, hasFailed } = useDownload(`/app/exports/${kind}/${run}`, `encore-${kind}`);
  const until = format.dateTime(endedAt + EXPORT_KEPT_MS);
  return (
    <BlockStack gap="200">
      {hasFailed ? <Banner tone="critical" title={say("exports.download-failed")} /> : null}
      <Text as="p">{say("exports.ready", { rows: rowsDone, size: format.fileSize(bytes), until })}</Text>
      <ButtonGroup>
        <Button
          variant="primary"
          onClick={download}
          loading={isLoading}
          accessibilityLabel={say("exports.download.label", { what })}
        >
          {say("exports.download")}
        </Button>
        {start}
        <Button
          variant="tertiary"
          onClick={() => send({ intent: "cancel", kind, run })}
          loading={asked === "cancel"}
          accessibilityLabel={say("exports.delete.label", { what })}
        >
          {say("exports.delete")}
        </Button>
      </ButtonGroup>
    </BlockStack>
  );
}

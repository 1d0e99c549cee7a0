import { Banner, BlockStack, Box, Card, EmptyState, InlineStack, List, Page, Pagination, Text } from "@shopify/polaris";
import emptyPicture from "../empty.svg?url";
import { type Format, useFormat } from "../format.tsx";
import { rulebookWords } from "../rulebook/words.ts";
import { useSay } from "../say.tsx";
import { CompareCard } from "./compare-card.tsx";
import { TrialCard } from "./trial-card.tsx";
import { refusalWords } from "./use-versions-action.ts";
import type { VersionsAnswer, VersionsAsk } from "./versions-ask.ts";
import type { VersionsPageData } from "./versions-data.ts";
import { VersionsTable } from "./versions-table.tsx";
import { whoWords } from "./who.ts";

const words = rulebookWords.versions;

/** What shoppers were and are asked by: every version, the running trial, what differs, and the way back. */
export function VersionsPage({
  data,
  answer,
  busy,
  send,
}: {
  readonly data: VersionsPageData;
  /** To what was asked last. */
  readonly answer: VersionsAnswer | undefined;
  readonly busy: VersionsAsk["intent"] | undefined;
  readonly send: (ask: VersionsAsk) => void;
}) {
  const format = useFormat(data.timezone);
  const { live, page, pages } = data;
  const refusal = refusalWords(answer, useSay());
  if (data.versions.length === 0) return <NoVersions />;
  return (
    <Page title={words.title} subtitle={words.help}>
      <BlockStack gap="400">
        {refusal === undefined ? null : <Banner tone="critical" title={refusal} />}
        {live?.trial ? (
          <TrialCard key={live.trial.percent} trial={live.trial} live={live.version} busy={busy} send={send} />
        ) : null}
        <Card padding="0">
          <VersionsTable data={data} format={format} />
        </Card>
        {pages > 1 ? (
          <Box paddingInline={{ xs: "400", md: "0" }}>
            <InlineStack align="end">
              <Pagination
                accessibilityLabel={words.pages}
                label={`${page} / ${pages}`}
                hasPrevious={page > 1}
                previousURL={`?page=${page - 1}`}
                hasNext={page < pages}
                nextURL={`?page=${page + 1}`}
              />
            </InlineStack>
          </Box>
        ) : null}
        <CompareCard key={comparedKey(data)} data={data} />
        <History data={data} format={format} />
      </BlockStack>
    </Page>
  );
}

function comparedKey({ compared }: VersionsPageData): string {
  return JSON.stringify([compared?.before, compared?.after]);
}

function NoVersions() {
  return (
    <Page title={words.title}>
      <Card>
        <EmptyState
          heading={words.emptyTitle}
          image={emptyPicture}
          action={{ content: words.emptyAction, url: "/app/rules" }}
        >
          <p>{words.emptyBody}</p>
        </EmptyState>
      </Card>
    </Page>
  );
}

/** What changed what is live, the latest first. */
function History({ data: { events, viewer }, format }: { readonly data: VersionsPageData; readonly format: Format }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.history}
        </Text>
        <List>
          {events.map(({ kind, version, percent, by, at }) => (
            <List.Item key={`${at} ${kind} ${version}`}>
              {`${words.events[kind](version, percent ?? 100)} · ${whoWords(by, viewer)} · ${format.dateTime(at)}`}
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}

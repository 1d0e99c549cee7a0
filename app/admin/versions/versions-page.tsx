import { Banner, BlockStack, Box, Card, EmptyState, InlineStack, List, Page, Pagination, Text } from "@shopify/polaris";
import emptyPicture from "../empty.svg?url";
import { type Format, useFormat } from "../format.tsx";
import { helpAction } from "../help-action.ts";
import { useSay } from "../say.tsx";
import { CompareCard } from "./compare-card.tsx";
import { TrialCard } from "./trial-card.tsx";
import { refusalWords } from "./use-versions-action.ts";
import type { VersionsAnswer, VersionsAsk } from "./versions-ask.ts";
import type { VersionsPageData } from "./versions-data.ts";
import { VersionsTable } from "./versions-table.tsx";
import { whoWords } from "./who.ts";

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
  const say = useSay();
  const refusal = refusalWords(answer, say);
  if (data.versions.length === 0) return <NoVersions />;
  return (
    <Page
      title={say("versions.title")}
      subtitle={say("versions.help")}
      secondaryActions={[helpAction(say, "versions")]}
    >
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
                accessibilityLabel={say("versions.pages")}
                label={say("versions.page-of", { page, pages })}
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
  return compared === "none" ? compared : JSON.stringify([compared?.before, compared?.after]);
}

function NoVersions() {
  const say = useSay();
  return (
    <Page title={say("versions.title")} secondaryActions={[helpAction(say, "versions")]}>
      <Card>
        <EmptyState
          heading={say("versions.empty.title")}
          image={emptyPicture}
          action={{ content: say("versions.empty.action"), url: "/app/rules" }}
        >
          <p>{say("versions.empty.body")}</p>
        </EmptyState>
      </Card>
    </Page>
  );
}

/** What changed what is live, the latest first. */
function History({ data: { events, viewer }, format }: { readonly data: VersionsPageData; readonly format: Format }) {
  const say = useSay();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say("versions.history")}
        </Text>
        <List>
          {events.map(({ kind, version, percent, by, at }) => (
            <List.Item key={`${at} ${kind} ${version}`}>
              {say("versions.event", {
                what: say(`versions.event.${kind}`, { version, percent: percent ?? 100 }),
                who: whoWords(by, viewer, say),
                when: format.dateTime(at),
              })}
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}

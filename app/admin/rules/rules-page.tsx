import {
  Banner,
  BlockStack,
  Box,
  Card,
  Divider,
  EmptyState,
  InlineStack,
  Page,
  Pagination,
  Text,
} from "@shopify/polaris";
import { Fragment } from "react";
import type { RuleId } from "#app/core/values/ids.ts";
import { type Say, said } from "#app/core/values/say.ts";
import emptyPicture from "../empty.svg?url";
import { useFormat } from "../format.tsx";
import { RulebookBanners } from "../rulebook/rulebook-banners.tsx";
import { useDownload } from "../rulebook/use-download.ts";
import { rulebookWords } from "../rulebook/words.ts";
import { useSay } from "../say.tsx";
import type { RuleAnswer } from "./rule-answer.ts";
import { RuleListItem } from "./rule-list-item.tsx";
import { RuleSearch } from "./rule-search.tsx";
import type { RulesPageData } from "./rules-page-data.ts";
import { SurfaceBanners } from "./surface-banners.tsx";
import { ruleWords as words } from "./words.ts";

/** The rules in the order they are asked, each in words and with what is in its way. */
export function RulesPage({
  data,
  answer,
  busy,
  publish,
  pause,
}: {
  readonly data: RulesPageData;
  /** To what was asked last. */
  readonly answer: RuleAnswer | undefined;
  /** The rule something is being done with. */
  readonly busy: string | undefined;
  readonly publish: (rule: RuleId) => void;
  readonly pause: (rule: RuleId) => void;
}) {
  const format = useFormat(data.timezone);
  const say = useSay();
  const { download, isLoading, hasFailed } = useDownload("/app/rulebook/export", "rulebook.json");
  if (data.total === 0) return <NoRules data={data} />;
  return (
    <Page
      title={words.title}
      primaryAction={{ content: words.create, url: "/app/rules/new" }}
      secondaryActions={[
        { content: rulebookWords.import, url: "/app/rulebook/import" },
        { content: rulebookWords.export, onAction: download, loading: isLoading },
      ]}
    >
      <BlockStack gap="400">
        <Refusal sentences={hasFailed ? [rulebookWords.notDownloaded] : refusalIn(answer, say)} />
        <RulebookBanners isUnpublished={data.isUnpublished} trial={data.trial} />
        <SurfaceBanners data={data} />
        {data.total > data.rows.length ? <RuleSearch data={data} /> : null}
        {data.rows.length > 0 ? (
          <Card padding="0">
            <BlockStack as="ul">
              {data.rows.map((row, index) => (
                <Fragment key={row.id}>
                  {index > 0 ? <Divider /> : null}
                  <RuleListItem
                    row={row}
                    format={format}
                    busy={busy === row.id}
                    publish={() => publish(row.id)}
                    pause={() => pause(row.id)}
                  />
                </Fragment>
              ))}
            </BlockStack>
          </Card>
        ) : null}
        {data.pages > 1 ? <Pages data={data} /> : null}
      </BlockStack>
    </Page>
  );
}

function NoRules({ data }: { readonly data: RulesPageData }) {
  return (
    <Page title={words.title}>
      <BlockStack gap="400">
        <RulebookBanners isUnpublished={data.isUnpublished} trial={data.trial} />
        <Card>
          <EmptyState
            heading={words.empty.title}
            action={{ content: words.empty.action, url: "/app/rules/new" }}
            secondaryAction={{ content: words.empty.import, url: "/app/rulebook/import" }}
            image={emptyPicture}
          >
            <p>{words.empty.body}</p>
          </EmptyState>
        </Card>
      </BlockStack>
    </Page>
  );
}

function Pages({ data: { page, pages, query, found, total } }: { readonly data: RulesPageData }) {
  const url = (to: number) => `?${new URLSearchParams({ ...(query ? { query } : {}), page: String(to) })}`;
  return (
    <Box paddingInline={{ xs: "400", md: "0" }} paddingBlockEnd="400">
      <InlineStack align="space-between" blockAlign="center" gap="400">
        <Text as="p" tone="subdued">
          {words.shown(found, total)}
        </Text>
        <Pagination
          accessibilityLabel={words.pages}
          label={`${page} / ${pages}`}
          hasPrevious={page > 1}
          previousURL={url(page - 1)}
          hasNext={page < pages}
          nextURL={url(page + 1)}
        />
      </InlineStack>
    </Box>
  );
}

/** What could not be done, above the list; nothing when all went well. */
function Refusal({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Banner tone="critical" title={words.refused}>
      {sentences.map((sentence) => (
        <Text as="p" key={sentence}>
          {sentence}
        </Text>
      ))}
    </Banner>
  );
}

function refusalIn(answer: RuleAnswer | undefined, say: Say): readonly string[] {
  switch (answer?.kind) {
    case "invalid":
      return answer.problems.map((problem) => said(problem, say));
    case "changed-meanwhile":
      return [words.changedInList];
    case "not-found":
      return [words.goneInList];
    case "trial-running":
      return [rulebookWords.trialRunning(answer.version, answer.percent)];
    case "failed":
      return [said(answer.why, say)];
    default:
      return [];
  }
}

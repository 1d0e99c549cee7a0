import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  InlineGrid,
  InlineStack,
  Page,
  Pagination,
  Text,
} from "@shopify/polaris";
import { said } from "#app/core/values/say.ts";
import emptyPicture from "../empty.svg?url";
import { helpAction } from "../help-action.ts";
import { RulebookBanners } from "../rulebook/rulebook-banners.tsx";
import { useDownload } from "../rulebook/use-download.ts";
import { useSay } from "../say.tsx";
import { isFiltered } from "./rule-filter.ts";
import { RuleFilters } from "./rule-filters.tsx";
import { RulesCard } from "./rules-card.tsx";
import type { RulesPageData } from "./rules-page-data.ts";
import type { RulesPageProps } from "./rules-page-props.ts";
import { SurfaceBanners } from "./surface-banners.tsx";
import { TemplateCards } from "./template-cards.tsx";

/** Few rules are seen at one glance. */
const FEW = 5;

/** The rules in the order they are asked, each in words, with what it brought and what is in its way. */
export function RulesPage(props: RulesPageProps) {
  const { data, answer } = props;
  const say = useSay();
  const { download, isLoading, hasFailed } = useDownload("/app/rulebook/export", "rulebook.json");
  if (data.total === 0 && data.found === 0 && !isFiltered(data.filter)) return <NoRules data={data} />;
  const refusals = [
    ...(hasFailed ? [say("rules.not-downloaded")] : []),
    ...(answer?.kind === "refused" ? [said(answer.why, say)] : []),
  ];
  return (
    <Page
      title={say("rules.title")}
      primaryAction={{ content: say("rules.create"), url: "/app/rules/templates" }}
      secondaryActions={[
        { content: say("rules.import"), url: "/app/rulebook/import" },
        { content: say("rules.export"), onAction: download, loading: isLoading },
        helpAction(say, "rules"),
      ]}
    >
      <BlockStack gap="400">
        <Refusals sentences={refusals} />
        <RulebookBanners isUnpublished={data.isUnpublished} trial={data.trial} />
        <SurfaceBanners data={data} />
        {data.total > FEW || isFiltered(data.filter) ? (
          <Box paddingInline={{ xs: "400", md: "0" }}>
            <RuleFilters data={data} look={props.look} />
          </Box>
        ) : null}
        {data.rows.length > 1 ? (
          <Box paddingInline={{ xs: "400", md: "0" }}>
            <Text as="p" tone="subdued">
              {say("rules.order-hint")}
            </Text>
          </Box>
        ) : null}
        {data.rows.length > 0 ? <RulesCard {...props} /> : null}
        {data.notCompared > 0 ? (
          <Box paddingInline={{ xs: "400", md: "0" }}>
            <Text as="p" tone="subdued">
              {say("rules.not-compared", { count: data.notCompared })}
            </Text>
          </Box>
        ) : null}
        <Pages data={data} look={props.look} />
      </BlockStack>
    </Page>
  );
}

function NoRules({ data }: { readonly data: RulesPageData }) {
  const say = useSay();
  return (
    <Page title={say("rules.title")} secondaryActions={[helpAction(say, "rules")]}>
      <BlockStack gap="400">
        {data.isUnpublished || data.trial ? (
          <RulebookBanners isUnpublished={data.isUnpublished} trial={data.trial} />
        ) : null}
        <Card>
          <InlineGrid columns={{ xs: "1fr", md: "auto 1fr" }} gap="400" alignItems="center">
            <img src={emptyPicture} alt="" width={226} style={{ maxWidth: "100%" }} />
            <BlockStack gap="200">
              <Text as="h2" variant="headingMd">
                {say("rules.empty.title")}
              </Text>
              <Text as="p">{say("rules.empty.body")}</Text>
              <div>
                <Button url="/app/rulebook/import">{say("rules.empty.import")}</Button>
              </div>
            </BlockStack>
          </InlineGrid>
        </Card>
        <TemplateCards />
      </BlockStack>
    </Page>
  );
}

function Pages({ data: { page, pages, filter, found, total }, look }: Pick<RulesPageProps, "data" | "look">) {
  const say = useSay();
  return (
    <Box paddingInline={{ xs: "400", md: "0" }} paddingBlockEnd="400">
      <InlineStack align="space-between" blockAlign="center" gap="400">
        <Text as="p" tone="subdued">
          {isFiltered(filter) ? say("rules.found-of", { found, total }) : say("rules.found", { total })}
        </Text>
        {pages > 1 ? (
          <Pagination
            accessibilityLabel={say("rules.pages")}
            label={say("rules.page-of", { page, pages })}
            hasPrevious={page > 1}
            onPrevious={() => look(filter, page - 1)}
            hasNext={page < pages}
            onNext={() => look(filter, page + 1)}
          />
        ) : null}
      </InlineStack>
    </Box>
  );
}

/** What could not be done, above the list; nothing when all went well. */
function Refusals({ sentences }: { readonly sentences: readonly string[] }) {
  const say = useSay();
  if (sentences.length === 0) return null;
  return (
    <Banner tone="critical" title={say("rules.refused")}>
      {sentences.map((sentence) => (
        <Text as="p" key={sentence}>
          {sentence}
        </Text>
      ))}
    </Banner>
  );
}

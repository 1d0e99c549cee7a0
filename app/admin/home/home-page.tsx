import { BlockStack, Box, Card, EmptyState, InlineGrid, Page, Select, Text } from "@shopify/polaris";
import { HOME_PERIODS, type HomePeriod } from "#app/core/attribution/home-period.ts";
import { said, type Told } from "#app/core/values/say.ts";
import type { HomeScreen } from "#app/stores/read-models/home-screen.ts";
import emptyPicture from "../empty.svg?url";
import { useFormat } from "../format.tsx";
import { helpAction } from "../help-action.ts";
import { RetryBanner } from "../retry-banner.tsx";
import { useSay } from "../say.tsx";
import { AlarmBanner } from "./alarm-banner.tsx";
import { BestRulesCard } from "./best-rules-card.tsx";
import { FiguresCard } from "./figures-card.tsx";
import { ReasonsCard } from "./reasons-card.tsx";
import { SetupCard } from "./setup-card.tsx";

export interface HomePageProps {
  readonly data: HomeScreen;
  /** As the theme editor's links name the app. */
  readonly apiKey: string;
  readonly choosePeriod: (period: HomePeriod) => void;
  readonly look: SetupLook;
}

/** How looking in Shopify, for how the shop is set up, stands. */
export interface SetupLook {
  /** Why it could not be looked up the last time. */
  readonly why: Told | undefined;
  readonly isLooking: boolean;
  readonly again: () => void;
}

/** What the second sale earned, who saw an offer and why the others did not, and what is left to set up. */
export function HomePage({ data, apiKey, choosePeriod, look }: HomePageProps) {
  const say = useSay();
  const format = useFormat(data.shop.timezone);
  return (
    <Page title={say("home.title")} secondaryActions={[helpAction(say, "home")]}>
      <Box paddingBlockEnd="800">
        <BlockStack gap="400">
          {look.why ? (
            <RetryBanner title={said(look.why, say)} retry={look.again} isRetrying={look.isLooking}>
              <Text as="p">{say("home.setup.unlooked")}</Text>
            </RetryBanner>
          ) : null}
          <AlarmBanner check={data.setup.check} format={format} />
          <SetupCard setup={data.setup} apiKey={apiKey} format={format} isMissed={look.why !== undefined} />
          {data.hasOrders ? (
            <>
              <Period period={data.period} choosePeriod={choosePeriod} />
              <FiguresCard data={data} format={format} />
              <InlineGrid columns={{ xs: 1, md: 2 }} gap="400" alignItems="start">
                <ReasonsCard data={data} format={format} />
                <BestRulesCard best={data.best} format={format} />
              </InlineGrid>
            </>
          ) : (
            <NothingYet />
          )}
        </BlockStack>
      </Box>
    </Page>
  );
}

function Period({
  period,
  choosePeriod,
}: {
  readonly period: HomePeriod;
  readonly choosePeriod: HomePageProps["choosePeriod"];
}) {
  const say = useSay();
  return (
    <Box paddingInline={{ xs: "400", sm: "0" }} maxWidth="25rem">
      <Select
        label={say("home.period.label")}
        labelInline
        options={HOME_PERIODS.map((days) => ({ value: String(days), label: say("home.period", { period: days }) }))}
        value={String(period)}
        onChange={(chosen) => choosePeriod(Number(chosen) as HomePeriod)}
        helpText={say("home.period.compared", { period })}
      />
    </Box>
  );
}

function NothingYet() {
  const say = useSay();
  return (
    <Card>
      <EmptyState
        heading={say("home.empty.title")}
        image={emptyPicture}
        action={{ content: say("home.empty.action"), url: "/app/rules" }}
      >
        <Text as="p">{say("home.empty.body")}</Text>
      </EmptyState>
    </Card>
  );
}

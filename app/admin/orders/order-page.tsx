import { Badge, Banner, BlockStack, Box, Card, Layout, Page, Text } from "@shopify/polaris";
import { useFormat } from "../format.tsx";
import { helpAction } from "../help-action.ts";
import { useDownload } from "../rulebook/use-download.ts";
import { useSay } from "../say.tsx";
import { EarnedCard } from "./earned-card.tsx";
import { gatewayName } from "./gateway-name.ts";
import type { OrderTold } from "./order-told.ts";
import { SummaryCard } from "./summary-card.tsx";
import { Timeline } from "./timeline.tsx";
import { WhyCards } from "./why-cards.tsx";

/** One order: what became of it, what happened, why, and what it earned. */
export function OrderPage({ told }: { readonly told: OrderTold }) {
  const say = useSay();
  const { order, shop } = told;
  const format = useFormat(shop.timezone);
  const { download, isLoading, hasFailed } = useDownload(`/app/orders/${order.id}/evidence`, "evidence.json");
  const paidThrough = order.paymentGateway && gatewayName(order.paymentGateway);
  const evidence = { content: say("orders.evidence.download"), onAction: download, loading: isLoading };
  return (
    <Page
      title={order.name}
      subtitle={[format.dateTime(order.createdAt), format.money(order.total), paidThrough].filter(Boolean).join(" · ")}
      titleMetadata={order.cancelledAt === undefined ? null : <Badge>{say("orders.cancelled")}</Badge>}
      backAction={{ content: say("orders.title"), url: "/app/orders" }}
      secondaryActions={[
        // https://shopify.dev/docs/api/app-home/apis/user-interface-and-interactions/navigation-api
        { content: say("orders.open-in-shopify"), url: `shopify://admin/orders/${order.id}`, target: "_top" },
        ...(told.decisions.length > 0 ? [evidence] : []),
        helpAction(say, "orders"),
      ]}
    >
      {hasFailed ? (
        <Box paddingBlockEnd="400">
          <Banner tone="critical" title={say("orders.evidence.failed")} />
        </Box>
      ) : null}
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <SummaryCard told={told} />
            <Card>
              <BlockStack gap="400">
                <Text as="h2" variant="headingMd">
                  {say("orders.timeline.title")}
                </Text>
                <Timeline told={told} format={format} />
              </BlockStack>
            </Card>
            <WhyCards told={told} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <EarnedCard told={told} format={format} />
        </Layout.Section>
      </Layout>
    </Page>
  );
}

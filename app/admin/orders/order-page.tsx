import { Badge, Banner, BlockStack, Box, Card, Divider, InlineStack, Layout, Page, Text } from "@shopify/polaris";
import { sum } from "#app/core/values/money.ts";
import { type Format, useFormat } from "../format.tsx";
import { useDownload } from "../rulebook/use-download.ts";
import type { EventTold, OrderTold } from "./order-told.ts";
import { Timeline } from "./timeline.tsx";
import { WhyCard } from "./why-card.tsx";
import { orderWords as words } from "./words.ts";

/** One order: what happened, why, and what it earned. */
export function OrderPage({ told }: { readonly told: OrderTold }) {
  const { order, shop } = told;
  const format = useFormat(shop.timezone);
  const { download, isLoading, hasFailed } = useDownload(`/app/orders/${order.id}/evidence`, "evidence.json");
  return (
    <Page
      title={order.name}
      subtitle={[format.dateTime(order.createdAt), format.money(order.total), order.paymentGateway]
        .filter((part) => part !== undefined)
        .join(" · ")}
      titleMetadata={order.cancelledAt === undefined ? null : <Badge>{words.cancelled}</Badge>}
      backAction={{ content: words.title, url: "/app/orders" }}
      secondaryActions={
        told.decisions.length > 0 ? [{ content: words.evidence.download, onAction: download, loading: isLoading }] : []
      }
    >
      {hasFailed ? (
        <Box paddingBlockEnd="400">
          <Banner tone="critical" title={words.evidence.failed} />
        </Box>
      ) : null}
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <WhyCard told={told} />
            <Card>
              <BlockStack gap="400">
                <Text as="h2" variant="headingMd">
                  {words.timeline.title}
                </Text>
                <Timeline told={told} format={format} />
              </BlockStack>
            </Card>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <EarnedCard told={told} format={format} />
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function EarnedCard({ told, format }: { readonly told: OrderTold; readonly format: Format }) {
  const { earnings, order, shop } = told;
  const titles = new Map(order.lines.map(({ id, title }) => [id, title]));
  const net = sum(
    earnings.map(({ amount }) => amount),
    shop.currency,
  );
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.money.title}
        </Text>
        {earnings.length === 0 ? (
          <Text as="p" tone="subdued">
            {nothingEarned(told)}
          </Text>
        ) : (
          <>
            {earnings.map(({ line, kind, source, amount }) => (
              <Amount
                key={`${line} ${kind} ${source}`}
                label={titles.get(line) ?? words.timeline.aLine}
                detail={words.money.entry[kind]}
                amount={format.money(amount)}
              />
            ))}
            <Divider />
            <Amount label={words.money.net} amount={format.money(net)} isTotal />
            <Text as="p" tone="subdued">
              {words.money.note}
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

/** Why the ledger is empty: a yes that Shopify refused is not waited for, one that may still be added is. */
function nothingEarned({ acceptances, events, order, orderNames }: OrderTold): string {
  const waiting = acceptances.filter(({ boughtIn }) => boughtIn === undefined || boughtIn === order.id);
  const elsewhere = acceptances.flatMap(({ boughtIn }) => (boughtIn && boughtIn !== order.id ? [boughtIn] : []));
  if (acceptances.length === 0) return words.money.nothing;
  if (waiting.length === 0) return words.money.elsewhere(elsewhere.map((id) => orderNames[id] ?? id).join(", "));
  const added = waiting.filter(({ surface }) => surface === "post-purchase");
  if (added.length === 0) return words.money.opened;
  const refused = new Set(events.filter(wasRefused).map(({ step }) => step));
  return added.every(({ step }) => refused.has(step)) ? words.money.notAdded : words.money.waiting;
}

/** Refused for having been applied already is a yes that went through. */
function wasRefused({ kind, detail }: EventTold): boolean {
  const errors = Array.isArray(detail?.errors) ? detail.errors : [];
  return kind === "applied" && detail?.status === "unprocessed" && !errors.includes("changeset_already_applied");
}

function Amount({
  label,
  detail,
  amount,
  isTotal = false,
}: {
  readonly label: string;
  readonly detail?: string;
  readonly amount: string;
  readonly isTotal?: boolean;
}) {
  const weight = isTotal ? { fontWeight: "semibold" as const } : {};
  return (
    <InlineStack align="space-between" gap="300" wrap={false}>
      <BlockStack>
        <Text as="span" breakWord {...weight}>
          {label}
        </Text>
        {detail ? (
          <Text as="span" tone="subdued">
            {detail}
          </Text>
        ) : null}
      </BlockStack>
      <Text as="span" numeric {...weight}>
        {amount}
      </Text>
    </InlineStack>
  );
}

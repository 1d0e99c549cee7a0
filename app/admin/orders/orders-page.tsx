import { Badge, BlockStack, Box, Card, EmptyState, InlineStack, Link, Page, Pagination, Text } from "@shopify/polaris";
import emptyPicture from "../empty.svg?url";
import { type Format, useFormat } from "../format.tsx";
import { offeredPrice, offeredTitles } from "./offered-text.ts";
import type { OrderRow, OrdersPageData } from "./order-row.ts";
import styles from "./orders-table.module.css";
import { orderWords as words } from "./words.ts";

/** Orders, newest first: what was decided for each, what the shopper did, what it earned. */
export function OrdersPage({ data }: { readonly data: OrdersPageData }) {
  const format = useFormat(data.shop.timezone);
  if (data.orders.length === 0) {
    return (
      <Page title={words.title}>
        <Card>
          <EmptyState
            heading={words.empty.title}
            image={emptyPicture}
            action={{ content: words.empty.action, url: "/app/rules" }}
          >
            <p>{words.empty.body}</p>
          </EmptyState>
        </Card>
      </Page>
    );
  }
  return (
    <Page title={words.title} fullWidth>
      <BlockStack gap="400">
        <Card padding="0">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.columns.order}</th>
                <th scope="col">{words.columns.at}</th>
                <th scope="col" className={styles.amount}>
                  {words.columns.total}
                </th>
                <th scope="col">{words.columns.decided}</th>
                <th scope="col">{words.columns.seen}</th>
                <th scope="col">{words.columns.answer}</th>
                <th scope="col" className={styles.amount}>
                  {words.columns.earned}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.orders.map((order) => (
                <Row key={order.id} order={order} format={format} />
              ))}
            </tbody>
          </table>
        </Card>
        <Box paddingInline={{ xs: "400", md: "0" }} paddingBlockEnd="400">
          <InlineStack align="space-between" blockAlign="center" gap="400">
            <Text as="p" tone="subdued">
              {words.earnedNote}
            </Text>
            {data.previous !== undefined || data.next !== undefined ? (
              <Pagination
                accessibilityLabel={words.pages}
                hasPrevious={data.previous !== undefined}
                previousURL={pageUrl("before", data.previous)}
                hasNext={data.next !== undefined}
                nextURL={pageUrl("after", data.next)}
              />
            ) : null}
          </InlineStack>
        </Box>
      </BlockStack>
    </Page>
  );
}

function Row({ order, format }: { readonly order: OrderRow; readonly format: Format }) {
  return (
    <tr {...(order.decided?.kind === "show" ? {} : { "data-quiet": "" })}>
      <td className={styles.order}>
        <InlineStack gap="200" blockAlign="center">
          <Link url={`/app/orders/${order.id}`} removeUnderline monochrome>
            <Text as="span" fontWeight="semibold">
              {order.name}
            </Text>
          </Link>
          {order.cancelledAt === undefined ? null : <Badge>{words.cancelled}</Badge>}
        </InlineStack>
      </td>
      <td className={styles.time}>
        <time dateTime={new Date(order.at).toISOString()}>{format.dateTime(order.at)}</time>
      </td>
      <td className={`${styles.total} ${styles.amount}`}>{format.money(order.total)}</td>
      <td className={styles.decided}>{decidedText(order, format)}</td>
      <td className={styles.seen} data-label={words.columns.seen}>
        {seenText(order, format) ?? words.none}
      </td>
      <td className={styles.answer}>
        {order.answer ? (
          <Badge {...(order.answer.kind === "accepted" ? { tone: "success" } : {})}>
            {words.answers[order.answer.kind]}
          </Badge>
        ) : (
          words.none
        )}
      </td>
      <td className={`${styles.earned} ${styles.amount}`} data-label={words.columns.earned}>
        <Text as="span" {...(order.earned.minor > 0 ? { fontWeight: "semibold" } : { tone: "subdued" })}>
          {format.money(order.earned)}
        </Text>
      </td>
    </tr>
  );
}

function decidedText({ decided }: OrderRow, format: Format): string {
  if (!decided) return words.notAsked;
  if (decided.kind === "nothing") return words.nothing[decided.reason];
  const { titles, offerPrices, arrangement, surface } = decided;
  const price = offeredPrice(offerPrices, arrangement);
  const offered = [offeredTitles(titles, arrangement), ...(price ? [format.money(price)] : [])].join(", ");
  const page = words.onPage[surface];
  return page ? `${page}: ${offered}` : offered;
}

function seenText({ seenAt, decided }: OrderRow, format: Format): string | undefined {
  if (seenAt !== undefined) return format.time(seenAt);
  return decided?.kind === "show" ? words.notSeen : undefined;
}

function pageUrl(direction: "before" | "after", cursor: string | undefined): string {
  return cursor === undefined ? "" : `?${new URLSearchParams({ [direction]: cursor })}`;
}

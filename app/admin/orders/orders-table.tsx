import { Badge, InlineStack, Link, Text } from "@shopify/polaris";
import type { OrderOutcome } from "#app/core/attribution/order-outcome.ts";
import type { Say } from "#app/core/values/say.ts";
import { type Format, useFormat } from "../format.tsx";
import { useSay } from "../say.tsx";
import { offeredPrice, offeredTitles } from "./offered-text.ts";
import type { OrderRow, OrdersPageData } from "./order-row.ts";
import styles from "./orders-table.module.css";

/** One row an order; below 768 px each is a small card of its own. */
export function OrdersTable({ orders, shop }: Pick<OrdersPageData, "orders" | "shop">) {
  const say = useSay();
  const format = useFormat(shop.timezone);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say("orders.column.order")}</th>
          <th scope="col">{say("orders.column.at")}</th>
          <th scope="col" className={styles.amount}>
            {say("orders.column.total")}
          </th>
          <th scope="col">{say("orders.column.decided")}</th>
          <th scope="col">{say("orders.column.seen")}</th>
          <th scope="col">{say("orders.column.answer")}</th>
          <th scope="col" className={styles.amount}>
            {say("orders.column.earned")}
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <Row key={order.id} order={order} format={format} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ order, format }: { readonly order: OrderRow; readonly format: Format }) {
  const say = useSay();
  const offered = offeredText(order, format, say);
  const reason = reasonFor(order);
  // What was taken and given back again came to nothing; of any other there was nothing to come.
  const hasEarned = order.earned.minor !== 0 || order.answer?.kind === "accepted";
  return (
    <tr {...(offered === undefined ? { "data-quiet": "" } : {})}>
      <td className={styles.order}>
        <InlineStack gap="200" blockAlign="center">
          <Link url={`/app/orders/${order.id}`} removeUnderline monochrome>
            <Text as="span" fontWeight="semibold">
              {order.name}
            </Text>
          </Link>
          {order.cancelledAt === undefined ? null : <Badge>{say("orders.cancelled")}</Badge>}
        </InlineStack>
      </td>
      <td className={styles.time}>
        <time dateTime={new Date(order.at).toISOString()}>{format.dateTime(order.at)}</time>
      </td>
      <td className={`${styles.total} ${styles.amount}`}>{format.money(order.total)}</td>
      <td className={styles.decided}>
        {offered === undefined ? null : <div>{offered}</div>}
        {reason ? (
          <Text as="span" {...(offered === undefined ? {} : { tone: "subdued" })}>
            {say(`orders.outcome.${reason}`)}
          </Text>
        ) : null}
      </td>
      <td className={styles.seen} data-label={say("orders.column.seen")}>
        {seenText(order, format, say)}
      </td>
      <td className={styles.answer}>
        {order.answer ? (
          <Badge {...(order.answer.kind === "accepted" ? { tone: "success" } : {})}>
            {say(`orders.outcome.${order.answer.kind}`)}
          </Badge>
        ) : (
          <span className={styles.nothing}>{say("orders.none")}</span>
        )}
      </td>
      <td
        className={`${styles.earned} ${styles.amount}`}
        {...(hasEarned ? { "data-label": say("orders.column.earned") } : {})}
      >
        {hasEarned ? (
          <Text as="span" {...(order.earned.minor > 0 ? { fontWeight: "semibold" } : { tone: "subdued" })}>
            {format.money(order.earned)}
          </Text>
        ) : (
          <span className={styles.nothing}>{say("orders.none")}</span>
        )}
      </td>
    </tr>
  );
}

function offeredText({ decided }: OrderRow, format: Format, say: Say): string | undefined {
  if (decided?.kind !== "show") return undefined;
  const { titles, offerPrices, arrangement, surface } = decided;
  const price = offeredPrice(offerPrices, arrangement);
  const what = offeredTitles(titles, arrangement, say);
  const offered = price ? say("orders.offered.priced", { offered: what, price: format.money(price) }) : what;
  if (surface === "post-purchase") return offered;
  return say("orders.offered-on", { page: say(`orders.on.${surface}`), offered });
}

/** What the columns beside it tell themselves. */
const TOLD_BESIDE: readonly OrderOutcome[] = ["accepted", "not-added", "declined", "seen"];

/** Why nothing was shown, or what was ready was not seen; undefined where an offer was. */
function reasonFor({ outcome, decided }: OrderRow): OrderOutcome | undefined {
  if (outcome) return TOLD_BESIDE.includes(outcome) ? undefined : outcome;
  if (decided?.kind === "show") return undefined;
  if (!decided) return "not-asked";
  return decided.reason === "foreign-currency" ? "second-currency" : decided.reason;
}

function seenText({ seenAt, decided }: OrderRow, format: Format, say: Say): string {
  if (seenAt !== undefined) return format.shortTime(seenAt);
  return say(decided?.kind === "show" ? "orders.seen.no" : "orders.none");
}

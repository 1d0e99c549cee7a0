import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { couldMeetThankYou, type OrderOutcome } from "#app/core/attribution/order-outcome.ts";
import type { HomeScreen } from "#app/stores/read-models/home-screen.ts";
import type { Format } from "../format.tsx";
import { useSay } from "../say.tsx";
import styles from "./home.module.css";
import { countsOf, percentOf } from "./home-numbers.ts";

/** The post-purchase page did not open for these, whatever the rules say: another page can reach them. */
function isReachable(outcome: OrderOutcome): boolean {
  return couldMeetThankYou(outcome) || outcome === "not-asked";
}

/** Why the other orders saw no offer, the most frequent first, and what would reach them. */
export function ReasonsCard({ data, format }: { readonly data: HomeScreen; readonly format: Format }) {
  const say = useSay();
  const { reasons, saw } = countsOf(data.now);
  const missed = saw.of - saw.part;
  if (missed === 0) return null;
  const reachable = reasons.filter(({ outcome }) => isReachable(outcome)).reduce((sum, { orders }) => sum + orders, 0);
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {say("home.reasons.title", { share: format.percent(percentOf({ part: missed, of: saw.of })) })}
          </Text>
          <Text as="p" tone="subdued">
            {say("home.reasons.of", { part: missed, count: saw.of })}
          </Text>
        </BlockStack>
        <ul className={styles.rows}>
          {reasons.map(({ outcome, orders }) => (
            <li key={outcome} className={styles.row}>
              <Link url={`/app/orders?outcome=${outcome}`}>{say(`orders.outcome.${outcome}`)}</Link>
              <span className={styles.amount}>{say("home.reasons.orders", { count: orders })}</span>
              <span className={styles.track} aria-hidden="true">
                <span className={styles.filled} style={{ inlineSize: `${(orders / missed) * 100}%` }} />
              </span>
            </li>
          ))}
        </ul>
        {reachable > 0 ? <Reach data={data} reachable={reachable} /> : null}
      </BlockStack>
    </Card>
  );
}

function Reach({ data: { setup }, reachable }: { readonly data: HomeScreen; readonly reachable: number }) {
  const say = useSay();
  const isLive = setup.liveOn.includes("thank-you");
  const hasRun = setup.seenRunning["thank-you"] !== undefined;
  if (isLive && hasRun) return null;
  return (
    <BlockStack gap="100">
      <Text as="p">{say("home.reasons.reach", { count: reachable })}</Text>
      <span>
        {isLive ? (
          <Link url="shopify://admin/settings/checkout/editor" target="_top">
            {say("home.reasons.place-block")}
          </Link>
        ) : (
          <Link url="/app/rules">{say("home.reasons.add-page")}</Link>
        )}
      </span>
    </BlockStack>
  );
}

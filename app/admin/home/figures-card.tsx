import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { HomeScreen } from "#app/stores/read-models/home-screen.ts";
import type { Format } from "../format.tsx";
import { useSay } from "../say.tsx";
import { EarnedChart } from "./earned-chart.tsx";
import styles from "./home.module.css";
import { areComparable, countsOf, FEWEST_TO_COMPARE, percentOf, type Share, trendOf } from "./home-numbers.ts";

/** What was earned, how many said yes, how many saw an offer: each of what, compared with what, and where it leads. */
export function FiguresCard({ data, format }: { readonly data: HomeScreen; readonly format: Format }) {
  const say = useSay();
  const { now, before, period, days } = data;
  const counts = countsOf(now);
  const earlier = countsOf(before);
  const share = (one: Share) => format.percent(percentOf(one));
  const compared = (one: Share, other: Share): string => {
    if (one.of < FEWEST_TO_COMPARE) return say("home.too-few", { count: one.of });
    return areComparable(one, other)
      ? say("home.share-before", { share: share(other), period, trend: trendOf(percentOf(one), percentOf(other)) })
      : say("home.nothing-before", { period });
  };
  return (
    <Card>
      <BlockStack gap="400">
        <dl className={styles.figures}>
          <Figure
            value={format.money(now.earned)}
            label={say("home.earned.label")}
            detail={say("home.earned.before", {
              amount: format.money(before.earned),
              period,
              trend: trendOf(now.earned.minor, before.earned.minor),
            })}
            link={{ content: say("home.earned.link"), url: "/app/orders?outcome=accepted" }}
          />
          <Figure
            value={counts.accepted.of === 0 ? say("home.none") : share(counts.accepted)}
            label={say("home.accepted.label", { part: counts.accepted.part, count: counts.accepted.of })}
            detail={compared(counts.accepted, earlier.accepted)}
            link={{ content: say("home.accepted.link"), url: "/app/orders?outcome=declined" }}
          />
          <Figure
            value={counts.saw.of === 0 ? say("home.none") : share(counts.saw)}
            label={say("home.saw.label", { part: counts.saw.part, count: counts.saw.of })}
            detail={compared(counts.saw, earlier.saw)}
            link={{ content: say("home.saw.link"), url: "/app/orders" }}
          />
        </dl>
        {days.length > 1 ? <EarnedChart days={days} format={format} /> : null}
      </BlockStack>
    </Card>
  );
}

function Figure({
  value,
  label,
  detail,
  link,
}: {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
  readonly link: { readonly content: string; readonly url: string };
}) {
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      <dd>
        <Text as="span" tone="subdued">
          {detail}
        </Text>
      </dd>
      <dd>
        <Link url={link.url}>{link.content}</Link>
      </dd>
    </div>
  );
}

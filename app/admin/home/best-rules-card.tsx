import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { HomeScreen } from "#app/stores/read-models/home-screen.ts";
import type { Format } from "../format.tsx";
import { useSay } from "../say.tsx";
import styles from "./home.module.css";

/** The rules that earned most in the period. */
export function BestRulesCard({ best, format }: { readonly best: HomeScreen["best"]; readonly format: Format }) {
  const say = useSay();
  if (best.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say("home.best.title")}
        </Text>
        <ol className={styles.rows}>
          {best.map(({ rule, name, earned, orders }) => (
            <li key={rule} className={styles.row}>
              <Link url={`/app/rules/${encodeURIComponent(rule)}`}>{name}</Link>
              <span className={styles.amount}>
                {say("home.best.earned", { amount: format.money(earned), count: orders })}
              </span>
            </li>
          ))}
        </ol>
        <span>
          <Link url="/app/rules">{say("home.best.all")}</Link>
        </span>
      </BlockStack>
    </Card>
  );
}

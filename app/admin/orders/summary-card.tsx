import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { OrderOutcome } from "#app/core/attribution/order-outcome.ts";
import { useSay } from "../say.tsx";
import type { OrderTold, Reach } from "./order-told.ts";

/** The ways of paying are the reason, or may be it. */
const BY_PAYMENT: readonly OrderOutcome[] = ["wallet", "paypal", "other-payment", "not-opened", "not-asked"];

/** What a merchant asks first: what became of the order, and where nothing was shown, what would have reached it. */
export function SummaryCard({ told }: { readonly told: OrderTold }) {
  const say = useSay();
  const { outcome, rule, names, order, reach } = told;
  if (!outcome) return null;
  const gateway = BY_PAYMENT.includes(outcome) ? order.paymentGateway : undefined;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {say(`orders.outcome.${outcome}`)}
        </Text>
        <Text as="p" variant="bodyLg" breakWord>
          {say(`orders.first.${outcome}`, { rule: (rule && names.rules[rule]) ?? say("orders.first.a-rule") })}
        </Text>
        {gateway === undefined ? null : <Text as="p">{say("orders.first.paid-through", { gateway })}</Text>}
        {reach ? <Reaching reach={reach} names={names} /> : null}
      </BlockStack>
    </Card>
  );
}

function Reaching({ reach: { rule, isThere }, names }: { readonly reach: Reach; readonly names: OrderTold["names"] }) {
  const say = useSay();
  const name = rule && (names.rules[rule] ?? rule);
  return (
    <BlockStack gap="100">
      <Text as="p" variant="bodyLg">
        {say("orders.reach.thank-you")}
      </Text>
      <InlineStack>
        {isThere && name ? (
          <Text as="p" tone="subdued">
            {say("orders.reach.place", { rule: name })}
          </Text>
        ) : name ? (
          <Link url={`/app/rules/${rule}`}>{say("orders.reach.add", { rule: name })}</Link>
        ) : (
          <Link url="/app/rules">{say("orders.reach.rules")}</Link>
        )}
      </InlineStack>
    </BlockStack>
  );
}

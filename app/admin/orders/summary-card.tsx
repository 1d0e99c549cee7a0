import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { OrderOutcome } from "#app/core/attribution/order-outcome.ts";
import type { Reached } from "#app/core/decision/reached-on.ts";
import { useSay } from "../say.tsx";
import { gatewayName } from "./gateway-name.ts";
import type { OrderTold } from "./order-told.ts";

/** The way of paying is the reason, or may be it, and the outcome does not name it. */
const BY_PAYMENT: readonly OrderOutcome[] = ["wallet", "other-payment", "not-opened", "not-asked"];

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
        {gateway === undefined ? null : (
          <Text as="p">{say("orders.first.paid-through", { gateway: gatewayName(gateway) })}</Text>
        )}
        {reach ? <Reaching reach={reach} /> : null}
      </BlockStack>
    </Card>
  );
}

function Reaching({ reach: { rule, ruleName, isThere } }: { readonly reach: Reached }) {
  const say = useSay();
  return (
    <BlockStack gap="100">
      <Text as="p" variant="bodyLg">
        {say("orders.reach.thank-you")}
      </Text>
      {isThere ? (
        <Text as="p">{say("orders.reach.place", { rule: ruleName })}</Text>
      ) : (
        <InlineStack>
          <Link url={`/app/rules/${rule}`}>{say("orders.reach.add", { rule: ruleName })}</Link>
        </InlineStack>
      )}
      <Text as="p" tone="subdued">
        {say("orders.reach.today")}
      </Text>
    </BlockStack>
  );
}

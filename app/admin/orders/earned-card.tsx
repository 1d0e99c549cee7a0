import { BlockStack, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { sum } from "#app/core/values/money.ts";
import { listed, type Say } from "#app/core/values/say.ts";
import type { Format } from "../format.tsx";
import { useSay } from "../say.tsx";
import type { EventTold, OrderTold } from "./order-told.ts";

/** The ledger of one order, line by line, and what is left of it. */
export function EarnedCard({ told, format }: { readonly told: OrderTold; readonly format: Format }) {
  const say = useSay();
  const { earnings, order, shop } = told;
  const titles = new Map(order.lines.map(({ id, title }) => [id, title]));
  const amounts = earnings.map(({ amount }) => amount);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say("orders.money.title")}
        </Text>
        {earnings.length === 0 ? (
          <Text as="p" tone="subdued">
            {nothingEarned(told, say)}
          </Text>
        ) : (
          <>
            {earnings.map(({ line, kind, source, amount }) => (
              <Amount
                key={`${line} ${kind} ${source}`}
                label={titles.get(line) ?? say("orders.a-line")}
                detail={say(`orders.money.entry.${kind}`)}
                amount={format.money(amount)}
              />
            ))}
            <Divider />
            <Amount label={say("orders.money.net")} amount={format.money(sum(amounts, shop.currency))} isTotal />
            <Text as="p" tone="subdued">
              {say("orders.money.note")}
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

/** Why the ledger is empty: a yes that Shopify refused is not waited for, one that may still be added is. */
function nothingEarned({ acceptances, events, order, orderNames }: OrderTold, say: Say): string {
  const waiting = acceptances.filter(({ boughtIn }) => boughtIn === undefined || boughtIn === order.id);
  const elsewhere = acceptances.flatMap(({ boughtIn }) => (boughtIn && boughtIn !== order.id ? [boughtIn] : []));
  if (acceptances.length === 0) return say("orders.money.nothing");
  if (waiting.length === 0) {
    const orders = elsewhere.map((id) => orderNames[id] ?? id);
    return say("orders.money.elsewhere", { orders: listed(orders, say) });
  }
  const added = waiting.filter(({ surface }) => surface === "post-purchase");
  if (added.length === 0) return say("orders.money.opened");
  const refused = new Set(events.filter(wasRefused).map(({ step }) => step));
  return say(added.every(({ step }) => refused.has(step)) ? "orders.money.not-added" : "orders.money.waiting");
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

import { BlockStack, Button, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { OrderId } from "#app/core/values/ids.ts";
import { useFormat } from "../../format.tsx";
import { useSay } from "../../say.tsx";
import { useRead } from "../../use-read.ts";
import { useEditing } from "../editing.tsx";
import type { TryableOrders } from "./try-data.ts";

/** Typing is over after so long without a letter. */
const SETTLES_MS = 300;
/** More than any order's number has. */
const NUMBER_MOST = 100;

export interface OrderFieldProps {
  readonly order: OrderId | undefined;
  readonly choose: (order: OrderId | undefined) => void;
}

/** One of the last orders, or of those with a number. */
export function OrderField({ order, choose }: OrderFieldProps) {
  const say = useSay();
  const { shop } = useEditing();
  const format = useFormat(shop.timezone);
  const [number, setNumber] = useState("");
  const [searched, setSearched] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSearched(number.trim().slice(0, NUMBER_MOST)), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [number]);
  const { answer, isUnreached, isReading, again } = useRead<TryableOrders>(
    `/app/try/orders?${new URLSearchParams({ number: searched })}`,
  );
  const orders = answer?.orders ?? [];
  const first = orders[0]?.id;
  const isListed = orders.some(({ id }) => id === order);
  useEffect(() => {
    if (answer && !isListed) choose(first);
  }, [answer, isListed, first, choose]);

  return (
    <BlockStack gap="300">
      <TextField
        label={say("try.number")}
        helpText={say("try.number.help")}
        placeholder="#1043"
        autoComplete="off"
        value={number}
        onChange={setNumber}
      />
      {orders.length > 0 ? (
        <Select
          label={say("try.order")}
          options={orders.map(({ id, name, at, total }) => ({
            value: id,
            label: say("try.order.option", { name, at: format.dateTime(at), total: format.money(total) }),
          }))}
          value={order ?? ""}
          onChange={(id) => choose(orders.find((one) => one.id === id)?.id)}
        />
      ) : answer ? (
        <Text as="p" tone="subdued">
          {say(searched ? "try.order.none" : "try.order.no-orders")}
        </Text>
      ) : isUnreached ? (
        <InlineStack gap="200" blockAlign="center">
          <Text as="p" tone="subdued">
            {say("frame.unreached")}
          </Text>
          <Button onClick={again} loading={isReading}>
            {say("frame.try-again")}
          </Button>
        </InlineStack>
      ) : null}
    </BlockStack>
  );
}

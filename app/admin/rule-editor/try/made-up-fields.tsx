import { BlockStack, Button, Collapsible, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useFormat } from "../../format.tsx";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import { pickGoods } from "../when/pick.ts";
import type { MadeUp } from "./made-up.ts";

const CUSTOMERS = ["guest", "new", "returning"] as const;
const QUANTITY_MOST = 1_000;
const MORE = "try-more";

export interface MadeUpFieldsProps {
  readonly made: MadeUp;
  readonly change: (changed: Partial<MadeUp>) => void;
}

/** What somebody might have bought, and who it was. */
export function MadeUpFields({ made, change }: MadeUpFieldsProps) {
  const say = useSay();
  const { shop, products, learn } = useEditing();
  const format = useFormat(shop.timezone);
  const [hasMore, setHasMore] = useState(false);

  async function choose() {
    const ids = made.lines.map(({ product }) => product.id);
    const picked = await pickGoods("products", { ids, products, currency: shop.currency });
    if (!picked) return;
    learn(picked.products);
    const before = new Map(made.lines.map(({ product, quantity }) => [product.id, quantity]));
    change({ lines: picked.products.map((product) => ({ product, quantity: before.get(product.id) ?? 1 })) });
  }

  return (
    <BlockStack gap="300">
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          {say("try.products")}
        </Text>
        {made.lines.map(({ product, quantity }, index) => (
          <TextField
            key={product.id}
            type="number"
            min={1}
            max={QUANTITY_MOST}
            label={say("try.quantity", { title: product.title })}
            autoComplete="off"
            value={String(quantity)}
            onChange={(typed) => change({ lines: made.lines.with(index, { product, quantity: wholeIn(typed) }) })}
          />
        ))}
        {made.lines.length === 0 ? (
          <Text as="p" tone="subdued">
            {say("try.products.missing")}
          </Text>
        ) : null}
        <Button onClick={() => void choose()}>{say("try.products.choose")}</Button>
      </BlockStack>
      <Select
        label={say("try.customer")}
        options={CUSTOMERS.map((value) => ({ value, label: say(`try.customer.${value}`) }))}
        value={made.customer}
        onChange={(value) => change({ customer: CUSTOMERS.find((one) => one === value) ?? "guest" })}
      />
      <Button
        variant="plain"
        textAlign="start"
        ariaExpanded={hasMore}
        ariaControls={MORE}
        disclosure={hasMore ? "up" : "down"}
        onClick={() => setHasMore(!hasMore)}
      >
        {say("try.more")}
      </Button>
      <Collapsible id={MORE} open={hasMore}>
        <BlockStack gap="300">
          <TextField
            label={say("try.country")}
            autoComplete="off"
            maxLength={2}
            placeholder="GB"
            value={made.country}
            onChange={(country) => change({ country })}
          />
          <TextField
            label={say("try.payment")}
            helpText={say("try.payment.help")}
            autoComplete="off"
            maxLength={255}
            value={made.paymentMethod}
            onChange={(paymentMethod) => change({ paymentMethod })}
          />
          <TextField
            label={say("try.code")}
            autoComplete="off"
            maxLength={255}
            value={made.discountCode}
            onChange={(discountCode) => change({ discountCode })}
          />
          <TextField
            type="datetime-local"
            label={say("try.at")}
            autoComplete="off"
            value={made.at}
            onChange={(at) => change({ at })}
          />
          <Select
            label={say("try.language")}
            options={shop.languages.map((value) => ({ value, label: format.language(value) }))}
            value={made.locale}
            onChange={(locale) => change({ locale })}
          />
          <Select
            label={say("try.currency")}
            options={[...shop.currencies]}
            value={made.currency}
            onChange={(code) => change({ currency: shop.currencies.find((one) => one === code) ?? shop.currency })}
          />
        </BlockStack>
      </Collapsible>
    </BlockStack>
  );
}

function wholeIn(typed: string): number {
  const number = Math.round(Number(typed));
  return Number.isFinite(number) ? Math.max(1, Math.min(QUANTITY_MOST, number)) : 1;
}

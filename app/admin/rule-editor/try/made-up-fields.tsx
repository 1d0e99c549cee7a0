import { BlockStack, Button, Collapsible, InlineError, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { said } from "#app/core/values/say.ts";
import { useFormat } from "../../format.tsx";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import { pickGoods } from "../when/pick.ts";
import { type MadeUp, type MadeUpField, madeUpProblems } from "./made-up.ts";

const CUSTOMERS = ["guest", "new", "returning"] as const;
const MORE = "try-more";
const MORE_FIELDS = ["country", "paymentMethod", "discountCode", "at"] as const;
const LINES = "try-lines";

export interface MadeUpFieldsProps {
  readonly made: MadeUp;
  readonly change: (changed: Partial<MadeUp>) => void;
  /** Everything that is wrong is told, not only where a field was left. */
  readonly isAsked: boolean;
}

/** What somebody might have bought, and who it was. */
export function MadeUpFields({ made, change, isAsked }: MadeUpFieldsProps) {
  const say = useSay();
  const { shop, products, learn } = useEditing();
  const format = useFormat(shop.timezone);
  const { controlOf, problemAt } = useMadeUpProblems(made, isAsked);
  const [wantsMore, setWantsMore] = useState(false);
  const hasMore = wantsMore || MORE_FIELDS.some((field) => problemAt(field) !== undefined);

  async function choose() {
    const ids = made.lines.map(({ product }) => product.id);
    const picked = await pickGoods("products", { ids, products, currency: shop.currency });
    if (!picked) return;
    learn(picked.products);
    const before = new Map(made.lines.map(({ product, quantity }) => [product.id, quantity]));
    change({ lines: picked.products.map((product) => ({ product, quantity: before.get(product.id) ?? "1" })) });
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
            {...controlOf(`quantity ${product.id}`)}
            inputMode="numeric"
            label={say("try.quantity", { title: product.title })}
            autoComplete="off"
            value={quantity}
            onChange={(typed) => change({ lines: made.lines.with(index, { product, quantity: typed }) })}
          />
        ))}
        {made.lines.length > 0 ? null : isAsked ? (
          <InlineError message={say("try.products.missing")} fieldID={LINES} />
        ) : (
          <Text as="p" tone="subdued">
            {say("try.products.missing")}
          </Text>
        )}
        <Button id={LINES} onClick={() => void choose()}>
          {say("try.products.choose")}
        </Button>
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
        onClick={() => setWantsMore(!hasMore)}
      >
        {say("try.more")}
      </Button>
      <Collapsible id={MORE} open={hasMore}>
        <BlockStack gap="300">
          <TextField
            {...controlOf("country")}
            label={say("try.country")}
            autoComplete="off"
            placeholder="GB"
            value={made.country}
            onChange={(country) => change({ country })}
          />
          <TextField
            {...controlOf("paymentMethod")}
            label={say("try.payment")}
            helpText={say("try.payment.help")}
            autoComplete="off"
            value={made.paymentMethod}
            onChange={(paymentMethod) => change({ paymentMethod })}
          />
          <TextField
            {...controlOf("discountCode")}
            label={say("try.code")}
            autoComplete="off"
            value={made.discountCode}
            onChange={(discountCode) => change({ discountCode })}
          />
          <TextField
            {...controlOf("at")}
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

/** What is wrong is told once its field was left, or everything was asked for. */
function useMadeUpProblems(made: MadeUp, isAsked: boolean) {
  const say = useSay();
  const [left, setLeft] = useState<ReadonlySet<MadeUpField>>(new Set());
  const problems = madeUpProblems(made);
  const problemAt = (field: MadeUpField) => {
    const problem = isAsked || left.has(field) ? problems.get(field) : undefined;
    return problem && said(problem, say);
  };
  return {
    problemAt,
    controlOf: (field: MadeUpField) => ({
      error: problemAt(field),
      onBlur: () => setLeft((before) => new Set([...before, field])),
    }),
  };
}

import { BlockStack, Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import type { CollectionId, ProductId } from "#app/core/values/ids.ts";
import type { PickedProduct } from "../../rules/picked-product.ts";
import { ProductLine } from "../../rules/product-line.tsx";
import { useSay } from "../../say.tsx";
import { useEditing, useField } from "../editing.tsx";
import { focusSoon } from "../focus-soon.ts";
import type { FieldProps } from "./field-props.ts";
import { type Goods, pickGoods, productOf } from "./pick.ts";

/** More than these are shown when they are asked for: a condition may name thousands. */
const SHOWN_MOST = 5;

/** Products, variants or collections, chosen in Shopify's own picker. */
export function PickField({ place, parameter, helpText }: FieldProps) {
  const say = useSay();
  const { shop, products, learn, learnCollections } = useEditing();
  const { value, set, control } = useField<readonly string[]>(place);
  const [isWhole, setWhole] = useState(false);
  const lineOf = useLineOf();
  const goods = parameter.name as Goods;
  const ids = value ?? [];
  const choose = (chosen: readonly string[]) => set(chosen.length === 0 && parameter.mayBeAbsent ? undefined : chosen);
  const pick = async () => {
    const picked = await pickGoods(goods, { ids, products, currency: shop.currency });
    if (picked) {
      learn(picked.products);
      learnCollections(picked.collections);
      choose(picked.ids);
    }
    control.onBlur();
    // Shopify's picker gives the focus back to nothing.
    focusSoon(control.id);
  };
  const shown = isWhole ? ids : ids.slice(0, SHOWN_MOST);
  return (
    <BlockStack gap="200">
      {ids.length === 0 ? (
        <Text as="p" tone="subdued">
          {helpText ?? say(`editor.pick.${goods}.none`)}
        </Text>
      ) : null}
      {shown.map((id) => {
        const line = lineOf(goods, id);
        const { gone, title } = line.product;
        return (
          <ProductLine
            key={id}
            {...line}
            // What is unlisted can still be bought by its link.
            warning={gone && gone !== "unlisted" ? say(`editor.gone.${gone}`) : undefined}
            action={
              <Button
                variant="tertiary"
                icon={XIcon}
                accessibilityLabel={say("editor.pick.remove", { title })}
                onClick={() => {
                  choose(ids.filter((other) => other !== id));
                  focusSoon(control.id);
                }}
              />
            }
          />
        );
      })}
      <InlineStack gap="200">
        <Button id={control.id} onClick={() => void pick()}>
          {say(ids.length === 0 ? `editor.pick.${goods}` : `editor.pick.${goods}.change`)}
        </Button>
        {ids.length > shown.length ? (
          <Button variant="tertiary" onClick={() => setWhole(true)}>
            {say("editor.pick.more", { count: ids.length - shown.length })}
          </Button>
        ) : null}
      </InlineStack>
      {control.error ? <InlineError message={control.error} fieldID={control.id} /> : null}
    </BlockStack>
  );
}

interface Line {
  readonly product: PickedProduct;
  readonly detail?: string | undefined;
}

/** What is shown of one of them: of a variant its product, with what it is called there. */
function useLineOf(): (goods: Goods, id: string) => Line {
  const say = useSay();
  const { products, collections } = useEditing();
  const untitled = (title: string): PickedProduct => ({ id: title as ProductId, title, variants: [] });
  return (goods, id) => {
    if (goods === "collections") {
      const title = collections.get(id as CollectionId)?.title ?? say("engine.unnamed.collection", { id });
      return { product: untitled(title) };
    }
    if (goods === "products") {
      return { product: products.get(id as ProductId) ?? untitled(say("engine.unnamed.product", { id })) };
    }
    const product = productOf(id, products);
    if (!product) return { product: untitled(say("engine.unnamed.variant", { id })) };
    return { product, detail: product.variants.find((variant) => variant.id === id)?.title };
  };
}

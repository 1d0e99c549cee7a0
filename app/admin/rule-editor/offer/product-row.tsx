import { BlockStack, Button, InlineStack } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon, XIcon } from "@shopify/polaris-icons";
import type { ReactNode } from "react";
import type { PickedProduct } from "../../rules/picked-product.ts";
import { ProductLine } from "../../rules/product-line.tsx";
import { useSay } from "../../say.tsx";

/** One product of an offer, with what can be done with it. */
export function ProductRow({
  id,
  product,
  detail,
  onMove,
  onRemove,
  children,
}: {
  readonly id: string;
  readonly product: PickedProduct;
  readonly detail: string;
  /** To the place before it or after it; absent where the order means nothing. */
  readonly onMove: { readonly up?: () => void; readonly down?: () => void } | undefined;
  readonly onRemove: () => void;
  readonly children?: ReactNode;
}) {
  const say = useSay();
  const { title } = product;
  const button = (name: string, icon: typeof XIcon, label: string, act: (() => void) | undefined) => (
    <Button
      id={`${id}.${name}`}
      variant="tertiary"
      icon={icon}
      accessibilityLabel={label}
      {...(act ? { onClick: act } : { disabled: true })}
    />
  );
  return (
    <BlockStack gap="200">
      <ProductLine
        product={product}
        detail={detail}
        warning={product.gone && say(`offer.gone.${product.gone}`)}
        action={
          <InlineStack wrap={false}>
            {onMove && button("up", ArrowUpIcon, say("offer.products.up", { product: title }), onMove.up)}
            {onMove && button("down", ArrowDownIcon, say("offer.products.down", { product: title }), onMove.down)}
            {button("remove", XIcon, say("offer.products.remove", { product: title }), onRemove)}
          </InlineStack>
        }
      />
      {children}
    </BlockStack>
  );
}

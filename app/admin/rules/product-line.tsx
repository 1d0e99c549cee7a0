import { BlockStack, Icon, InlineStack, Text, Thumbnail } from "@shopify/polaris";
import { AlertTriangleIcon, ImageIcon } from "@shopify/polaris-icons";
import type { ReactNode } from "react";
import type { PickedProduct } from "./picked-product.ts";

/** A product with its picture, a line beneath its title, and what can be done with it at the end. */
export function ProductLine({
  product,
  detail,
  warning,
  action,
}: {
  readonly product: PickedProduct;
  readonly detail?: string | undefined;
  /** What its not being on sale means where it stands. */
  readonly warning?: string | undefined;
  readonly action?: ReactNode;
}) {
  return (
    <InlineStack gap="300" blockAlign="center" wrap={false}>
      <Thumbnail size="small" source={product.picture ?? ImageIcon} alt="" />
      <div style={{ flex: 1, minWidth: 0 }}>
        <BlockStack>
          <Text as="span" fontWeight="medium" breakWord>
            {product.title}
          </Text>
          {detail ? (
            <Text as="span" tone="subdued">
              {detail}
            </Text>
          ) : null}
          {warning ? (
            <InlineStack gap="100" blockAlign="center" wrap={false}>
              <span>
                <Icon source={AlertTriangleIcon} tone="caution" />
              </span>
              <Text as="span" tone="caution">
                {warning}
              </Text>
            </InlineStack>
          ) : null}
        </BlockStack>
      </div>
      {action}
    </InlineStack>
  );
}

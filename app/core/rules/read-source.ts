import type { CollectionId, ProductId, VariantId } from "../values/ids.ts";
import type { BundleItem, NamedProduct, ProductSource } from "./rulebook.ts";
import { id, list, oneOf, optional, record, type Shape, tagged, variant, wholeNumber } from "./shapes.ts";

const productId = id<ProductId>("problem.source.product");
const variantId = id<VariantId>("problem.variant.id");

const namedProduct: Shape<NamedProduct> = record("problem.part.product", {
  product: productId,
  variants: optional(
    list(variantId, {
      message: "problem.source.variants",
      most: 100,
    }),
  ),
});

const bundleItem: Shape<BundleItem> = record("problem.part.item", {
  product: productId,
  variant: optional(variantId),
  quantity: wholeNumber(1, 10, "problem.offer.quantity"),
});

/** Where the offered product comes from. */
export const source: Shape<ProductSource> = tagged(
  "problem.part.source",
  {
    named: variant("named", {
      products: list(namedProduct, { message: "problem.source.products", most: 100 }),
    }),
    choice: variant("choice", {
      products: list(namedProduct, {
        message: "problem.source.choice",
        least: 2,
        most: 5,
        distinct: {
          by: (item) => item.at("product").value,
          at: "product",
          message: () => "problem.source.choice-twice",
        },
      }),
    }),
    bundle: variant("bundle", {
      items: list(bundleItem, {
        message: "problem.source.bundle",
        least: 2,
        most: 5,
        distinct: {
          by: (item) => JSON.stringify([item.at("product").value, item.at("variant").value]),
          at: "product",
          message: () => "problem.source.bundle-twice",
        },
      }),
    }),
    collection: variant("collection", {
      collection: id<CollectionId>("problem.source.collection"),
      order: oneOf(["best-selling", "cheapest", "random"], "problem.source.order"),
    }),
    "same-again": variant("same-again", {}),
    "from-purchase": variant("from-purchase", {
      which: oneOf(["dearest", "cheapest"], "problem.source.which"),
    }),
    complementary: variant("complementary", {}),
    suggestions: variant("suggestions", {}),
    "next-journey-step": variant("next-journey-step", {}),
  },
  "problem.source.kind",
);

import type { CollectionId, ProductId, VariantId } from "../values/ids.ts";
import type { BundleItem, NamedProduct, ProductSource } from "./rulebook.ts";
import { id, list, oneOf, optional, record, type Shape, tagged, variant, wholeNumber } from "./shapes.ts";

const productId = id<ProductId>("Choose the product to offer: its id is its number in Shopify, as text.");
const variantId = id<VariantId>("A variant's id is its number in Shopify, as text.");

const namedProduct: Shape<NamedProduct> = record("The product", {
  product: productId,
  variants: optional(
    list(variantId, {
      sentence: "Choose at least one variant, or leave the list out for all of them.",
      most: 100,
    }),
  ),
});

const bundleItem: Shape<BundleItem> = record("The item", {
  product: productId,
  variant: optional(variantId),
  quantity: wholeNumber(1, 10, "The quantity is a whole number from 1 to 10."),
});

/** Where the offered product comes from. */
export const source: Shape<ProductSource> = tagged(
  "The product source",
  {
    named: variant("named", {
      products: list(namedProduct, { sentence: "Choose at least one product to offer.", most: 100 }),
    }),
    choice: variant("choice", {
      products: list(namedProduct, {
        sentence: "A choice is of 2 to 5 products.",
        least: 2,
        most: 5,
        distinct: {
          by: (item) => item.at("product").value,
          at: "product",
          sentence: () => "This product is in the choice already.",
        },
      }),
    }),
    bundle: variant("bundle", {
      items: list(bundleItem, {
        sentence: "A bundle is of 2 to 5 items.",
        least: 2,
        most: 5,
        distinct: {
          by: (item) => JSON.stringify([item.at("product").value, item.at("variant").value]),
          at: "product",
          sentence: () => "This item is in the bundle already: raise its quantity.",
        },
      }),
    }),
    collection: variant("collection", {
      collection: id<CollectionId>("Choose the collection: its id is its number in Shopify, as text."),
      order: oneOf(["best-selling", "cheapest", "random"], "The order is best-selling, cheapest or random."),
    }),
    "same-again": variant("same-again", {}),
    "from-purchase": variant("from-purchase", {
      which: oneOf(["dearest", "cheapest"], "Say which of the purchase: dearest or cheapest."),
    }),
    complementary: variant("complementary", {}),
    suggestions: variant("suggestions", {}),
    "next-journey-step": variant("next-journey-step", {}),
  },
  "A product source is one of named, choice, bundle, collection, same-again, from-purchase, complementary, suggestions, next-journey-step.",
);

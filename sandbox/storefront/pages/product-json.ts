import type { StoredProduct } from "../../store/state/product.ts";
import { inHundredths } from "../cart/cart-json.ts";
import type { Visit } from "../visit.ts";
import { pictureOf } from "./tile.ts";

/** A product as /products/<handle>.js says it. https://shopify.dev/docs/api/ajax/reference/product */
export function productJson({ store, context }: Visit, product: StoredProduct) {
  const variants = product.variants.map((variant) => {
    const priced = store.priceIn(variant.id, context.currency);
    const isChoice = product.options.length > 0;
    return {
      id: variant.id,
      title: variant.title,
      option1: variant.options[0]?.value ?? "Default Title",
      option2: variant.options[1]?.value ?? null,
      option3: variant.options[2]?.value ?? null,
      sku: variant.sku,
      requires_shipping: variant.requiresShipping,
      taxable: variant.taxable,
      featured_image: isChoice ? { src: pictureOf(product, variant.id), alt: product.title } : null,
      available: variant.stock > 0 && !product.requiresSellingPlan,
      name: isChoice ? `${product.title} - ${variant.title}` : product.title,
      public_title: isChoice ? variant.title : null,
      options: variant.options.map(({ value }) => value),
      price: priced ? inHundredths(priced.price) : 0,
      compare_at_price: priced?.compareAt ? inHundredths(priced.compareAt) : null,
      inventory_management: "shopify",
    };
  });
  const prices = variants.map(({ price }) => price);
  return {
    id: product.id,
    title: product.title,
    handle: product.handle,
    description: product.description,
    vendor: product.vendor,
    type: product.type,
    tags: product.tags,
    price: Math.min(...prices),
    price_min: Math.min(...prices),
    price_max: Math.max(...prices),
    price_varies: new Set(prices).size > 1,
    available: variants.some(({ available }) => available),
    variants,
    images: [product.picture],
    featured_image: product.picture,
    options: product.options.map(({ name, values }, index) => ({ name, position: index + 1, values })),
    url: `/products/${product.handle}`,
    requires_selling_plan: product.requiresSellingPlan === true,
    selling_plan_groups: [],
  };
}

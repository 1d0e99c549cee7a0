import type { SandboxMetafield, SandboxProduct } from "../store/state/product.ts";

/** What the merchant chose in Shopify's Search & Discovery app to stand beside a product, by handle. */
const CHOSEN: Readonly<Record<string, readonly string[]>> = {
  "regency-cakestand-3-tier": ["regency-teacup-and-saucer", "regency-tea-plate", "set-of-3-regency-cake-tins"],
  "regency-teacup-and-saucer": ["regency-teapot-roses", "regency-milk-jug-pink", "regency-tea-plate"],
  "regency-teapot-roses": ["regency-teacup-and-saucer", "regency-milk-jug-pink"],
  "white-hanging-heart-t-light-holder": ["red-hanging-heart-t-light-holder", "heart-of-wicker"],
  "jam-making-set-with-jars": ["jam-jar-with-pink-lid", "homemade-jam-scented-candles"],
  "lunch-bag-red-retrospot": ["lunch-box-with-cutlery-retrospot", "childrens-cutlery"],
  "lunch-bag-spaceboy-design": ["spaceboy-lunch-box", "childrens-cutlery"],
  "party-bunting": ["set-of-20-red-retrospot-paper-napkins", "polkadot-party-candles-set-of-10"],
  "baking-set-9-piece-retrospot": ["pack-of-72-retrospot-cake-cases", "kitchen-scales"],
  "paper-chain-kit-50s-christmas": ["box-of-6-mini-50s-crackers", "roll-wrap-50s-christmas"],
  "hot-water-bottle-keep-calm": ["hand-warmer-owl-design", "doormat-keep-calm-and-come-in"],
  "childrens-apron": ["baking-set-spaceboy-design", "set-of-20-kids-cookie-cutters"],
};

/** The metafield that Search & Discovery keeps its choice in; none where nothing was chosen. */
export function complementaryTo({ handle }: SandboxProduct, products: readonly SandboxProduct[]): SandboxMetafield[] {
  const ids = (CHOSEN[handle] ?? []).flatMap(
    (chosen) => products.find((product) => product.handle === chosen)?.id ?? [],
  );
  if (ids.length === 0) return [];
  return [
    {
      namespace: "shopify--discovery--product_recommendation",
      key: "complementary_products",
      type: "list.product_reference",
      value: JSON.stringify(ids.map((id) => `gid://shopify/Product/${id}`)),
    },
  ];
}

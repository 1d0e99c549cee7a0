import "@shopify/ui-extensions";

declare module "./src/Block.tsx" {
  const shopify: import("@shopify/ui-extensions/purchase.thank-you.block.render").Api;
}

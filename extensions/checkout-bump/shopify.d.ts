import '@shopify/ui-extensions';

declare module './src/CheckoutBump.tsx' {
  const shopify: import('@shopify/ui-extensions/purchase.checkout.block.render').Api;
  const globalThis: { shopify: typeof shopify };
}

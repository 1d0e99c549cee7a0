import { render } from "preact";
import { Block } from "#extensions/shared/surface/block/block.tsx";
import type { Place } from "#extensions/shared/surface/page.ts";

export default function OrderStatusOffer(): void {
  const place: Place = {
    surface: "order-status",
    page: shopify,
    says: () => ({
      orderId: shopify.order.value?.id,
      // Who is not signed in here may have been at the checkout: unknown.
      isSignedIn: shopify.authenticationState.value === "fully_authenticated" || undefined,
    }),
    late: [shopify.order, shopify.authenticationState],
  };
  render(<Block place={place} />, document.body);
}

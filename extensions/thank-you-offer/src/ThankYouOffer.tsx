import { render } from "preact";
import { Block } from "#extensions/shared/surface/block/block.tsx";
import type { Place } from "#extensions/shared/surface/page.ts";

export default function ThankYouOffer(): void {
  const place: Place = {
    surface: "thank-you",
    page: shopify,
    says: () => ({
      orderId: shopify.orderConfirmation.value.order.id,
      deliveryGroups: shopify.deliveryGroups.value,
    }),
    late: [],
  };
  render(<Block place={place} />, document.body);
}

import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { Block } from "#extensions/shared/surface/block/block.tsx";

export default function OrderStatusOffer(): void {
  render(<Block place={{ page: shopify, surface: "order-status" }} />, document.body);
}

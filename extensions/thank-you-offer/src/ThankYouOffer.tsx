import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { Block } from "#extensions/shared/surface/block/block.tsx";

export default function ThankYouOffer(): void {
  render(<Block place={{ page: shopify, surface: "thank-you" }} />, document.body);
}

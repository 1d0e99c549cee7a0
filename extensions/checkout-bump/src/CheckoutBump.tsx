import { render } from "preact";
import { NothingOnError } from "#extensions/shared/surface/nothing-on-error.tsx";
import { Bump } from "./bump.tsx";
import type { CheckoutPlace } from "./checkout-page.ts";

export default function CheckoutBump(): void {
  const { buyerIdentity, deliveryGroups } = shopify;
  const place: CheckoutPlace = {
    surface: "checkout",
    page: shopify,
    says: () => ({
      // Without access to protected customer data nobody knows who buys.
      isSignedIn: buyerIdentity && buyerIdentity.customer.value !== undefined,
      deliveryGroups: deliveryGroups.value,
    }),
    late: [],
  };
  render(
    <NothingOnError>
      <Bump place={place} />
    </NothingOnError>,
    document.body,
  );
}

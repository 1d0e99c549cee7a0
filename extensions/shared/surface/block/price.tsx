/** @jsxImportSource preact */
import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import type { Money } from "#app/core/values/money.ts";
import type { SurfacePage } from "../page.ts";
import { writeMoney } from "../page-money.ts";
import { isBundle, nameOf, type Pick, pickedItems, pricesOf } from "./pick.ts";

/** What all of it costs without the offer and with it, and what that price is: read out when a choice changes it. */
export function Price({ page, offer, pick }: { page: SurfacePage; offer: SurfaceOffer; pick: Pick }) {
  const say = page.i18n.translate;
  const costs = (price: Money) => (price.minor === 0 ? say("free") : writeMoney(page, price));
  const { was, now } = pricesOf(offer, pick);
  const isReduced = now.minor < was.minor;
  return (
    <>
      {isBundle(offer) && <Items page={page} offer={offer} pick={pick} />}
      <s-stack accessibilityRole="status">
        <s-stack direction="inline" gap="small-200">
          {isReduced && <s-text accessibilityVisibility="exclusive">{say("was")}</s-text>}
          {isReduced && (
            <s-text type="redundant" color="subdued">
              {costs(was)}
            </s-text>
          )}
          {isReduced && <s-text accessibilityVisibility="exclusive">{say("now")}</s-text>}
          <s-text type="strong">{costs(now)}</s-text>
          {pick.quantity > 1 && <s-text>{say("forQuantity", { quantity: pick.quantity })}</s-text>}
          {isReduced && <s-text dir="auto">{say(offer.priced === "automatic" ? "automatic" : "withCode")}</s-text>}
        </s-stack>
      </s-stack>
      <s-text color="subdued" dir="auto">
        {say(offer.isSentFree ? "shippingFree" : "shippingLater")}
      </s-text>
    </>
  );
}

/** What belongs to a bundle, each at its price in the shop: they add up to the price that is struck through. */
function Items({ page, offer, pick }: { page: SurfacePage; offer: SurfaceOffer; pick: Pick }) {
  return (
    <s-unordered-list>
      {pickedItems(offer, pick).map(({ product, variant }) => (
        <s-list-item key={variant.variantId}>
          {`${product.pieces > 1 ? `${product.pieces} × ` : ""}${nameOf(product)}, ${writeMoney(page, variant.price)}`}
        </s-list-item>
      ))}
    </s-unordered-list>
  );
}

import type { PurchaseBody } from "#app/contracts/surfaces.ts";
import type { Money } from "#app/core/values/money.ts";
import { idIn } from "./gid.ts";
import type { OwnWords, PageLine, Place } from "./page.ts";
import { moneyOf } from "./page-money.ts";

/** What the contract takes at most: a longer text is cut, further lines are left out. */
const TEXT_MOST = 255;
const LINES_MOST = 500;

/**
 * The purchase as the page tells it, in what the shopper pays in: what is decided by, and what the app is sent. Undefined
 * while it has no reference. Protected data is read where the shop granted it; what the page doesn't say stays unknown.
 */
export function purchaseOf({ page, says }: Place): PurchaseBody | undefined {
  const { orderId, isSignedIn, deliveryGroups } = says();
  const order = idIn(orderId ?? "");
  const reference = page.checkoutToken.value ?? order;
  if (!reference) return undefined;
  const { localization, cost } = page;
  const lines = page.lines.value;
  const subtotal = moneyOf(cost.subtotalAmount.value);
  const isSent = lines.some(({ merchandise }) => merchandise.requiresShipping);
  return {
    reference,
    order,
    locale: localization.language.value.isoCode,
    lines: lines.slice(0, LINES_MOST).flatMap(lineOf),
    subtotal,
    total: moneyOf(cost.totalAmount.value),
    discountTotal: discountTotalOf(lines, subtotal),
    discountCodes: page.discountCodes.value.map(({ code }) => cut(code)),
    country: isSent ? (page.shippingAddress?.value?.countryCode ?? localization.country.value?.isoCode) : undefined,
    market: cut(localization.market.value?.handle),
    shippingMethod: cut(shippingMethodOf(deliveryGroups)),
    signedIn: isSignedIn,
  };
}

function lineOf({ merchandise, quantity, cost }: PageLine): PurchaseBody["lines"] {
  const product = idIn(merchandise.product.id);
  const variant = idIn(merchandise.id);
  if (product === undefined || variant === undefined || quantity < 1) return [];
  const { sellingPlan } = merchandise;
  return [
    {
      product,
      variant,
      productTitle: cut(merchandise.title),
      quantity,
      total: moneyOf(cost.totalAmount),
      sellingPlan: sellingPlan && idIn(sellingPlan.id),
    },
  ];
}

function discountTotalOf(lines: readonly PageLine[], { currency }: Money): Money {
  const allocations = lines.flatMap(({ discountAllocations }) => discountAllocations);
  return {
    minor: allocations.reduce((total, { discountedAmount }) => total + moneyOf(discountedAmount).minor, 0),
    currency,
  };
}

/** The title of the one rate that was chosen; unknown where groups of lines are sent by different ones. */
function shippingMethodOf(groups: OwnWords["deliveryGroups"] = []): string | undefined {
  const [group, another] = groups;
  if (!group || another) return undefined;
  return group.deliveryOptions.find(({ handle }) => handle === group.selectedDeliveryOption?.handle)?.title;
}

function cut<Text extends string | undefined>(text: Text): Text {
  return text?.slice(0, TEXT_MOST) as Text;
}

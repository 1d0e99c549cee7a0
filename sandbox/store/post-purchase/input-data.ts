import { customerOf } from "../customers.ts";
import type { Engine } from "../engine.ts";
import { signJwt } from "../jwt.ts";
import { moneyBag } from "../money-bag.ts";
import { amountsOf, lineTotal } from "../orders/amounts.ts";
import type { Checkout, CheckoutLine, StoredCheckout } from "../state/checkout.ts";
import type { Order, OrderLine } from "../state/order.ts";
import { CUSTOMER_IS_NAMED_WHEN_KNOWN_BEFORE, INPUT_TOKEN_LIFETIME_SECONDS, referenceOf } from "./doubts.ts";
import type { ExtensionPoint, InputData, MoneyBag, Purchase } from "./wire.ts";

/**
 * What the page's extension is given, with a token signed now: `iss` "shopify", `sub` the reference, `input_data` all
 * but the token itself. https://shopify.dev/docs/api/checkout-extensions/post-purchase/jwt-specification
 */
export function inputDataFor(
  engine: Engine,
  stored: StoredCheckout,
  checkout: Checkout,
  order: Order | undefined,
  point: ExtensionPoint,
): InputData {
  const customerId = order ? stored.postPurchase.customerId : customerOf(engine, stored.email)?.id;
  const initialPurchase: Purchase = {
    ...(order ? purchaseOfOrder(order) : purchaseOfCheckout(stored, checkout)),
    ...(CUSTOMER_IS_NAMED_WHEN_KNOWN_BEFORE && customerId !== undefined ? { customerId: String(customerId) } : {}),
  };
  const input: Omit<InputData, "token"> = {
    extensionPoint: point,
    initialPurchase,
    locale: stored.language,
    shop: { id: engine.shop.id, domain: engine.shop.domain, metafields: [] },
    version: "unstable",
  };
  const iat = Math.floor(engine.now() / 1000);
  const claims = {
    iss: "shopify",
    sub: initialPurchase.referenceId,
    iat,
    ...(INPUT_TOKEN_LIFETIME_SECONDS === undefined ? {} : { exp: iat + INPUT_TOKEN_LIFETIME_SECONDS }),
    input_data: input,
  };
  return { ...input, token: signJwt(claims, engine.app.clientSecret) };
}

function purchaseOfCheckout(stored: StoredCheckout, checkout: Checkout): Purchase {
  const sent = checkout.shippingMethod !== undefined && !checkout.shippingMethod.pickup;
  return {
    referenceId: referenceOf(stored.token),
    ...(sent ? { destinationCountryCode: stored.country } : {}),
    totalPriceSet: moneyBag(checkout.total, stored.presentmentCurrency),
    lineItems: checkout.lines.map((line) => lineItem(line, moneyBag(line.total, stored.presentmentCurrency))),
  };
}

/** The initial purchase only: what accepted offers added since is not in it. */
function purchaseOfOrder(order: Order): Purchase {
  const bought = order.agreements[0]?.sales ?? [];
  const initial = new Set(bought.flatMap((sale) => (sale.what.kind === "product" ? [sale.what.lineId] : [])));
  const paid = order.transactions[0]?.amount ?? amountsOf(order).total;
  return {
    referenceId: referenceOf(order.checkoutToken),
    ...(order.shippingAddress ? { destinationCountryCode: order.shippingAddress.country } : {}),
    totalPriceSet: moneyBag(paid, order.presentmentCurrency),
    lineItems: order.lines
      .filter((line) => initial.has(line.id))
      .map((line) => lineItem(line, moneyBag(lineTotal(line), order.presentmentCurrency))),
  };
}

function lineItem(line: CheckoutLine | OrderLine, totalPriceSet: MoneyBag): Purchase["lineItems"][number] {
  const { productId, title, variantId, variantTitle, quantity } = line;
  const variant = { id: variantId, title: variantTitle, metafields: [] };
  return { product: { id: productId, title, variant, metafields: [] }, quantity, totalPriceSet };
}

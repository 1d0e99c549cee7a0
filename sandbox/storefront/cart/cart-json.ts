import { minorDigitsOf } from "#app/core/values/currency.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Attribute, Cart, PricedLine } from "../../store/state/cart.ts";
import type { AppliedDiscount } from "../../store/state/discount.ts";
import { keyOf } from "./cart.ts";

/**
 * The AJAX API and Liquid write every currency in hundredths of its unit, 1000 yen as 100000
 * (https://shopify.dev/docs/api/liquid/objects/cart#cart-total_price). A third digit is cut off: Shopify says nothing of
 * currencies that have one.
 */
export function inHundredths({ minor, currency }: Money): number {
  return Math.trunc(minor * 10 ** (2 - minorDigitsOf(currency)));
}

/** A cart as cart.js says it. https://shopify.dev/docs/api/ajax/reference/cart */
export function cartJson(cart: Cart) {
  const ofOrder = cart.discounts.filter((discount) => discount.class === "ORDER");
  return {
    token: cart.token,
    note: cart.note || null,
    attributes: asObject(cart.attributes),
    original_total_price: inHundredths(cart.originalTotal),
    total_price: inHundredths(cart.total),
    total_discount: inHundredths(cart.discountTotal),
    total_weight: 0,
    item_count: cart.pieces,
    items: cart.lines.map((line) => lineJson(line, cart)),
    requires_shipping: cart.requiresShipping,
    currency: cart.context.currency,
    items_subtotal_price: inHundredths(cart.total) + ofOrder.reduce((sum, { amount }) => sum + inHundredths(amount), 0),
    cart_level_discount_applications: ofOrder.map(applicationJson),
    discount_codes: cart.codes.map(({ code, applies }) => ({ code, applicable: applies })),
  };
}

export function lineJson(line: PricedLine, cart: Cart) {
  const hasChoice = line.options.length > 0;
  const ofLine = line.allocations.flatMap(({ discount, amount }) => {
    const applied = cart.discounts[discount];
    invariant(applied, "a line names a discount that the cart has not");
    return applied.class === "PRODUCT" ? [{ amount: inHundredths(amount), applied }] : [];
  });
  const off = ofLine.reduce((sum, { amount }) => sum + amount, 0);
  const [price, before] = [inHundredths(line.unitPrice), inHundredths(line.originalTotal)];
  const final = Math.trunc((before - off) / line.quantity);
  const picture = hasChoice ? `/pictures/${line.handle}/${line.variantId}.svg` : line.picture;
  return {
    id: line.variantId,
    properties: asObject(line.attributes),
    quantity: line.quantity,
    variant_id: line.variantId,
    key: keyOf(line),
    title: hasChoice ? `${line.title} - ${line.variantTitle}` : line.title,
    price,
    original_price: price,
    presentment_price: price / 100,
    discounted_price: final,
    line_price: before,
    original_line_price: before,
    total_discount: off,
    discounts: ofLine.map(({ amount, applied }) => ({ amount, title: applied.title })),
    sku: line.sku,
    grams: 0,
    vendor: line.vendor,
    taxable: true,
    product_id: line.productId,
    product_has_only_default_variant: !hasChoice,
    gift_card: line.isGiftCard,
    final_price: final,
    final_line_price: before - off,
    url: `/products/${line.handle}?variant=${line.variantId}`,
    featured_image: { aspect_ratio: 1, alt: line.title, height: 640, url: picture, width: 640 },
    image: picture,
    handle: line.handle,
    requires_shipping: line.requiresShipping,
    product_type: line.productType,
    product_title: line.title,
    product_description: "",
    variant_title: hasChoice ? line.variantTitle : null,
    variant_options: hasChoice ? line.options.map(({ value }) => value) : ["Default Title"],
    options_with_values: hasChoice ? line.options : [{ name: "Title", value: "Default Title" }],
    line_level_discount_allocations: ofLine.map(({ amount, applied }) => ({
      amount,
      discount_application: applicationJson(applied),
    })),
    line_level_total_discount: off,
    quantity_rule: { min: 1, max: null, increment: 1 },
    has_components: false,
  };
}

function applicationJson({ title, code, class: of, amount, value }: AppliedDiscount) {
  return {
    type: code === undefined ? "automatic" : "discount_code",
    key: code ?? title,
    title: code ?? title,
    description: title,
    value: value.kind === "percentage" ? String(value.percentage) : String(inHundredths(value.amount) / 100),
    created_at: null,
    value_type: value.kind === "percentage" ? "percentage" : "fixed_amount",
    allocation_method: "across",
    target_selection: of === "ORDER" ? "all" : "entitled",
    target_type: of === "SHIPPING" ? "shipping_line" : "line_item",
    total_allocated_amount: inHundredths(amount),
  };
}

function asObject(attributes: readonly Attribute[]): Record<string, string> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value]));
}

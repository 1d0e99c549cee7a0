import type { Catalog } from "#app/core/catalog/catalog.ts";
import type { CustomerHistory } from "#app/core/facts/customer-history.ts";
import type { Facts, PurchaseLine, Utm } from "#app/core/facts/facts.ts";
import type { CustomerId, ProductId, PurchaseReference, RuleId, Shop, VariantId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Dice } from "#bench/frame/dice.ts";
import { COUNTRIES, CURRENCIES, EUR, PRODUCTS, priceOf, SURFACES, TAGS, variantsOf } from "./shop.ts";

const LOCALES = ["en-GB", "de-CH", "pt_BR", "fil-PH", "DE"] as const;
export const REGIONS = ["US-CA", "US-NY", "CA-BC"] as const;
export const MARKETS = ["europe", "asia"] as const;
export const PAYMENTS = ["shopify_payments", "paypal"] as const;
export const SHIPPINGS = ["Express", "Standard "] as const;
export const CHANNELS = ["web", "pos"] as const;
const CODES = ["TEA10", "spring", "FREESHIP"] as const;
export const CAMPAIGNS = ["newsletter", "google", "easter"] as const;
export const ADDRESSES = ["https://shop.example/blogs/tea", "https://shop.example/", ""] as const;
export const DEVICES = ["phone", "tablet", "desktop"] as const;
export const RULE_IDS = Array.from({ length: 12 }, (_, index) => `rule-${index}` as RuleId);

const DAY = 86_400_000;
/** Around moments at which clocks change, and plain ones. */
const MOMENTS = [
  "2026-03-29T00:30:00Z",
  "2026-03-29T01:00:00Z",
  "2026-10-25T00:30:00Z",
  "2026-10-25T01:30:00Z",
  "2026-11-01T05:30:00Z",
  "2026-11-27T09:00:00Z",
  "2026-12-31T23:59:59.999Z",
].map((text) => Date.parse(text));

function generatedMoment(dice: Dice): Instant {
  const near = dice.oneOf(MOMENTS);
  return dice.percent(30) ? near : near + dice.between(-10 * DAY, 10 * DAY);
}

/** A purchase of that shop; every fact that may be missing sometimes is. */
export function generatedPurchase(dice: Dice, catalog: Catalog): Facts {
  const { currency } = catalog.shop;
  const lines = generatedLines(dice, catalog);
  const subtotal = { minor: lines.reduce((sum, { total }) => sum + total.minor, 0), currency };
  const at = generatedMoment(dice);
  const presentmentCurrency = dice.percent(94) ? currency : dice.oneOf(CURRENCIES);
  const country = dice.oneOf(COUNTRIES);
  const customer = dice.percent(70) ? (String(dice.between(7_001, 7_400)) as CustomerId) : undefined;
  const sometimes = <Value>(name: string, chance: number, value: Value) =>
    dice.percent(chance) ? { [name]: value } : {};
  return {
    shop: "generated.myshopify.com" as Shop,
    surface: dice.percent(80) ? "post-purchase" : dice.oneOf(SURFACES),
    reference: `purchase-${dice.between(1, 400)}` as PurchaseReference,
    at,
    locale: dice.oneOf(LOCALES),
    lines,
    total: { minor: subtotal.minor + dice.between(0, 900), currency },
    subtotal,
    presentmentCurrency,
    ...(presentmentCurrency !== currency &&
      sometimes("presentmentSubtotal", 60, { minor: dice.between(0, 9_000), currency: presentmentCurrency })),
    ...sometimes("discountTotal", 60, { minor: dice.percent(50) ? 0 : dice.between(1, 900), currency }),
    ...sometimes("discountCodes", 60, dice.someOf(CODES, dice.between(0, 2))),
    ...(customer && { customer }),
    ...(customer && sometimes("history", 75, generatedHistory(dice, catalog, at))),
    ...sometimes("signedIn", 60, dice.percent(50)),
    ...sometimes("destinationCountry", 85, country),
    ...sometimes("destinationRegion", 60, dice.percent(30) ? "" : dice.oneOf(REGIONS)),
    ...sometimes("market", 60, dice.oneOf(MARKETS)),
    ...sometimes("paymentMethod", 60, dice.oneOf(PAYMENTS)),
    ...sometimes("shippingMethod", 60, dice.oneOf(SHIPPINGS)),
    ...sometimes("salesChannel", 60, dice.oneOf(CHANNELS)),
    ...sometimes("utm", 60, generatedUtm(dice)),
    ...sometimes("landingPage", 60, dice.oneOf(ADDRESSES)),
    ...sometimes("referrer", 60, dice.oneOf(ADDRESSES)),
    ...sometimes("device", 60, dice.oneOf(DEVICES)),
  };
}

function generatedLines(dice: Dice, catalog: Catalog): PurchaseLine[] {
  const count = dice.percent(2) ? 0 : dice.between(1, 4);
  return Array.from({ length: count }, () => {
    const product = dice.oneOf(PRODUCTS);
    const variant = dice.percent(80) ? (variantsOf(product)[0] as VariantId) : dice.oneOf(variantsOf(product));
    return generatedLine(dice, catalog, product, variant);
  });
}

function generatedLine(dice: Dice, catalog: Catalog, product: ProductId, variant: VariantId): PurchaseLine {
  const quantity = dice.percent(60) ? 1 : dice.between(2, 4);
  const price = priceOf(catalog, product, variant);
  const full = price.minor * quantity;
  return {
    product,
    productTitle: `Product ${product}`,
    variant,
    quantity,
    total: { minor: dice.percent(80) ? full : Math.floor(full / 2), currency: price.currency },
    ...(dice.percent(10) && { sellingPlan: "501" }),
  };
}

function generatedHistory(dice: Dice, catalog: Catalog, at: Instant): CustomerHistory {
  const { currency } = catalog.shop;
  const orders = Array.from({ length: dice.percent(40) ? 0 : dice.between(1, 4) }, () => ({
    reference: `purchase-${dice.between(1, 400)}` as PurchaseReference,
    at: at - dice.between(0, 120) * DAY - (dice.percent(30) ? 0 : dice.between(0, DAY)),
    subtotal: { minor: dice.between(0, 9_000), currency: dice.percent(92) ? currency : EUR },
    products: dice.someOf(PRODUCTS, dice.between(1, 4)),
  }));
  const answers = Array.from({ length: dice.percent(50) ? 0 : dice.between(1, 3) }, () => ({
    reference: `purchase-${dice.between(1, 400)}` as PurchaseReference,
    rule: dice.oneOf(RULE_IDS),
    answer: dice.oneOf(["accepted", "declined"] as const),
    at: at - dice.between(0, 120) * DAY,
  }));
  const latestFirst = (left: { at: Instant }, right: { at: Instant }) => right.at - left.at;
  return {
    isComplete: dice.percent(60),
    ...(dice.percent(70) && { tags: dice.someOf(TAGS, dice.between(0, 3)) }),
    orders: orders.sort(latestFirst),
    answers: answers.sort(latestFirst),
  };
}

function generatedUtm(dice: Dice): Utm {
  return {
    ...(dice.percent(60) && { source: dice.oneOf(CAMPAIGNS) }),
    ...(dice.percent(40) && { medium: dice.oneOf(CAMPAIGNS) }),
    ...(dice.percent(40) && { campaign: ` ${dice.oneOf(CAMPAIGNS)}` }),
  };
}

import { type Catalog, type CatalogProduct, catalogOf } from "#app/core/catalog/catalog.ts";
import type { Facts, PurchaseLine } from "#app/core/facts/facts.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { ProductId, PurchaseReference, Shop, VariantId } from "#app/core/values/ids.ts";
import type { Money } from "#app/core/values/money.ts";
import { type Dice, popularity } from "../frame/dice.ts";

/** A made-up shop: what it sells, what of it is offered, and purchases as its shoppers make them. */
export const NOW = Date.parse("2026-11-27T10:30:00Z");
export const COUNTRIES = ["GB", "DE", "FR", "US", "IE", "NL", "SE", "CH"] as const;

/** In every purchase of the workloads that want one: a gift box, say. */
export const STAPLE = "1" as ProductId;

const GBP = "GBP" as Currency;
const OFFERED_FROM = 9_000_000;
const OFFERED = 500;

export const pence = (minor: number): Money => ({ minor, currency: GBP });
export const soldProduct = (rank: number): ProductId => String(rank + 1) as ProductId;
export const offeredProduct = (number: number): ProductId => String(OFFERED_FROM + (number % OFFERED)) as ProductId;

/** The products that rules offer are never bought in these workloads, so that no peer has to be taught the guards. */
export function shopWith(products: number): Catalog {
  const sold = Array.from({ length: products }, (_, rank) => productOf(soldProduct(rank)));
  const offered = Array.from({ length: OFFERED }, (_, number) => productOf(offeredProduct(number)));
  return catalogOf({ currency: GBP, timezone: "Europe/London" }, [...sold, ...offered]);
}

/** One to six lines, the popular products more often (Zipf); worth 2 to some 300 pounds, sent to one of eight countries. */
export function purchasesOf(
  dice: Dice,
  { products, count, withStaple = false }: { products: number; count: number; withStaple?: boolean },
): Facts[] {
  const rank = popularity(products);
  return Array.from({ length: count }, (_, number) => {
    const ranks = new Set(Array.from({ length: dice.between(1, 6) }, () => rank(dice)));
    const bought = [...ranks].map(soldProduct);
    const all = withStaple && !bought.includes(STAPLE) ? [STAPLE, ...bought.slice(0, 5)] : bought;
    return purchaseOf(dice, number, all);
  });
}

function purchaseOf(dice: Dice, number: number, products: readonly ProductId[]): Facts {
  const lines = products.map((product): PurchaseLine => {
    const quantity = dice.percent(70) ? 1 : dice.between(2, 5);
    return {
      product,
      productTitle: `Product ${product}`,
      variant: variantOf(product),
      quantity,
      total: pence(quantity * priceOf(product)),
    };
  });
  const subtotal = lines.reduce((sum, line) => sum + line.total.minor, 0);
  const country = dice.percent(60) ? "GB" : dice.oneOf(COUNTRIES);
  return {
    shop: "bench.myshopify.com" as Shop,
    surface: "post-purchase",
    reference: `purchase-${number}` as PurchaseReference,
    at: NOW,
    locale: "en-GB",
    lines,
    total: pence(subtotal + 495),
    subtotal: pence(subtotal),
    presentmentCurrency: GBP,
    destinationCountry: country,
    salesChannel: "web",
  };
}

const priceOf = (product: ProductId) => 195 + ((Number(product) * 7919) % 4_800);
const variantOf = (product: ProductId) => `7${product}` as VariantId;

function productOf(id: ProductId): CatalogProduct {
  return {
    id,
    title: `Product ${id}`,
    handle: `product-${id}`,
    status: "active",
    requiresSellingPlan: false,
    isGiftCard: false,
    type: "Gift",
    vendor: "Bench",
    tags: [],
    metafields: {},
    components: [],
    complementary: [],
    variants: [
      {
        id: variantOf(id),
        title: "Default Title",
        options: [],
        price: pence(priceOf(id)),
        stock: { kind: "tracked", left: 40 },
        requiresShipping: true,
        inventoryItem: `8${id}`,
      },
    ],
    updatedAt: NOW,
  };
}

import {
  type Catalog,
  type CatalogCollection,
  type CatalogProduct,
  type CatalogVariant,
  catalogOf,
  type Stock,
} from "#app/core/catalog/catalog.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { CollectionId, ProductId, VariantId } from "#app/core/values/ids.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Dice } from "#bench/frame/dice.ts";

/** What generated shops are made of: few enough of each that rules and purchases meet. */
const GBP = "GBP" as Currency;
export const EUR = "EUR" as Currency;
export const CURRENCIES = [GBP, EUR, "JPY" as Currency, "KWD" as Currency] as const;
/** Written down here, as all that is dealt from: the app's own lists may grow, these never change. */
export const SURFACES: readonly Surface[] = ["cart", "checkout", "post-purchase", "thank-you", "order-status", "email"];
export const REPLACING: readonly Surface[] = ["cart", "checkout"];
const TIMEZONES = ["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"] as const;
export const COUNTRIES = ["GB", "IE", "DE", "FR", "US", "JP"] as const;
export const TAGS = ["gift", "Gift", "tea", "SALE", "garden", "straße"] as const;
export const TYPES = ["Teacup", "Teapot", "Spade", ""] as const;
export const VENDORS = ["Encore Pottery", "Old Forge", " Glasshouse "] as const;
export const MATERIALS = ["china", "oak", "steel"] as const;

/** The shop's products are 1 to 24; 25 to 28 can be bought and named, but our copy does not have them. */
export const PRODUCTS = Array.from({ length: 28 }, (_, index) => String(index + 1) as ProductId);
const COPIED = PRODUCTS.slice(0, 24);
export const COLLECTIONS = ["501", "502", "503", "504", "509"] as CollectionId[];
const COPIED_COLLECTIONS = COLLECTIONS.slice(0, 4);

export const variantsOf = (product: ProductId): VariantId[] =>
  [0, 1, 2].map((number) => String(1_000 + Number(product) * 10 + number) as VariantId);

export function generatedShop(dice: Dice): Catalog {
  const currency = dice.percent(85) ? GBP : dice.oneOf(CURRENCIES);
  return catalogOf(
    {
      currency,
      timezone: dice.oneOf(TIMEZONES),
      ...(dice.percent(70) && { shipsTo: dice.someOf(COUNTRIES, dice.between(2, 6)) }),
    },
    COPIED.map((id) => generatedProduct(dice, id, currency)),
    COPIED_COLLECTIONS.map((id) => generatedCollection(dice, id)),
  );
}

function generatedProduct(dice: Dice, id: ProductId, shopCurrency: Currency): CatalogProduct {
  const currency = dice.percent(97) ? shopCurrency : dice.oneOf(CURRENCIES);
  const variants = variantsOf(id).slice(0, dice.percent(60) ? 1 : dice.between(2, 3));
  return {
    id,
    title: `Product ${id}`,
    handle: `product-${id}`,
    status: dice.percent(90) ? "active" : dice.oneOf(["draft", "archived", "unlisted", "deleted"] as const),
    requiresSellingPlan: dice.percent(4),
    isGiftCard: dice.percent(8),
    type: dice.oneOf(TYPES),
    vendor: dice.oneOf(VENDORS),
    tags: dice.someOf(TAGS, dice.between(0, 3)),
    metafields: dice.percent(60) ? { "custom.material": dice.oneOf(MATERIALS) } : {},
    components: dice.percent(8) ? dice.someOf(PRODUCTS, dice.between(1, 3)).filter((one) => one !== id) : [],
    complementary: dice.percent(40) ? dice.someOf(PRODUCTS, dice.between(1, 4)) : [],
    variants: variants.map((variant) => generatedVariant(dice, variant, currency)),
    updatedAt: 0,
  };
}

function generatedVariant(dice: Dice, id: VariantId, currency: Currency): CatalogVariant {
  const minor = dice.percent(3) ? 0 : dice.between(50, 4_000);
  return {
    id,
    title: `Variant ${id}`,
    options: [],
    price: { minor, currency },
    ...(dice.percent(50) && { cost: { minor: dice.between(0, Math.max(1, Math.floor(minor * 0.9))), currency } }),
    stock: generatedStock(dice),
    requiresShipping: dice.percent(85),
    inventoryItem: `i${id}`,
  };
}

function generatedStock(dice: Dice): Stock {
  const fallen = dice.between(1, 100);
  if (fallen <= 60) return { kind: "tracked", left: dice.between(1, 8) };
  if (fallen <= 75) return { kind: "untracked" };
  if (fallen <= 85) return { kind: "oversold", left: dice.between(-5, 0) };
  return fallen <= 95 ? { kind: "tracked", left: 0 } : { kind: "unavailable" };
}

function generatedCollection(dice: Dice, id: CollectionId): CatalogCollection {
  return {
    id,
    title: `Collection ${id}`,
    products: dice.percent(6) ? [] : dice.someOf(PRODUCTS, dice.between(1, 8)),
    updatedAt: 0,
  };
}

/** What the shop asks for a piece, or something else where our copy does not know. */
export function priceOf(catalog: Catalog, product: ProductId, variant: VariantId): Money {
  const known = catalog.products.get(product)?.variants.find(({ id }) => id === variant);
  return { minor: known?.price.minor ?? 995, currency: catalog.shop.currency };
}

import {
  type Catalog,
  type CatalogProduct,
  type CatalogVariant,
  catalogOf,
  type Stock,
} from "#app/core/catalog/catalog.ts";
import { anyText, currencyCode, listOf, textsByName, timezone } from "#app/core/rules/plain-shapes.ts";
import { type Problem, Reading } from "#app/core/rules/reading.ts";
import {
  list,
  oneOf,
  optional,
  record,
  textLike,
  trueOrFalse,
  type Written,
  wholeNumber,
} from "#app/core/rules/shapes.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { CollectionId, ProductId, VariantId } from "#app/core/values/ids.ts";
import { decimalAmount, shopifyId, withoutNulls } from "./shapes.ts";

/** A catalogue file (docs/purchases-and-catalogue.md) as the core knows a shop, or everything that is wrong with it. */
export function readCatalogue(document: unknown): Catalog | readonly Problem[] {
  const reading = new Reading(withoutNulls(document));
  if (!reading.object("The catalogue")) return reading.problems;
  reading.onlyFields(["shop", "products", "collections"]);
  const shop = shopShape.read(reading.at("shop"));
  if (!shop) return reading.problems;
  const product = productShape(shop.currencyCode);
  const products = listOf(product, PRODUCTS_MOST).read(reading.at("products"));
  const collections = reading.at("collections");
  const listed = collections.isAbsent ? [] : listOf(collectionShape).read(collections);
  reportTwins(reading, "products", products);
  reportTwins(reading, "collections", listed);
  if (!products || !listed || reading.problems.length > 0) return reading.problems;
  return catalogOf(
    {
      currency: shop.currencyCode,
      timezone: shop.ianaTimezone,
      ...(shop.shipsToCountries && { shipsTo: shop.shipsToCountries }),
    },
    products.map(productOf),
    listed.map(({ id, title, productIds }) => ({ id, title, products: productIds, updatedAt: 0 })),
  );
}

const PRODUCTS_MOST = 1_000_000;

const shopShape = record("The shop", {
  currencyCode,
  ianaTimezone: timezone,
  shipsToCountries: optional(
    list(textLike(/^[A-Z]{2}$/, "A country is a code of two capitals, such as GB."), {
      sentence: "Name at least one country.",
      most: 300,
    }),
  ),
});

const productId = shopifyId<ProductId>("A product");

const collectionShape = record("The collection", {
  id: shopifyId<CollectionId>("A collection"),
  title: anyText(),
  productIds: listOf(productId),
});

const imageShape = record("The picture", { url: anyText(), altText: anyText() });

const variantShape = (currency: Currency) =>
  record("The variant", {
    id: shopifyId<VariantId>("A variant"),
    title: optional(anyText()),
    selectedOptions: optional(listOf(record("The option", { name: anyText(), value: anyText() }))),
    price: decimalAmount(currency),
    compareAtPrice: optional(decimalAmount(currency)),
    unitCost: optional(decimalAmount(currency)),
    tracked: optional(trueOrFalse("Say whether stock is counted: true or false.")),
    inventoryQuantity: optional(wholeNumber(-1_000_000_000, 1_000_000_000, "The stock is a whole number of pieces.")),
    inventoryPolicy: optional(oneOf(["DENY", "CONTINUE"], "When nothing is left: DENY or CONTINUE.")),
    availableForSale: optional(trueOrFalse("Say whether it can be bought: true or false.")),
    requiresShipping: optional(trueOrFalse("Say whether it is shipped: true or false.")),
    image: optional(imageShape),
  });

const productShape = (currency: Currency) =>
  record("The product", {
    id: productId,
    title: anyText(),
    handle: optional(anyText()),
    status: optional(
      oneOf(["ACTIVE", "DRAFT", "ARCHIVED", "UNLISTED"], "A product is ACTIVE, DRAFT, ARCHIVED or UNLISTED."),
    ),
    productType: optional(anyText()),
    vendor: optional(anyText()),
    tags: optional(listOf(anyText())),
    metafields: optional(textsByName),
    isGiftCard: optional(trueOrFalse("Say whether it is a gift card: true or false.")),
    requiresSellingPlan: optional(trueOrFalse("Say whether it is sold by subscription only: true or false.")),
    componentIds: optional(listOf(productId)),
    complementaryIds: optional(listOf(productId)),
    image: optional(imageShape),
    variants: list(variantShape(currency), { sentence: "A product has at least one variant.", most: 2_048 }),
  });

type ReadProduct = Written<ReturnType<typeof productShape>>;
type ReadVariant = Written<ReturnType<typeof variantShape>>;

function productOf(read: ReadProduct): CatalogProduct {
  return {
    id: read.id,
    title: read.title,
    handle: read.handle ?? "",
    status: STATUS[read.status ?? "ACTIVE"],
    ...(read.image && { image: pictureOf(read.image) }),
    requiresSellingPlan: read.requiresSellingPlan ?? false,
    isGiftCard: read.isGiftCard ?? false,
    type: read.productType ?? "",
    vendor: read.vendor ?? "",
    tags: read.tags ?? [],
    metafields: read.metafields ?? {},
    components: read.componentIds ?? [],
    complementary: read.complementaryIds ?? [],
    variants: read.variants.map(variantOf),
    updatedAt: 0,
  };
}

const STATUS = { ACTIVE: "active", DRAFT: "draft", ARCHIVED: "archived", UNLISTED: "unlisted" } as const;

function variantOf(read: ReadVariant): CatalogVariant {
  return {
    id: read.id,
    title: read.title ?? "Default Title",
    options: read.selectedOptions ?? [],
    price: read.price,
    ...(read.compareAtPrice && { compareAtPrice: read.compareAtPrice }),
    ...(read.unitCost && { cost: read.unitCost }),
    stock: stockOf(read),
    requiresShipping: read.requiresShipping ?? true,
    ...(read.image && { image: pictureOf(read.image) }),
    inventoryItem: read.id,
  };
}

/** Counted where `tracked` says so or a quantity is given; what is not for sale is not, whatever is left. */
function stockOf({ tracked, inventoryQuantity, inventoryPolicy, availableForSale }: ReadVariant): Stock {
  if (availableForSale === false) return { kind: "unavailable" };
  if (!(tracked ?? inventoryQuantity !== undefined)) return { kind: "untracked" };
  const left = inventoryQuantity ?? 0;
  return inventoryPolicy === "CONTINUE" ? { kind: "oversold", left } : { kind: "tracked", left: Math.max(0, left) };
}

function pictureOf({ url, altText }: Written<typeof imageShape>) {
  return { url, description: altText };
}

function reportTwins(reading: Reading, name: string, items: readonly { readonly id: string }[] | undefined): void {
  const seen = new Set<string>();
  items?.forEach(({ id }, index) => {
    if (seen.has(id)) {
      reading.problems.push({
        path: `${name}[${index}].id`,
        sentence: `Another of the ${name} has the id ${id} already.`,
      });
    }
    seen.add(id);
  });
}

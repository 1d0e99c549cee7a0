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
  if (!reading.object("problem.part.catalogue")) return reading.problems;
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

const shopShape = record("problem.part.shop", {
  currencyCode,
  ianaTimezone: timezone,
  shipsToCountries: optional(
    list(textLike(/^[A-Z]{2}$/, "problem.country"), {
      message: "problem.catalogue.countries",
      most: 300,
    }),
  ),
});

const productId = shopifyId<ProductId>("product");

const collectionShape = record("problem.part.collection", {
  id: shopifyId<CollectionId>("collection"),
  title: anyText(),
  productIds: listOf(productId),
});

const imageShape = record("problem.part.picture", { url: anyText(), altText: anyText() });

const variantShape = (currency: Currency) =>
  record("problem.part.variant", {
    id: shopifyId<VariantId>("variant"),
    title: optional(anyText()),
    selectedOptions: optional(listOf(record("problem.part.option", { name: anyText(), value: anyText() }))),
    price: decimalAmount(currency),
    compareAtPrice: optional(decimalAmount(currency)),
    unitCost: optional(decimalAmount(currency)),
    tracked: optional(trueOrFalse("problem.catalogue.tracked")),
    inventoryQuantity: optional(wholeNumber(-1_000_000_000, 1_000_000_000, "problem.catalogue.stock")),
    inventoryPolicy: optional(oneOf(["DENY", "CONTINUE"], "problem.catalogue.policy")),
    availableForSale: optional(trueOrFalse("problem.catalogue.for-sale")),
    requiresShipping: optional(trueOrFalse("problem.catalogue.shipped")),
    image: optional(imageShape),
  });

const productShape = (currency: Currency) =>
  record("problem.part.product", {
    id: productId,
    title: anyText(),
    handle: optional(anyText()),
    status: optional(oneOf(["ACTIVE", "DRAFT", "ARCHIVED", "UNLISTED"], "problem.catalogue.status")),
    productType: optional(anyText()),
    vendor: optional(anyText()),
    tags: optional(listOf(anyText())),
    metafields: optional(textsByName),
    isGiftCard: optional(trueOrFalse("problem.catalogue.gift-card")),
    requiresSellingPlan: optional(trueOrFalse("problem.catalogue.subscription")),
    componentIds: optional(listOf(productId)),
    complementaryIds: optional(listOf(productId)),
    image: optional(imageShape),
    variants: list(variantShape(currency), { message: "problem.catalogue.variants", most: 2_048 }),
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

function reportTwins(
  reading: Reading,
  name: "products" | "collections",
  items: readonly { readonly id: string }[] | undefined,
): void {
  const seen = new Set<string>();
  items?.forEach(({ id }, index) => {
    if (seen.has(id)) {
      reading.problems.push({
        path: `${name}[${index}].id`,
        message: "problem.catalogue.twice",
        values: { list: name, id },
      });
    }
    seen.add(id);
  });
}

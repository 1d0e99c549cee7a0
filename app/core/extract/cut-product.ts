import type { Catalog, CatalogProduct, CatalogVariant } from "../catalog/catalog.ts";
import { OF_A_COLLECTION_MOST } from "../decision/sources.ts";
import type { ConditionKind } from "../rules/conditions/index.ts";
import { folded } from "../rules/conditions/texts.ts";
import { conditionsOf } from "../rules/conjuncts.ts";
import type { ProductId, VariantId } from "../values/ids.ts";
import type { ExtractedRule } from "./extract.ts";

/** A product as it is written down for the surfaces: with what these rules ask and offer of it, and never with its cost. */
export type CutProduct = (id: ProductId) => CatalogProduct | undefined;

export function cuttingProducts(rules: readonly ExtractedRule[], catalog: Catalog): CutProduct {
  const asked = rules.flatMap(({ when }) => conditionsOf(when));
  const asks = (kind: ConditionKind) => asked.some((spec) => spec.kind === kind);
  const sources = new Set(rules.map(({ path }) => path.offer.source.kind));
  const tags = new Set(asked.flatMap((spec) => (spec.kind === "tag" ? spec.tags.map(folded) : [])));
  const [withType, withVendor, withMetafields] = [asks("type"), asks("vendor"), asks("product-metafield")];
  const isComplementaryOffered = sources.has("complementary");
  const isAnyVariantAsked = asks("requires-shipping") || sources.has("same-again") || sources.has("from-purchase");
  const offered = offeredVariants(rules, catalog);
  const known = new Map<ProductId, CatalogProduct>();

  function cut(product: CatalogProduct): CatalogProduct {
    const wanted = isAnyVariantAsked ? "all" : offered.get(product.id);
    const { image, ...rest } = product;
    return {
      ...rest,
      ...(wanted ? {} : { title: "", handle: "" }),
      ...(wanted && image ? { image } : {}),
      type: withType ? product.type : "",
      vendor: withVendor ? product.vendor : "",
      tags: product.tags.filter((tag) => tags.has(folded(tag))),
      metafields: withMetafields ? product.metafields : {},
      complementary: isComplementaryOffered ? product.complementary : [],
      variants: product.variants.filter(({ id }) => wanted === "all" || wanted?.has(id)).map(cutVariant),
      updatedAt: 0,
    };
  }

  return (id) => {
    const product = catalog.products.get(id);
    if (!product) return undefined;
    const cutAlready = known.get(id);
    if (cutAlready) return cutAlready;
    const made = cut(product);
    known.set(id, made);
    return made;
  };
}

function cutVariant({ cost: _merchants, compareAtPrice: _drawnFromLive, ...variant }: CatalogVariant): CatalogVariant {
  return { ...variant, inventoryItem: "" };
}

type Wanted = ReadonlySet<VariantId> | "all";

/** Of each product that may be offered the variants that are. */
function offeredVariants(rules: readonly ExtractedRule[], catalog: Catalog): ReadonlyMap<ProductId, Wanted> {
  const offered = new Map<ProductId, Wanted>();
  const add = (product: ProductId, variants: readonly VariantId[] | undefined) => {
    const known = offered.get(product);
    if (known !== "all") offered.set(product, variants ? new Set([...(known ?? []), ...variants]) : "all");
  };
  for (const rule of rules) {
    const { source } = rule.path.offer;
    if (source.kind === "named" || source.kind === "choice") {
      for (const { product, variants } of source.products) add(product, variants);
    } else if (source.kind === "bundle") {
      for (const { product, variant } of source.items) add(product, variant === undefined ? undefined : [variant]);
    } else if (source.kind === "complementary") {
      for (const { complementary } of catalog.products.values()) for (const one of complementary) add(one, undefined);
    } else if (source.kind === "collection") {
      const { products } = catalog.collections.get(source.collection) ?? { products: [] };
      for (const product of products.slice(0, OF_A_COLLECTION_MOST)) add(product, undefined);
    }
  }
  return offered;
}

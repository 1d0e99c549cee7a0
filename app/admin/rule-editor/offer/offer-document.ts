import { discount } from "#app/core/rules/read-offer.ts";
import { Reading } from "#app/core/rules/reading.ts";
import type { Discount, OfferKind, ProductSource } from "#app/core/rules/rulebook.ts";
import type { ProductId, VariantId } from "#app/core/values/ids.ts";

/** An offer as it is being written: any field may be missing or not yet right. */
export type OfferDocument = Readonly<Record<string, unknown>>;
export type SourceKind = ProductSource["kind"];

/** One product of a source as it is written, with what of it is named. */
export interface Chosen {
  readonly product: ProductId;
  /** Absent: all of them, or of a bundle's item the first that can be sold. */
  readonly variants?: readonly VariantId[];
  readonly quantity?: unknown;
}

/** A step that was just added: what follows a no is the smaller offer. */
export function newOffer(kind: OfferKind): OfferDocument {
  return {
    kind,
    source: { kind: "named", products: [] },
    discount: { kind: "none" },
    quantityMost: 1,
    shipping: { kind: "free" },
    words: { headline: {}, reason: {} },
  };
}

/** The offer as another kind, with what that kind asks of the rest of it; everything else stays as it was written. */
export function asKind(offer: OfferDocument, kind: OfferKind): OfferDocument {
  const { partner, replaces, ...rest } = offer;
  const chosen = chosenIn(offer.source);
  const wasFree = offer.kind === "gift" && kind !== "gift";
  return {
    ...rest,
    kind,
    ...(kind === "partner" ? { partner: partner ?? { name: "", commissionPercent: "" } } : {}),
    ...(kind === "upsell" && replaces !== undefined ? { replaces } : {}),
    ...(kind === "gift" ? { discount: { kind: "percent", percent: 100 }, quantityMost: 1 } : {}),
    ...(wasFree ? { discount: { kind: "none" } } : {}),
    ...(kind === "bundle" ? { source: sourceOf("bundle", chosen), quantityMost: 1 } : {}),
    ...(offer.kind === "bundle" && kind !== "bundle" ? { source: sourceOf("named", chosen) } : {}),
  };
}

/** A source of this kind, of the products that were chosen before where it names some. */
export function sourceOf(kind: SourceKind, chosen: readonly Chosen[] = []): OfferDocument {
  switch (kind) {
    case "named":
    case "choice":
      return {
        kind,
        products: chosen.map(({ product, variants }) => ({ product, ...(variants ? { variants } : {}) })),
      };
    case "bundle":
      return { kind, items: chosen.flatMap(itemsOf) };
    case "collection":
      return { kind, collection: "", order: "best-selling" };
    case "from-purchase":
      return { kind, which: "dearest" };
    default:
      return { kind };
  }
}

/** Each variant that is named is an item of its own. */
function itemsOf({ product, variants = [], quantity = 1 }: Chosen): OfferDocument[] {
  return variants.length > 0 ? variants.map((variant) => ({ product, variant, quantity })) : [{ product, quantity }];
}

/** Whether the merchant says which products it is; of other sources the purchase decides. */
export function namesProducts(source: unknown): boolean {
  const { products, items } = (source ?? {}) as OfferDocument;
  return Array.isArray(products) || Array.isArray(items);
}

/** The products that a source names, in their order; none where it names no products. */
export function chosenIn(source: unknown): readonly Chosen[] {
  const { products, items } = (source ?? {}) as OfferDocument;
  const listed = Array.isArray(products) ? products : Array.isArray(items) ? items : [];
  return listed.flatMap(({ product, variants, variant, quantity }) =>
    typeof product === "string"
      ? {
          product: product as ProductId,
          ...(Array.isArray(variants) ? { variants } : variant ? { variants: [variant] } : {}),
          ...(quantity === undefined ? {} : { quantity }),
        }
      : [],
  );
}

/** The discount as it is written, with those of its amounts that are right; undefined while none is. */
export function discountIn(written: unknown): Discount | undefined {
  const { kind, amounts, prices } = (written ?? {}) as OfferDocument;
  const right = (each: unknown) =>
    Array.isArray(each) ? { [kind === "amount" ? "amounts" : "prices"]: each.filter(isAmount) } : {};
  return discount.read(new Reading({ ...(written as object), ...right(amounts ?? prices) }));
}

function isAmount(written: unknown): boolean {
  return Number.isSafeInteger((written as OfferDocument | null)?.minor);
}

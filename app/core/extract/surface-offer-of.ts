import type { Catalog } from "../catalog/catalog.ts";
import type { ChosenOffer, OfferedProduct } from "../decision/decision.ts";
import type { Surface } from "../facts/facts.ts";
import type { Rule } from "../rules/rulebook.ts";
import { wordsFor } from "../values/language.ts";
import { instantOfLocal } from "../values/shop-time.ts";
import { SURFACE_LANGUAGES, type SurfaceOffer, type SurfaceProduct } from "./surface-offer.ts";

/** What the offer is drawn with, besides what was decided. */
export interface Drawing {
  /** The shopper's, "de-CH". */
  readonly locale: string;
  /** Whether the rule's discount is a native automatic one. */
  readonly isAutomatic: boolean;
  readonly step: number;
  readonly version: number;
}

/** Where the shopper buys the offer in a checkout of its own, the first one being paid. */
const OWN_CHECKOUT: ReadonlySet<Surface> = new Set(["thank-you", "order-status"]);

/**
 * The chosen offer as the surface draws it. `rule` is the rule it comes from; for what follows on its path, the rule with
 * that part of the path in place of its own. `catalog` is the one it was decided with.
 */
export function surfaceOfferOf(
  chosen: ChosenOffer,
  { path: { offer }, schedule }: Pick<Rule, "path" | "schedule">,
  surface: Surface,
  catalog: Catalog,
  { locale, isAutomatic, step, version }: Drawing,
): SurfaceOffer {
  const headline = wordsFor(chosen.words.headline, locale, SURFACE_LANGUAGES);
  const reason = wordsFor(chosen.words.reason, locale, SURFACE_LANGUAGES);
  const until = schedule?.until === undefined ? undefined : instantOfLocal(schedule.until, catalog.shop.timezone);
  return {
    rule: chosen.rule,
    version,
    step,
    kind: chosen.kind,
    arrangement: chosen.arrangement,
    products: chosen.products.map((product) => surfaceProduct(product, catalog)),
    discount: offer.discount,
    priced: offer.discount.kind === "none" ? "as-is" : isAutomatic && surface === "checkout" ? "automatic" : "code",
    isSentFree: OWN_CHECKOUT.has(surface) && offer.shipping.kind === "free" && isSent(chosen, catalog),
    ...(chosen.partner ? { partner: chosen.partner.name } : {}),
    ...(headline === undefined ? {} : { headline }),
    ...(reason === undefined ? {} : { reason }),
    ...(chosen.because === undefined ? {} : { because: chosen.because }),
    ...(until === undefined ? {} : { validUntil: until }),
  };
}

function surfaceProduct(
  { product, title, image, pieces, variants }: OfferedProduct,
  { products }: Catalog,
): SurfaceProduct {
  return {
    productId: product,
    handle: products.get(product)?.handle ?? "",
    title,
    ...(image ? { image } : {}),
    pieces,
    variants: variants.map(({ variant, title, options, price, offerPrice, quantityMost, image }) => ({
      variantId: variant,
      title,
      options,
      price,
      offerPrice,
      quantityMost,
      ...(image ? { image } : {}),
    })),
  };
}

/** Whether anything of it is sent at all: a download needs no code to be sent free of charge. */
function isSent({ products }: ChosenOffer, catalog: Catalog): boolean {
  return products.some(({ product, variants }) => {
    const offered = new Set(variants.map(({ variant }) => variant));
    return catalog.products
      .get(product)
      ?.variants.some(({ id, requiresShipping }) => requiresShipping && offered.has(id));
  });
}

import type { CatalogCollection, CatalogProduct, ShopProfile } from "#app/core/catalog/catalog.ts";
import type { GuardVerdict, NothingReason } from "#app/core/decision/decision.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { RulebookSettings } from "#app/core/rules/rulebook-settings.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { VariantId } from "#app/core/values/ids.ts";
import type { Money } from "#app/core/values/money.ts";

/**
 * What the rule editor and the page of the preview say to each other, by `postMessage` within one origin. The page says
 * that it is ready; each ask after that is drawn in the place of the one before.
 */

/** Where the preview can draw: by e-mail nothing is run. */
export const PREVIEW_SURFACES = ["post-purchase", "thank-you", "order-status", "checkout", "cart"] as const;
export type PreviewSurface = (typeof PREVIEW_SURFACES)[number];

export interface PreviewAsk {
  readonly kind: "preview";
  /** Told back with everything that is said of it. */
  readonly turn: number;
  readonly surface: PreviewSurface;
  readonly rule: Rule;
  /** What holds for every rule: words, looks and guards. */
  readonly settings: RulebookSettings;
  readonly shop: ShopProfile;
  readonly goods: SampleGoods;
  /** The shopper's, "de". */
  readonly locale: string;
  /** What the shopper pays in. */
  readonly currency: Currency;
  /** What variants cost in it, where it is not the shop's own. */
  readonly abroad: readonly PriceAbroad[];
}

/** What of the shop a rule speaks of, and a little of what it does not, to have been bought. */
export interface SampleGoods {
  readonly products: readonly CatalogProduct[];
  readonly collections: readonly CatalogCollection[];
}

export interface PriceAbroad {
  readonly variant: VariantId;
  readonly price: Money;
  readonly compareAtPrice?: Money;
}

export type PreviewTold =
  | { readonly kind: "ready" }
  /** Of all that is drawn, in the page's own pixels. */
  | { readonly kind: "height"; readonly px: number }
  | { readonly kind: "stands"; readonly turn: number; readonly what: PreviewOutcome };

export type PreviewOutcome =
  /** `bought` is the title of what the made-up purchase consists of. */
  | { readonly kind: "shown"; readonly bought: string }
  | { readonly kind: "nothing"; readonly reason: NothingReason; readonly guard?: GuardVerdict }
  /** The shop has nothing that could have been bought. */
  | { readonly kind: "no-goods" }
  /** The shopper's way ends here: it was answered, and the page goes on. */
  | { readonly kind: "over" }
  | { readonly kind: "failed" };

/** A bundle as it is deployed, with what its own files say of it. */
export interface PreviewBundle {
  readonly handle: string;
  /** Its address. */
  readonly url: string;
  /** By language, "de"; none of the post-purchase page, whose words the app sends. */
  readonly locales: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly capabilities: { readonly network_access: boolean; readonly api_access: boolean };
}

/** What the page of the preview holds: the bundles by handle, and the address of the cart's style sheet. */
export interface PreviewFiles {
  readonly bundles: Readonly<Record<string, PreviewBundle>>;
  readonly cartStyle: string;
}

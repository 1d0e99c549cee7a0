import type { CatalogVariant } from "../catalog/catalog.ts";
import type { Facts } from "../facts/facts.ts";
import type { Offer, OfferWords, Rulebook } from "../rules/rulebook.ts";
import type { Currency } from "../values/currency.ts";
import type { RuleId } from "../values/ids.ts";
import { invariant } from "../values/invariant.ts";
import { times } from "../values/money.ts";
import type { CompiledRule, CompiledRulebook } from "./compiled-rulebook.ts";
import type { ChosenOffer, OfferedProduct, OfferedVariant } from "./decision.ts";
import { optionsOf } from "./fittest.ts";
import { showable } from "./guards.ts";
import { amountIn, offerPriceOf } from "./offer-price.ts";
import type { Option } from "./option.ts";
import { triggerLine } from "./trigger-line.ts";

/** Whose offer it is. */
export interface OfferOwner {
  readonly rule: RuleId;
  readonly ruleName: string;
  readonly rulebookVersion: number;
}

/** The winner's offer with its products as they stand now: everything that the ticket and the screen need. */
export function chosenOffer(winner: CompiledRule, facts: Facts, compiled: CompiledRulebook): ChosenOffer {
  const { rule } = winner;
  const options = showable(optionsOf(winner, facts, compiled), rule.path.offer, facts, compiled);
  const because = triggerLine(rule.when, facts, compiled.catalog)?.productTitle;
  const owner = { rule: rule.id, ruleName: rule.name, rulebookVersion: compiled.version };
  const made = offerOf(owner, rule.path.offer, options, compiled);
  return because === undefined ? made : { ...made, because };
}

/** The offer of these options, all of which may be shown. */
export function offerOf(
  owner: OfferOwner,
  offer: Offer,
  options: readonly Option[],
  { catalog, rulebook }: CompiledRulebook,
): ChosenOffer {
  const isBundle = offer.source.kind === "bundle";
  const shown = isBundle || offer.source.kind === "choice" ? options : options.slice(0, 1);
  return {
    ...owner,
    kind: offer.kind,
    arrangement: isBundle ? "together" : "one-of",
    products: shown.map((option) => offeredProduct(option, offer, rulebook)),
    discount: signedAs(offer),
    shipping: shippingIn(offer, catalog.shop.currency),
    ...(offer.partner ? { partner: offer.partner } : {}),
    words: rulebook.words ? completed(offer.words, rulebook.words) : offer.words,
  };
}

/** The offer's own words, and the shop's where it has none. */
function completed(own: OfferWords, shops: OfferWords): OfferWords {
  return { headline: { ...shops.headline, ...own.headline }, reason: { ...shops.reason, ...own.reason } };
}

function signedAs({ discount }: Offer): ChosenOffer["discount"] {
  return discount.kind === "percent" || discount.kind === "none" ? discount : { kind: "amount" };
}

function shippingIn({ shipping }: Offer, currency: Currency): ChosenOffer["shipping"] {
  if (shipping.kind === "free") return shipping;
  const price = amountIn(shipping.prices, currency);
  // `unpricedPart` keeps an offer without one from being shown.
  invariant(price, "no shipping price");
  return { kind: "price", price };
}

function offeredProduct(
  { product, item, pieces, variants, price }: Option,
  offer: Offer,
  rulebook: Rulebook,
): OfferedProduct {
  // The known-product guard lets no unknown product through.
  invariant(item, "no product");
  const isBundle = offer.source.kind === "bundle";
  const [first] = variants;
  return {
    product,
    title: item.title,
    ...pictureOf(item, rulebook),
    pieces,
    variants:
      isBundle && first
        ? [{ ...variantOf(first, rulebook), price: times(first.price, pieces), offerPrice: price, quantityMost: 1 }]
        : variants.map((variant) => offeredVariant(variant, offer, rulebook)),
  };
}

function offeredVariant(
  variant: CatalogVariant,
  { discount, quantityMost }: Offer,
  rulebook: Rulebook,
): OfferedVariant {
  const { price, stock } = variant;
  return {
    ...variantOf(variant, rulebook),
    price,
    offerPrice: offerPriceOf(price, discount),
    quantityMost: stock.kind === "tracked" ? Math.min(quantityMost, stock.left) : quantityMost,
  };
}

function variantOf(variant: CatalogVariant, rulebook: Rulebook) {
  return { variant: variant.id, title: variant.title, options: variant.options, ...pictureOf(variant, rulebook) };
}

function pictureOf({ image }: Pick<CatalogVariant, "image">, { look }: Rulebook) {
  return image && !look?.pictures ? { image } : {};
}

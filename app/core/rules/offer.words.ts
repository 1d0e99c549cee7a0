import { unreachable } from "../values/invariant.ts";
import { type Names, namesOf } from "./conditions/condition-words.ts";
import type {
  BundleItem,
  Discount,
  NamedProduct,
  Offer,
  OfferShipping,
  Partner,
  Path,
  PerCurrency,
  ProductSource,
} from "./rulebook.ts";

/** Completes "offer …": "Regency Cakestand 3 Tier at 15 % off, up to 2 of it, shipping £3.95" */
export function offerSentence(offer: Offer, names: Names): string {
  const price = discountWords(offer.discount, names);
  return [
    [sourceWords(offer.source, names), kindWords(offer), price].filter(Boolean).join(" "),
    ...(offer.quantityMost > 1 ? [`up to ${offer.quantityMost} of it`] : []),
    ...(offer.shipping.kind === "price" ? [shippingWords(offer.shipping, names)] : []),
    ...(offer.evenIfBoughtBefore ? ["even if bought before"] : []),
  ].join(", ");
}

/** An offer and what follows it: "A at 15 % off; if declined, offer B (if accepted, offer C)" */
export function pathSentence({ offer, ifAccepted, ifDeclined }: Path, names: Names, depth = 0): string {
  const after = [
    ...(ifAccepted ? [`if accepted, offer ${pathSentence(ifAccepted, names, depth + 1)}`] : []),
    ...(ifDeclined ? [`if declined, offer ${pathSentence(ifDeclined, names, depth + 1)}`] : []),
  ].join("; ");
  const first = offerSentence(offer, names);
  if (after === "") return first;
  return depth === 0 ? `${first}; ${after}` : `${first} (${after})`;
}

/** What is offered: "the first of Teacup, Teapot that can be sold", "the best seller of Tea time" */
export function sourceWords(source: ProductSource, names: Names): string {
  switch (source.kind) {
    case "named": {
      const products = namedWords(source.products, names);
      return source.products.length > 1 ? `the first of ${products} that can be sold` : products;
    }
    case "choice":
      return `a choice of ${namedWords(source.products, names)}`;
    case "bundle":
      return `${source.items.map((item) => itemWords(item, names)).join(" with ")}`;
    case "collection":
      return `${COLLECTION_ORDERS[source.order]} ${names.collection(source.collection)}`;
    case "same-again":
      return "the same once more";
    case "from-purchase":
      return `the ${source.which} of what was bought once more`;
    case "complementary":
      return "what Shopify knows to go with it";
    case "suggestions":
      return "what the order history suggests";
    case "next-journey-step":
      return "the customer's next step";
    default:
      return unreachable(source);
  }
}

const COLLECTION_ORDERS = {
  "best-selling": "the best seller of",
  cheapest: "the cheapest of",
  random: "one, drawn for each customer, of",
} as const;

/** "at 15 % off", "for free", "at £5.00 or 6,00 € off", "for at most £9.99"; empty where nothing is taken off. */
export function discountWords(discount: Discount, names: Names): string {
  switch (discount.kind) {
    case "none":
      return "";
    case "percent":
      return discount.percent === 100 ? "for free" : `at ${discount.percent} % off`;
    case "amount":
      return `at ${amounts(discount.amounts, names)} off`;
    case "fixed-price":
      return `for at most ${amounts(discount.prices, names)}`;
    default:
      return unreachable(discount);
  }
}

/** "free shipping", "shipping £3.95" */
export function shippingWords(shipping: OfferShipping, names: Names): string {
  return shipping.kind === "free" ? "free shipping" : `shipping ${amounts(shipping.prices, names)}`;
}

/** How it is offered, where that is not plain: "as a gift", "in place of what was bought" */
function kindWords({ kind, replaces, partner }: Offer): string {
  switch (kind) {
    case "cross-sell":
      return "";
    case "upsell":
      return replaces ? "in place of what was bought" : "as an upsell";
    case "bump":
    case "downsell":
    case "tripwire":
    case "bundle":
    case "gift":
      return `as a ${kind}`;
    case "partner":
      return partner ? partnerWords(partner) : "from a partner";
    default:
      return unreachable(kind);
  }
}

/** "from Acme for a commission of 12 %" */
export function partnerWords({ name, commissionPercent }: Partner): string {
  return `from ${name} for a commission of ${commissionPercent} %`;
}

function namedWords(products: readonly NamedProduct[], names: Names): string {
  return namesOf(products, ({ product, variants }) =>
    variants ? variants.map(names.variant).join(" or ") : names.product(product),
  );
}

function itemWords({ product, variant, quantity }: BundleItem, names: Names): string {
  const name = variant ? names.variant(variant) : names.product(product);
  return quantity > 1 ? `${quantity} of ${name}` : name;
}

function amounts(prices: PerCurrency, names: Names): string {
  return prices.map(names.money).join(" or ");
}

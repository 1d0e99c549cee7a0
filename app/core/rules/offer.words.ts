import { unreachable } from "../values/invariant.ts";
import { joinedWith, listed, type Say } from "../values/say.ts";
import { type Names, namesOf, percentWords } from "./conditions/condition-words.ts";
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

/** Completes "offer …": "Regency Cakestand 3 Tier at 15% off, up to 2 of it, shipping £3.95" */
export function offerSentence(offer: Offer, names: Names): string {
  const { say } = names;
  const price = discountWords(offer.discount, names);
  return [
    [sourceWords(offer.source, names), kindWords(offer, say), price].filter(Boolean).join(" "),
    ...(offer.quantityMost > 1 ? [say("engine.offer.quantity", { count: offer.quantityMost })] : []),
    ...(offer.shipping.kind === "price" ? [shippingWords(offer.shipping, names)] : []),
    ...(offer.evenIfBoughtBefore ? [say("engine.offer.even-if-bought")] : []),
  ].join(", ");
}

/** An offer and what follows it: "A at 15% off; if declined, offer B (if accepted, offer C)" */
export function pathSentence({ offer, ifAccepted, ifDeclined }: Path, names: Names, depth = 0): string {
  const { say } = names;
  const next = (path: Path) => ({ path: pathSentence(path, names, depth + 1) });
  const after = [
    ...(ifAccepted ? [say("engine.path.accepted", next(ifAccepted))] : []),
    ...(ifDeclined ? [say("engine.path.declined", next(ifDeclined))] : []),
  ];
  const first = offerSentence(offer, names);
  if (after.length === 0) return first;
  if (depth === 0) return joinedWith("engine.also", say, [first, ...after]);
  return say("engine.path.nested", { first, after: joinedWith("engine.also", say, after) });
}

/** What is offered: "the first of Teacup, Teapot that can be sold", "the best seller of Tea time" */
export function sourceWords(source: ProductSource, names: Names): string {
  const { say } = names;
  switch (source.kind) {
    case "named": {
      const products = namedWords(source.products, names);
      return source.products.length > 1 ? say("engine.source.first", { products }) : products;
    }
    case "choice":
      return say("engine.source.choice", { products: namedWords(source.products, names) });
    case "bundle": {
      const items = source.items.map((item) => itemWords(item, names));
      return joinedWith("engine.source.with", say, items);
    }
    case "collection": {
      const order = source.order === "best-selling" ? "bestSelling" : source.order;
      return say("engine.source.collection", { order, collection: names.collection(source.collection) });
    }
    case "same-again":
      return say("engine.source.same-again");
    case "from-purchase":
      return say("engine.source.from-purchase", { which: source.which });
    case "complementary":
      return say("engine.source.complementary");
    case "suggestions":
      return say("engine.source.suggestions");
    case "next-journey-step":
      return say("engine.source.next-journey-step");
    default:
      return unreachable(source);
  }
}

/** "at 15% off", "for free", "at £5.00 or 6,00 € off", "for at most £9.99"; empty where nothing is taken off. */
export function discountWords(discount: Discount, names: Names): string {
  const { say } = names;
  switch (discount.kind) {
    case "none":
      return "";
    case "percent":
      return discount.percent === 100
        ? say("engine.discount.free")
        : say("engine.discount.percent", { percent: percentWords(discount.percent, say) });
    case "amount":
      return say("engine.discount.amount", { amounts: amounts(discount.amounts, names) });
    case "fixed-price":
      return say("engine.discount.fixed-price", { amounts: amounts(discount.prices, names) });
    default:
      return unreachable(discount);
  }
}

/** "free shipping", "shipping £3.95" */
export function shippingWords(shipping: OfferShipping, names: Names): string {
  return shipping.kind === "free"
    ? names.say("engine.shipping.free")
    : names.say("engine.shipping.price", { amounts: amounts(shipping.prices, names) });
}

/** How it is offered, where that is not plain: "as a gift", "in place of what was bought" */
function kindWords({ kind, replaces, partner }: Offer, say: Say): string {
  if (kind === "cross-sell") return "";
  if (kind === "upsell" && replaces) return say("engine.offer.kind.replaces");
  return partner ? partnerWords(partner, say) : say("engine.offer.kind.as", { kind });
}

/** "from Acme for a commission of 12%" */
export function partnerWords({ name, commissionPercent }: Partner, say: Say): string {
  return say("engine.partner", { name, percent: percentWords(commissionPercent, say) });
}

function namedWords(products: readonly NamedProduct[], names: Names): string {
  const { say } = names;
  return namesOf(
    products,
    ({ product, variants }) => (variants ? listed(variants.map(names.variant), say, "or") : names.product(product)),
    say,
  );
}

function itemWords({ product, variant, quantity }: BundleItem, names: Names): string {
  const name = variant ? names.variant(variant) : names.product(product);
  return quantity > 1 ? names.say("engine.source.pieces", { count: quantity, name }) : name;
}

function amounts(prices: PerCurrency, { say, money }: Names): string {
  return listed(prices.map(money), say, "or");
}

import type { ShopNames } from "../rules/names.ts";
import { unreachable } from "../values/invariant.ts";
import type { GuardVerdict } from "./decision.ts";

/** Why a guard dropped an offer, without a full stop: "Regency Cakestand 3 Tier is sold out" */
export function guardSentence(verdict: GuardVerdict, names: ShopNames): string {
  switch (verdict.guard) {
    case "known-product":
      return `the shop has no ${names.product(verdict.product)} any more, or no copy of it was kept`;
    case "available":
      return `${names.product(verdict.product)} is ${verdict.status}, not active`;
    case "in-stock":
      return verdict.left > 0
        ? `of ${names.product(verdict.product)} only ${verdict.left} are left, and ${verdict.wanted} are wanted`
        : `${names.product(verdict.product)} is sold out`;
    case "one-time-purchase":
      return `${names.product(verdict.product)} is sold by subscription only`;
    case "not-in-purchase":
      return `${names.product(verdict.product)} is already in this order`;
    case "not-answered-before":
      return `${names.product(verdict.product)} was accepted or declined for this order on an earlier page`;
    case "not-bought-before":
      return `the customer bought ${names.product(verdict.product)} before, on ${names.day(verdict.at)}`;
    case "no-bundle-with-its-items":
      return `${names.product(verdict.product)} and ${names.product(verdict.bought)}, which is in this order, are a bundle and its item`;
    case "ships-there":
      return `${names.product(verdict.product)} must be sent, and the shop does not ship to ${verdict.country}`;
    case "price-cap":
      return `${names.product(verdict.product)} costs ${names.money(verdict.price)}, and an offer to this order may cost at most ${names.money(verdict.most)}`;
    case "margin-floor":
      return `${names.product(verdict.product)} would leave ${names.money(verdict.margin)} after its cost, and at least ${names.money(verdict.least)} must be left`;
    case "shop-currency":
      return `the order is paid in ${verdict.paidIn}, not in ${verdict.shopCurrency}`;
    case "priced-in-shop-currency":
      return `${pricedWords(verdict, names)} in ${verdict.pricedIn}, not in ${verdict.shopCurrency}`;
    case "possible-here":
      return "nothing that was bought can be replaced on this page";
    case "something-to-offer":
      return nothingFrom(verdict.source);
    case "once-per-customer":
      return verdict.answered === undefined
        ? "it is offered once per customer, and who this customer is, or what they were offered, is not known"
        : `it is offered once per customer, and this one answered it on ${names.day(verdict.answered)}`;
    case "accepts-per-day":
      return `it was accepted ${verdict.most} times that day already, which is its limit`;
    case "discount-budget":
      return `its discounts have used up their budget of ${names.money(verdict.budget)}`;
    default:
      return unreachable(verdict);
  }
}

function pricedWords(
  { what, product }: Extract<GuardVerdict, { guard: "priced-in-shop-currency" }>,
  names: ShopNames,
): string {
  switch (what) {
    case "product":
      return `${product ? names.product(product) : "what it offers"} is priced in our copy`;
    case "discount":
      return "its discount is given";
    case "shipping":
      return "its shipping is priced";
    case "budget":
      return "the budget of its discounts is set";
    default:
      return unreachable(what);
  }
}

/** By the kind of its source; of one that names its products, none of them is there any more. */
function nothingFrom(source: string): string {
  switch (source) {
    case "collection":
      return "its collection has no product, or no copy of it was kept";
    case "complementary":
      return "Shopify knows nothing that goes with what was bought";
    case "suggestions":
      return "the order history suggests nothing";
    case "next-journey-step":
      return "there is no next step for this customer";
    default:
      return "there is nothing to offer";
  }
}

import type { ShopNames } from "../rules/names.ts";
import { unreachable } from "../values/invariant.ts";
import type { GuardVerdict } from "./decision.ts";

/** Why a guard dropped an offer, without a full stop: "Regency Cakestand 3 Tier is sold out" */
export function guardSentence(verdict: GuardVerdict, { say, product, money, day }: ShopNames): string {
  switch (verdict.guard) {
    case "known-product":
      return say("engine.guard.known-product", { product: product(verdict.product) });
    case "available":
      return say("engine.guard.available", { product: product(verdict.product), status: verdict.status });
    case "in-stock": {
      const { wanted, left } = verdict;
      return say("engine.guard.in-stock", { product: product(verdict.product), wanted, left: Math.max(0, left) });
    }
    case "one-time-purchase":
      return say("engine.guard.one-time-purchase", { product: product(verdict.product) });
    case "not-in-purchase":
      return say("engine.guard.not-in-purchase", { product: product(verdict.product) });
    case "not-answered-before":
      return say("engine.guard.not-answered-before", { product: product(verdict.product) });
    case "not-bought-before":
      return say("engine.guard.not-bought-before", { product: product(verdict.product), day: day(verdict.at) });
    case "no-bundle-with-its-items": {
      const both = { product: product(verdict.product), bought: product(verdict.bought) };
      return say("engine.guard.no-bundle-with-its-items", both);
    }
    case "ships-there":
      return say("engine.guard.ships-there", { product: product(verdict.product), country: verdict.country });
    case "price-cap": {
      const amounts = { price: money(verdict.price), most: money(verdict.most) };
      return say("engine.guard.price-cap", { product: product(verdict.product), ...amounts });
    }
    case "margin-floor": {
      const amounts = { margin: money(verdict.margin), least: money(verdict.least) };
      return say("engine.guard.margin-floor", { product: product(verdict.product), ...amounts });
    }
    case "shop-currency":
      return say("engine.guard.shop-currency", { paidIn: verdict.paidIn, shopCurrency: verdict.shopCurrency });
    case "priced-in-shop-currency": {
      const { what, pricedIn, shopCurrency } = verdict;
      const offered = verdict.product ? product(verdict.product) : say("engine.guard.offered");
      return say("engine.guard.priced-in-shop-currency", { what, product: offered, pricedIn, shopCurrency });
    }
    case "possible-here":
      return say("engine.guard.possible-here");
    case "something-to-offer": {
      // By the kind of its source; of one that names its products, none of them is there any more.
      const source = verdict.source === "next-journey-step" ? "journey" : verdict.source;
      return say("engine.guard.something-to-offer", { source });
    }
    case "once-per-customer":
      return verdict.answered === undefined
        ? say("engine.guard.once-per-customer")
        : say("engine.guard.once-answered", { day: day(verdict.answered) });
    case "accepts-per-day":
      return say("engine.guard.accepts-per-day", { most: verdict.most });
    case "discount-budget":
      return say("engine.guard.discount-budget", { budget: money(verdict.budget) });
    default:
      return unreachable(verdict);
  }
}

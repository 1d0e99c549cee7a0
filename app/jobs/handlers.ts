import type { Shop } from "#app/core/values/ids.ts";
import type { AttributeNeeds } from "#app/flows/attribute-order.ts";
import { attributeOrder } from "#app/flows/attribute-order.ts";
import { cancelExport } from "#app/flows/cancel-export.ts";
import { checkSetup } from "#app/flows/check-setup.ts";
import { copyCatalog } from "#app/flows/copy-catalog.ts";
import { eraseCustomer } from "#app/flows/erase-customer.ts";
import { eraseShop } from "#app/flows/erase-shop.ts";
import type { InstallNeeds } from "#app/flows/install-shop.ts";
import { type AutomaticDiscountsNeeds, keepAutomaticDiscounts } from "#app/flows/keep-automatic-discounts.ts";
import { type ExtractsNeeds, keepExtracts } from "#app/flows/keep-extracts.ts";
import { pauseFailingRule } from "#app/flows/pause-failing-rule.ts";
import { refreshCollections } from "#app/flows/refresh-collections.ts";
import { refreshCustomer } from "#app/flows/refresh-customer.ts";
import { type RefreshNeeds, refreshProducts } from "#app/flows/refresh-products.ts";
import { refreshShop } from "#app/flows/refresh-shop.ts";
import { refreshStock } from "#app/flows/refresh-stock.ts";
import { refreshTokens } from "#app/flows/refresh-tokens.ts";
import { renewCollections } from "#app/flows/renew-collections.ts";
import { runErasure } from "#app/flows/run-erasure.ts";
import { type ExportNeeds, runExport } from "#app/flows/run-export.ts";
import { watchSetups } from "#app/flows/watch-setups.ts";
import { AppError } from "#app/platform/app-error.ts";
import type { ClockJob, PayloadOf, ShopJob } from "./catalogue.ts";

/** What the flows behind the jobs need, together. */
export type JobNeeds = AttributeNeeds &
  RefreshNeeds &
  InstallNeeds &
  ExtractsNeeds &
  AutomaticDiscountsNeeds &
  ExportNeeds &
  Parameters<typeof refreshTokens>[0];

/** `attempt` is 1 the first time. Throwing asks for another try, ever later, up to 25 times in about three days. */
type ShopJobHandlers = {
  readonly [Name in ShopJob]: (ask: PayloadOf<Name> & { readonly shop: Shop }, attempt: number) => Promise<unknown>;
};
type ClockJobHandlers = { readonly [Name in ClockJob]: () => Promise<unknown> };
export type JobHandlers = ShopJobHandlers & ClockJobHandlers;

/** Each job's flow. */
export function jobHandlers(needs: JobNeeds): JobHandlers {
  return {
    "attribute-order": async (ask, attempt) => {
      const outcome = await attributeOrder(needs, ask);
      if (outcome.kind === "gone" && attempt <= GONE_TRIES) throw orderNotThereYet();
    },
    "refresh-products": (ask) => refreshProducts(needs, ask),
    "refresh-collections": (ask) => refreshCollections(needs, ask),
    "refresh-customer": (ask) => refreshCustomer(needs, ask),
    "copy-catalog": (ask) => copyCatalog(needs, ask),
    "refresh-stock": (ask) => refreshStock(needs, ask),
    "refresh-shop": (ask) => refreshShop(needs, ask),
    "pause-failing-rule": (ask) => pauseFailingRule(needs, ask),
    "keep-extracts": (ask) => keepExtracts(needs, ask),
    "keep-automatic-discounts": (ask) => keepAutomaticDiscounts(needs, ask),
    "export-data": (ask, attempt) => runExport(needs, ask, attempt),
    "drop-export": (ask) => cancelExport(needs, ask),
    "erase-orders": (ask, attempt) => runErasure(needs, ask, attempt),
    "check-setup": (ask) => checkSetup(needs, ask),
    "erase-customer": (ask) => eraseCustomer(needs, ask),
    "erase-shop": (ask) => eraseShop(needs, ask),
    "refresh-tokens": () => refreshTokens(needs),
    "watch-setups": () => watchSetups(needs),
    "renew-collections": () => renewCollections(needs),
  };
}

/** The webhook can be faster than the order is there to be read: about a minute of tries, then it was deleted. */
const GONE_TRIES = 4;

function orderNotThereYet(): AppError {
  return new AppError("order-not-there-yet", 503, "Shopify does not have the order yet.", { retryAfterSeconds: 5 });
}

import { type ExplainedDecision, explainKept } from "#app/core/decision/explain-kept.ts";
import type { Reached } from "#app/core/decision/reached-on.ts";
import type { DecisionId, OrderId, Shop } from "#app/core/values/ids.ts";
import type { Database } from "#app/stores/database.ts";
import type { LiveShops } from "#app/stores/live-shops.ts";
import { loadOrderScreen, type OrderScreen } from "#app/stores/read-models/order-screen.ts";
import { reachOfOrder } from "./reach-of-order.ts";
import { rulebooksAsked } from "./rulebooks-asked.ts";
import { stepsOfPurchase } from "./steps-of-purchase.ts";

/** An order with all that happened, and why each of its decisions was made so. */
export interface ExplainedOrder extends OrderScreen {
  /** What thank-you would have shown where the post-purchase page stayed shut. */
  readonly reach?: Reached | undefined;
  readonly explained: ReadonlyMap<DecisionId, ExplainedDecision>;
}

/** Recomputed from what was kept; undefined when the shop has no such order. */
export async function explainOrder(
  { database, live }: { readonly database: Pick<Database, "inShop">; readonly live: Pick<LiveShops, "of" | "warm"> },
  { shop, order }: { readonly shop: Shop; readonly order: OrderId },
): Promise<ExplainedOrder | undefined> {
  const screen = await database.inShop(shop, (tenant) => loadOrderScreen(tenant, order));
  if (!screen) return undefined;
  const steps = stepsOfPurchase(screen);
  const rulebooks = rulebooksAsked(screen);
  const explained = new Map(
    screen.decisions.map((kept) => {
      const step = steps.get(kept.id);
      // A later step whose way there cannot be told anymore has no path to be decided on.
      const evidence = kept.step > 1 && !step ? null : kept.evidence;
      return [kept.id, explainKept({ ...kept, evidence, step, rulebook: rulebooks.get(kept.rulebookVersion) })];
    }),
  );
  return { ...screen, explained, reach: await reachOfOrder(live, screen, shop) };
}

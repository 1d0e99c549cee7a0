import { type ExplainedDecision, explainKept } from "#app/core/decision/explain-kept.ts";
import type { DecisionId, OrderId, Shop } from "#app/core/values/ids.ts";
import type { Database } from "#app/stores/database.ts";
import { loadOrderScreen, type OrderScreen } from "#app/stores/read-models/order-screen.ts";
import { stepsOfPurchase } from "./steps-of-purchase.ts";

/** An order with all that happened, and why each of its decisions was made so. */
export interface ExplainedOrder extends OrderScreen {
  readonly explained: ReadonlyMap<DecisionId, ExplainedDecision>;
}

/** Recomputed from what was kept; undefined when the shop has no such order. */
export async function explainOrder(
  { database }: { readonly database: Pick<Database, "inShop"> },
  { shop, order }: { readonly shop: Shop; readonly order: OrderId },
): Promise<ExplainedOrder | undefined> {
  const screen = await database.inShop(shop, (tenant) => loadOrderScreen(tenant, order));
  if (!screen) return undefined;
  const steps = stepsOfPurchase(screen);
  const rulebooks = new Map(screen.rulebooks.map(({ version, rulebook }) => [version, rulebook]));
  const explained = new Map(
    screen.decisions.map((kept) => {
      const step = steps.get(kept.id);
      // A later step whose way there cannot be told anymore has no path to be decided on.
      const evidence = kept.step > 1 && !step ? null : kept.evidence;
      return [kept.id, explainKept({ ...kept, evidence, step, rulebook: rulebooks.get(kept.rulebookVersion) })];
    }),
  );
  return { ...screen, explained };
}

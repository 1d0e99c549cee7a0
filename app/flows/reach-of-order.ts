import { couldMeetThankYou } from "#app/core/attribution/order-outcome.ts";
import { type Reached, reachedOn } from "#app/core/decision/reached-on.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { LiveShops } from "#app/stores/live-shops.ts";
import type { OrderScreen } from "#app/stores/read-models/order-screen.ts";
import { factsOfOrder } from "./facts-of-order.ts";
import { liveShop } from "./shop-in-hand.ts";

/**
 * Whether the thank-you page, on which every order of the online shop ends, would have shown an offer to an order that the
 * post-purchase page stayed shut for: decided by what is known of the order, and by rules, prices and stock as they are
 * now. Undefined where thank-you had its say, and where it would have changed nothing or that cannot be known.
 */
export async function reachOfOrder(
  live: Pick<LiveShops, "of" | "warm">,
  screen: OrderScreen,
  shop: Shop,
): Promise<Reached | undefined> {
  if (!couldMeetThankYou(screen.became?.outcome)) return undefined;
  const said = [...screen.decisions.map(({ facts }) => facts), ...screen.events, ...screen.acceptances];
  if (said.some(({ surface }) => surface === "thank-you")) return undefined;
  const known = factsOfOrder(screen, shop, "thank-you");
  const kept = known && (await liveShop(live, shop));
  return kept && reachedOn(known.facts, kept.compiled);
}

import { afterLook, type SetupCheck } from "#app/core/attribution/setup.ts";
import { hasGoneSilent, type PageAsking } from "#app/core/attribution/silent-page.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import { readCartEmbed, readPageChosen } from "#app/shopify/read-setup.ts";
import type { Database } from "#app/stores/database.ts";
import { loadPageAsking, loadSetupCheck, saveSetupCheck } from "#app/stores/setup-checks.ts";
import { loadShop } from "#app/stores/shops.ts";

export interface CheckSetupNeeds {
  readonly database: Database;
  readonly adminOf: AdminOf;
  readonly now: Clock;
}

/**
 * Looks whether the shop can still show offers: whether its post-purchase page is ours, whether that page still asks while
 * orders arrive, whether the cart's embed is on. Keeps and answers what it found; undefined for a shop that has not the app.
 * Throws an AppError when Shopify cannot be asked; what was found before is kept then.
 */
export async function checkSetup(
  { database, adminOf, now }: CheckSetupNeeds,
  { shop }: { readonly shop: Shop },
): Promise<SetupCheck | undefined> {
  const known = await loadShop(database, shop);
  if (!known || known.uninstalledAt !== undefined) return undefined;
  const admin = adminOf(shop);
  const pageChosen = await readPageChosen(admin);
  const embed = await readCartEmbed(admin, known.scopes);
  return database.inShop(shop, async (tenant) => {
    const silence = silenceIn(await loadPageAsking(tenant));
    const check = afterLook(await loadSetupCheck(tenant), { checkedAt: now(), pageChosen, embed, ...silence });
    await saveSetupCheck(tenant, check);
    return check;
  });
}

function silenceIn(asking: PageAsking): Pick<SetupCheck, "silentSince" | "silentOrders"> {
  if (asking.lastAskedAt === undefined || !hasGoneSilent(asking)) return {};
  return { silentSince: asking.lastAskedAt, silentOrders: asking.unasked };
}

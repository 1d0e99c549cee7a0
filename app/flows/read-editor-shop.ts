import type { Currency } from "#app/core/values/currency.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Log } from "#app/platform/log.ts";
import { withinMs } from "#app/platform/time-limit.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import { readLanguages } from "#app/shopify/read-languages.ts";
import type { Database } from "#app/stores/database.ts";
import { type KeptLanguages, loadLanguages, saveLanguages } from "#app/stores/languages.ts";

/** What the rule editor needs of the shop. */
export interface EditorShopRead {
  readonly currency: Currency;
  /** IANA, "Europe/London". */
  readonly timezone: string;
  /** What shoppers may read it in, the shop's own first: "en", "de". */
  readonly languages: readonly string[];
  /** What shoppers may pay in, the shop's own first. */
  readonly currencies: readonly Currency[];
  /** Shopify has never told them, and does not now: those above are the shop's own alone. */
  readonly languagesUnread?: true;
}

/** What was read is good for so long; after that it is read again while the merchant has what we know. */
const FRESH_MS = 10 * 60_000;
/** A merchant who opens the editor for the first time waits no longer for Shopify; the shop's own language will do. */
const FIRST_READ_MS = 1_500;

/**
 * The shop's languages and currencies as they are kept. The first time they are asked of Shopify; where it does not answer
 * in time, they are the shop's own language and currency, until the next visit. Throws for a shop that never had the app.
 */
export async function readEditorShop(
  needs: { readonly database: Database; readonly adminOf: AdminOf; readonly now: Clock; readonly log: Log },
  { shop }: { readonly shop: Shop },
): Promise<EditorShopRead> {
  const { database, adminOf, now, log } = needs;
  const kept = await database.inShop(shop, loadLanguages);
  invariant(kept, `${shop} opens the editor and is not known`);
  if (kept.readAt !== undefined && now() - kept.readAt < FRESH_MS) return editorShopOf(kept);

  const reading = (async () => {
    const read = await readLanguages(adminOf(shop));
    await database.inShop(shop, (tenant) => saveLanguages(tenant, read, now()));
    return { ...kept, ...read, readAt: now() };
  })();
  const read = withinMs(kept.readAt === undefined ? FIRST_READ_MS : 0, reading).catch((err: unknown) => {
    if (kept.readAt === undefined) log.warn({ err, shop }, "the shop's languages are not known yet");
    return kept;
  });
  return editorShopOf(await read);
}

function editorShopOf({ currency, timezone, language, languages, currencies, readAt }: KeptLanguages): EditorShopRead {
  return {
    currency,
    timezone,
    languages: languages.length > 0 ? languages : [language],
    currencies: [...new Set([currency, ...currencies])],
    ...(readAt === undefined && { languagesUnread: true }),
  };
}

import type { Currency } from "#app/core/values/currency.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Language } from "#app/core/values/language.ts";
import type { Tenant } from "./database.ts";

/** What the shop's pages can be read in and paid in, its own first, as Shopify said it last. */
export interface KeptLanguages {
  readonly currency: Currency;
  readonly timezone: string;
  readonly language: Language;
  /** Empty while it was never read, as the next. */
  readonly languages: readonly Language[];
  readonly currencies: readonly Currency[];
  readonly readAt?: Instant;
}

/** Undefined when the shop never had the app. */
export async function loadLanguages({ db, shop }: Tenant): Promise<KeptLanguages | undefined> {
  const row = await db.shop.findUnique({ where: { shop } });
  if (!row) return undefined;
  return {
    currency: row.currency as Currency,
    timezone: row.timezone,
    language: row.language,
    languages: row.languages,
    currencies: row.currencies as Currency[],
    ...(row.languagesReadAt && { readAt: row.languagesReadAt.getTime() }),
  };
}

export async function saveLanguages(
  { db, shop }: Tenant,
  { languages, currencies }: Pick<KeptLanguages, "languages" | "currencies">,
  now: Instant,
): Promise<void> {
  await db.shop.updateMany({
    where: { shop },
    data: { languages: [...languages], currencies: [...currencies], languagesReadAt: new Date(now) },
  });
}

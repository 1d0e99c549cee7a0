import type { RuleId } from "#app/core/values/ids.ts";
import { RULEBOOK_CHANNEL } from "./channels.ts";
import type { Tenant } from "./database.ts";

/** A discount that Shopify applies by itself, or that it was asked for. */
export interface KeptDiscount {
  readonly rule: RuleId;
  /** `AutomaticDiscount.digest` of what it says. */
  readonly digest: string;
  /** Shopify's; absent while it is not known whether it was made. */
  readonly discountId?: string;
  /** Why Shopify made none. */
  readonly refusal?: string;
}

export async function loadAutomaticDiscounts({ db, shop }: Tenant): Promise<KeptDiscount[]> {
  const rows = await db.automaticDiscount.findMany({ where: { shop }, orderBy: [{ rule: "asc" }, { digest: "asc" }] });
  return rows.map(({ rule, digest, discountId, refusal }) => ({
    rule: rule as RuleId,
    digest,
    ...(discountId !== null && { discountId }),
    ...(refusal !== null && { refusal }),
  }));
}

/** Before Shopify is asked for it: from now on it may be there. */
export async function beginAutomaticDiscount({ db, shop }: Tenant, { rule, digest }: KeptDiscount): Promise<void> {
  await db.$executeRaw`
    insert into automatic_discounts (shop, rule, digest) values (${shop}, ${rule}, ${digest}) on conflict do nothing`;
}

/** What Shopify answered: from the commit on, offers of the rule count on it, in every process. */
export async function settleAutomaticDiscount(
  { db, shop }: Tenant,
  {
    rule,
    digest,
    discountId = null,
    refusal = null,
  }: Omit<KeptDiscount, "discountId" | "refusal"> & {
    readonly discountId?: string | null;
    readonly refusal?: string | null;
  },
): Promise<void> {
  await db.automaticDiscount.updateMany({ where: { shop, rule, digest }, data: { discountId, refusal } });
  await db.$executeRaw`select pg_notify(${RULEBOOK_CHANNEL}, ${shop})`;
}

/** After Shopify has the others no more. */
export async function dropAutomaticDiscounts(
  { db, shop }: Tenant,
  { butFor }: { readonly butFor: readonly string[] },
): Promise<void> {
  const { count } = await db.automaticDiscount.deleteMany({ where: { shop, digest: { notIn: [...butFor] } } });
  if (count > 0) await db.$executeRaw`select pg_notify(${RULEBOOK_CHANNEL}, ${shop})`;
}

/** A shop that is back: Shopify may have dropped what we had made there. */
export async function doubtAutomaticDiscounts({ db, shop }: Tenant): Promise<void> {
  await db.automaticDiscount.updateMany({ where: { shop }, data: { discountId: null, refusal: null } });
}

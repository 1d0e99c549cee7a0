import type { RuleId } from "#app/core/values/ids.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Tenant } from "./database.ts";

/** Lets one transaction at a time use up a rule's limits, until it ends: what was counted before is then known. */
export async function lockRule({ db, shop }: Tenant, rule: RuleId): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`limits ${shop} ${rule}`}, 0))`;
}

/** Takes back what `countAcceptance` counted with the same words: what was accepted was taken out again. */
export async function uncountAcceptance(
  { db, shop }: Tenant,
  { rule, day, discountGiven }: { readonly rule: RuleId; readonly day: string; readonly discountGiven: Money },
): Promise<void> {
  await db.$executeRaw`
    update rule_uses set accepts = greatest(accepts - 1, 0),
      discount_minor = greatest(discount_minor - ${BigInt(discountGiven.minor)}, 0)
    where shop = ${shop} and rule = ${rule} and day = ${day} and currency = ${discountGiven.currency}`;
}

/** Counts one acceptance: on the day ("2026-11-27") of the shop, and what its discount cost. */
export async function countAcceptance(
  { db, shop }: Tenant,
  { rule, day, discountGiven }: { readonly rule: RuleId; readonly day: string; readonly discountGiven: Money },
): Promise<void> {
  await db.$executeRaw`
    insert into rule_uses as kept (shop, rule, day, currency, accepts, discount_minor)
    values (${shop}, ${rule}, ${day}, ${discountGiven.currency}, 1, ${BigInt(discountGiven.minor)})
    on conflict (shop, rule, day, currency) do update set accepts = kept.accepts + 1,
      discount_minor = kept.discount_minor + excluded.discount_minor`;
}

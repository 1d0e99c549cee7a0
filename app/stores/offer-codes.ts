import type { Surface } from "#app/core/facts/facts.ts";
import type { PurchaseReference, RuleId, VariantId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Tenant } from "./database.ts";
import { jsonTextToStore, storedAs } from "./stored-json.ts";

/** Which offer the codes are of: one purchase, page, rule and step has one set of them at most. */
export interface OfferCodesKey {
  readonly reference: PurchaseReference;
  readonly surface: Surface;
  readonly rule: RuleId;
  readonly step: number;
}

/** What codes are worth: a page shows no other price and no other variant with them. */
export interface CodeTerms {
  /** As Shopify was told it; null where only sending is free. */
  readonly takes: unknown;
  readonly variants: readonly VariantId[];
  readonly isSentFree: boolean;
}

export interface OfferCodes extends OfferCodesKey {
  /** Of the rulebook. */
  readonly version: number;
  /** What they are made from: the same seed makes the same codes. */
  readonly seed: string;
  readonly terms: CodeTerms;
  /** To be used together, the discount's first; none while they are being made. */
  readonly codes: readonly string[];
  readonly startsAt: Instant;
  readonly validUntil: Instant;
}

export async function loadOfferCodes({ db, shop }: Tenant, key: OfferCodesKey): Promise<OfferCodes | undefined> {
  const row = await db.offerCode.findUnique({ where: whereIs(shop, key) });
  return row
    ? {
        ...key,
        version: row.version,
        seed: row.seed,
        terms: storedAs(row.terms),
        codes: row.codes,
        startsAt: row.startsAt.getTime(),
        validUntil: row.validUntil.getTime(),
      }
    : undefined;
}

/**
 * The row that stands: this one if it is the first, the one before has expired, or nobody was given codes of that one and
 * they would be worth something else; otherwise the one before. Kept before the codes are asked for, so that a process that
 * dies between the two leaves behind what the same codes are made from.
 */
export async function beginOfferCodes(
  tenant: Tenant,
  { reference, surface, rule, step, version, seed, terms, startsAt, validUntil }: Omit<OfferCodes, "codes">,
): Promise<OfferCodes> {
  const { db, shop } = tenant;
  await db.$executeRaw`
    insert into offer_codes as kept (shop, reference, surface, rule, step, version, seed, terms, starts_at, valid_until)
    values (${shop}, ${reference}, ${surface}, ${rule}, ${step}, ${version}, ${seed},
      ${jsonTextToStore(terms)}::jsonb, ${new Date(startsAt)}, ${new Date(validUntil)})
    on conflict (shop, reference, surface, rule, step) do update set version = excluded.version, seed = excluded.seed,
      terms = excluded.terms, codes = null, discounts = null, starts_at = excluded.starts_at, valid_until = excluded.valid_until
    where kept.valid_until <= excluded.starts_at or (kept.codes is null and kept.terms <> excluded.terms)`;
  const standing = await loadOfferCodes(tenant, { reference, surface, rule, step });
  invariant(standing, "a row stands after one was kept");
  return standing;
}

/** The codes as Shopify has them now, with the ids of their discounts. */
export async function keepOfferCodes(
  { db, shop }: Tenant,
  key: OfferCodesKey,
  { codes, discounts }: { readonly codes: readonly string[]; readonly discounts: readonly string[] },
): Promise<void> {
  await db.offerCode.update({ where: whereIs(shop, key), data: { codes: [...codes], discounts: [...discounts] } });
}

function whereIs(shop: string, { reference, surface, rule, step }: OfferCodesKey) {
  return { shop_reference_surface_rule_step: { shop, reference, surface, rule, step } };
}

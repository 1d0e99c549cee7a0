import type { Acceptance as AcceptanceRow } from "@prisma/client";
import type { Acceptance } from "#app/core/acceptance/acceptance.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { CustomerId, DecisionId, OrderId, PurchaseReference, RuleId } from "#app/core/values/ids.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Tenant } from "./database.ts";
import { jsonToStore, storedAs, storedMoney } from "./stored-json.ts";

/**
 * Lets one transaction at a time say what a purchase accepts, until it ends: what another step has accepted is then known.
 * Whoever also takes `lockRule` takes this one first.
 */
export async function lockPurchase({ db, shop }: Tenant, reference: PurchaseReference): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`accepting ${shop} ${reference}`}, 0))`;
}

/** What names a yes: one purchase, page and step has one. */
export type AcceptanceKey = Pick<Acceptance, "reference" | "surface" | "step">;

/** All of these purchases, or of one surface of them, by step. */
export async function loadAcceptances(
  tenant: Tenant,
  references: PurchaseReference | readonly PurchaseReference[],
  surface?: Surface,
): Promise<Acceptance[]> {
  const reference = { in: [references].flat() };
  const rows = await tenant.db.acceptance.findMany({
    where: { shop: tenant.shop, reference, ...(surface ? { surface } : {}) },
    orderBy: [{ step: "asc" }, { acceptedAt: "asc" }, { surface: "asc" }],
  });
  return rows.map(acceptanceOf);
}

/** The shopper's yes to this step of the purchase on this surface, if there is one. */
export async function loadAcceptance(tenant: Tenant, key: AcceptanceKey): Promise<Acceptance | undefined> {
  const row = await tenant.db.acceptance.findUnique({ where: whereIs(tenant, key) });
  return row ? acceptanceOf(row) : undefined;
}

/** Takes the yes back; what was bought stays. True when there was one to take. */
export async function removeAcceptance({ db, shop }: Tenant, key: AcceptanceKey): Promise<boolean> {
  const { reference, surface, step } = key;
  const { count } = await db.acceptance.deleteMany({ where: { shop, reference, surface, step, boughtIn: null } });
  return count > 0;
}

/** Its line arrived in this order. The first order that says so stands. */
export async function markBought({ db, shop }: Tenant, key: AcceptanceKey, order: OrderId): Promise<void> {
  const { reference, surface, step } = key;
  await db.acceptance.updateMany({
    where: { shop, reference, surface, step, boughtIn: null },
    data: { boughtIn: order },
  });
}

function whereIs({ shop }: Tenant, { reference, surface, step }: AcceptanceKey) {
  return { shop_reference_surface_step: { shop, reference, surface, step } };
}

/**
 * The row that stands for (shop, reference, surface, step): this one if it is the first, else the one kept before, whatever it
 * picked. Two at once wait for each other, so that both get the same. It is durable when the transaction has ended.
 */
export async function keepAcceptance(tenant: Tenant, acceptance: Acceptance): Promise<Acceptance> {
  const { items, discountGiven, changes, acceptedAt, ...rest } = acceptance;
  await tenant.db.acceptance.createMany({
    data: [
      {
        shop: tenant.shop,
        ...rest,
        items: jsonToStore(items),
        discountMinor: BigInt(discountGiven.minor),
        currency: discountGiven.currency,
        changes: jsonToStore(changes),
        acceptedAt: new Date(acceptedAt),
      },
    ],
    skipDuplicates: true,
  });
  const standing = await loadAcceptance(tenant, acceptance);
  invariant(standing, "an acceptance stands after one was kept");
  return standing;
}

function acceptanceOf(row: AcceptanceRow): Acceptance {
  return {
    reference: row.reference as PurchaseReference,
    surface: row.surface as Surface,
    step: row.step,
    decision: row.decision as DecisionId,
    rule: row.rule as RuleId,
    ruleName: row.ruleName,
    ...(row.customer === null ? {} : { customer: row.customer as CustomerId }),
    items: storedAs(row.items),
    discountGiven: storedMoney(row.discountMinor, row.currency),
    jti: row.jti,
    changes: storedAs(row.changes),
    acceptedAt: row.acceptedAt.getTime(),
    ...(row.boughtIn === null ? {} : { boughtIn: row.boughtIn as OrderId }),
  };
}

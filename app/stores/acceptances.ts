import type { Acceptance as AcceptanceRow } from "@prisma/client";
import type { Acceptance } from "#app/core/acceptance/acceptance.ts";
import type { CustomerId, DecisionId, PurchaseReference, RuleId } from "#app/core/values/ids.ts";
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

/** All of a purchase, by step. */
export async function loadAcceptances(tenant: Tenant, reference: PurchaseReference): Promise<Acceptance[]> {
  const rows = await tenant.db.acceptance.findMany({
    where: { shop: tenant.shop, reference },
    orderBy: { step: "asc" },
  });
  return rows.map(acceptanceOf);
}

/** The shopper's yes to this step of the purchase, if there is one. */
export async function loadAcceptance(
  tenant: Tenant,
  reference: PurchaseReference,
  step: number,
): Promise<Acceptance | undefined> {
  const row = await tenant.db.acceptance.findUnique({
    where: { shop_reference_step: { shop: tenant.shop, reference, step } },
  });
  return row ? acceptanceOf(row) : undefined;
}

/**
 * The row that stands for (shop, reference, step): this one if it is the first, else the one kept before, whatever it
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
  const standing = await loadAcceptance(tenant, acceptance.reference, acceptance.step);
  invariant(standing, "an acceptance stands after one was kept");
  return standing;
}

function acceptanceOf(row: AcceptanceRow): Acceptance {
  return {
    reference: row.reference as PurchaseReference,
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
  };
}

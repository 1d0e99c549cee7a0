import type { Acceptance as AcceptanceRow } from "@prisma/client";
import type { Acceptance } from "#app/core/acceptance/acceptance.ts";
import type { DecisionId, PurchaseReference, RuleId, VariantId } from "#app/core/values/ids.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Tenant } from "./database.ts";
import { jsonToStore, storedAs, storedMoney } from "./stored-json.ts";

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

/** All of a purchase, by step. */
export async function loadAcceptances(tenant: Tenant, reference: PurchaseReference): Promise<Acceptance[]> {
  const rows = await tenant.db.acceptance.findMany({
    where: { shop: tenant.shop, reference },
    orderBy: { step: "asc" },
  });
  return rows.map(acceptanceOf);
}

/**
 * The row that stands for (shop, reference, step): this one if it is the first, else the one kept before, whatever it
 * picked. Two at once wait for each other, so that both get the same. It is durable when the transaction has ended.
 */
export async function keepAcceptance(tenant: Tenant, acceptance: Acceptance): Promise<Acceptance> {
  const { unitPrice, changes, acceptedAt, ...rest } = acceptance;
  await tenant.db.acceptance.createMany({
    data: [
      {
        shop: tenant.shop,
        ...rest,
        unitMinor: BigInt(unitPrice.minor),
        currency: unitPrice.currency,
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
    variant: row.variant as VariantId,
    quantity: row.quantity,
    unitPrice: storedMoney(row.unitMinor, row.currency),
    jti: row.jti,
    changes: storedAs(row.changes),
    acceptedAt: row.acceptedAt.getTime(),
  };
}

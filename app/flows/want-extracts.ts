import type { Instant } from "#app/core/values/instant.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import type { Tenant } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { hasExtracts } from "#app/stores/extract-copies.ts";

/**
 * A shop sells all day long, and each sale changes what is left of something: what changed meanwhile is written together,
 * once in so long. Until then a surface's own reading of price and stock is newer than ours anyway.
 */
const TOGETHER_MS = 60_000;

/** What shoppers are asked by has changed, in this transaction: whatever Shopify holds of it is brought after, at once. */
export async function wantExtracts(tenant: Tenant): Promise<void> {
  await enqueue(tenant, ...jobFor("keep-automatic-discounts", {}));
  await enqueue(tenant, ...jobFor("keep-extracts", { soon: true }));
}

/** What we know of the shop has changed: brought after with all that changes within the same minute. */
export async function wantExtractsLater(tenant: Tenant, now: Instant): Promise<void> {
  if (!(await hasExtracts(tenant))) return;
  const [name, payload, options] = jobFor("keep-extracts", { soon: false });
  // The same moment for all of them: a job that is asked for again and again is not put off again and again.
  const runAt = (Math.floor(now / TOGETHER_MS) + 1) * TOGETHER_MS;
  await enqueue(tenant, name, payload, { ...options, runAt });
}

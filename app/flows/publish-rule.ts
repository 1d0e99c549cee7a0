import { productsNamedBy } from "#app/core/rules/products-named.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { withRule } from "#app/core/rules/with-rule.ts";
import type { ProductId, RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import { type ProductsAsRead, readProducts } from "#app/shopify/read-products.ts";
import { markDeleted, saveProducts } from "#app/stores/catalog.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import type { Exclusively } from "#app/stores/exclusively.ts";
import { loadDraft, loadPublished, publishVersion, saveDraft } from "#app/stores/rulebooks.ts";
import { catalogLock } from "./catalog-lock.ts";

export interface PublishRuleNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly exclusively: Exclusively;
  readonly adminOf: AdminOf;
  readonly now: Clock;
}

export interface PublishRuleAsk {
  readonly shop: Shop;
  /** The staff member, by Shopify's id. */
  readonly by: string;
  readonly rule: RuleId;
}

export type PublishRuleOutcome =
  /** `missing` are the products it names that Shopify does not have (any more): a warning, not a failure. */
  | { readonly kind: "published"; readonly version: number; readonly missing: readonly ProductId[] }
  | { readonly kind: "not-found" }
  /** It was edited while its products were being read: nothing was published. */
  | { readonly kind: "changed-meanwhile" };

/**
 * Makes the rule live as the draft has it: reads its products from Shopify, then makes the next version of what is
 * published with this rule in it, active. Other rules' unpublished edits stay unpublished. Throws an AppError when
 * Shopify cannot be asked.
 */
export async function publishRule(
  { database, exclusively, adminOf, now }: PublishRuleNeeds,
  { shop, by, rule: id }: PublishRuleAsk,
): Promise<PublishRuleOutcome> {
  const draft = await database.inShop(shop, loadDraft);
  const rule = draft.rulebook.rules.find((other) => other.id === id);
  if (!rule) return { kind: "not-found" };
  return exclusively(catalogLock(shop), async () => {
    const read = await readProducts(adminOf(shop), [...productsNamedBy(rule)]);
    return database.inShop(shop, (tenant) => publish(tenant, rule, read, { by, now: now() }));
  });
}

async function publish(
  tenant: Tenant,
  rule: Rule,
  { products, missing }: ProductsAsRead,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<PublishRuleOutcome> {
  const published = await loadPublished(tenant, { toReplace: true });
  const { rulebook: draft, revision } = await loadDraft(tenant);
  const current = draft.rules.find(({ id }) => id === rule.id);
  if (current?.editedAt !== rule.editedAt) return { kind: "changed-meanwhile" };
  const live: Rule = { ...current, status: "active" };
  const saved = await saveDraft(tenant, withRule(draft, live), { expectedRevision: revision, by, now });
  if (saved === "changed-meanwhile") return { kind: "changed-meanwhile" };
  await saveProducts(tenant, products);
  for (const product of missing) await markDeleted(tenant, product, now);
  const next = withRule(published?.rulebook ?? { format: 1, rules: [] }, live);
  const version = await publishVersion(tenant, next, { by, now, note: `Published "${live.name}"` });
  // A webhook about a product that we did not hold yet was let go: what changed while we read is read once more.
  for (const { id } of products) await enqueue(tenant, ...jobFor("refresh-product", { product: id }));
  return { kind: "published", version, missing };
}

import { catalogOf } from "#app/core/catalog/catalog.ts";
import { compile } from "#app/core/decision/compile.ts";
import { factsOfMadeUp, type MadeUpPurchase } from "#app/core/decision/made-up-purchase.ts";
import { OF_A_COLLECTION_MOST } from "#app/core/decision/sources.ts";
import { type Tried, triedOf } from "#app/core/decision/tried.ts";
import type { Facts, Surface } from "#app/core/facts/facts.ts";
import { collectionsNamedBy, productsNamedBy } from "#app/core/rules/products-named.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { withRule } from "#app/core/rules/with-rule.ts";
import type { OrderId, ProductId, Shop } from "#app/core/values/ids.ts";
import { loadCatalog } from "#app/stores/catalog.ts";
import { loadCollections } from "#app/stores/collections.ts";
import type { Tenant } from "#app/stores/database.ts";
import { loadOrderScreen } from "#app/stores/read-models/order-screen.ts";
import { loadDraft } from "#app/stores/rulebooks.ts";
import { factsOfOrder } from "./facts-of-order.ts";
import { type GoodsNeeds, readGoods } from "./read-goods.ts";

export interface TryAsk {
  readonly shop: Shop;
  /** As it stands in the editor; taken as if it were live. */
  readonly rule: Rule;
  readonly surface: Surface;
  readonly purchase:
    | { readonly kind: "order"; readonly order: OrderId }
    | { readonly kind: "made-up"; readonly made: MadeUpPurchase };
}

export type TryOutcome =
  | ({
      readonly kind: "tried";
      /** `page`: as a page of the shop told of it; `order`: only what the order itself says is known. */
      readonly knownFrom: "made-up" | "page" | "order";
    } & Tried)
  | { readonly kind: "unknown-order" };

/**
 * What is needed to decide the purchase by the draft with this rule in it: whoever asks decides. Nothing is kept, and limits
 * count as unused. Throws an AppError when products have to be read and Shopify cannot be asked.
 */
export async function tryRule(needs: GoodsNeeds, { shop, rule, surface, purchase }: TryAsk): Promise<TryOutcome> {
  const seen = await needs.database.inShop(shop, async (tenant) => ({
    ...(await draftAndCopy(tenant)),
    order: purchase.kind === "order" ? await loadOrderScreen(tenant, purchase.order) : undefined,
  }));
  const ofOrder = seen.order && factsOfOrder(seen.order, shop, surface);
  if (purchase.kind === "order" && !ofOrder) return { kind: "unknown-order" };
  const bought: readonly { readonly product: ProductId }[] =
    purchase.kind === "order" ? (ofOrder?.facts.lines ?? []) : purchase.made.lines;
  const goods = await readGoods(needs, {
    shop,
    products: [...productsNamedBy(rule), ...bought.map(({ product }) => product)],
    collections: [...collectionsNamedBy(rule)],
  });
  const catalog = catalogOf(
    goods.shop,
    [...seen.products, ...goods.products],
    [...seen.collections, ...goods.collections],
  );
  const facts: Facts | undefined =
    purchase.kind === "order" ? ofOrder?.facts : factsOfMadeUp(purchase.made, shop, surface, catalog);
  if (!facts) return { kind: "unknown-order" };
  const rulebook = withRule(seen.rulebook, { ...rule, status: "active" });
  const tried = triedOf(facts, compile(rulebook, 0, catalog), rule.id);
  return { kind: "tried", knownFrom: ofOrder ? ofOrder.knownFrom : "made-up", ...tried };
}

/** The draft, and of the shop what its live rules name. */
async function draftAndCopy(tenant: Tenant) {
  const { rulebook } = await loadDraft(tenant);
  const active = rulebook.rules.filter(({ status }) => status === "active");
  const collections = await loadCollections(tenant);
  const offered = new Set(active.flatMap((one) => [...collectionsNamedBy(one)]));
  const inCollections = collections
    .filter(({ id }) => offered.has(id))
    .flatMap(({ products }) => products.slice(0, OF_A_COLLECTION_MOST));
  const named = new Set([...active.flatMap((one) => [...productsNamedBy(one)]), ...inCollections]);
  return { rulebook, collections, products: await loadCatalog(tenant, [...named]) };
}

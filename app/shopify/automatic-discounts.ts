import type { AutomaticDiscount } from "#app/core/rules/automatic-discount.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Admin } from "./admin-client.ts";
import { gidOf } from "./gid.ts";
import {
  type AutomaticBxgyDiscount,
  CREATE_AUTOMATIC_DISCOUNT,
  DELETE_AUTOMATIC_DISCOUNT,
  READ_AUTOMATIC_DISCOUNTS,
} from "./graphql/discounts.graphql.ts";

export type CreateAutomaticOutcome =
  | { readonly kind: "created"; readonly discountId: string }
  /** The shop has as many as Shopify allows; something else that Shopify will not have. In Shopify's words. */
  | { readonly kind: "refused"; readonly why: string };

export interface CreateAutomaticAsk {
  /** Our app's own id, as the shop knows it. */
  readonly appId: string;
  readonly discount: AutomaticDiscount;
  /** When it begins, where the rule does not say. */
  readonly now: Instant;
}

/** Shopify lets 25 be active; those that are over or still to come are kept on top. */
const LOOKED_AT = 100;

/** With the digest behind it, tells each of ours from the others, from the merchant's and from another app's. */
const markOf = (appId: string) => `encore-${appId}-`;

/**
 * Asks for it once: when this throws, it may have been made all the same, and `findAutomaticDiscounts` tells.
 */
export async function createAutomaticDiscount(admin: Admin, ask: CreateAutomaticAsk): Promise<CreateAutomaticOutcome> {
  const said = await admin.tell(CREATE_AUTOMATIC_DISCOUNT, { discount: bxgyOf(ask) });
  const { automaticDiscountNode: made, userErrors = [] } = said.discountAutomaticBxgyCreate ?? {};
  if (made) return { kind: "created", discountId: numberOf(made.id) };
  return { kind: "refused", why: userErrors[0]?.message ?? "Shopify did not say why." };
}

/** The newest of ours that the shop has: digest → Shopify's id. */
export async function findAutomaticDiscounts(admin: Admin, appId: string): Promise<ReadonlyMap<string, string>> {
  const mark = markOf(appId);
  const { discountNodes } = await admin.ask(READ_AUTOMATIC_DISCOUNTS, { first: LOOKED_AT });
  return new Map(
    discountNodes.nodes.flatMap(({ id, discount }) =>
      (discount.tags ?? [])
        .filter((tag) => tag.startsWith(mark))
        .map((tag) => [tag.slice(mark.length), numberOf(id)] as const),
    ),
  );
}

/** One discount has several names, DiscountNode, DiscountAutomaticNode and its kind's, and one number. */
function numberOf(gid: string): string {
  const [, number] = /\/(\d{1,20})$/.exec(gid) ?? [];
  invariant(number !== undefined, `${gid} names no discount`);
  return number;
}

/** One that is not there any more, since the merchant deleted it, is as good as deleted. */
export async function deleteAutomaticDiscount(admin: Admin, discountId: string): Promise<void> {
  await admin.ask(DELETE_AUTOMATIC_DISCOUNT, { id: gidOf("DiscountAutomaticNode", discountId) });
}

/**
 * Any one of the triggers in the cart takes the percentage off one piece of what is offered, once in an order. It combines
 * with every other discount, so that neither ours nor a shopper's own code takes the other's place where Shopify can add
 * them up. The title is what shoppers read, and must be no other automatic discount's: no rule's private name.
 */
function bxgyOf({ appId, discount, now }: CreateAutomaticAsk): AutomaticBxgyDiscount {
  const { percent, triggers, products, variants, digest, from = now, until } = discount;
  return {
    title: `−${percent} % · ${digest.slice(0, 6).toUpperCase()}`,
    tags: [`${markOf(appId)}${digest}`],
    startsAt: new Date(from).toISOString(),
    ...(until !== undefined && { endsAt: new Date(until).toISOString() }),
    usesPerOrderLimit: "1",
    context: { all: "ALL" },
    combinesWith: { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true },
    customerBuys: {
      items: { products: { productsToAdd: triggers.map((id) => gidOf("Product", id)) } },
      value: { quantity: "1" },
    },
    customerGets: {
      items: {
        products: {
          ...(products.length > 0 && { productsToAdd: products.map((id) => gidOf("Product", id)) }),
          ...(variants.length > 0 && { productVariantsToAdd: variants.map((id) => gidOf("ProductVariant", id)) }),
        },
      },
      // Here a percentage is a share of 1.
      value: { discountOnQuantity: { quantity: "1", effect: { percentage: percent / 100 } } },
    },
  };
}

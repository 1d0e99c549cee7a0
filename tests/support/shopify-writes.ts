import { type Asked, data, type LoopbackAnswer } from "./loopback-shopify.ts";

/** What an app has written into a shop, behind the loopback Shopify. */
export interface ShopifyWrites {
  /** "gid://shopify/Product/1" → its JSON. */
  readonly metafields: Map<string, unknown>;
  /** Of what kinds of owners: "SHOP", "PRODUCT". */
  readonly definitions: Set<string>;
  readonly discounts: Map<string, { readonly tags: readonly string[]; readonly title: string }>;
  /** Products that Shopify has no more. */
  readonly gone: Set<string>;
  /** How many active automatic discounts the shop may have. */
  room: number;
  answer(asked: Asked): LoopbackAnswer;
}

const SHOP_GID = "gid://shopify/Shop/1";

export function shopifyWrites(): ShopifyWrites {
  let count = 0;
  const shop: ShopifyWrites = {
    metafields: new Map(),
    definitions: new Set(),
    discounts: new Map(),
    gone: new Set(),
    room: 25,
    answer: (asked) => data(answerTo(asked)),
  };

  function answerTo({ operation, variables }: Asked): unknown {
    switch (operation) {
      case "EncoreReadShopGid":
        return { shop: { id: SHOP_GID } };
      case "EncoreDefineMetafield": {
        const { ownerType } = variables.definition as { readonly ownerType: string };
        const isThere = shop.definitions.has(ownerType);
        shop.definitions.add(ownerType);
        return { metafieldDefinitionCreate: { userErrors: isThere ? [{ message: "taken", code: "TAKEN" }] : [] } };
      }
      case "EncoreSetMetafields":
        return { metafieldsSet: { userErrors: setAll(variables.metafields as readonly Sent[]) } };
      case "EncoreDeleteMetafields": {
        for (const { ownerId } of variables.metafields as readonly Sent[]) shop.metafields.delete(ownerId);
        return { metafieldsDelete: { userErrors: [] } };
      }
      case "EncoreReadAutomaticDiscounts":
        return {
          discountNodes: {
            nodes: [...shop.discounts].map(([id, { tags }]) => ({
              id: `gid://shopify/DiscountNode/${id}`,
              discount: { tags },
            })),
          },
        };
      case "EncoreCreateAutomaticDiscount":
        return { discountAutomaticBxgyCreate: create(variables.discount as { tags: string[]; title: string }) };
      case "EncoreDeleteAutomaticDiscount":
        shop.discounts.delete(String(variables.id).split("/").at(-1) ?? "");
        return { discountAutomaticDelete: { userErrors: [] } };
      default:
        throw new Error(`nobody asked for ${operation} before`);
    }
  }

  function setAll(sent: readonly Sent[]): readonly object[] {
    const refused = sent.findIndex(({ ownerId }) => shop.gone.has(ownerId));
    if (refused >= 0) return [{ message: "Owner does not exist.", code: "INVALID", elementIndex: refused }];
    for (const { ownerId, value } of sent) shop.metafields.set(ownerId, JSON.parse(value));
    return [];
  }

  function create({ tags, title }: { readonly tags: readonly string[]; readonly title: string }): object {
    if ([...shop.discounts.values()].some((one) => one.title === title)) {
      return { automaticDiscountNode: null, userErrors: [{ message: "Title must be unique.", code: "TAKEN" }] };
    }
    if (shop.discounts.size >= shop.room) {
      const message = "At any given time, only 25 automatic discounts can be active.";
      return { automaticDiscountNode: null, userErrors: [{ message, code: "ACTIVE_PERIOD_OVERLAP" }] };
    }
    const id = String(++count);
    shop.discounts.set(id, { tags, title });
    return { automaticDiscountNode: { id: `gid://shopify/DiscountAutomaticNode/${id}` }, userErrors: [] };
  }
  return shop;
}

interface Sent {
  readonly ownerId: string;
  readonly value: string;
}

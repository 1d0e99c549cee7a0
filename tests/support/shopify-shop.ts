import { type Asked, data, type LoopbackAnswer, page } from "./loopback-shopify.ts";
import { type ProductStory, productNode } from "./product-nodes.ts";

/** A small shop behind the loopback Shopify: change it, and it answers otherwise from then on. */
export interface ShopifyShop {
  readonly products: Map<string, ProductStory>;
  /** Each collection's products, the best seller first. */
  readonly collections: Map<string, readonly string[]>;
  /** So many products on a page of the whole catalogue. */
  pageSize: number;
  answer(asked: Asked): LoopbackAnswer;
}

export function shopifyShop(products: readonly string[] = []): ShopifyShop {
  const shop: ShopifyShop = {
    products: new Map(products.map((id) => [id, {}])),
    collections: new Map(),
    pageSize: 2,
    answer: (asked) => data({ shop: { currencyCode: "GBP" }, ...answerTo(asked) }),
  };
  const nodeOf = (id: string, asked: Asked) => {
    const story = shop.products.get(id);
    if (!story) return null;
    const wanted = (asked.variables.metafields ?? []) as readonly string[];
    const metafields = Object.entries(story.metafields ?? {}).filter(([name]) => wanted.includes(name));
    return productNode(id, { ...story, metafields: Object.fromEntries(metafields) });
  };
  const answerTo = (asked: Asked) => {
    const { operation, variables } = asked;
    switch (operation) {
      case "EncoreReadProducts":
        return { nodes: (variables.ids as readonly string[]).map((gid) => nodeOf(numberOf(gid), asked)) };
      case "EncoreReadCatalogPage": {
        const all = [...shop.products.keys()].sort();
        const from = variables.after === null ? 0 : all.indexOf(String(variables.after)) + 1;
        const some = all.slice(from, from + shop.pageSize);
        const isLast = from + some.length >= all.length;
        return {
          products: page(
            some.map((id) => nodeOf(id, asked)),
            isLast ? null : some.at(-1),
          ),
        };
      }
      case "EncoreReadCollection": {
        const members = shop.collections.get(numberOf(String(variables.id)));
        const products = page((members ?? []).map((id) => ({ id: `gid://shopify/Product/${id}` })));
        return { collection: members ? { title: "Tea time", products } : null };
      }
      default:
        throw new Error(`nobody asked for ${operation} before`);
    }
  };
  return shop;
}

const numberOf = (gid: string) => gid.split("/").at(-1) ?? "";

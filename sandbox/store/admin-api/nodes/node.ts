import type { Engine } from "../../engine.ts";
import { variantOf } from "../../products.ts";
import { OUR_APP_ID } from "../../state/ids.ts";
import { parseGid } from "../gid.ts";
import { collectionNode } from "./collection.ts";
import { customerNode } from "./customer.ts";
import { automaticDiscountNode, codeDiscountNode } from "./discount.ts";
import { inventoryItemNode, productNode, variantNode } from "./goods.ts";
import { appMetafieldNode } from "./metafield.ts";
import { orderNode } from "./order.ts";
import { lineNode } from "./order-line.ts";
import { refundNode } from "./refund.ts";
import { ourAppNode, shopNode } from "./shop.ts";

/** The object that a global id names, with its `__typename`; null when there is none, or none that we serve. */
export function nodeBehind(engine: Engine, gid: string): { readonly __typename: string } | null {
  const parsed = parseGid(gid);
  if (!parsed) return null;
  const { type, id } = parsed;
  const { products, orders } = engine.state;
  switch (type) {
    case "Product": {
      const product = products.find((known) => known.id === id);
      return product ? productNode(engine, product) : null;
    }
    case "ProductVariant": {
      const found = variantOf(engine, id);
      return found ? variantNode(engine, found.product, found.variant) : null;
    }
    case "InventoryItem":
      for (const product of products) {
        const variant = product.variants.find((known) => known.inventoryItemId === id);
        if (variant) return inventoryItemNode(engine, product, variant);
      }
      return null;
    case "Order": {
      const order = orders.find((known) => known.id === id);
      return order ? orderNode(engine, order) : null;
    }
    case "LineItem":
      for (const order of orders) {
        const line = order.lines.find((known) => known.id === id);
        if (line) return lineNode(engine, order, line);
      }
      return null;
    case "Refund":
      for (const order of orders) {
        const refund = order.refunds.find((known) => known.id === id);
        if (refund) return refundNode(engine, order, refund);
      }
      return null;
    case "Customer": {
      const customer = engine.state.customers.find((known) => known.id === id);
      return customer ? customerNode(engine, customer) : null;
    }
    case "Collection": {
      const collection = engine.state.collections.find((known) => known.id === id);
      return collection ? collectionNode(engine, collection) : null;
    }
    case "DiscountCodeNode":
    case "DiscountAutomaticNode": {
      const discount = engine.state.discounts.find((known) => known.id === id);
      const isOfType = (discount?.code === undefined) === (type === "DiscountAutomaticNode");
      if (!discount || !isOfType) return null;
      return discount.code === undefined ? automaticDiscountNode(engine, discount) : codeDiscountNode(engine, discount);
    }
    case "Metafield": {
      const field = engine.state.metafields.find((known) => known.id === id);
      return field ? appMetafieldNode(field) : null;
    }
    case "Shop":
      return id === engine.shop.id ? shopNode(engine) : null;
    case "App":
      return id === OUR_APP_ID ? ourAppNode(engine) : null;
    default:
      return null;
  }
}

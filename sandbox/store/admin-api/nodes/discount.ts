import { classOf, statusOf } from "../../discounts/discount-class.ts";
import { discountGid } from "../../discounts/keep-discounts.ts";
import { type Engine, inShopMoney } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import { variantOf } from "../../products.ts";
import type { BasicValue, Items, Minimum, StoredDiscount } from "../../state/discount.ts";
import { connectionOf, type PageArgs } from "../connection.ts";
import { gid } from "../gid.ts";
import { collectionNode } from "./collection.ts";
import { productNode, variantNode } from "./goods.ts";
import { moneyNode } from "./money.ts";

export function codeDiscountNode(engine: Engine, discount: StoredDiscount) {
  return { __typename: "DiscountCodeNode", id: discountGid(discount), codeDiscount: discountView(engine, discount) };
}

export function automaticDiscountNode(engine: Engine, discount: StoredDiscount) {
  return {
    __typename: "DiscountAutomaticNode",
    id: discountGid(discount),
    automaticDiscount: discountView(engine, discount),
  };
}

/** The id is that of the code's or the automatic discount's own node. */
export function discountNode(engine: Engine, discount: StoredDiscount) {
  return { __typename: "DiscountNode", id: discountGid(discount), discount: discountView(engine, discount) };
}

function discountView(engine: Engine, discount: StoredDiscount) {
  const { what, code } = discount;
  const shared = {
    title: discount.title,
    status: statusOf(discount, engine.now()),
    startsAt: isoSeconds(discount.startsAt),
    endsAt: discount.endsAt === undefined ? null : isoSeconds(discount.endsAt),
    asyncUsageCount: discount.uses.length,
    combinesWith: discount.combinesWith,
    summary: discount.title,
    tags: discount.tags,
    createdAt: isoSeconds(discount.createdAt),
    updatedAt: isoSeconds(discount.updatedAt),
    discountClasses: [classOf(discount)],
    usageLimit: discount.usageLimit ?? null,
    appliesOncePerCustomer: discount.appliesOncePerCustomer,
    minimumRequirement: minimumView(engine, discount.minimum),
    codes: (args: PageArgs) =>
      connectionOf(
        code === undefined ? [] : [code],
        args,
        () => discount.id,
        (each) => ({
          id: gid("DiscountRedeemCode", discount.id),
          code: each,
          asyncUsageCount: discount.uses.length,
        }),
      ),
  };
  switch (what.kind) {
    case "basic":
      return {
        __typename: "DiscountCodeBasic",
        ...shared,
        customerGets: { items: itemsView(engine, what.items), value: valueView(engine, what.value) },
      };
    case "free-shipping":
      return {
        __typename: "DiscountCodeFreeShipping",
        ...shared,
        maximumShippingPrice: what.mostMinor === undefined ? null : moneyNode(inShopMoney(engine, what.mostMinor)),
      };
    case "buy-x-get-y":
      return {
        __typename: "DiscountAutomaticBxgy",
        id: discountGid(discount),
        ...shared,
        usesPerOrderLimit: what.usesPerOrder ?? null,
        customerBuys: {
          items: itemsView(engine, what.buys.items),
          value: { __typename: "DiscountQuantity", quantity: String(what.buys.quantity) },
        },
        customerGets: {
          items: itemsView(engine, what.gets.items),
          value: {
            __typename: "DiscountOnQuantity",
            quantity: { quantity: String(what.gets.quantity) },
            effect: valueView(engine, what.gets.value),
          },
        },
      };
  }
}

function valueView(engine: Engine, value: BasicValue) {
  if (value.kind === "fraction") return { __typename: "DiscountPercentage", percentage: value.fraction };
  return {
    __typename: "DiscountAmount",
    amount: moneyNode(inShopMoney(engine, value.minor)),
    appliesOnEachItem: value.onEachItem,
  };
}

function minimumView(engine: Engine, minimum: Minimum | undefined) {
  if (!minimum) return null;
  return minimum.kind === "quantity"
    ? { __typename: "DiscountMinimumQuantity", greaterThanOrEqualToQuantity: String(minimum.pieces) }
    : {
        __typename: "DiscountMinimumSubtotal",
        greaterThanOrEqualToSubtotal: moneyNode(inShopMoney(engine, minimum.minor)),
      };
}

function itemsView(engine: Engine, items: Items) {
  if (items.kind === "all") return { __typename: "AllDiscountItems", allItems: true };
  if (items.collectionIds.length > 0) {
    const collections = engine.state.collections.filter(({ id }) => items.collectionIds.includes(id));
    return {
      __typename: "DiscountCollections",
      collections: (args: PageArgs) =>
        connectionOf(
          collections,
          args,
          ({ id }) => id,
          (collection) => collectionNode(engine, collection),
        ),
    };
  }
  const products = engine.state.products.filter(({ id }) => items.productIds.includes(id));
  const variants = items.variantIds.flatMap((id) => variantOf(engine, id) ?? []);
  return {
    __typename: "DiscountProducts",
    products: (args: PageArgs) =>
      connectionOf(
        products,
        args,
        ({ id }) => id,
        (product) => productNode(engine, product),
      ),
    productVariants: (args: PageArgs) =>
      connectionOf(
        variants,
        args,
        ({ variant }) => variant.id,
        ({ product, variant }) => variantNode(engine, product, variant),
      ),
  };
}

import { statusOf } from "../../discounts/discount-class.ts";
import { AUTOMATIC_DISCOUNTS_MOST } from "../../discounts/doubts.ts";
import { createDiscount, deleteDiscount, discountChanged, discountGid } from "../../discounts/keep-discounts.ts";
import type { Engine } from "../../engine.ts";
import type { DiscountWhat, StoredDiscount } from "../../state/discount.ts";
import type { ApiContext } from "../api-context.ts";
import { parseGid } from "../gid.ts";
import { automaticDiscountNode } from "../nodes/discount.ts";
import {
  type AmountInput,
  amountOf,
  countOf,
  fractionOf,
  type ItemsInput,
  itemsOf,
  type SharedInput,
  sharedParts,
} from "./discount-input.ts";
import { type Errors, errorsIn, type UserError } from "./user-errors.ts";

interface BxgyInput extends SharedInput {
  readonly usesPerOrderLimit?: string | number | null;
  readonly customerBuys?: {
    readonly items?: ItemsInput | null;
    readonly value?: { readonly quantity?: string | number | null } | null;
  } | null;
  readonly customerGets?: {
    readonly items?: ItemsInput | null;
    readonly value?: {
      readonly discountOnQuantity?: {
        readonly quantity?: string | number | null;
        readonly effect?: { readonly percentage?: number | null; readonly amount?: string | number | null } | null;
      } | null;
    } | null;
  } | null;
}

type BuyXGetY = Extract<DiscountWhat, { readonly kind: "buy-x-get-y" }>;

/** Buy X get Y, by itself. https://shopify.dev/docs/api/admin-graphql/latest/mutations/discountAutomaticBxgyCreate */
export const automaticDiscountMutations = {
  discountAutomaticBxgyCreate(
    { automaticBxgyDiscount: input }: { automaticBxgyDiscount: BxgyInput },
    { engine }: ApiContext,
  ) {
    const errors = errorsIn("automaticBxgyDiscount");
    const { title = "", ...shared } = sharedParts(engine, input, errors, true);
    const what = buyXGetY(engine, input, undefined, errors);
    const standing = engine.state.discounts.filter(
      (discount) => discount.code === undefined && statusOf(discount, engine.now()) !== "EXPIRED",
    );
    if (standing.length >= AUTOMATIC_DISCOUNTS_MOST) {
      const sentence = `Shops can have a maximum of ${AUTOMATIC_DISCOUNTS_MOST} active automatic discounts`;
      errors.add("", "EXCEEDED_MAX", sentence);
    }
    if (errors.errors.length > 0) return { automaticDiscountNode: null, userErrors: errors.errors };
    const discount = createDiscount(engine, { ...shared, title, what }, "our-app");
    return answered(engine, discount);
  },

  discountAutomaticBxgyUpdate(
    { id, automaticBxgyDiscount: input }: { id: string; automaticBxgyDiscount: BxgyInput },
    { engine }: ApiContext,
  ) {
    const discount = automaticDiscountOf(engine, id);
    if (discount?.what.kind !== "buy-x-get-y") return { automaticDiscountNode: null, userErrors: [doesNotExist()] };
    const errors = errorsIn("automaticBxgyDiscount");
    const shared = sharedParts(engine, input, errors, false);
    const what = buyXGetY(engine, input, discount.what, errors);
    if (errors.errors.length > 0) return { automaticDiscountNode: null, userErrors: errors.errors };
    Object.assign(discount, shared, { what });
    discountChanged(engine, discount);
    return answered(engine, discount);
  },

  discountAutomaticDelete({ id }: { id: string }, { engine }: ApiContext) {
    const discount = automaticDiscountOf(engine, id);
    if (!discount) return { deletedAutomaticDiscountId: null, userErrors: [doesNotExist()] };
    deleteDiscount(engine, discount.id);
    return { deletedAutomaticDiscountId: discountGid(discount), userErrors: [] };
  },

  /** It ends now. */
  discountAutomaticDeactivate({ id }: { id: string }, { engine }: ApiContext) {
    const discount = automaticDiscountOf(engine, id);
    if (!discount) return { automaticDiscountNode: null, userErrors: [doesNotExist()] };
    discount.endsAt = engine.now();
    discountChanged(engine, discount);
    return answered(engine, discount);
  },
};

export function automaticDiscountOf(engine: Engine, id: string): StoredDiscount | undefined {
  const parsed = parseGid(id);
  if (parsed?.type !== "DiscountAutomaticNode" && parsed?.type !== "DiscountNode") return undefined;
  return engine.state.discounts.find((discount) => discount.id === parsed.id && discount.code === undefined);
}

/** What is not given stays as it was, where there was something. */
function buyXGetY(engine: Engine, input: BxgyInput, before: BuyXGetY | undefined, errors: Errors): BuyXGetY {
  const { customerBuys, customerGets, usesPerOrderLimit } = input;
  const limit =
    usesPerOrderLimit == null ? before?.usesPerOrder : countOf(usesPerOrderLimit, "usesPerOrderLimit", errors);
  return {
    kind: "buy-x-get-y",
    buys:
      before && !customerBuys
        ? before.buys
        : {
            items: notAll(
              itemsOf(engine, customerBuys?.items, "customerBuys.items", errors),
              "customerBuys.items",
              errors,
            ),
            quantity: countOf(customerBuys?.value?.quantity, "customerBuys.value.quantity", errors),
          },
    gets: before && !customerGets ? before.gets : getsOf(engine, customerGets, errors),
    usesPerOrder: limit,
  };
}

function getsOf(engine: Engine, input: BxgyInput["customerGets"], errors: Errors): BuyXGetY["gets"] {
  const path = "customerGets.value.discountOnQuantity";
  const { quantity, effect } = input?.value?.discountOnQuantity ?? {};
  if (!effect) errors.add(path, "BLANK", "Discount on quantity can't be blank");
  const amount: AmountInput = { amount: effect?.amount ?? null, appliesOnEachItem: true };
  return {
    items: notAll(itemsOf(engine, input?.items, "customerGets.items", errors), "customerGets.items", errors),
    quantity: countOf(quantity, `${path}.quantity`, errors),
    value:
      effect?.amount == null
        ? fractionOf(effect?.percentage ?? 0, `${path}.effect.percentage`, errors)
        : amountOf(engine, amount, `${path}.effect.amount`, errors),
  };
}

function notAll<Wanted extends { readonly kind: string }>(items: Wanted, path: string, errors: Errors): Wanted {
  if (items.kind === "all") errors.add(path, "INVALID", "All items can't be chosen for Buy X get Y");
  return items;
}

function answered(engine: Engine, discount: StoredDiscount | undefined) {
  return { automaticDiscountNode: discount ? automaticDiscountNode(engine, discount) : null, userErrors: [] };
}

function doesNotExist(): UserError {
  return { field: ["id"], message: "Discount does not exist", code: "INVALID" };
}

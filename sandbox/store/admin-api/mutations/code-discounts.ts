import { discountOfCode } from "../../discounts/code-standing.ts";
import { createDiscount, deleteDiscount, discountChanged, discountGid } from "../../discounts/keep-discounts.ts";
import type { Engine } from "../../engine.ts";
import type { NewDiscount } from "../../sandbox-store.ts";
import type { BasicValue, StoredDiscount } from "../../state/discount.ts";
import type { ApiContext } from "../api-context.ts";
import { parseGid } from "../gid.ts";
import { codeDiscountNode } from "../nodes/discount.ts";
import {
  type AmountInput,
  amountOf,
  fractionOf,
  type ItemsInput,
  itemsOf,
  type MinimumInput,
  minimumOf,
  minorOf,
  type SharedInput,
  sharedParts,
} from "./discount-input.ts";
import { type Errors, errorsIn } from "./user-errors.ts";

interface CodeInput extends SharedInput {
  readonly code?: string | null;
  readonly usageLimit?: number | null;
  readonly appliesOncePerCustomer?: boolean | null;
  readonly minimumRequirement?: MinimumInput | null;
}

interface BasicInput extends CodeInput {
  readonly customerGets?: {
    readonly items?: ItemsInput | null;
    readonly value?: {
      readonly percentage?: number | null;
      readonly discountAmount?: AmountInput | null;
      readonly discountOnQuantity?: object | null;
    } | null;
  } | null;
}

interface FreeShippingInput extends CodeInput {
  readonly maximumShippingPrice?: string | number | null;
  readonly destination?: {
    readonly all?: boolean | null;
    readonly countries?: {
      readonly add?: readonly string[] | null;
      readonly includeRestOfWorld?: boolean | null;
    } | null;
  } | null;
}

const CODE_MOST = 255;

/** Discount codes: made, ended and deleted. https://shopify.dev/docs/api/admin-graphql/latest/mutations/discountCodeBasicCreate */
export const codeDiscountMutations = {
  discountCodeBasicCreate({ basicCodeDiscount: input }: { basicCodeDiscount: BasicInput }, { engine }: ApiContext) {
    const errors = errorsIn("basicCodeDiscount");
    const items = itemsOf(engine, input.customerGets?.items, "customerGets.items", errors);
    const value = basicValueOf(engine, input, errors);
    return created(engine, input, errors, { kind: "basic", items, value });
  },

  discountCodeFreeShippingCreate(
    { freeShippingCodeDiscount: input }: { freeShippingCodeDiscount: FreeShippingInput },
    { engine }: ApiContext,
  ) {
    const errors = errorsIn("freeShippingCodeDiscount");
    const { destination } = input;
    if (!destination?.all && !destination?.countries) {
      errors.add("destination", "BLANK", "Destination can't be blank");
    }
    const isEverywhere = destination?.all || destination?.countries?.includeRestOfWorld;
    return created(engine, input, errors, {
      kind: "free-shipping",
      mostMinor: minorOf(engine, input.maximumShippingPrice, "maximumShippingPrice", errors),
      countries: isEverywhere ? undefined : (destination?.countries?.add ?? undefined),
    });
  },

  discountCodeDelete({ id }: { id: string }, { engine }: ApiContext) {
    const discount = codeDiscountOf(engine, id);
    if (!discount) return { deletedCodeDiscountId: null, userErrors: [doesNotExist()] };
    deleteDiscount(engine, discount.id);
    return { deletedCodeDiscountId: discountGid(discount), userErrors: [] };
  },

  /** It ends now. */
  discountCodeDeactivate({ id }: { id: string }, { engine }: ApiContext) {
    const discount = codeDiscountOf(engine, id);
    if (!discount) return { codeDiscountNode: null, userErrors: [doesNotExist()] };
    discount.endsAt = engine.now();
    discountChanged(engine, discount);
    return { codeDiscountNode: codeDiscountNode(engine, discount), userErrors: [] };
  },
};

export function codeDiscountOf(engine: Engine, id: string): StoredDiscount | undefined {
  const parsed = parseGid(id);
  if (parsed?.type !== "DiscountCodeNode" && parsed?.type !== "DiscountNode") return undefined;
  return engine.state.discounts.find((discount) => discount.id === parsed.id && discount.code !== undefined);
}

function created(engine: Engine, input: CodeInput, errors: Errors, what: NewDiscount["what"]) {
  const { title = "", ...shared } = sharedParts(engine, input, errors, true);
  const code = input.code?.trim() ?? "";
  if (code === "") errors.add("code", "BLANK", "Code can't be blank");
  if (code.length > CODE_MOST) errors.add("code", "TOO_LONG", "Code is too long (maximum is 255 characters)");
  if (discountOfCode(engine, code)) {
    errors.add("code", "TAKEN", "Code must be unique. Please try a different code.");
  }
  if (input.usageLimit != null && input.usageLimit < 1) {
    errors.add("usageLimit", "GREATER_THAN", "Usage limit must be greater than 0");
  }
  const minimum = minimumOf(engine, input.minimumRequirement, errors);
  if (errors.errors.length > 0) return { codeDiscountNode: null, userErrors: errors.errors };
  const wanted: NewDiscount = {
    ...shared,
    title,
    code,
    what,
    minimum,
    usageLimit: input.usageLimit ?? undefined,
    appliesOncePerCustomer: input.appliesOncePerCustomer ?? false,
  };
  const discount = createDiscount(engine, wanted, "our-app");
  return { codeDiscountNode: discount ? codeDiscountNode(engine, discount) : null, userErrors: [] };
}

function basicValueOf(engine: Engine, { customerGets }: BasicInput, errors: Errors): BasicValue {
  const { percentage, discountAmount } = customerGets?.value ?? {};
  if (percentage != null) return fractionOf(percentage, "customerGets.value.percentage", errors);
  if (discountAmount) return amountOf(engine, discountAmount, "customerGets.value.discountAmount", errors);
  errors.add("customerGets.value", "INVALID", "Value can't be blank");
  return { kind: "fraction", fraction: 0 };
}

function doesNotExist() {
  return { field: ["id"], message: "Code discount does not exist.", code: "INVALID" };
}

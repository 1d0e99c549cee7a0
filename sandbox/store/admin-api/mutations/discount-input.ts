import type { Currency } from "#app/core/values/currency.ts";
import { moneyFromDecimal } from "#app/core/values/money.ts";
import type { Engine } from "../../engine.ts";
import { variantOf } from "../../products.ts";
import type { BasicValue, CombinesWith, Items, Minimum } from "../../state/discount.ts";
import { parseGid } from "../gid.ts";
import type { Errors } from "./user-errors.ts";

/** The parts that all discounts' inputs have. What is null or absent stays as it was, or at its default. */
export interface SharedInput {
  readonly title?: string | null;
  readonly startsAt?: string | null;
  readonly endsAt?: string | null;
  readonly tags?: readonly string[] | null;
  readonly combinesWith?: { readonly [Name in keyof CombinesWith]?: boolean | null } | null;
  readonly context?: { readonly all?: "ALL"; readonly customers?: { readonly add?: readonly string[] | null } } | null;
}

export interface ItemsInput {
  readonly all?: boolean | null;
  readonly products?: {
    readonly productsToAdd?: readonly string[] | null;
    readonly productVariantsToAdd?: readonly string[] | null;
  } | null;
  readonly collections?: { readonly add?: readonly string[] | null } | null;
}

export interface AmountInput {
  readonly amount?: string | number | null;
  readonly appliesOnEachItem?: boolean | null;
}

export interface MinimumInput {
  readonly subtotal?: { readonly greaterThanOrEqualToSubtotal?: string | number | null } | null;
  readonly quantity?: { readonly greaterThanOrEqualToQuantity?: string | number | null } | null;
}

const TITLE_MOST = 255;

/** Title, dates, tags, what it combines with and for whom, as far as given. */
export function sharedParts(engine: Engine, input: SharedInput, errors: Errors, isNew: boolean) {
  const title = input.title?.trim();
  if (title === "" || (isNew && title === undefined)) errors.add("title", "BLANK", "Title can't be blank");
  if (title && title.length > TITLE_MOST)
    errors.add("title", "TOO_LONG", "Title is too long (maximum is 255 characters)");
  const startsAt = instantOf(input.startsAt, "startsAt", errors);
  const endsAt = instantOf(input.endsAt, "endsAt", errors);
  if (isNew && startsAt === undefined) errors.add("startsAt", "BLANK", "Starts at can't be blank");
  if (startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt) {
    errors.add("endsAt", "END_DATE_BEFORE_START_DATE", "Ends at needs to be after starts_at");
  }
  if (isNew && !input.context) errors.add("context", "BLANK", "Context can't be blank");
  const { combinesWith } = input;
  return {
    ...(title ? { title } : {}),
    ...(startsAt === undefined ? {} : { startsAt }),
    ...("endsAt" in input ? { endsAt } : {}),
    ...(input.tags ? { tags: input.tags } : {}),
    ...(combinesWith
      ? {
          combinesWith: {
            productDiscounts: combinesWith.productDiscounts ?? false,
            orderDiscounts: combinesWith.orderDiscounts ?? false,
            shippingDiscounts: combinesWith.shippingDiscounts ?? false,
          },
        }
      : {}),
    ...(input.context ? { customerIds: customersOf(engine, input.context, errors) } : {}),
  };
}

/** At least one thing that the shop has. */
export function itemsOf(engine: Engine, input: ItemsInput | null | undefined, path: string, errors: Errors): Items {
  if (input?.all) return { kind: "all" };
  const ids = (given: readonly string[] | null | undefined, type: string, isThere: (id: number) => boolean) =>
    (given ?? []).map((id) => {
      const parsed = parseGid(id);
      if (parsed?.type === type && isThere(parsed.id)) return parsed.id;
      errors.add(path, "INVALID", `${type} ${id} is invalid`);
      return 0;
    });
  const { products, collections } = engine.state;
  const items = {
    productIds: ids(input?.products?.productsToAdd, "Product", (id) => products.some((known) => known.id === id)),
    variantIds: ids(
      input?.products?.productVariantsToAdd,
      "ProductVariant",
      (id) => variantOf(engine, id) !== undefined,
    ),
    collectionIds: ids(input?.collections?.add, "Collection", (id) => collections.some((known) => known.id === id)),
  };
  if (Object.values(items).every(({ length }) => length === 0)) {
    errors.add(path, "BLANK", "Items in 'customer gets' can't be blank");
  }
  if (items.collectionIds.length > 0 && items.productIds.length + items.variantIds.length > 0) {
    errors.add(path, "CONFLICT", "Cannot entitle collections in combination with product variants or products");
  }
  return { kind: "some", ...items };
}

export function fractionOf(percentage: number, path: string, errors: Errors): BasicValue {
  if (!(percentage > 0 && percentage <= 1)) {
    errors.add(path, "VALUE_OUTSIDE_RANGE", "Value must be between 0.0 and 1.0");
  }
  return { kind: "fraction", fraction: percentage };
}

export function amountOf(engine: Engine, input: AmountInput, path: string, errors: Errors): BasicValue {
  const minor = minorOf(engine, input.amount, path, errors) ?? 0;
  if (minor === 0) errors.add(path, "GREATER_THAN", "Value must be greater than 0");
  return { kind: "amount", minor, onEachItem: input.appliesOnEachItem ?? false };
}

export function minimumOf(engine: Engine, input: MinimumInput | null | undefined, errors: Errors): Minimum | undefined {
  const subtotal = input?.subtotal?.greaterThanOrEqualToSubtotal;
  const quantity = input?.quantity?.greaterThanOrEqualToQuantity;
  if (subtotal != null && quantity != null) {
    const code = "MINIMUM_SUBTOTAL_AND_QUANTITY_RANGE_BOTH_PRESENT";
    errors.add("minimumRequirement", code, "Minimum subtotal and quantity can't both be present");
  }
  if (quantity != null) return { kind: "quantity", pieces: Number(quantity) };
  const minor = minorOf(engine, subtotal, "minimumRequirement.subtotal", errors);
  return minor === undefined ? undefined : { kind: "subtotal", minor };
}

export function minorOf(
  engine: Engine,
  amount: string | number | null | undefined,
  path: string,
  errors: Errors,
): number | undefined {
  if (amount == null) return undefined;
  const money = moneyFromDecimal(String(amount), engine.shop.currency as Currency);
  if (money && money.minor >= 0) return money.minor;
  errors.add(path, "INVALID", `${amount} is not an amount`);
  return undefined;
}

/** UnsignedInt64: whole, at least 1. */
export function countOf(value: string | number | null | undefined, path: string, errors: Errors): number {
  const count = Number(value);
  if (value != null && Number.isSafeInteger(count) && count > 0) return count;
  errors.add(path, "BLANK", "Quantity can't be blank");
  return 1;
}

function customersOf(
  engine: Engine,
  context: NonNullable<SharedInput["context"]>,
  errors: Errors,
): readonly number[] | undefined {
  if (context.all) return undefined;
  const ids = (context.customers?.add ?? []).map((id) => parseGid(id)?.id ?? 0);
  const known = ids.every((id) => engine.state.customers.some((customer) => customer.id === id));
  if (ids.length === 0 || !known) errors.add("context.customers", "INVALID", "Customers are invalid");
  return ids;
}

function instantOf(value: string | null | undefined, path: string, errors: Errors): number | undefined {
  if (value == null) return undefined;
  const at = Date.parse(value);
  if (!Number.isNaN(at)) return at;
  errors.add(path, "INVALID", `${value} is not a date`);
  return undefined;
}

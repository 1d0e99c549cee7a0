import { adminDocument } from "./document.ts";

/** Needs write_discounts. */
export const CREATE_DISCOUNT_CODE = adminDocument<CreateCodeData, { readonly discount: BasicCodeDiscount }>(`#graphql
  mutation EncoreCreateDiscountCode($discount: DiscountCodeBasicInput!) {
    created: discountCodeBasicCreate(basicCodeDiscount: $discount) {
      codeDiscountNode { id }
      userErrors { field message code }
    }
  }
`);

/** Needs write_discounts. */
export const CREATE_FREE_SHIPPING_CODE = adminDocument<
  CreateCodeData,
  { readonly discount: FreeShippingCode }
>(`#graphql
  mutation EncoreCreateFreeShippingCode($discount: DiscountCodeFreeShippingInput!) {
    created: discountCodeFreeShippingCreate(freeShippingCodeDiscount: $discount) {
      codeDiscountNode { id }
      userErrors { field message code }
    }
  }
`);

/** Needs read_discounts. */
export const FIND_DISCOUNT_CODE = adminDocument<
  { readonly codeDiscountNodeByCode: { readonly id: string } | null },
  { readonly code: string }
>(`#graphql
  query EncoreFindDiscountCode($code: String!) {
    codeDiscountNodeByCode(code: $code) { id }
  }
`);

/** Needs write_discounts. */
export const CREATE_AUTOMATIC_DISCOUNT = adminDocument<
  CreateAutomaticData,
  { readonly discount: AutomaticBxgyDiscount }
>(`#graphql
  mutation EncoreCreateAutomaticDiscount($discount: DiscountAutomaticBxgyInput!) {
    discountAutomaticBxgyCreate(automaticBxgyDiscount: $discount) {
      automaticDiscountNode { id }
      userErrors { field message code }
    }
  }
`);

/** Needs write_discounts. */
export const DELETE_AUTOMATIC_DISCOUNT = adminDocument<DeleteAutomaticData, { readonly id: string }>(`#graphql
  mutation EncoreDeleteAutomaticDiscount($id: ID!) {
    discountAutomaticDelete(id: $id) {
      deletedAutomaticDiscountId
      userErrors { field message code }
    }
  }
`);

/** The newest automatic discounts of the shop, whoever made them. Needs read_discounts. */
export const READ_AUTOMATIC_DISCOUNTS = adminDocument<ReadAutomaticData, { readonly first: number }>(`#graphql
  query EncoreReadAutomaticDiscounts($first: Int!) {
    discountNodes(first: $first, query: "method:automatic", sortKey: CREATED_AT, reverse: true) {
      nodes {
        id
        discount { ... on DiscountAutomaticBxgy { tags } }
      }
    }
  }
`);

interface CombinesWith {
  readonly orderDiscounts: boolean;
  readonly productDiscounts: boolean;
  readonly shippingDiscounts: boolean;
}

interface Items {
  readonly products: { readonly productsToAdd?: readonly string[]; readonly productVariantsToAdd?: readonly string[] };
}

/** What a code of any kind says. */
export interface CodeDiscount {
  readonly title: string;
  readonly code: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly usageLimit: number;
  readonly appliesOncePerCustomer: boolean;
  readonly context: { readonly all: "ALL" } | { readonly customers: { readonly add: readonly string[] } };
  readonly combinesWith: CombinesWith;
}

export interface BasicCodeDiscount extends CodeDiscount {
  readonly customerGets: {
    readonly items: Items;
    /** `percentage` is 0 to 1; `amount` a decimal in the shop's currency. */
    readonly value:
      | { readonly percentage: number }
      | { readonly discountAmount: { readonly amount: string; readonly appliesOnEachItem: boolean } };
  };
  /** Of what it is on. */
  readonly minimumRequirement?: { readonly quantity: { readonly greaterThanOrEqualToQuantity: string } };
}

export interface FreeShippingCode extends CodeDiscount {
  readonly destination: { readonly all: true };
}

export interface AutomaticBxgyDiscount {
  readonly title: string;
  readonly tags: readonly string[];
  readonly startsAt: string;
  readonly endsAt?: string;
  /** Whole numbers are texts: the API's type is UnsignedInt64. */
  readonly usesPerOrderLimit: string;
  readonly context: { readonly all: "ALL" };
  readonly combinesWith: CombinesWith;
  readonly customerBuys: { readonly items: Items; readonly value: { readonly quantity: string } };
  readonly customerGets: {
    readonly items: Items;
    readonly value: {
      readonly discountOnQuantity: { readonly quantity: string; readonly effect: { readonly percentage: number } };
    };
  };
}

export interface DiscountError {
  readonly message: string;
  /** "TAKEN", "ACTIVE_PERIOD_OVERLAP", … of https://shopify.dev/docs/api/admin-graphql/2026-10/enums/DiscountErrorCode */
  readonly code: string | null;
}

interface CreateCodeData {
  readonly created: {
    readonly codeDiscountNode: { readonly id: string } | null;
    readonly userErrors: readonly DiscountError[];
  } | null;
}

interface CreateAutomaticData {
  readonly discountAutomaticBxgyCreate: {
    readonly automaticDiscountNode: { readonly id: string } | null;
    readonly userErrors: readonly DiscountError[];
  } | null;
}

interface DeleteAutomaticData {
  readonly discountAutomaticDelete: {
    readonly deletedAutomaticDiscountId: string | null;
    readonly userErrors: readonly DiscountError[];
  } | null;
}

interface ReadAutomaticData {
  readonly discountNodes: {
    /** `tags` of Buy-X-get-Y discounts only. */
    readonly nodes: readonly { readonly id: string; readonly discount: { readonly tags?: readonly string[] } }[];
  };
}

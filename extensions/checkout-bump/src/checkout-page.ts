import type { Live, Place, SurfacePage } from "#extensions/shared/surface/page.ts";

/** The checkout, which an extension may change. Source: @shopify/ui-extensions 2026.7.4, `CheckoutApi`. */
export interface CheckoutPage extends SurfacePage {
  /** False for draft orders and wherever else Shopify keeps a cart as it is. */
  readonly instructions: Live<{
    readonly lines: { readonly canAddCartLine: boolean; readonly canRemoveCartLine: boolean };
    readonly discounts: { readonly canUpdateDiscountCodes: boolean };
  }>;
  applyCartLinesChange(
    change:
      | {
          readonly type: "addCartLine";
          readonly merchandiseId: string;
          readonly quantity: number;
          readonly attributes: { key: string; value: string }[];
        }
      | { readonly type: "removeCartLine"; readonly id: string; readonly quantity: number },
  ): Promise<ChangeResult>;
  applyDiscountCodeChange(change: {
    readonly type: "addDiscountCode" | "removeDiscountCode";
    readonly code: string;
  }): Promise<ChangeResult>;
}

/** An error's message is for logs, not for buyers. */
export type ChangeResult = { readonly type: "success" } | { readonly type: "error"; readonly message: string };

export interface CheckoutPlace extends Place {
  readonly page: CheckoutPage;
}

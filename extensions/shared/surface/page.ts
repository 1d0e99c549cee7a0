import type { DecidingSurface } from "#app/core/extract/extract.ts";

/**
 * What the pages of checkout, thank-you and order status have in common, of Shopify's own `shopify` object: both of its
 * surfaces' types fit. Everything that Shopify may leave out is optional here too.
 * Source: @shopify/ui-extensions 2026.7.4, `StandardApi`, `OrderStatusApi`.
 */
export interface SurfacePage {
  readonly appMetafields: Live<readonly AppMetafieldEntry[]>;
  readonly lines: Live<readonly PageLine[]>;
  readonly cost: { readonly subtotalAmount: Live<PageMoney>; readonly totalAmount: Live<PageMoney> };
  readonly discountCodes: Live<readonly { readonly code: string }[]>;
  readonly checkoutToken: Live<string | undefined>;
  readonly localization: {
    readonly currency: Live<{ readonly isoCode: string }>;
    readonly timezone: Live<string>;
    readonly language: Live<{ readonly isoCode: string }>;
    readonly country: Live<{ readonly isoCode: string } | undefined>;
    readonly market: Live<{ readonly handle: string } | undefined>;
  };
  readonly shop: { readonly myshopifyDomain: string; readonly storefrontUrl?: string };
  readonly settings: Live<Readonly<Record<string, string | number | boolean | undefined>>>;
  readonly extension: { readonly editor?: { readonly type: string }; readonly rendered: Live<boolean> };
  readonly sessionToken: { get(): Promise<string> };
  readonly storage: {
    read<Value>(key: string): Promise<Value | null>;
    write(key: string, data: unknown): Promise<void>;
  };
  readonly i18n: {
    translate(key: string, options?: Record<string, string | number>): string;
    formatCurrency(amount: number, options?: Intl.NumberFormatOptions): string;
    formatDate(date: Date, options?: Intl.DateTimeFormatOptions): string;
  };
  query<Data>(
    query: string,
    options?: { variables?: Record<string, unknown> },
  ): Promise<{ data?: Data; errors?: readonly { readonly message: string }[] }>;
  /** With access to protected customer data only. */
  readonly shippingAddress?: Live<{ readonly countryCode?: string } | undefined>;
}

/** A signal of the page, as its types promise it to every framework. */
export interface Live<Value> {
  readonly value: Value;
  subscribe(told: (value: Value) => void): () => void;
}

export interface PageMoney {
  /** In the currency's main unit: 10.84 for £10.84. */
  readonly amount: number;
  readonly currencyCode: string;
}

export interface AppMetafieldEntry {
  readonly target: { readonly type: string; readonly id: string };
  readonly metafield: {
    readonly namespace: string;
    readonly key: string;
    readonly value: string | number | boolean;
  };
}

export interface PageLine {
  readonly id: string;
  readonly quantity: number;
  readonly merchandise: {
    readonly id: string;
    readonly title: string;
    readonly requiresShipping: boolean;
    readonly product: { readonly id: string };
    readonly sellingPlan?: { readonly id: string };
  };
  readonly cost: { readonly totalAmount: PageMoney };
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
  readonly discountAllocations: readonly { readonly discountedAmount: PageMoney }[];
}

interface PageDeliveryGroup {
  readonly selectedDeliveryOption?: { readonly handle: string };
  readonly deliveryOptions: readonly { readonly handle: string; readonly title?: string }[];
}

/** A page, and which of our surfaces it is. */
export interface Place {
  readonly surface: DecidingSurface;
  readonly page: SurfacePage;
  /** What is said by this surface's own part of the `shopify` object, as it says it now. */
  says(): OwnWords;
  /** What `says` reads that may come late. */
  readonly late: readonly Live<unknown>[];
}

/** Reading what another surface has is an error: each tells of its own. */
export interface OwnWords {
  /** "gid://shopify/OrderIdentity/9001"; absent before the order. */
  readonly orderId?: string | undefined;
  readonly isSignedIn?: boolean | undefined;
  readonly deliveryGroups?: readonly PageDeliveryGroup[];
}

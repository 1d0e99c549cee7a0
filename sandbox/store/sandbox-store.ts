import type { IncomingMessage, ServerResponse } from "node:http";
import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Dials } from "./dials.ts";
import type {
  ApplyChangesetOptions,
  ApplyChangesetResult,
  CalculateChangesetResult,
  Changeset,
  ExtensionPoint,
  InputData,
} from "./post-purchase/wire.ts";
import type { BuyerContext, Cart, CartAnswer, CartChange, NewLine } from "./state/cart.ts";
import type {
  Checkout,
  CheckoutAnswer,
  CheckoutChange,
  CheckoutStart,
  LineChange,
  Payment,
  PaymentMeans,
  PostPurchaseChance,
} from "./state/checkout.ts";
import type { MembershipRule, SandboxCollection, StoredCollection } from "./state/collection.ts";
import type { Customer } from "./state/customer.ts";
import type { StoredDiscount } from "./state/discount.ts";
import type { AppMetafieldEntry } from "./state/metafield.ts";
import type { Order, Refund } from "./state/order.ts";
import type { Placement, Settings } from "./state/placement.ts";
import type { NewProduct, SandboxProduct, StoredProduct, StoredVariant, VariantPrice } from "./state/product.ts";
import type { ShopIdentity } from "./state/shop-identity.ts";
import type { QueryAnswer } from "./storefront-api/query-answer.ts";
import type { AppConfiguration } from "./webhooks/app-configuration.ts";
import type { WebhookDelivery } from "./webhooks/webhook-delivery.ts";

export interface SandboxStoreOptions {
  /** Where the state starts from when there is no snapshot. */
  readonly catalogue: readonly SandboxProduct[];
  /** Without them the shop has one collection for each product type. */
  readonly collections?: readonly SandboxCollection[];
  /** A JSON file that outlives the process; without it, nothing does. */
  readonly file?: string;
  readonly app: SandboxApp;
  /** The store's own address, "http://127.0.0.1:4010": pictures and order status pages stand below it. */
  readonly address: string;
  readonly now: () => Instant;
  readonly dials?: Partial<Dials>;
}

/** The app as Shopify's dashboard knows it. */
export interface SandboxApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where webhooks go: the app's origin on this machine, "http://127.0.0.1:4040". */
  readonly url: string;
  /** What `shopify.app.toml` says: `readAppConfiguration(text)`. */
  readonly configuration: AppConfiguration;
}

/**
 * A Shopify shop on this machine: its goods, checkout, orders and the APIs apps speak to.
 *
 * An independent reading of what Shopify documents; where that leaves a doubt, a named constant says which way was
 * taken. Everything returned is the store's own state: read it, never write to it. What changes the shop sends the
 * app's webhooks.
 */
export interface SandboxStore {
  readonly shop: ShopIdentity;
  readonly dials: Dials;

  /** In best-seller order. */
  products(): readonly StoredProduct[];
  product(id: number): StoredProduct | undefined;
  productByHandle(handle: string): StoredProduct | undefined;
  variant(id: number): { readonly product: StoredProduct; readonly variant: StoredVariant } | undefined;
  /** These three answer false when there is no such thing (or the number is not a whole one of at least 0). */
  setPrice(variantId: number, priceMinor: number): boolean;
  setStock(variantId: number, stock: number): boolean;
  deleteProduct(id: number): boolean;
  setProductTags(id: number, tags: readonly string[]): boolean;
  /** `null`: nobody knows it. */
  setCost(variantId: number, costMinor: number | null): boolean;
  /** Undefined when the title is empty or a number is none. */
  createProduct(product: NewProduct): StoredProduct | undefined;

  /** In the order they were made. */
  collections(): readonly StoredCollection[];
  collection(id: number): StoredCollection | undefined;
  /** In the collection's own order. */
  productsIn(collection: StoredCollection): readonly StoredProduct[];
  /** With a rule it fills itself, without one it is filled by hand. Undefined when the title is empty. */
  createCollection(title: string, rule?: MembershipRule): StoredCollection | undefined;
  /** These answer false when there is no such collection; the second also where a rule decides. */
  renameCollection(id: number, title: string): boolean;
  changeCollection(
    id: number,
    change: { readonly add?: readonly number[]; readonly remove?: readonly number[] },
  ): boolean;
  deleteCollection(id: number): boolean;

  /** Newest first. */
  customers(): readonly Customer[];
  /** What a customer bought; refunds are taken off `spent`. */
  customerHistory(id: number): { readonly orders: number; readonly spent: Money };
  /** Undefined when that is no e-mail address, or somebody's already. */
  createCustomer(who: Pick<Customer, "email" | "firstName" | "lastName">): Customer | undefined;
  setCustomerTags(id: number, tags: readonly string[]): boolean;
  /** False for one who has bought something: Shopify keeps those. */
  deleteCustomer(id: number): boolean;

  /** The price of one piece before tax, in a currency of the shop; undefined when there is no such variant. */
  priceIn(variantId: number, currency: string): VariantPrice | undefined;
  /** What is left out is the shop's own. */
  openCart(context?: Partial<BuyerContext>): Cart;
  cart(token: string): Cart | undefined;
  /** Undefined when there is no such cart. What is refused changes nothing. */
  changeCart(token: string, change: CartChange): CartAnswer | undefined;
  /**
   * The cart's checkout, with its lines, attributes, codes and context as they are now. The same one until it is paid.
   * Undefined when there is no such cart or it is empty.
   */
  checkoutOfCart(token: string): Checkout | undefined;

  /**
   * A checkout without a cart, as of a cart permalink. Lines of one variant with the same attributes are put together;
   * unknown variants and quantities under one are left out.
   */
  openCheckout(lines: readonly NewLine[], start?: CheckoutStart): Checkout;
  checkout(token: string): Checkout | undefined;
  /** Undefined when there is no such checkout; a paid one stays as it is. */
  updateCheckout(token: string, change: CheckoutChange): Checkout | undefined;
  /** Undefined when there is no such checkout. Refused ones change nothing; a paid checkout refuses all. */
  changeCheckoutLine(token: string, change: LineChange): CheckoutAnswer | undefined;
  /** A code that does nothing (yet) is refused, with why, as the checkout's field does; one that is taken out is forgotten. */
  addDiscountCode(token: string, code: string): CheckoutAnswer | undefined;
  removeDiscountCode(token: string, code: string): CheckoutAnswer | undefined;
  /** Whether the page could appear if this checkout were paid this way: decides if ShouldRender is run at all. */
  postPurchaseChance(token: string, means: PaymentMeans): PostPurchaseChance;
  /** Charges, takes the stock, makes the order and sends orders/create and orders/paid. A paid checkout answers its order. */
  pay(token: string, means: PaymentMeans): Promise<Payment>;

  /** With a token signed now. Before payment it describes the checkout, after it the purchase. Throws for an unknown checkout. */
  postPurchaseInput(token: string, point: ExtensionPoint): InputData;
  calculateChangeset(token: string, changeset: Changeset | string): Promise<CalculateChangesetResult>;
  applyChangeset(token: string, changeset: unknown, options?: ApplyChangesetOptions): Promise<ApplyChangesetResult>;
  /** The shopper reaches the thank-you page: the order is released to fulfilment. To be called when the page was skipped, too. */
  finishPostPurchase(token: string): void;

  /** Newest first, codes and automatic ones. */
  discounts(): readonly StoredDiscount[];
  /** By the merchant, in the store's admin. Undefined when the code is somebody's already. */
  createDiscount(discount: NewDiscount): StoredDiscount | undefined;
  deleteDiscount(id: number): boolean;

  /** In the order they were placed. */
  placements(): readonly Placement[];
  place(block: Pick<Placement, "extension" | "target" | "slot">): Placement;
  removePlacement(id: number): boolean;
  /** Instead of those it had. False when there is no such placement. */
  saveSettings(id: number, settings: Settings): boolean;

  /**
   * What `appMetafields` of an extension holds: the shop's, and those of the products and variants of the lines, of the
   * metafields that its toml declares (`namespace = "$app"`). Empty without an installed app.
   */
  appMetafieldsFor(
    lines: readonly { readonly variantId: number }[],
    declared: readonly { readonly namespace: string; readonly key: string }[],
  ): readonly AppMetafieldEntry[];
  /** The Storefront API, as `shopify.query` asks it. Never rejects, unless the dial says so. */
  storefrontQuery(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    context?: Partial<BuyerContext>,
  ): Promise<QueryAnswer>;
  /** Good for five minutes. Names the customer only where one is signed in and the app may read customers. */
  sessionTokenFor(kind: "checkout" | "thank-you" | "order-status", customerId?: number): string;

  /** A session of a customer account, for a cookie; undefined when nobody has this e-mail address. */
  signIn(email: string): string | undefined;
  signedIn(session: string): Customer | undefined;
  signOut(session: string): void;

  /** Newest first. */
  orders(): readonly Order[];
  order(id: number): Order | undefined;
  orderByCheckout(token: string): Order | undefined;
  /** Gives back the lines' price and tax and puts the pieces back in stock. Undefined when nothing of it can be refunded. */
  refund(orderId: number, lines: readonly { readonly lineId: number; readonly quantity: number }[]): Refund | undefined;
  /** Refunds and restocks what is left. False when there is no such order or it was cancelled before. */
  cancel(orderId: number): boolean;

  installed(): boolean;
  installApp(): void;
  /** What the merchant agreed to besides; both send app/scopes_update. Only what the app has declared as optional counts. */
  grantScopes(scopes: readonly string[]): void;
  revokeScopes(scopes: readonly string[]): void;
  /** Nothing while the app is not installed. */
  grantedScopes(): readonly string[];
  /** Every token dies at once; app/uninstalled goes out. */
  uninstallApp(): void;
  /** shop/redact and customers/… as Shopify sends them on request or after time. */
  sendComplianceWebhook(ask: ComplianceAsk): void;
  /** An id token as App Bridge gets it, good for one minute. */
  sessionToken(userId?: number): string;

  /** Every webhook that still waits and the latest of the others, newest first: what the store's admin shows. */
  webhookDeliveries(): readonly WebhookDelivery[];
  /** Resolves when nothing is under way (deliveries that wait for a later retry don't count). */
  webhooksSettled(): Promise<void>;
  /** Writes what is not yet written and stops the timers. */
  close(): Promise<void>;

  /** Answers /admin/oauth/access_token and /admin/api/<version>/graphql.json; false when the path is another. */
  handleApi(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

/** What is left out: starts now, never ends, combines with nothing, for everybody, as often as they like. */
export type NewDiscount = Pick<StoredDiscount, "title" | "what"> &
  Partial<
    Pick<
      StoredDiscount,
      | "code"
      | "startsAt"
      | "endsAt"
      | "combinesWith"
      | "minimum"
      | "customerIds"
      | "usageLimit"
      | "appliesOncePerCustomer"
      | "tags"
    >
  >;

export type ComplianceAsk =
  | { readonly topic: "shop/redact" }
  | { readonly topic: "customers/data_request"; readonly customerId: number }
  | { readonly topic: "customers/redact"; readonly customerId: number };

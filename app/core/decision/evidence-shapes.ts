import type { CatalogCollection, CatalogProduct, CatalogVariant, ShopProfile, Stock } from "../catalog/catalog.ts";
import type { CustomerHistory } from "../facts/customer-history.ts";
import type { Facts, PurchaseLine, Surface } from "../facts/facts.ts";
import type { Reading } from "../rules/reading.ts";
import { id, oneOf, optional, record, type Shape, trueOrFalse, wholeNumber } from "../rules/shapes.ts";
import { type Currency, parseCurrency } from "../values/currency.ts";
import type { CollectionId, CustomerId, ProductId, PurchaseReference, RuleId, Shop, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Money } from "../values/money.ts";
import { isTimezone } from "../values/shop-time.ts";
import type { Evidence } from "./evidence.ts";
import type { RuleUse } from "./rule-use.ts";

/** A shape with every field of the type, so that a fact that is added cannot be forgotten here. */
type Whole<Value> = { readonly [Name in keyof Value]-?: Shape<NonNullable<Value[Name]>> };

const MANY = 100_000;

const anyText = <Text extends string = string>(sentence = "This is a text."): Shape<Text> => ({
  read: (reading) => (typeof reading.value === "string" ? (reading.value as Text) : reading.wrong(sentence)),
  schema: { type: "string" },
});

/** As `list` of shapes.ts, but what stands twice stays twice: evidence is kept as it is. */
const many = <Item>(item: Shape<Item>): Shape<readonly Item[]> => ({
  read: (reading) => {
    const read = reading.list("This is a list.", MANY)?.map((each) => item.read(each));
    return read?.every((each) => each !== undefined) ? (read as Item[]) : undefined;
  },
  schema: { type: "array", items: item.schema, maxItems: MANY },
});

const count = wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, "This is a whole number.");
const instant: Shape<Instant> = wholeNumber(-8.64e15, 8.64e15, "A moment is milliseconds since 1970.");

const currency: Shape<Currency> = {
  read: (reading) =>
    (typeof reading.value === "string" ? parseCurrency(reading.value) : undefined) ??
    reading.wrong("A currency is a code of three letters."),
  schema: { type: "string", pattern: "^[A-Za-z]{3}$" },
};

const money: Shape<Money> = record("The amount", { minor: count, currency } satisfies Whole<Money>);

const textsByName: Shape<Readonly<Record<string, string>>> = {
  read: (reading) => {
    if (!reading.object("This")) return undefined;
    const names = Object.keys(reading.value as object);
    const entries = names.map((name) => [name, anyText().read(reading.at(name))] as const);
    return entries.every(([, text]) => text !== undefined)
      ? (Object.fromEntries(entries) as Record<string, string>)
      : undefined;
  },
  schema: { type: "object", additionalProperties: { type: "string" } },
};

const surface = oneOf<Surface>(
  ["cart", "checkout", "post-purchase", "thank-you", "order-status", "email"],
  "This is no page of a shop.",
);

const line = record("The line", {
  product: id<ProductId>("A product's id is its number in Shopify, as text."),
  productTitle: anyText(),
  variant: id<VariantId>("A variant's id is its number in Shopify, as text."),
  quantity: count,
  total: money,
  sellingPlan: optional(anyText()),
} satisfies Whole<PurchaseLine>);

const history: Shape<CustomerHistory> = record("The history", {
  isComplete: trueOrFalse("Say whether the history is complete."),
  tags: optional(many(anyText())),
  orders: many(
    record("The order", {
      reference: anyText<PurchaseReference>(),
      at: instant,
      subtotal: money,
      products: many(anyText<ProductId>()),
    } satisfies Whole<CustomerHistory["orders"][number]>),
  ),
  answers: many(
    record("The answer", {
      reference: anyText<PurchaseReference>(),
      rule: anyText<RuleId>(),
      answer: oneOf(["accepted", "declined"], "An answer is accepted or declined."),
      at: instant,
    } satisfies Whole<CustomerHistory["answers"][number]>),
  ),
} satisfies Whole<CustomerHistory>);

const facts: Shape<Facts> = record("The facts", {
  shop: anyText<Shop>(),
  surface,
  reference: anyText<PurchaseReference>(),
  at: instant,
  locale: anyText(),
  lines: many(line),
  total: money,
  subtotal: money,
  presentmentCurrency: currency,
  presentmentSubtotal: optional(money),
  discountTotal: optional(money),
  discountCodes: optional(many(anyText())),
  customer: optional(anyText<CustomerId>()),
  signedIn: optional(trueOrFalse("Signed in is true or false.")),
  history: optional(history),
  destinationCountry: optional(anyText()),
  destinationRegion: optional(anyText()),
  market: optional(anyText()),
  paymentMethod: optional(anyText()),
  shippingMethod: optional(anyText()),
  salesChannel: optional(anyText()),
  utm: optional(
    record("The UTM parameters", {
      source: optional(anyText()),
      medium: optional(anyText()),
      campaign: optional(anyText()),
      term: optional(anyText()),
      content: optional(anyText()),
    }),
  ),
  landingPage: optional(anyText()),
  referrer: optional(anyText()),
  device: optional(oneOf(["phone", "tablet", "desktop"], "A device is phone, tablet or desktop.")),
} satisfies Whole<Facts>);

const image = record("The picture", { url: anyText(), description: anyText() });

const stock: Shape<Stock> = {
  read: (reading: Reading) => {
    if (!reading.object("The stock")) return undefined;
    reading.onlyFields(["kind", "left"]);
    const kind = reading
      .at("kind")
      .oneOf(["untracked", "oversold", "tracked", "unavailable"], "This is no kind of stock.");
    if (kind === undefined || kind === "untracked" || kind === "unavailable") return kind && { kind };
    const left = count.read(reading.at("left"));
    return left === undefined ? undefined : { kind, left };
  },
  schema: {
    type: "object",
    properties: { kind: { enum: ["untracked", "oversold", "tracked", "unavailable"] }, left: count.schema },
    required: ["kind"],
  },
};

const variant = record("The variant", {
  id: anyText<VariantId>(),
  title: anyText(),
  options: many(record("The option", { name: anyText(), value: anyText() })),
  price: money,
  compareAtPrice: optional(money),
  cost: optional(money),
  stock,
  requiresShipping: trueOrFalse("Say whether it is shipped."),
  image: optional(image),
  inventoryItem: anyText(),
} satisfies Whole<CatalogVariant>);

const product: Shape<CatalogProduct> = record("The product", {
  id: anyText<ProductId>(),
  title: anyText(),
  handle: anyText(),
  status: oneOf(["active", "draft", "archived", "unlisted", "deleted"], "This is no status of a product."),
  image: optional(image),
  requiresSellingPlan: trueOrFalse("Say whether it is sold by subscription only."),
  isGiftCard: trueOrFalse("Say whether it is a gift card."),
  type: anyText(),
  vendor: anyText(),
  tags: many(anyText()),
  metafields: textsByName,
  components: many(anyText<ProductId>()),
  complementary: many(anyText<ProductId>()),
  variants: many(variant),
  updatedAt: instant,
} satisfies Whole<CatalogProduct>);

const collection: Shape<CatalogCollection> = record("The collection", {
  id: anyText<CollectionId>(),
  title: anyText(),
  products: many(anyText<ProductId>()),
  updatedAt: instant,
} satisfies Whole<CatalogCollection>);

const timezone: Shape<string> = {
  read: (reading) =>
    typeof reading.value === "string" && isTimezone(reading.value)
      ? reading.value
      : reading.wrong('A time zone is named as "Europe/London" is.'),
  schema: { type: "string" },
};

const shop: Shape<ShopProfile> = record("The shop", {
  currency,
  timezone,
  shipsTo: optional(many(anyText())),
} satisfies Whole<ShopProfile>);

const use: Shape<RuleUse> = record("The rule's use", {
  rule: anyText<RuleId>(),
  acceptsToday: count,
  discountGiven: count,
} satisfies Whole<RuleUse>);

/** How evidence is written in a bundle: exactly as the core holds it. */
export const evidenceShape: Shape<Evidence> = record("The evidence", {
  facts,
  shop,
  products: many(product),
  collections: many(collection),
  use: many(use),
} satisfies Whole<Evidence>);

import type { CatalogCollection, CatalogProduct, CatalogVariant, ShopProfile, Stock } from "../catalog/catalog.ts";
import type { CustomerHistory } from "../facts/customer-history.ts";
import type { Facts, PurchaseLine } from "../facts/facts.ts";
import { anyText, currencyCode, device, listOf, textsByName, timezone, utmParameters } from "../rules/plain-shapes.ts";
import type { Reading } from "../rules/reading.ts";
import { id, oneOf, optional, record, type Shape, trueOrFalse, wholeNumber } from "../rules/shapes.ts";
import { SURFACES } from "../rules/surfaces.ts";
import type { CollectionId, CustomerId, ProductId, PurchaseReference, RuleId, Shop, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Money } from "../values/money.ts";
import type { Evidence } from "./evidence.ts";
import type { StepOfPath } from "./explain-step.ts";
import type { RuleUse } from "./rule-use.ts";

/** A shape with every field of the type, so that a fact that is added cannot be forgotten here. */
type Whole<Value> = { readonly [Name in keyof Value]-?: Shape<NonNullable<Value[Name]>> };

const count = wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, "problem.number.whole");
const instant: Shape<Instant> = wholeNumber(-8.64e15, 8.64e15, "problem.evidence.moment");

const money: Shape<Money> = record("problem.part.amount", {
  minor: count,
  currency: currencyCode,
} satisfies Whole<Money>);

const surface = oneOf(SURFACES, "problem.evidence.surface");

const line = record("problem.part.line", {
  product: id<ProductId>("problem.product.id"),
  productTitle: anyText(),
  variant: id<VariantId>("problem.variant.id"),
  quantity: count,
  total: money,
  sellingPlan: optional(anyText()),
} satisfies Whole<PurchaseLine>);

const history: Shape<CustomerHistory> = record("problem.part.history", {
  isComplete: trueOrFalse("problem.evidence.complete"),
  tags: optional(listOf(anyText())),
  orders: listOf(
    record("problem.part.order", {
      reference: anyText<PurchaseReference>(),
      at: instant,
      subtotal: money,
      products: listOf(anyText<ProductId>()),
    } satisfies Whole<CustomerHistory["orders"][number]>),
  ),
  answers: listOf(
    record("problem.part.answer", {
      reference: anyText<PurchaseReference>(),
      rule: anyText<RuleId>(),
      answer: oneOf(["accepted", "declined"], "problem.evidence.answer"),
      at: instant,
    } satisfies Whole<CustomerHistory["answers"][number]>),
  ),
} satisfies Whole<CustomerHistory>);

const facts: Shape<Facts> = record("problem.part.facts", {
  shop: anyText<Shop>(),
  surface,
  reference: anyText<PurchaseReference>(),
  at: instant,
  locale: anyText(),
  lines: listOf(line),
  total: money,
  subtotal: money,
  presentmentCurrency: currencyCode,
  presentmentSubtotal: optional(money),
  discountTotal: optional(money),
  discountCodes: optional(listOf(anyText())),
  customer: optional(anyText<CustomerId>()),
  signedIn: optional(trueOrFalse("problem.evidence.signed-in")),
  history: optional(history),
  taken: optional(listOf(anyText<ProductId>())),
  destinationCountry: optional(anyText()),
  destinationRegion: optional(anyText()),
  market: optional(anyText()),
  paymentMethod: optional(anyText()),
  shippingMethod: optional(anyText()),
  salesChannel: optional(anyText()),
  utm: optional(utmParameters),
  landingPage: optional(anyText()),
  referrer: optional(anyText()),
  device: optional(device),
} satisfies Whole<Facts>);

const image = record("problem.part.picture", { url: anyText(), description: anyText() });

const stock: Shape<Stock> = {
  read: (reading: Reading) => {
    if (!reading.object("problem.part.stock")) return undefined;
    reading.onlyFields(["kind", "left"]);
    const kind = reading
      .at("kind")
      .oneOf(["untracked", "oversold", "tracked", "unavailable"], "problem.evidence.stock");
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

const variant = record("problem.part.variant", {
  id: anyText<VariantId>(),
  title: anyText(),
  options: listOf(record("problem.part.option", { name: anyText(), value: anyText() })),
  price: money,
  compareAtPrice: optional(money),
  cost: optional(money),
  stock,
  requiresShipping: trueOrFalse("problem.evidence.shipped"),
  image: optional(image),
  inventoryItem: anyText(),
} satisfies Whole<CatalogVariant>);

const product: Shape<CatalogProduct> = record("problem.part.product", {
  id: anyText<ProductId>(),
  title: anyText(),
  handle: anyText(),
  status: oneOf(["active", "draft", "archived", "unlisted", "deleted"], "problem.evidence.status"),
  image: optional(image),
  requiresSellingPlan: trueOrFalse("problem.evidence.subscription"),
  isGiftCard: trueOrFalse("problem.evidence.gift-card"),
  type: anyText(),
  vendor: anyText(),
  tags: listOf(anyText()),
  metafields: textsByName,
  components: listOf(anyText<ProductId>()),
  complementary: listOf(anyText<ProductId>()),
  variants: listOf(variant),
  updatedAt: instant,
} satisfies Whole<CatalogProduct>);

const collection: Shape<CatalogCollection> = record("problem.part.collection", {
  id: anyText<CollectionId>(),
  title: anyText(),
  products: listOf(anyText<ProductId>()),
  updatedAt: instant,
} satisfies Whole<CatalogCollection>);

const shop: Shape<ShopProfile> = record("problem.part.shop", {
  currency: currencyCode,
  timezone,
  shipsTo: optional(listOf(anyText())),
} satisfies Whole<ShopProfile>);

const use: Shape<RuleUse> = record("problem.part.use", {
  rule: anyText<RuleId>(),
  acceptsToday: count,
  discountGiven: count,
} satisfies Whole<RuleUse>);

/** How evidence is written in a bundle: exactly as the core holds it. */
export const evidenceShape: Shape<Evidence> = record("problem.part.evidence", {
  facts,
  shop,
  products: listOf(product),
  collections: listOf(collection),
  use: listOf(use),
} satisfies Whole<Evidence>);

/** Where a decision stands on a rule's path. */
export const stepShape: Shape<StepOfPath> = record("problem.part.step", {
  rule: anyText<RuleId>(),
  after: listOf(oneOf(["accepted", "declined"], "problem.evidence.answer")),
  taken: listOf(anyText<ProductId>()),
} satisfies Whole<StepOfPath>);

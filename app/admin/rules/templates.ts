import type { Surface } from "#app/core/facts/facts.ts";
import type { Clause, Discount, Limits, Offer, Path, ProductSource } from "#app/core/rules/rulebook.ts";
import type { Money } from "#app/core/values/money.ts";
import type { EditorShop, RuleDocument } from "../rule-editor/editing.tsx";

/** Rules to start from, in the order in which they are proposed: the plainest first. */
export const TEMPLATE_IDS = [
  "bought-this",
  "spend-threshold",
  "first-order-tripwire",
  "replenish",
  "accessory-bump",
  "premium-upgrade",
  "gift",
] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

export function isTemplateId(text: string | null | undefined): text is TemplateId {
  return TEMPLATE_IDS.some((id) => id === text);
}

/** What a template says; of the rest every new rule says the same. */
interface Template {
  readonly surfaces: readonly Surface[];
  readonly when: Clause;
  readonly path: Path;
  readonly limits?: Limits;
}

/**
 * The template as a rule that is being written: what only the merchant knows, its name and the products, is left empty, and
 * the validator says so beside those fields. Amounts are in the shop's currency.
 */
export function templateDocument(id: TemplateId, shop: EditorShop): RuleDocument {
  return { name: "", priority: 1, ...templates[id](shop) };
}

const templates: Readonly<Record<TemplateId, (shop: EditorShop) => Template>> = {
  "bought-this": () => ({
    surfaces: AFTER_PAYING,
    when: { all: [boughtAnyOf] },
    path: { offer: offerOf("cross-sell", { discount: off(10) }) },
  }),
  "spend-threshold": (shop) => ({
    surfaces: AFTER_PAYING,
    when: { all: [{ kind: "order-value", atLeast: hundreds(50, shop) }] },
    path: { offer: offerOf("upsell", { discount: off(10) }) },
  }),
  "first-order-tripwire": () => ({
    surfaces: AFTER_PAYING,
    when: { all: [{ kind: "first-order", is: "first" }] },
    path: { offer: offerOf("tripwire", { discount: off(30) }) },
    limits: { oncePerCustomer: {} },
  }),
  // A consumable is offered to who owns it: that is the point of it.
  replenish: () => ({
    surfaces: AFTER_PAYING,
    when: {
      all: [
        { kind: "bought-before", products: [] },
        { kind: "days-since-last-order", atLeast: 30 },
      ],
    },
    path: { offer: { ...offerOf("cross-sell", { discount: off(10) }), evenIfBoughtBefore: true } },
  }),
  "accessory-bump": () => ({
    surfaces: ["cart", "checkout"],
    when: { all: [boughtAnyOf] },
    path: { offer: offerOf("bump") },
  }),
  // The one page where something can follow a no.
  "premium-upgrade": () => ({
    surfaces: ["post-purchase"],
    when: { all: [boughtAnyOf] },
    path: {
      offer: offerOf("upsell", { discount: off(10) }),
      ifDeclined: { offer: offerOf("downsell", { discount: off(20) }) },
    },
  }),
  gift: (shop) => ({
    surfaces: AFTER_PAYING,
    when: { all: [{ kind: "order-value", atLeast: hundreds(100, shop) }] },
    path: { offer: offerOf("gift", { discount: off(100) }) },
  }),
};

const AFTER_PAYING = ["post-purchase", "thank-you"] as const;

const boughtAnyOf = { kind: "product", lines: "any", products: [] } as const;

const nothingChosen: ProductSource = { kind: "named", products: [] };

function offerOf(kind: Offer["kind"], { discount = { kind: "none" } }: { readonly discount?: Discount } = {}): Offer {
  return {
    kind,
    source: nothingChosen,
    discount,
    quantityMost: 1,
    shipping: { kind: "free" },
    words: { headline: {}, reason: {} },
  };
}

const off = (percent: number): Discount => ({ kind: "percent", percent });

/** £50.00, and ¥5,000: a sum that a merchant changes rather than one that is right. */
const hundreds = (amount: number, { currency }: EditorShop): Money => ({ minor: amount * 100, currency });

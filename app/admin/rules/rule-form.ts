import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import type { Worded } from "#app/core/values/language.ts";
import { decimalOf, moneyFromDecimal } from "#app/core/values/money.ts";
import type { FormSurface } from "./form-surfaces.ts";
import { type PickedProduct, pickedFromCatalog } from "./picked-product.ts";
import type { SimpleRule } from "./simple-rule.ts";

/** The editor's fields as they are typed: text stays text until it is sent. */
export interface RuleForm {
  readonly name: string;
  readonly surfaces: readonly FormSurface[];
  readonly triggers: readonly PickedProduct[];
  readonly offered: PickedProduct | undefined;
  /** Those of the offered product, none named when all of them are offered. */
  readonly variants: readonly string[];
  /** "15"; empty or 0 for no discount. */
  readonly percent: string;
  readonly quantityMost: string;
  readonly shipping: "free" | "price";
  readonly shippingPrice: string;
  readonly words: Readonly<Record<WordsKind, Readonly<Record<OfferLanguage, string>>>>;
  readonly priority: string;
}

export type WordsKind = "headline" | "reason";
/** The languages the offer's page speaks. */
export type OfferLanguage = "en" | "de";

export const emptyForm: RuleForm = {
  name: "",
  surfaces: ["post-purchase"],
  triggers: [],
  offered: undefined,
  variants: [],
  percent: "15",
  quantityMost: "1",
  shipping: "free",
  shippingPrice: "",
  words: { headline: { en: "", de: "" }, reason: { en: "", de: "" } },
  priority: "1",
};

/** The fields of a rule that the form can say whole. */
export function formOf(rule: Rule, simple: SimpleRule, products: readonly CatalogProduct[]): RuleForm {
  const known = new Map(products.map((product) => [product.id, product]));
  const picked = (id: ProductId) => pickedFromCatalog(id, known.get(id));
  const { quantityMost, words } = rule.path.offer;
  const { surfaces, triggers, offered, discount, shippingPrice } = simple;
  return {
    name: rule.name,
    surfaces,
    triggers: triggers.map(picked),
    offered: picked(offered.product),
    variants: offered.variants ?? [],
    percent: discount.kind === "percent" ? String(discount.percent) : "0",
    quantityMost: String(quantityMost),
    shipping: shippingPrice ? "price" : "free",
    shippingPrice: shippingPrice ? decimalOf(shippingPrice) : "",
    words: { headline: typedWords(words.headline), reason: typedWords(words.reason) },
    priority: String(rule.priority),
  };
}

/**
 * The rule that the fields say, as a document for `validateRule`: what is no number becomes null, for the validator to
 * name. `before` is the rule being edited: its words in other languages are kept, and why it paused itself.
 */
export function documentOf(form: RuleForm, currency: Currency, before?: Rule): RuleDocument {
  const percent = numberIn(form.percent === "" ? "0" : form.percent);
  return {
    // Without products there is no name to suggest, but then it is the products that are missing.
    name: form.name.trim() || suggestedName(form) || "New rule",
    surfaces: form.surfaces,
    when: { all: [{ kind: "product", lines: "any", products: form.triggers.map(({ id }) => id) }] },
    path: {
      offer: {
        kind: "cross-sell",
        source: { kind: "named", products: [namedIn(form)] },
        discount: percent === 0 ? { kind: "none" } : { kind: "percent", percent },
        quantityMost: numberIn(form.quantityMost),
        shipping:
          form.shipping === "free"
            ? { kind: "free" }
            : { kind: "price", prices: [{ minor: minorIn(form.shippingPrice, currency), currency }] },
        words: {
          headline: sentWords(form.words.headline, before?.path.offer.words.headline),
          reason: sentWords(form.words.reason, before?.path.offer.words.reason),
        },
      },
    },
    priority: numberIn(form.priority),
    ...(before?.pausedBecause ? { pausedBecause: before.pausedBecause } : {}),
  };
}

function namedIn({ offered, variants }: RuleForm) {
  return { product: offered?.id ?? null, ...(variants.length > 0 ? { variants } : {}) };
}

/** A rule as it was typed: not yet known to be one, without its id, status and time, which are the server's. */
export type RuleDocument = Readonly<Record<string, unknown>>;

/** "Regency Teacup → Regency Cakestand", so that a merchant in a hurry need not think of a name; empty until it can be. */
export function suggestedName({ triggers, offered }: RuleForm): string {
  const [first, ...others] = triggers;
  if (!first || !offered) return "";
  return `${first.title}${others.length > 0 ? ` +${others.length}` : ""} → ${offered.title}`.slice(0, 120);
}

/** "12.5", "12,5" → 12.5; null when it is no number. */
export function numberIn(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return /^\d{1,9}(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function minorIn(text: string, currency: Currency): number | null {
  return moneyFromDecimal(text.trim().replace(",", "."), currency)?.minor ?? null;
}

function typedWords(words: Worded): Record<OfferLanguage, string> {
  return { en: words.en ?? "", de: words.de ?? "" };
}

function sentWords(typed: Readonly<Record<OfferLanguage, string>>, before: Worded = {}): Worded {
  const others = Object.entries(before).filter(([language]) => !(language in typed));
  const written = Object.entries(typed).filter(([, text]) => text.trim() !== "");
  return Object.fromEntries([...others, ...written.map(([language, text]) => [language, text.trim()])]);
}

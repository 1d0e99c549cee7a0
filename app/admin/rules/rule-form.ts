import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import { triggersOf } from "#app/core/rules/products-named.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import type { Worded } from "#app/core/values/language.ts";
import { decimalOf, moneyFromDecimal } from "#app/core/values/money.ts";
import { type PickedProduct, pickedFromCatalog } from "./picked-product.ts";

/** The editor's fields as they are typed: text stays text until it is sent. */
export interface RuleForm {
  readonly name: string;
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

export function formOf(rule: Rule, products: readonly CatalogProduct[]): RuleForm {
  const known = new Map(products.map((product) => [product.id, product]));
  const picked = (id: ProductId) => pickedFromCatalog(id, known.get(id));
  const { source, discount, quantityMost, shipping, words } = rule.path.offer;
  return {
    name: rule.name,
    triggers: [...triggersOf(rule.when)].map(picked),
    offered: picked(source.product),
    variants: source.variants ?? [],
    percent: discount.kind === "percent" ? String(discount.percent) : "0",
    quantityMost: String(quantityMost),
    shipping: shipping.kind,
    shippingPrice: shipping.kind === "price" ? decimalOf(shipping.price) : "",
    words: { headline: typedWords(words.headline), reason: typedWords(words.reason) },
    priority: String(rule.priority),
  };
}

/**
 * The rule that the fields say, as a document for `validateRule`: what is no number becomes null, for the validator to
 * name. `before` is the rule being edited; what the editor has no field for (further steps, other languages, other
 * surfaces, further conditions) is kept from it.
 */
export function documentOf(form: RuleForm, currency: Currency, before?: Rule): RuleDocument {
  const percent = numberIn(form.percent === "" ? "0" : form.percent);
  return {
    // Without products there is no name to suggest, but then it is the products that are missing.
    name: form.name.trim() || suggestedName(form) || "New rule",
    surfaces: before?.surfaces ?? ["post-purchase"],
    when: whenOf(form, before),
    path: {
      ...before?.path,
      offer: {
        kind: "cross-sell",
        source: {
          kind: "named",
          product: form.offered?.id ?? null,
          ...(form.variants.length > 0 ? { variants: form.variants } : {}),
        },
        discount: percent === 0 ? { kind: "none" } : { kind: "percent", percent },
        quantityMost: numberIn(form.quantityMost),
        shipping:
          form.shipping === "free"
            ? { kind: "free" }
            : { kind: "price", price: { minor: minorIn(form.shippingPrice, currency), currency } },
        words: {
          headline: sentWords(form.words.headline, before?.path.offer.words.headline),
          reason: sentWords(form.words.reason, before?.path.offer.words.reason),
        },
      },
    },
    priority: numberIn(form.priority),
  };
}

/** Left as it was while its products are: a file may say more than the editor has fields for. */
function whenOf({ triggers }: RuleForm, before: Rule | undefined): unknown {
  const products = triggers.map(({ id }) => id);
  const isUnchanged = before && [...triggersOf(before.when)].join() === products.join();
  return isUnchanged ? before.when : { all: [{ kind: "bought-any-of", products }] };
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

import type { Clause, Rule } from "#app/core/rules/rulebook.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import type { PickedProduct } from "../rules/picked-product.ts";
import type { RuleDocument } from "./editing.tsx";
import { valueAt } from "./places.ts";

/** What a new rule says before anything is chosen: bought any of …, offered …, 15 % off. */
export const EMPTY_DOCUMENT: RuleDocument = {
  name: "",
  surfaces: ["post-purchase"],
  when: { all: [{ kind: "product", lines: "any", products: [] }] },
  path: {
    offer: {
      kind: "cross-sell",
      source: { kind: "named", products: [] },
      discount: { kind: "percent", percent: 15 },
      quantityMost: 1,
      shipping: { kind: "free" },
      words: { headline: {}, reason: {} },
    },
  },
  priority: 1,
};

/** A rule as it is edited: without what is the server's to give. Its conditions stand in a group, so that more can join. */
export function documentOf({ id: _id, status: _status, editedAt: _editedAt, ...said }: Rule): RuleDocument {
  return { ...said, when: grouped(said.when) };
}

function grouped(when: Clause): Clause {
  return "kind" in when ? { all: [when] } : when;
}

const NAME_MOST = 120;

/** What may be left out whole, and is when nothing is left in it. */
const MAY_BE_ABSENT = ["schedule", "limits", "pauseAfter"];

/**
 * The document as it is sent: under the name that its products suggest, where the merchant gave it none, and without limits
 * that were emptied.
 */
export function sentDocument(document: RuleDocument, products: ReadonlyMap<ProductId, PickedProduct>): RuleDocument {
  const said = Object.fromEntries(
    Object.entries(document).filter(([field, value]) => !(MAY_BE_ABSENT.includes(field) && isEmpty(value))),
  );
  const { name } = said;
  const suggested = typeof name === "string" && name.trim() === "" ? suggestedName(document, products) : "";
  return suggested === "" ? said : { ...said, name: suggested };
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** "Regency Teacup → Regency Cakestand", so that a merchant in a hurry need not think of a name; empty until it can be. */
export function suggestedName(document: RuleDocument, products: ReadonlyMap<ProductId, PickedProduct>): string {
  const [bought, ...others] = idsIn(valueAt(document, "when.all[0].products"));
  const [offered] = [
    ...idsIn(valueAt(document, "path.offer.source.products")),
    ...idsIn(valueAt(document, "path.offer.source.items")),
  ];
  const titleOf = (id: unknown) => products.get(id as ProductId)?.title;
  const to = titleOf(offered);
  if (!to) return "";
  const from = titleOf(bought);
  const more = others.length > 0 ? ` +${others.length}` : "";
  return (from ? `${from}${more} → ${to}` : to).slice(0, NAME_MOST);
}

function idsIn(list: unknown): readonly unknown[] {
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown) => (typeof item === "string" ? item : valueAt(item, "product")));
}

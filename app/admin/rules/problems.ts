import type { Problem } from "#app/core/rules/reading.ts";
import { type Say, said } from "#app/core/values/say.ts";
import type { OfferLanguage, RuleForm, WordsKind } from "./rule-form.ts";
import { ruleWords } from "./words.ts";

/** A place in the editor where a problem can be said; also the id of its control. */
type FieldId =
  | "name"
  | "triggers"
  | "surfaces"
  | "offered"
  | "percent"
  | "quantityMost"
  | "shippingPrice"
  | "priority"
  | `${WordsKind}.${OfferLanguage}`;

/** In the order they stand on the page: the first with a problem is focused. */
const fields: readonly { readonly id: FieldId; readonly path: string }[] = [
  { id: "triggers", path: "when" },
  { id: "surfaces", path: "surfaces" },
  { id: "offered", path: "path.offer.source" },
  { id: "percent", path: "path.offer.discount" },
  { id: "quantityMost", path: "path.offer.quantityMost" },
  { id: "shippingPrice", path: "path.offer.shipping" },
  { id: "headline.en", path: "path.offer.words.headline.en" },
  { id: "headline.de", path: "path.offer.words.headline.de" },
  { id: "reason.en", path: "path.offer.words.reason.en" },
  { id: "reason.de", path: "path.offer.words.reason.de" },
  { id: "name", path: "name" },
  { id: "priority", path: "priority" },
];

export interface ProblemsShown {
  readonly beside: Readonly<Partial<Record<FieldId, string>>>;
  /** Those that no field can say. */
  readonly elsewhere: readonly string[];
  readonly first?: FieldId;
}

/** The validator's problems at the fields they speak of, the first of each; a field changed since then is quiet. */
export function problemsShown(problems: readonly Problem[], sent: RuleForm, now: RuleForm, say: Say): ProblemsShown {
  const beside: Partial<Record<FieldId, string>> = {};
  const elsewhere: string[] = [];
  for (const { path, ...told } of problems) {
    const sentence = said(told, say);
    const field = fieldAt(path);
    if (!field) elsewhere.push(sentence);
    else if (typedIn(field, sent) === typedIn(field, now)) beside[field] ??= inWordsOf(field, sentence);
  }
  const first = fields.find(({ id }) => beside[id] !== undefined)?.id;
  return { beside, elsewhere, ...(first ? { first } : {}) };
}

function fieldAt(path: string): FieldId | undefined {
  const inRule = path.replace(/^rules\[\d+\]\./, "");
  return fields.find(
    ({ path: start }) => inRule === start || (/^[.[]/.test(inRule.slice(start.length)) && inRule.startsWith(start)),
  )?.id;
}

/** The document knows minor units; the merchant typed a price. */
function inWordsOf(field: FieldId, sentence: string): string {
  return field === "shippingPrice" ? ruleWords.shipping.wrong : sentence;
}

function typedIn(field: FieldId, form: RuleForm): unknown {
  switch (field) {
    case "headline.en":
      return form.words.headline.en;
    case "headline.de":
      return form.words.headline.de;
    case "reason.en":
      return form.words.reason.en;
    case "reason.de":
      return form.words.reason.de;
    default:
      return form[field];
  }
}

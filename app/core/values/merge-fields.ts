/** What a merchant's words may leave to the page: known wherever an offer is shown, and of the shopper nothing. */
export const MERGE_FIELDS = ["product", "bought", "price", "was", "saving"] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

const FIELD = new RegExp(`\\{(${MERGE_FIELDS.join("|")})\\}`, "g");

/** What words are merged with: an offer as it stands before the shopper, what they have picked of it. */
export interface Mergeable<Amount extends { readonly minor: number }> {
  readonly product: string;
  /** What they bought that made the offer fit; absent where it is no product. */
  readonly bought?: string | undefined;
  /** All of it, without the offer and with it. */
  readonly was: Amount;
  readonly now: Amount;
}

/**
 * The words with their fields filled, each once: a title that looks like a field is said as it is. Undefined where one
 * cannot be filled (nothing is saved, nothing was bought for it): then the page speaks for itself rather than wrongly.
 * `money` writes amounts as the shopper reads them.
 */
export function mergedWords<Amount extends { readonly minor: number }>(
  words: string | undefined,
  { product, bought, was, now }: Mergeable<Amount>,
  money: (amount: Amount) => string,
): string | undefined {
  if (words === undefined) return undefined;
  const values: Partial<Record<MergeField, string | undefined>> = { product, bought, price: money(now) };
  if (now.minor < was.minor) {
    values.was = money(was);
    // Not spread: the post-purchase worker promises no built-in that the build would need for it.
    values.saving = money(Object.assign({}, was, { minor: was.minor - now.minor }));
  }
  if (fieldsIn(words).some((field) => values[field] === undefined)) return undefined;
  return words.replace(FIELD, (_, field: MergeField) => values[field] ?? "");
}

/** The fields that the words name, each once, in our order. */
export function fieldsIn(words: string): readonly MergeField[] {
  return MERGE_FIELDS.filter((field) => words.includes(`{${field}}`));
}

/** Names in braces that are no field, as they are written: "{prodct}". Anything else in braces is said as it stands. */
export function unknownFieldsIn(words: string): readonly string[] {
  return (words.match(/\{[A-Za-z]+\}/g) ?? []).filter(
    (written) => !MERGE_FIELDS.some((field) => written === `{${field}}`),
  );
}

/** Where something stands in a rule, as the validator names it: "when.all[1].products", "path.ifDeclined.offer.discount". */
export type Place = string;

/** What stands there; undefined where nothing does. */
export function valueAt(document: unknown, place: Place): unknown {
  return stepsOf(place).reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    document,
  );
}

/**
 * The document with that value there, everything else the same object as before. Undefined takes the field away, and an
 * item out of its list. What is missing on the way there is made.
 */
export function withValueAt<Document>(document: Document, place: Place, value: unknown): Document {
  return changed(document, stepsOf(place), value) as Document;
}

function changed(whole: unknown, [step, ...further]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  const inside = further.length === 0 ? value : changed(insideOf(whole, step), further, value);
  if (typeof step === "number") {
    const items = Array.isArray(whole) ? whole : [];
    if (inside === undefined) return items.filter((_, index) => index !== step);
    return step < items.length ? items.with(step, inside) : [...items, inside];
  }
  const fields = typeof whole === "object" && whole !== null ? whole : {};
  const { [step]: _, ...others } = fields as Record<string, unknown>;
  return inside === undefined ? others : { ...fields, [step]: inside };
}

function insideOf(whole: unknown, step: string | number): unknown {
  return typeof whole === "object" && whole !== null ? Reflect.get(whole, step) : undefined;
}

/** "when.all[1].products" → ["when", "all", 1, "products"] */
function stepsOf(place: Place): readonly (string | number)[] {
  return [...place.matchAll(/[^.[\]]+|\[(\d+)\]/g)].map(([name, index]) =>
    index === undefined ? name : Number(index),
  );
}

/** Whether `inner` is the place `outer` or inside it: "when.all[1].products" is in "when.all[1]" and not in "when.all[11]". */
export function isWithin(inner: Place, outer: Place): boolean {
  return inner === outer || (inner.startsWith(outer) && (outer === "" || /^[.[]/.test(inner.slice(outer.length))));
}

/** "when.all[1]" → "when.all"; what is no item of a list has none. */
export function listOf(place: Place): Place | undefined {
  return /^(.*)\[\d+\]$/.exec(place)?.[1];
}

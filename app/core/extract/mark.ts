import type { Surface } from "../facts/facts.ts";
import type { PurchaseReference, RuleId } from "../values/ids.ts";

/**
 * What ties a line, or a whole order, to the offer it came from, where the shopper buys it as any other line: carried by
 * the cart as an attribute, back to us in the order. Anybody may write one; it makes no money, it only says whose sale an
 * order's own line is, and it counts only where the rule offered that variant.
 */
export interface Mark {
  readonly surface: Surface;
  readonly rule: RuleId;
  readonly version: number;
  readonly step: number;
  /** Of the purchase that the offer was made for: another one than the order's where a new checkout was opened. */
  readonly reference: PurchaseReference;
}

/** The attribute's name, of a line or of a cart; a leading underscore keeps it from the shopper's eyes. */
export const MARK_ATTRIBUTE = "_encore";

const FORMAT = "1";

export function markText({ surface, rule, version, step, reference }: Mark): string {
  return [FORMAT, surface, version, step, encodeURIComponent(reference), encodeURIComponent(rule)].join(" ");
}

const SURFACES: ReadonlySet<string> = new Set<Surface>(["cart", "checkout", "thank-you", "order-status"]);

/** Undefined for everything that `markText` did not make. */
export function parseMark(text: string): Mark | undefined {
  const [format, surface = "", version, step, reference = "", rule = "", ...more] = text.split(" ");
  if (format !== FORMAT || !SURFACES.has(surface) || more.length > 0 || !reference || !rule) return undefined;
  const numbers = { version: Number(version), step: Number(step) };
  if (!Number.isSafeInteger(numbers.version) || numbers.version < 0) return undefined;
  if (!Number.isSafeInteger(numbers.step) || numbers.step < 1) return undefined;
  try {
    return {
      surface: surface as Surface,
      rule: decodeURIComponent(rule) as RuleId,
      reference: decodeURIComponent(reference) as PurchaseReference,
      ...numbers,
    };
  } catch {
    // decodeURIComponent throws for a half-written escape.
    return undefined;
  }
}

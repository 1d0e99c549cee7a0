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

/** What pages can have and the app keeps: a longer one, or one with control signs, was written by somebody else. */
const MOST = { version: 9, step: 2, reference: 255, rule: 120 } as const;

/** Undefined for everything that `markText` did not make. */
export function parseMark(text: string): Mark | undefined {
  const [format, surface = "", version = "", step = "", reference = "", rule = "", ...more] = text.split(" ");
  if (format !== FORMAT || !SURFACES.has(surface) || more.length > 0) return undefined;
  if (!isWhole(version, MOST.version) || !isWhole(step, MOST.step) || step === "0") return undefined;
  const names = { rule: named(rule, MOST.rule), reference: named(reference, MOST.reference) };
  if (names.rule === undefined || names.reference === undefined) return undefined;
  return {
    surface: surface as Surface,
    rule: names.rule as RuleId,
    reference: names.reference as PurchaseReference,
    version: Number(version),
    step: Number(step),
  };
}

function isWhole(text: string, digitsMost: number): boolean {
  return /^(0|[1-9]\d*)$/.test(text) && text.length <= digitsMost;
}

function named(text: string, most: number): string | undefined {
  try {
    const name = decodeURIComponent(text);
    return name && name.length <= most && !/\p{Cc}/u.test(name) ? name : undefined;
  } catch {
    // decodeURIComponent throws for a half-written escape.
    return undefined;
  }
}

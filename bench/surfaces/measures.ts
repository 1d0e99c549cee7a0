import type { Figures } from "../frame/contender.ts";
import { BLOCK_FLOOR, BLOCKS, CLICK_FLOOR, FULL } from "./blocks.ts";
import { BARE_CART, CART } from "./cart.ts";
import { POST_PURCHASE, POST_PURCHASE_LEAST } from "./post-purchase.ts";

/** One figure by whose and which it is, beside the floor it is set against and what was promised of it. */
interface Measure {
  readonly who: string;
  readonly what: string;
  /** As the one who tells calls it. */
  readonly told: string;
  readonly floor?: { readonly who: string; readonly told: string };
  readonly atMostMs?: number;
}

export interface Measured extends Measure {
  readonly figures: Figures;
  readonly least?: Figures;
}

const choice = { what: "choice of another", told: "choice" };
const PAINTED = { floor: { who: BLOCK_FLOOR, told: "firstPaint" }, atMostMs: 150 };
const STARTED = { floor: { who: BLOCK_FLOOR, told: "fromMounting" } };
const CLICKED = { floor: { who: CLICK_FLOOR, told: "press" }, atMostMs: 100 };
const CHOSEN = { ...choice, floor: { who: CLICK_FLOOR, told: "choice" }, atMostMs: 100 };
const PRESSED = { floor: { who: POST_PURCHASE_LEAST, told: "press" } };
const OPENED = { floor: { who: BARE_CART, told: "firstContents" } };

/** What a shopper waits for. Times without a promise are there to be watched. */
const MEASURES: readonly Measure[] = [
  ...[...BLOCKS, FULL].flatMap((who): Measure[] => [
    { who, what: "first paint", told: "firstPaint", ...PAINTED },
    { who, what: "first paint, its worker's start too", told: "fromMounting", ...STARTED },
  ]),
  ...(["thank-you-offer", "order-status-offer"] as const).flatMap((who): Measure[] => [
    { who, ...CHOSEN },
    { who, what: "“Not for me”", told: "no", ...CLICKED },
  ]),
  { who: "checkout-bump", ...CHOSEN },
  { who: "checkout-bump", what: "tick", told: "tick", ...CLICKED },
  { who: "checkout-bump", what: "tick taken back", told: "untick", ...CLICKED },
  { who: "checkout-bump", what: "tick, until it is in the order", told: "inOrder", floor: CLICKED.floor },
  { who: CART, what: "offer on the page, since it was opened", told: "shown", ...OPENED },
  { who: CART, what: "first contents of the page", told: "firstContents", ...OPENED },
  { who: CART, ...choice },
  { who: CART, what: "tick", told: "tick" },
  { who: CART, what: "tick, until it is in the cart", told: "inCart" },
  {
    who: POST_PURCHASE,
    what: "whether to show the page",
    told: "asked",
    floor: { who: POST_PURCHASE_LEAST, told: "asked" },
  },
  {
    who: POST_PURCHASE,
    what: "first paint, its worker's start too",
    told: "fromMounting",
    floor: { who: POST_PURCHASE_LEAST, told: "fromMounting" },
  },
  { who: POST_PURCHASE, ...choice, ...PRESSED },
  { who: POST_PURCHASE, what: "“No thanks”", told: "no", ...PRESSED },
];

/** Puts what was told to the measures; throws for one of which nothing was. */
export function measuredFrom(told: ReadonlyMap<string, ReadonlyMap<string, Figures>>): Measured[] {
  const at = (who: string, what: string): Figures => {
    const found = told.get(who)?.get(what);
    if (!found) throw new Error(`${what} of ${who} was not measured`);
    return found;
  };
  return MEASURES.map((measure) => ({
    ...measure,
    figures: at(measure.who, measure.told),
    ...(measure.floor && { least: at(measure.floor.who, measure.floor.told) }),
  }));
}

/** Where a stock line stands in the shop: alone (no choice) or as one choice of a product. */
export interface Place {
  readonly product: string;
  readonly choice?: { readonly name: string; readonly value: string };
}

interface Line {
  readonly product: string;
  readonly choice: string;
  /** Each has one group: the choice's value. */
  readonly titles: readonly RegExp[];
}

/** Lines the wholesaler sold in several colours, designs or sizes under codes of their own. */
const LINES: readonly Line[] = [
  {
    product: "Regency Teacup and Saucer",
    choice: "Colour",
    titles: [/^(Roses|Green|Pink) Regency Teacup and Saucer$/],
  },
  { product: "Regency Tea Plate", choice: "Colour", titles: [/^Regency Tea Plate (.+)$/] },
  { product: "Alarm Clock Bakelike", choice: "Colour", titles: [/^Alarm Clock Bakelike (.+)$/] },
  { product: "Charlotte Bag", choice: "Design", titles: [/^Charlotte Bag (.+?)(?: Design)?$/, /^(.+) Charlotte Bag$/] },
  { product: "Kitchen Scales", choice: "Colour", titles: [/^(Ivory|Red|Mint) Kitchen Scales$/] },
  { product: "Diner Wall Clock", choice: "Colour", titles: [/^(Red|Ivory|Blue|Mint) Diner Wall Clock$/] },
  { product: "Children's Cutlery", choice: "Design", titles: [/^Children's Cutlery (.+)$/] },
  { product: "Children's Apron", choice: "Design", titles: [/^Children's Apron (.+?)(?: Design)?$/] },
  { product: "Edwardian Parasol", choice: "Colour", titles: [/^Edwardian Parasol (.+)$/] },
  { product: "Happy Birthday Bunting", choice: "Colour", titles: [/^(Pink|Blue) Happy Birthday Bunting$/] },
  { product: "Ceramic Drawer Knob", choice: "Design", titles: [/^(.+) Ceramic Drawer Knob$/] },
  {
    product: "Polkadot Party Candles, Set of 10",
    choice: "Colour",
    titles: [/^Set of 10 (.+) Polkadot Party Candles$/],
  },
  { product: "Heart of Wicker", choice: "Size", titles: [/^Heart of Wicker (Small|Large)$/] },
  { product: "White Heart of Wicker", choice: "Size", titles: [/^(Small|Large) White Heart of Wicker$/] },
  { product: "Heart Ivory Trellis", choice: "Size", titles: [/^Heart Ivory Trellis (Small|Large)$/] },
  { product: "Heart Measuring Spoons", choice: "Size", titles: [/^(Small|Large) Heart Measuring Spoons$/] },
  { product: "Picnic Basket Wicker", choice: "Size", titles: [/^Picnic Basket Wicker (Small|Large)$/] },
  { product: "Felt Craft Trinket Box", choice: "Colour", titles: [/^(.+) Felt Craft Trinket Box$/] },
  { product: "Harmonica in Box", choice: "Colour", titles: [/^(Red|Blue) Harmonica in Box$/] },
  { product: "Mini Cases", choice: "Design", titles: [/^(.+) Mini Cases$/] },
  { product: "Polkadot Cup", choice: "Colour", titles: [/^(.+) Polkadot Cup$/] },
  { product: "Polkadot Bowl", choice: "Colour", titles: [/^(.+) Polkadot Bowl$/] },
  { product: "Poppy's Playhouse", choice: "Room", titles: [/^Poppy's Playhouse (.+)$/] },
  { product: "Jam Jar with Lid", choice: "Lid", titles: [/^Jam Jar with (.+) Lid$/] },
];

/** Bases whose designs stand alone in the shop, as their sister designs under other bases do. */
const STANDING_ALONE = new Set(["85099"]);

/**
 * The place of a stock line by its readable title; then by its code: titles under one base with different letters
 * (84970S, 84970L) that share at least two words, and have more, are one product named by the shared words; the rest is the choice.
 * `sisters` are the titles under the same base, this one included.
 */
export function placeOf(code: string, title: string, sisters: readonly string[]): Place {
  for (const line of LINES) {
    for (const pattern of line.titles) {
      const value = pattern.exec(title)?.[1];
      if (value) return { product: line.product, choice: { name: line.choice, value: value.trim() } };
    }
  }
  const base = /^(\d{5})[A-Z]{1,2}$/.exec(code)?.[1];
  if (!base || STANDING_ALONE.has(base) || sisters.length < 2) return { product: title };
  const words = sisters.map((sister) => sister.split(" "));
  const shared = title.split(" ").filter((word) => words.every((those) => those.includes(word)));
  if (shared.length < 2 || words.some((those) => those.length <= shared.length)) return { product: title };
  const rest = title.split(" ").filter((word) => !shared.includes(word));
  return { product: shared.join(" "), choice: { name: "Design", value: rest.join(" ") } };
}

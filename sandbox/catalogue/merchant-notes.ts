import type { SandboxMetafield, SandboxProduct, SandboxVariant } from "../store/state/product.ts";
import { numberFrom } from "./seeded.ts";

/** The first whose words the title has. */
const MATERIALS: readonly (readonly [RegExp, string])[] = [
  [/ceramic|mug|teacup|tea plate|teapot|milk jug/i, "Ceramic"],
  [/wicker/i, "Wicker"],
  [/slate/i, "Slate"],
  [/glass|jam jar/i, "Glass"],
  [/felt ?craft/i, "Felt"],
  [/wood|dominoes|skittles|spinning tops|nesting/i, "Wood"],
  [/metal|zinc|enamel|tins?\b|bread bin/i, "Metal"],
  [/paper|napkin|tissues|card|notebook|wrap|doilies|cake cases/i, "Paper"],
  [/tea towel|apron|bunting|oven glove|peg bag|knitted|cushion/i, "Cotton"],
];

/** `custom.material`, and `custom.pieces` of sets, where the title tells them. */
export function notesOn({ title }: SandboxProduct): SandboxMetafield[] {
  const material = MATERIALS.find(([words]) => words.test(title))?.[1];
  const pieces = /\b(?:Set|Pack|Box) of (\d+)\b/.exec(title)?.[1];
  return [
    ...(material ? [custom("material", "single_line_text_field", material)] : []),
    ...(pieces ? [custom("pieces", "number_integer", pieces)] : []),
  ];
}

function custom(key: string, type: string, value: string): SandboxMetafield {
  return { namespace: "custom", key, type, value };
}

/** 38 to 61 % of the price; nobody wrote it down for one variant in twelve, and gift cards cost nothing to make. */
export function costOf({ sku, priceMinor }: SandboxVariant): { costMinor?: number } {
  const drawn = numberFrom(`cost ${sku}`, 288);
  if (drawn % 12 === 5 || sku.startsWith("GIFT")) return {};
  return { costMinor: Math.round((priceMinor * (38 + (drawn % 24))) / 100) };
}

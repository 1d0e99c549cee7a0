import { numberFrom } from "../seeded.ts";
import { clothOf, designFor } from "./design.ts";
import { escapeXml, type Ink } from "./ink.ts";
import { type Motif, motifFor } from "./motif-for.ts";

/** Wall and table, pale enough for every design to stand out from. */
const ROOMS = [
  ["#f4e7d8", "#e3cdb4"],
  ["#e3ece4", "#c9d8ca"],
  ["#e6ebf2", "#cbd6e3"],
  ["#f7e6e4", "#e8cbc7"],
  ["#efe9f1", "#d9cede"],
  ["#f6efd6", "#e6d8ad"],
  ["#e0eeee", "#c3dcdb"],
  ["#f1ebe4", "#d9cdc0"],
] as const;

/**
 * A product's picture as a square SVG document: drawn from the words of its title (and the variant's, where one is
 * given), the same every time. `variantTitle` is left out for a product without choices.
 */
export function drawPicture(title: string, variantTitle?: string): string {
  const words = `${variantTitle ? `${variantTitle} ` : ""}${title}`.toLowerCase();
  const draw = (purpose: string, below: number) => numberFrom(`${purpose} of ${words}`, below);
  const design = designFor(words, draw);
  const ink: Ink = { ...design, fill: design.glyphs.length ? "url(#cloth)" : design.base, words, title, draw };
  const motif = motifFor(words);
  const [wall, table] = ROOMS[numberFrom(`room of ${words}`, ROOMS.length)] ?? ROOMS[0];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" role="img"><title>${escapeXml(title)}</title>`,
    `<defs>${clothOf(design)}${SHADE}</defs>`,
    room(motif.stage, wall, table),
    variantTitle === "Small" ? `<g transform="translate(${SMALLER})">${motif.draw(ink)}</g>` : motif.draw(ink),
    "</svg>",
  ].join("");
}

/** The small one of two sizes: three quarters, on the same table. */
const SMALLER = "75 123) scale(.75";

/** Light from the upper left, for everything that `form` shades. */
const SHADE =
  '<linearGradient id="shade" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".26"/><stop offset=".5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#2b1c14" stop-opacity=".2"/></linearGradient>';

function room(stage: Motif["stage"], wall: string, table: string): string {
  const back = `<rect width="600" height="600" fill="${wall}"/>`;
  if (stage === "table") return `${back}<rect y="446" width="600" height="154" fill="${table}"/>`;
  if (stage === "flat") return `${back}<circle cx="300" cy="305" r="262" fill="#fff" opacity=".45"/>`;
  return `${back}<path d="M0 0H600V600H0z" fill="url(#shade)" opacity=".35"/>`;
}

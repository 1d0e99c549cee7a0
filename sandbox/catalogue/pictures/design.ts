import { GLYPHS, type GlyphName } from "./glyphs.ts";

/** How a product is painted, by the colour and pattern words of its title. */
export interface Design {
  readonly base: string;
  readonly accent: string;
  readonly deep: string;
  readonly pale: string;
  readonly glyphs: readonly GlyphName[];
  /** Pixels between glyphs; the smaller, the denser. */
  readonly pitch: number;
}

const COLOURS = {
  red: { base: "#c93a32", accent: "#fff6ea", deep: "#7d1f1c", pale: "#f7d9d0" },
  pink: { base: "#ea9ab0", accent: "#fff7f5", deep: "#a34e69", pale: "#fbe3e8" },
  blue: { base: "#5b8fc0", accent: "#fdf8ec", deep: "#2c5480", pale: "#dbe8f2" },
  navy: { base: "#2f4a7a", accent: "#f6efdf", deep: "#1b2c4d", pale: "#d5deed" },
  green: { base: "#7fae7b", accent: "#fdf8e8", deep: "#3f6b45", pale: "#dfeedd" },
  forest: { base: "#2f6b4d", accent: "#f5e6c6", deep: "#193f2d", pale: "#d9eadf" },
  mint: { base: "#a9d8c6", accent: "#ffffff", deep: "#4f8a78", pale: "#e4f4ee" },
  ivory: { base: "#f1e6cd", accent: "#c9a26d", deep: "#94794f", pale: "#fbf6ea" },
  white: { base: "#fbf8f2", accent: "#cfc6b8", deep: "#8f8577", pale: "#ffffff" },
  black: { base: "#3b3a3c", accent: "#f6f1e7", deep: "#1d1c1e", pale: "#d9d7d3" },
  grey: { base: "#a9adb3", accent: "#f7f4ee", deep: "#62666d", pale: "#e6e8ea" },
  silver: { base: "#c3c8cd", accent: "#ffffff", deep: "#6f767e", pale: "#eef0f2" },
  slate: { base: "#4d565c", accent: "#f4f1e8", deep: "#2a3034", pale: "#c9cfd2" },
  wood: { base: "#cba273", accent: "#f7ead3", deep: "#85602f", pale: "#efdcbf" },
  wicker: { base: "#d2a96f", accent: "#f3e0bd", deep: "#8d6530", pale: "#f1dfc0" },
  yellow: { base: "#f0c75e", accent: "#fff9e8", deep: "#a37a1c", pale: "#fbeec6" },
  orange: { base: "#e8894a", accent: "#fff3e2", deep: "#9c4f1d", pale: "#fbe0cb" },
  chocolate: { base: "#77503b", accent: "#f5e5d3", deep: "#46291a", pale: "#e3d0c2" },
  purple: { base: "#9a7bb0", accent: "#fbf2ff", deep: "#5c3f73", pale: "#e9dff0" },
  teal: { base: "#5aa3a3", accent: "#fdf6e6", deep: "#2a6363", pale: "#d6ecec" },
  cream: { base: "#faf0dc", accent: "#c4453d", deep: "#94704f", pale: "#fffaf0" },
} as const;

type ColourName = keyof typeof COLOURS;

/** The first whose words the title has gives the pattern, and the colour unless the title names one. */
const PATTERNS: readonly {
  readonly words: RegExp;
  readonly colour: ColourName;
  readonly glyphs: readonly GlyphName[];
  readonly pitch?: number;
  /** The pattern is of this colour whatever else the title says. */
  readonly always?: true;
  readonly accent?: string;
}[] = [
  { words: /50's christmas/, colour: "red", glyphs: ["bauble", "star"], always: true },
  { words: /vintage christmas/, colour: "forest", glyphs: ["tree", "star"], always: true },
  { words: /retrospot|red spotty|spotty|white spot red/, colour: "red", glyphs: ["dot"], pitch: 46 },
  { words: /white spot blue|polkadot blue|blue polkadot/, colour: "blue", glyphs: ["dot"], pitch: 46 },
  { words: /red spot/, colour: "cream", glyphs: ["dot"], pitch: 46, always: true, accent: "#c93a32" },
  { words: /blue spot/, colour: "cream", glyphs: ["dot"], pitch: 46, always: true, accent: "#3f75ad" },
  { words: /polkadot/, colour: "pink", glyphs: ["dot"], pitch: 46 },
  { words: /red stripe/, colour: "cream", glyphs: ["stripe"], always: true, accent: "#c93a32" },
  { words: /blue stripe/, colour: "cream", glyphs: ["stripe"], always: true, accent: "#3f75ad" },
  { words: /stripe|stripey|popcorn/, colour: "red", glyphs: ["stripe"], pitch: 52 },
  { words: /red apples|apples?\b/, colour: "cream", glyphs: ["apple"], always: true },
  { words: /pears/, colour: "mint", glyphs: ["pear"] },
  { words: /strawberry/, colour: "pink", glyphs: ["strawberry"] },
  { words: /skull/, colour: "black", glyphs: ["skull"] },
  { words: /spaceboy/, colour: "blue", glyphs: ["rocket", "star"] },
  { words: /robot/, colour: "teal", glyphs: ["rocket", "dot"] },
  { words: /dolly girl|dolly mix/, colour: "pink", glyphs: ["flower", "heart"] },
  { words: /paisley park/, colour: "teal", glyphs: ["paisley", "flower"] },
  { words: /paisley/, colour: "purple", glyphs: ["paisley"] },
  { words: /woodland|mushroom/, colour: "green", glyphs: ["mushroom", "leaf"] },
  { words: /doily/, colour: "ivory", glyphs: ["doily"], pitch: 92 },
  { words: /suki/, colour: "purple", glyphs: ["flower"] },
  { words: /baroque/, colour: "black", glyphs: ["swirl"], always: true },
  { words: /alphabet|school|exercise/, colour: "yellow", glyphs: ["letters"] },
  { words: /vintage leaf|leaves|flower pots/, colour: "green", glyphs: ["leaf"] },
  { words: /owl/, colour: "teal", glyphs: ["owl"] },
  { words: /cars/, colour: "blue", glyphs: ["car"], pitch: 84 },
  { words: /toys|playhouse/, colour: "mint", glyphs: ["car", "star"], pitch: 88 },
  { words: /dinosaur/, colour: "green", glyphs: ["dinosaur"], pitch: 84 },
  { words: /keep calm/, colour: "red", glyphs: [] },
  { words: /union (?:flag|jack)/, colour: "navy", glyphs: ["union"], pitch: 240, always: true },
  { words: /london/, colour: "navy", glyphs: ["crown", "bus"], pitch: 88 },
  { words: /regency|english rose|rose\b|roses|floral|modern floral/, colour: "cream", glyphs: ["rose"] },
  { words: /gingham/, colour: "red", glyphs: ["gingham"], pitch: 40 },
  { words: /pantry/, colour: "ivory", glyphs: ["teacup"], accent: "#7f97a8" },
  { words: /circus|strongman/, colour: "yellow", glyphs: ["star", "stripe"] },
  { words: /teatime|tea time|tea party|cup of tea|sympathy/, colour: "mint", glyphs: ["teacup"] },
  { words: /fairy cake/, colour: "mint", glyphs: ["cupcake"] },
  { words: /fairy/, colour: "pink", glyphs: ["star"] },
  { words: /scandinavian blue/, colour: "blue", glyphs: ["snowflake"] },
  { words: /scandinavian/, colour: "red", glyphs: ["snowflake"] },
  { words: /butterfly|butterflies/, colour: "purple", glyphs: ["butterfly"] },
  { words: /birdy|bird design/, colour: "teal", glyphs: ["bird"] },
  { words: /scottie/, colour: "forest", glyphs: ["gingham"], pitch: 56 },
  { words: /sweetheart|love\b|hearts\b|red love heart/, colour: "pink", glyphs: ["heart"] },
  { words: /babushka/, colour: "red", glyphs: ["flower", "heart"] },
  { words: /tokyo|airline/, colour: "navy", glyphs: [] },
  { words: /folk/, colour: "orange", glyphs: ["flower", "leaf"] },
  { words: /christmas|jingle/, colour: "red", glyphs: ["snowflake", "star"] },
  { words: /empire/, colour: "navy", glyphs: ["crown"] },
  { words: /lace/, colour: "white", glyphs: ["doily"], pitch: 84, accent: "#d8cfc0" },
];

const NAMED_COLOURS: readonly { readonly words: RegExp; readonly colour: ColourName }[] = [
  { words: /black|slate/, colour: "black" },
  { words: /\bred\b|woolly hottie/, colour: "red" },
  { words: /pink/, colour: "pink" },
  { words: /fawn blue|blue/, colour: "blue" },
  { words: /green/, colour: "green" },
  { words: /mint/, colour: "mint" },
  { words: /ivory|cream/, colour: "ivory" },
  { words: /white/, colour: "white" },
  { words: /grey/, colour: "grey" },
  { words: /yellow/, colour: "yellow" },
  { words: /orange/, colour: "orange" },
  { words: /chocolate/, colour: "chocolate" },
  { words: /silver|zinc|metal/, colour: "silver" },
  { words: /wicker|natural/, colour: "wicker" },
  { words: /\bwood\b|wooden/, colour: "wood" },
];

const FREE: readonly ColourName[] = ["red", "blue", "teal", "yellow", "green", "pink", "navy", "orange", "purple"];
const FREE_GLYPHS: readonly (readonly GlyphName[])[] = [[], ["dot"], ["flower"], ["star"], ["heart"], []];

/** The design the title names; what it leaves open is drawn from the product. `words` is lower case. */
export function designFor(words: string, draw: (purpose: string, below: number) => number): Design {
  const pattern = PATTERNS.find((each) => each.words.test(words));
  const named = NAMED_COLOURS.find((each) => each.words.test(words))?.colour;
  const free = FREE[draw("colour", FREE.length)] ?? "red";
  const colour = COLOURS[(pattern?.always ? pattern.colour : named) ?? pattern?.colour ?? free];
  const freeGlyphs = named ? [] : (FREE_GLYPHS[draw("glyph", FREE_GLYPHS.length)] ?? []);
  return {
    ...colour,
    accent: pattern?.accent ?? colour.accent,
    glyphs: pattern?.glyphs ?? freeGlyphs,
    pitch: pattern?.pitch ?? 66,
  };
}

/** The `<pattern id="cloth">` of a design, its tile set with the design's glyphs in two staggered rows. */
export function clothOf(design: Design): string {
  const { pitch, base, glyphs } = design;
  const [first, second = first] = glyphs;
  const tile = pitch * 2;
  const at = (glyph: GlyphName | undefined, x: number, y: number) =>
    glyph ? `<g transform="translate(${x} ${y}) scale(${pitch / 66})">${GLYPHS[glyph](design)}</g>` : "";
  const spots = [at(first, pitch / 2, pitch / 2), at(second, pitch * 1.5, pitch * 1.5)];
  const others = [at(second, pitch * 1.5, pitch / 2), at(first, pitch / 2, pitch * 1.5)];
  const full = first === "stripe" || first === "gingham" || first === "union";
  const offset = first === "union" ? 'x="180" y="190"' : "";
  const size = full ? pitch : tile;
  const body = full ? at(first, pitch / 2, pitch / 2) : [...spots, ...others].join("");
  return `<pattern id="cloth" ${offset} width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect width="${size}" height="${size}" fill="${base}"/>${body}</pattern>`;
}

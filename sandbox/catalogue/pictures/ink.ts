/** What a motif draws with. Colours are CSS colours; `fill` may be a pattern's address. Everything is 600 × 600. */
export interface Ink {
  /** The body's paint: the design's pattern over its base colour, or the base colour alone. */
  readonly fill: string;
  readonly base: string;
  readonly accent: string;
  /** Outlines and dark parts. */
  readonly deep: string;
  /** The light partner of the base. */
  readonly pale: string;
  /** The title in lower case, with the variant's where it has one. */
  readonly words: string;
  /** The product's title as printed. */
  readonly title: string;
  /** A whole number from 0 to below `below`, always the same for this product and purpose. */
  readonly draw: (purpose: string, below: number) => number;
}

/** A filled shape with its outline; shaded from the light at the upper left unless `flat`. */
export function form(path: string, fill: string, ink: Ink, flat = false): string {
  const body = `<path d="${path}" fill="${fill}" stroke="${ink.deep}" stroke-opacity=".5" stroke-width="3" stroke-linejoin="round"/>`;
  return flat ? body : `${body}<path d="${path}" fill="url(#shade)"/>`;
}

/** A line without fill. */
export function stroke(path: string, colour: string, width: number): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** A rectangle's path with corners rounded by `r`. */
export function box(x: number, y: number, w: number, h: number, r = 0): string {
  return `M${x + r} ${y}h${w - 2 * r}q${r} 0 ${r} ${r}v${h - 2 * r}q0 ${r} ${-r} ${r}h${2 * r - w}q${-r} 0 ${-r} ${-r}v${2 * r - h}q0 ${-r} ${r} ${-r}z`;
}

/** An ellipse's path. */
export function disc(cx: number, cy: number, rx: number, ry = rx): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
}

/** A heart's path around (cx, cy), `size` wide. */
export function heart(cx: number, cy: number, size: number): string {
  const s = size / 100;
  const at = (x: number, y: number) => `${round(cx + x * s)} ${round(cy + y * s)}`;
  return `M${at(0, 46)}C${at(-70, 2)} ${at(-52, -52)} ${at(-22, -46)}C${at(-8, -44)} ${at(0, -32)} ${at(0, -24)}C${at(0, -32)} ${at(8, -44)} ${at(22, -46)}C${at(52, -52)} ${at(70, 2)} ${at(0, 46)}z`;
}

/** A star's path with `points` tips. */
export function star(cx: number, cy: number, outer: number, inner = outer * 0.45, points = 5): string {
  const tips = Array.from({ length: points * 2 }, (_, index) => {
    const angle = (Math.PI * index) / points - Math.PI / 2;
    const radius = index % 2 === 0 ? outer : inner;
    return `${round(cx + radius * Math.cos(angle))} ${round(cy + radius * Math.sin(angle))}`;
  });
  return `M${tips.join("L")}z`;
}

/** The soft shadow of something that stands at (cx, cy). */
export function shadow(cx: number, cy: number, rx: number): string {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${Math.max(9, rx * 0.09)}" fill="#3b2f2a" opacity=".16"/>`;
}

/** Letters in the middle of (x, y), not wider than `most`. */
export function lettering(text: string, x: number, y: number, size: number, colour: string, most: number): string {
  const fit = text.length * size * 0.7 > most ? ` textLength="${most}" lengthAdjust="spacingAndGlyphs"` : "";
  return `<text x="${x}" y="${y}" font-family="Georgia,'Times New Roman',serif" font-weight="700" font-size="${size}" fill="${colour}" text-anchor="middle"${fit}>${escapeXml(text)}</text>`;
}

/** The text in lines of at most `most` letters where its words allow. */
export function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import { box, disc, form, heart, type Ink, lettering, linesOf, shadow, stroke } from "../ink.ts";

/** A greeting card standing half open. */
export function card(ink: Ink): string {
  const words = /birthday/.test(ink.words) ? "Happy birthday" : /billboard/.test(ink.words) ? "HELLO" : "With love";
  return (
    shadow(300, 492, 170) +
    form("M390 130L470 160V490L390 490z", "#fffdf6", ink) +
    form(box(140, 120, 250, 370, 4), ink.fill, ink) +
    form(box(164, 246, 202, 118, 12), "#fffaf0", ink, true) +
    linesOf(words, 9)
      .map((line, n, all) => lettering(line, 265, 320 - (all.length - 1) * 23 + n * 46, 40, ink.deep, 178))
      .join("")
  );
}

/** Gift tags on string. */
export function giftTags(ink: Ink): string {
  return [-26, 0, 26]
    .map((angle, n) => {
      const tag =
        form("M300 170L356 224V460Q356 474 342 474H258Q244 474 244 460V224z", n === 1 ? ink.fill : ink.pale, ink) +
        form(disc(300, 226, 13), "#fffdf6", ink) +
        form(heart(300, 366, 64), n === 1 ? ink.accent : ink.base, ink, true);
      return `<g transform="rotate(${angle} 300 120)">${stroke("M300 226Q280 130 300 70", "#b79a6c", 5)}${tag}</g>`;
    })
    .join("");
}

/** Rolls of wrapping paper. */
export function wrapRolls(ink: Ink): string {
  const roll = (x: number, angle: number, fill: string) =>
    `<g transform="rotate(${angle} ${x} 300)">${form(box(x - 56, 96, 112, 400, 10), fill, ink)}${form(disc(x, 98, 56, 18), "#fffaf0", ink)}${form(disc(x, 98, 26, 8), "#cbb596", ink)}</g>`;
  return shadow(300, 500, 180) + roll(180, -8, ink.pale) + roll(420, 8, ink.fill) + roll(300, 0, ink.fill);
}

/** Spools of ribbon. */
export function ribbons(ink: Ink): string {
  const spool = (x: number, y: number, fill: string) =>
    form(disc(x, y, 74), "#f6ead2", ink) + form(disc(x, y, 60), fill, ink) + form(disc(x, y, 20), "#d9bd8d", ink);
  if (/reel/.test(ink.words)) {
    return (
      shadow(300, 490, 150) +
      stroke("M400 380Q520 400 480 470 440 510 540 500", ink.base, 34) +
      form(disc(290, 310, 180), "#f6ead2", ink) +
      form(disc(290, 310, 150), ink.fill, ink) +
      form(disc(290, 310, 46), "#d9bd8d", ink)
    );
  }
  const fills = [ink.fill, "#7fae7b", "#efb652", ink.pale, "#5b8fc0", "#c96a58"];
  return [0, 1, 2, 3, 4, 5].map((n) => spool(130 + (n % 3) * 170, n < 3 ? 210 : 392, fills[n] ?? ink.fill)).join("");
}

/** A notebook with elastic; bundles come in threes, tied. */
export function notebooks(ink: Ink): string {
  const book = (x: number, y: number, angle: number, fill: string) =>
    `<g transform="rotate(${angle} 300 320)">${form(box(x + 10, y + 8, 270, 350, 10), "#fffdf6", ink)}${form(box(x, y, 270, 350, 12), fill, ink)}${form(box(x, y, 40, 350, 12), ink.deep, ink)}</g>`;
  const many = /set of|bundle|exercise/.test(ink.words);
  return (
    shadow(300, 500, 170) +
    (many ? book(176, 134, -12, ink.pale) + book(170, 130, 9, ink.base) : "") +
    book(166, 136, 0, ink.fill) +
    form(box(236, 210, 166, 84, 8), "#fffaf0", ink, true) +
    stroke("M254 238H384M254 264H350", ink.deep, 4) +
    (many ? stroke("M160 400H446M306 130V490", "#b79a6c", 7) : stroke("M404 138V484", ink.accent, 8))
  );
}

/** Letter paper, envelope and pen. */
export function stationery(ink: Ink): string {
  return (
    shadow(300, 494, 200) +
    `<g transform="rotate(-7 260 280)">${form(box(120, 100, 270, 360, 6), ink.fill, ink)}${form(box(146, 126, 218, 308, 4), "#fffdf6", ink, true)}${[190, 226, 262, 298].map((y) => stroke(`M170 ${y}H340`, ink.deep, 3)).join("")}</g>` +
    form(box(200, 300, 320, 190, 8), ink.pale, ink) +
    form("M200 306Q200 300 208 300H512Q520 300 520 306L360 408z", ink.fill, ink) +
    form(heart(360, 396, 56), "#c93a32", ink)
  );
}

/** Pencils, crayons or chalks in their tube. */
export function pencils(ink: Ink): string {
  const fills = ["#d6453d", "#f0c75e", "#5b8fc0", "#7fae7b", "#e98aa4", "#9a7bb0", "#e8894a"];
  const white = /white chalk/.test(ink.words);
  const chalk = /chalk|crayon/.test(ink.words);
  return (
    shadow(300, 492, 120) +
    fills
      .map((fill, n) => {
        const x = 204 + n * 32;
        const top = 130 + ((n * 37) % 60);
        const colour = white ? "#fdfbf5" : fill;
        return chalk
          ? form(box(x - 15, top + 30, 30, 260, 8), colour, ink)
          : form(`M${x - 15} ${top + 50}L${x} ${top} ${x + 15} ${top + 50}z`, "#f0d9b5", ink, true) +
              form(`M${x - 5} ${top + 17}L${x} ${top} ${x + 5} ${top + 17}z`, colour, ink, true) +
              form(box(x - 15, top + 50, 30, 230), colour, ink);
      })
      .join("") +
    form("M176 300H424V462Q424 490 396 490H204Q176 490 176 462z", ink.fill, ink) +
    form(disc(300, 300, 124, 18), "none", ink, true)
  );
}

/** A pack of paper handkerchiefs or napkins, one drawn out. */
export function napkins(ink: Ink): string {
  const tissue = /tissue/.test(ink.words);
  return (
    shadow(300, 492, 190) +
    (tissue
      ? form("M230 260Q250 150 300 190 340 120 380 260z", "#fffdf8", ink) +
        form(box(110, 240, 380, 250, 30), ink.fill, ink) +
        form(disc(300, 262, 96, 22), "#fffdf8", ink)
      : [0, 1, 2, 3]
          .map((n) => form(box(128 + n * 8, 172 + n * 20, 320, 250, 10), n % 2 ? ink.pale : "#fffaf2", ink))
          .join("") +
        form(box(160, 240, 320, 250, 10), ink.fill, ink) +
        stroke("M160 300L220 240", "#ffffffaa", 5))
  );
}

/** Lace doilies, overlapping. */
export function doilies(ink: Ink): string {
  const one = (cx: number, cy: number, r: number, fill: string) =>
    `<g transform="translate(${cx} ${cy})">${Array.from({ length: 20 }, (_, n) => `<circle cx="0" cy="${-r}" r="${r * 0.17}" fill="${fill}" stroke="${ink.deep}" stroke-opacity=".3" stroke-width="3" transform="rotate(${n * 18})"/>`).join("")}<circle r="${r}" fill="${fill}"/><circle r="${r * 0.82}" fill="none" stroke="${ink.deep}" stroke-opacity=".45" stroke-width="7" stroke-dasharray="3 13" stroke-linecap="round"/><circle r="${r * 0.56}" fill="url(#cloth)"/><circle r="${r * 0.68}" fill="none" stroke="${ink.deep}" stroke-opacity=".35" stroke-width="4"/></g>`;
  return one(220, 230, 120, "#fffdf8") + one(400, 260, 110, ink.pale) + one(300, 390, 130, "#fffdf8");
}

/** A wooden folding ruler or a short one with a turning end. */
export function ruler(ink: Ink): string {
  const folding = /folding/.test(ink.words);
  const ticks = (x: number, y: number, length: number) =>
    Array.from({ length: Math.floor(length / 18) }, (_, n) =>
      stroke(`M${x + 12 + n * 18} ${y}v${n % 5 ? 14 : 26}`, "#6b4a22", 3),
    ).join("");
  const slat = (x: number, y: number, angle: number) =>
    `<g transform="rotate(${angle} ${x} ${y})">${form(box(x, y - 34, 330, 68, 10), "#ecc984", ink)}${ticks(x, y - 34, 330)}</g>`;
  return folding
    ? slat(120, 470, -62) +
        slat(274, 180, 58) +
        slat(446, 462, -66) +
        form(disc(276, 182, 14), "#b48a4a", ink) +
        form(disc(448, 460, 14), "#b48a4a", ink)
    : `<g transform="rotate(-22 300 300)">${form(box(60, 250, 480, 100, 14), "#ecc984", ink)}${ticks(60, 250, 480)}${form(disc(110, 318, 16), "#b48a4a", ink)}</g>`;
}

/** A pad with a magnet strip: the shopping list. */
export function notepad(ink: Ink): string {
  return (
    shadow(300, 504, 130) +
    form(box(170, 90, 260, 410, 10), "#fffdf6", ink) +
    form(box(170, 90, 260, 92, 10), ink.fill, ink) +
    lettering("Shopping list", 300, 150, 36, ink.deep, 226) +
    [0, 1, 2, 3, 4, 5]
      .map(
        (n) =>
          form(box(196, 212 + n * 46, 22, 22, 4), ink.pale, ink, true) +
          stroke(`M234 ${228 + n * 46}H404`, "#b9ad9a", 3),
      )
      .join("")
  );
}

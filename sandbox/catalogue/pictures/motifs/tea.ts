import { box, disc, form, type Ink, lettering, linesOf, shadow, stroke } from "../ink.ts";

/** A footed teacup on its saucer. */
export function teacup(ink: Ink): string {
  return (
    shadow(300, 486, 200) +
    form("M90 440Q300 530 510 440Q470 486 300 488 130 486 90 440z", ink.fill, ink) +
    form(disc(300, 438, 212, 30), ink.pale, ink) +
    stroke("M428 270Q520 250 506 326 488 392 396 384", ink.deep, 26) +
    stroke("M428 270Q520 250 506 326 488 392 396 384", ink.base, 17) +
    form("M250 428H350L340 446H260z", ink.accent, ink) +
    form("M160 236H440Q436 400 344 432H256Q164 400 160 236z", ink.fill, ink) +
    form(disc(300, 236, 140, 26), ink.pale, ink) +
    `<ellipse cx="300" cy="240" rx="122" ry="18" fill="#a5683a"/>` +
    stroke("M160 236A140 26 0 0 0 440 236", "#d8a94e", 6)
  );
}

/** A straight mug; its words are printed on it. */
export function mug(ink: Ink): string {
  const saying = ink.title.replace(/\s*\b(?:Tea |Coffee )?(?:Mug|Cup)\b/g, "").toUpperCase();
  const printed = ink.words.includes("cup") ? [] : linesOf(saying, 11);
  const first = 340 - (printed.length - 1) * 23;
  return (
    shadow(290, 490, 165) +
    stroke("M414 260Q530 250 520 340 506 424 408 412", ink.deep, 34) +
    stroke("M414 260Q530 250 520 340 506 424 408 412", ink.pale, 24) +
    form("M150 196H424V466Q424 490 400 490H174Q150 490 150 466z", ink.fill, ink) +
    form(disc(287, 196, 137, 24), ink.pale, ink) +
    `<ellipse cx="287" cy="200" rx="120" ry="16" fill="#8a5533"/>` +
    (printed.length ? form(box(168, 260, 238, 160, 14), ink.pale, ink, true) : "") +
    printed.map((line, index) => lettering(line, 287, first + index * 46 + 16, 40, ink.deep, 216)).join("")
  );
}

/** A round-bellied teapot. */
export function teapot(ink: Ink): string {
  return (
    shadow(300, 490, 190) +
    stroke("M424 280Q540 250 524 350 506 430 420 424", ink.deep, 28) +
    stroke("M424 280Q540 250 524 350 506 430 420 424", ink.base, 18) +
    form("M180 330Q120 330 96 240 84 222 66 226 66 260 96 330 120 420 190 440z", ink.fill, ink) +
    form(
      "M300 232C430 232 470 320 450 400 436 460 384 486 300 486S164 460 150 400C130 320 170 232 300 232z",
      ink.fill,
      ink,
    ) +
    form("M206 248Q300 180 394 248Q300 286 206 248z", ink.pale, ink) +
    form(disc(300, 190, 24), ink.accent, ink) +
    form(box(232, 480, 136, 14, 6), ink.pale, ink)
  );
}

/** A jug with lip and handle; enamel ones have a dark rim. */
export function jug(ink: Ink): string {
  return (
    shadow(290, 490, 150) +
    stroke("M396 220Q516 210 500 330 484 410 400 420", ink.deep, 28) +
    stroke("M396 220Q516 210 500 330 484 410 400 420", ink.pale, 18) +
    form(
      "M196 180L150 150Q280 176 390 160 384 220 410 300 440 420 396 490H190Q140 420 176 300 196 240 196 180z",
      ink.fill,
      ink,
    ) +
    stroke("M150 150Q280 176 390 160", ink.deep, 9) +
    (/measuring/.test(ink.words)
      ? [300, 340, 380, 420].map((y) => stroke(`M214 ${y}H262`, ink.deep, 5)).join("")
      : form("M262 330C230 296 262 280 288 304 314 280 346 296 314 330L288 356z", ink.accent, ink, true))
  );
}

/** A plate seen from above, its rim in the design. */
export function plate(ink: Ink): string {
  return (
    shadow(300, 500, 190) +
    form(disc(300, 308, 200), ink.fill, ink) +
    form(disc(300, 308, 132), ink.pale, ink) +
    `<circle cx="300" cy="308" r="118" fill="none" stroke="${ink.deep}" stroke-opacity=".25" stroke-width="3"/>` +
    `<circle cx="300" cy="308" r="192" fill="none" stroke="${ink.accent}" stroke-width="6"/>`
  );
}

/** A deep bowl. */
export function bowl(ink: Ink): string {
  return (
    shadow(300, 486, 160) +
    form(box(236, 456, 128, 30, 8), ink.pale, ink) +
    form("M110 270H490Q480 470 300 470T110 270z", ink.fill, ink) +
    form(disc(300, 270, 190, 42), ink.pale, ink) +
    `<ellipse cx="300" cy="276" rx="166" ry="31" fill="${ink.deep}" opacity=".18"/>`
  );
}

/** Bowls with glass lids in a stack. */
export function lidBowls(ink: Ink): string {
  const one = (y: number, r: number) =>
    form(`M${300 - r} ${y}H${300 + r}Q${300 + r * 0.9} ${y + 92} 300 ${y + 94}T${300 - r} ${y}z`, ink.fill, ink) +
    form(`M${300 - r - 8} ${y}Q300 ${y - 44} ${300 + r + 8} ${y}Q300 ${y + 22} ${300 - r - 8} ${y}z`, "#e8f1f3", ink) +
    form(disc(300, y - 24, 14, 9), ink.base, ink);
  return shadow(300, 492, 170) + one(398, 190) + one(296, 156) + one(206, 122);
}

/** A pot, a cup and a jug together. */
export function teaSet(ink: Ink): string {
  const small = (body: string, x: number, y: number, scale: number) =>
    `<g transform="translate(${x} ${y}) scale(${scale})">${body}</g>`;
  return small(teapot(ink), 60, 20, 0.78) + small(teacup(ink), 6, 268, 0.46) + small(jug(ink), 330, 262, 0.46);
}

/** An egg in a cup that wears a soldier's coat. */
export function eggCup(ink: Ink): string {
  return (
    shadow(300, 490, 120) +
    form("M300 110C376 110 414 220 406 290H194C186 220 224 110 300 110z", "#f3dfc3", ink) +
    form("M180 280H420Q420 380 340 400L352 470H388V490H212V470H248L260 400Q180 380 180 280z", "#b8322c", ink) +
    stroke("M220 300L380 384M380 300L220 384", "#fff6ea", 16) +
    [310, 340, 370].map((y) => form(disc(300, y, 9), "#e8c25a", ink)).join("")
  );
}

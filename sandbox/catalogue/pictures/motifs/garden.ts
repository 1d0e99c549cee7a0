import { box, disc, form, type Ink, shadow, stroke } from "../ink.ts";

/** A picnic basket of wicker with a cloth peeping out. */
export function basket(ink: Ink): string {
  const rows = [330, 370, 410, 450].map((y) => stroke(`M112 ${y}H488`, "#8d6530", 5)).join("");
  const canes = Array.from({ length: 12 }, (_, n) => stroke(`M${130 + n * 31} 292V486`, "#8d653066", 7)).join("");
  return (
    shadow(300, 494, 210) +
    stroke("M170 290Q180 110 300 110T430 290", "#8d6530", 26) +
    stroke("M170 290Q180 110 300 110T430 290", "#d2a96f", 16) +
    form("M130 300L180 220 260 262 330 216 420 260 470 300z", "#c93a32", ink) +
    stroke("M190 246L420 280M250 262L330 236", "#fff6ea", 9) +
    form("M100 290H500L476 480Q476 490 466 490H134Q124 490 124 480z", "#d2a96f", ink) +
    rows +
    canes +
    form(box(92, 280, 416, 36, 12), "#c19457", ink)
  );
}

/** A watering can; an elephant's where the title says so. */
export function wateringCan(ink: Ink): string {
  const elephant = /elephant/.test(ink.words);
  return (
    shadow(320, 492, 150) +
    stroke("M250 240Q340 110 440 230 510 330 440 410", ink.deep, 22) +
    form("M220 300Q140 300 120 200L70 190 100 140 164 176Q180 260 240 250z", ink.fill, ink) +
    form("M216 236H444V460Q444 490 414 490H246Q216 490 216 460z", ink.fill, ink) +
    form(disc(330, 236, 114, 22), ink.pale, ink) +
    (elephant
      ? form(disc(330, 360, 64, 80), ink.pale, ink) + form(disc(250, 300, 10), "#2e2a28", ink, true)
      : stroke("M216 330H444M216 420H444", ink.accent, 7))
  );
}

/** A ladder of shelves with pots on it. */
export function plantLadder(ink: Ink): string {
  const pot = (x: number, y: number, leaf: string) =>
    form(`M${x - 26} ${y - 46}H${x + 26}L${x + 19} ${y}H${x - 19}z`, "#c9714a", ink) +
    form(disc(x - 13, y - 66, 20), leaf, ink) +
    form(disc(x + 13, y - 70, 22), leaf, ink) +
    form(disc(x, y - 88, 18), leaf, ink);
  return (
    shadow(300, 496, 190) +
    stroke("M230 110L140 490M370 110L460 490", ink.deep, 26) +
    stroke("M230 110L140 490M370 110L460 490", ink.base, 18) +
    [230, 345, 460].map((y, n) => form(box(190 - n * 28, y, 220 + n * 56, 22, 6), ink.base, ink)).join("") +
    pot(250, 230, "#6f9f6a") +
    pot(350, 230, "#8fb573") +
    pot(220, 345, "#8fb573") +
    pot(380, 345, "#5f8f57") +
    pot(200, 460, "#5f8f57") +
    pot(300, 460, "#8fb573") +
    pot(400, 460, "#6f9f6a")
  );
}

/** Painted pears on leaves. */
export function pears(ink: Ink): string {
  const one = (x: number, y: number, s: number, fill: string) =>
    `<g transform="translate(${x} ${y}) scale(${s})">${stroke("M0-150Q6-190 30-196", "#6b4430", 11)}${form("M0-150C50-150 44-60 76-20 120 40 80 130 0 130S-120 40-76-20C-44-60-50-150 0-150z", fill, ink)}${form("M6-166Q60-220 90-180 60-140 6-166z", "#6f9f6a", ink)}</g>`;
  return (
    shadow(300, 486, 200) +
    one(180, 370, 0.86, "#d9b23f") +
    one(430, 370, 0.84, "#b8463c") +
    one(305, 340, 1.08, "#93ad4f")
  );
}

/** A domed bird cage. */
export function birdcage(ink: Ink): string {
  return (
    shadow(300, 494, 150) +
    `<circle cx="300" cy="78" r="24" fill="none" stroke="${ink.deep}" stroke-width="9"/>` +
    [160, 207, 254, 300, 346, 393, 440].map((x) => stroke(`M300 104Q${x} 130 ${x} 260V452`, ink.deep, 7)).join("") +
    stroke("M160 300H440M160 380H440", ink.deep, 7) +
    form("M252 430Q252 380 300 380T348 430z", "#6f9f6a", ink) +
    form(box(140, 446, 320, 44, 12), ink.base, ink)
  );
}

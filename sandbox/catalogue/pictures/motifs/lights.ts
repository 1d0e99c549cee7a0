import { box, disc, form, heart, type Ink, shadow, stroke } from "../ink.ts";

const GLOW = `<circle cx="300" cy="360" r="150" fill="#ffd98a" opacity=".38"/>`;
const FLAME = "M300 316C318 340 320 362 300 368 280 362 282 340 300 316z";

function flame(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x - 300 * scale} ${y - 368 * scale}) scale(${scale})"><path d="${FLAME}" fill="#f5a93c"/><path d="M300 336C308 350 309 360 300 364 291 360 292 350 300 336z" fill="#fff0b8"/></g>`;
}

/** A heart of wire with a tealight glass inside, on a string or on a foot. */
export function heartHolder(ink: Ink): string {
  const stands = /single/.test(ink.words);
  return (
    (stands
      ? shadow(300, 528, 120) + form(box(214, 500, 172, 26, 10), ink.deep, ink)
      : stroke("M300 20V118", "#9b8f80", 5)) +
    GLOW +
    `<path d="${heart(300, 318, 410)}" fill="none" stroke="${ink.deep}" stroke-width="30" stroke-linejoin="round"/>` +
    `<path d="${heart(300, 318, 410)}" fill="none" stroke="${ink.base}" stroke-width="22" stroke-linejoin="round"/>` +
    form("M238 318H362L350 412Q300 428 250 412z", "#dcebee", ink) +
    form(box(262, 368, 76, 40, 6), "#f6efe0", ink) +
    flame(300, 370, 0.9)
  );
}

/** A tealight glass on a table; hanging ones get a chain. */
export function tealightGlass(ink: Ink): string {
  const hanging = /hanging|jar/.test(ink.words);
  const cut = ink.draw("cut", 3);
  const waist = [
    "M190 236H410L392 478Q300 500 208 478z",
    "M180 240Q300 220 420 240 440 340 380 480H220Q160 340 180 240z",
    "M206 230H394Q430 330 394 400 380 440 396 484H204Q220 440 206 400 170 330 206 230z",
  ][cut];
  const tints = ["#b9cbc6", "#c6b4cc", "#d3c293", "#b3c4d6"];
  const glass = ink.base === "#c3c8cd" ? (tints[ink.draw("glass", tints.length)] ?? ink.fill) : ink.fill;
  return (
    (hanging ? stroke("M196 240Q210 120 300 70 390 120 404 240M300 70V20", "#8f8577", 6) : shadow(300, 490, 130)) +
    GLOW +
    form(box(252, 416, 96, 52, 8), "#f8f1e2", ink) +
    flame(300, 418, 1.15) +
    `<g opacity=".72">${form(waist ?? "", glass, ink)}</g>` +
    form("M190 224H410V246H190z", ink.deep, ink) +
    stroke("M226 270L236 452M374 270L364 452", "#ffffffaa", 7) +
    (cut === 1 ? stroke("M214 330H386M218 380H382", ink.accent, 5) : "")
  );
}

/** A glass-sided lantern with a ring to carry it. */
export function lantern(ink: Ink): string {
  return (
    shadow(300, 492, 140) +
    `<circle cx="300" cy="84" r="34" fill="none" stroke="${ink.deep}" stroke-width="10"/>` +
    form("M300 112L410 210H190z", ink.base, ink) +
    form(box(176, 206, 248, 26, 6), ink.base, ink) +
    form(box(200, 232, 200, 222), "#fdf1cf", ink, true) +
    GLOW +
    form(box(262, 380, 76, 74, 4), "#f8efdc", ink) +
    flame(300, 384, 1.2) +
    stroke("M206 232V454M394 232V454M300 232V300", ink.deep, 12) +
    (/heart/.test(ink.words) ? form(heart(300, 282, 66), ink.base, ink) : "") +
    form(box(170, 452, 260, 36, 6), ink.base, ink)
  );
}

/** Three candles, each lit. */
export function candles(ink: Ink): string {
  const one = (x: number, top: number, fill: string) =>
    form(box(x - 46, top, 92, 488 - top, 8), fill, ink) +
    `<ellipse cx="${x}" cy="${top + 6}" rx="42" ry="10" fill="${ink.pale}"/>` +
    stroke(`M${x} ${top + 4}v-22`, "#5b4a3a", 4) +
    flame(x, top - 14, 1.1);
  return shadow(300, 490, 190) + one(190, 300, ink.fill) + one(410, 340, ink.pale) + one(300, 230, ink.fill);
}

/** Thin party candles in a fan. */
export function partyCandles(ink: Ink): string {
  return [-32, -20, -10, 0, 10, 20, 32]
    .map((angle, index) => {
      const body = form(box(288, 214, 24, 266, 6), index % 2 ? ink.pale : ink.fill, ink) + flame(300, 206, 0.62);
      return `<g transform="rotate(${angle} 300 560)">${body}</g>`;
    })
    .join("");
}

/** Jam jars turned into scented candles. */
export function jarCandle(ink: Ink): string {
  return (
    shadow(300, 490, 130) +
    form("M206 236Q180 262 180 300V458Q180 488 212 488H388Q420 488 420 458V300Q420 262 394 236z", "#f4b9a8", ink) +
    form("M180 330H420V458Q420 488 388 488H212Q180 488 180 458z", "#c8434a", ink) +
    form(box(214, 360, 172, 84, 10), "#fffaf0", ink, true) +
    form(heart(300, 404, 54), "#c8434a", ink, true) +
    form(box(200, 206, 200, 36, 8), "#e7d7ba", ink) +
    flame(300, 206, 1.1)
  );
}

/** A night light in the shape its title names. */
export function nightLight(ink: Ink): string {
  const glow = `<circle cx="300" cy="320" r="210" fill="#ffdf9a" opacity=".42"/>`;
  if (/toadstool/.test(ink.words)) {
    const spots = [
      [220, 250, 24],
      [300, 200, 30],
      [384, 256, 24],
      [296, 290, 20],
    ] as const;
    return (
      shadow(300, 490, 120) +
      glow +
      form("M252 310H348Q346 420 372 488H228Q254 420 252 310z", "#fff6e3", ink) +
      form("M120 322Q130 140 300 134 470 140 480 322 300 372 120 322z", "#d23f37", ink) +
      spots.map(([x, y, r]) => form(disc(x, y, r), "#fff8ec", ink, true)).join("")
    );
  }
  return (
    shadow(300, 490, 130) +
    glow +
    form("M250 230C200 90 236 60 262 80 286 100 290 180 288 224z", "#fdf6ec", ink) +
    form("M350 230C400 90 364 60 338 80 314 100 310 180 312 224z", "#fdf6ec", ink) +
    form(
      "M300 210C396 210 420 300 404 350 440 420 420 488 300 488S160 420 196 350C180 300 204 210 300 210z",
      "#fdf6ec",
      ink,
    ) +
    form(disc(262, 296, 10), "#5b4a45", ink, true) +
    form(disc(338, 296, 10), "#5b4a45", ink, true) +
    form("M288 322H312L300 336z", "#e89aa8", ink, true) +
    `<circle cx="236" cy="330" r="16" fill="#f6c1c0" opacity=".8"/><circle cx="364" cy="330" r="16" fill="#f6c1c0" opacity=".8"/>`
  );
}

/** A string of little lights. */
export function stringLights(ink: Ink): string {
  const shape = /chilli/.test(ink.words)
    ? (fill: string) => form("M-16 0Q22-6 18 34 10 78-26 92-8 60-14 34-22 18-16 0z", fill, ink)
    : /reindeer|owl/.test(ink.words)
      ? (fill: string) =>
          form(disc(0, 40, 32, 38), fill, ink) +
          form(disc(-10, 32, 6), "#fff", ink, true) +
          form(disc(10, 32, 6), "#fff", ink, true)
      : (fill: string) => form("M0 0L30 70H-30z", fill, ink) + form(disc(0, 0, 18), "#f6d7bd", ink);
  const fills = /chilli/.test(ink.words) ? ["#cc352c", "#d9483a"] : ["#e98aa4", "#f0c75e", "#6fa8c9", "#8fbf86"];
  const spots = [
    [70, 168],
    [165, 222],
    [265, 240],
    [365, 222],
    [465, 178],
    [120, 382],
    [225, 430],
    [335, 432],
    [440, 396],
  ] as const;
  return (
    stroke("M20 110Q290 300 580 96", "#4f6b4a", 6) +
    stroke("M40 320Q280 500 560 320", "#4f6b4a", 6) +
    spots
      .map(
        ([x, y], index) =>
          `<circle cx="${x}" cy="${y + 34}" r="58" fill="#ffdf9a" opacity=".4"/><g transform="translate(${x} ${y - 8})">${shape(fills[index % fills.length] ?? "")}</g>`,
      )
      .join("")
  );
}

/** A candle in an enamel or ceramic holder; hanging hearts adorn it. */
export function candleholder(ink: Ink): string {
  return (
    shadow(300, 488, 180) +
    form("M120 440Q300 520 480 440 460 488 300 490 140 488 120 440z", ink.fill, ink) +
    form(disc(300, 440, 182, 28), ink.pale, ink) +
    stroke("M470 430Q540 400 500 360 470 350 452 400", ink.deep, 14) +
    form(box(262, 200, 76, 240, 6), "#fbf3e2", ink) +
    flame(300, 196, 1.3) +
    form(box(244, 392, 112, 54, 8), ink.fill, ink) +
    (/heart/.test(ink.words) ? form(heart(300, 330, 96), "#e2738f", ink) : "")
  );
}

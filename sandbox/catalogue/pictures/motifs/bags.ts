import { box, form, type Ink, lettering, shadow, stroke } from "../ink.ts";

/** A square shopper with two long handles. */
export function jumboBag(ink: Ink): string {
  const body = "M130 240H470L488 478Q488 490 476 490H124Q112 490 112 478z";
  return (
    shadow(300, 492, 205) +
    stroke("M205 245Q205 120 300 120T395 245", ink.deep, 17) +
    form(body, ink.fill, ink) +
    form("M130 240H470L472 264H128z", ink.deep, ink, true) +
    stroke("M190 252Q186 96 300 96T410 252", ink.accent, 17) +
    stroke("M190 252Q186 96 300 96T410 252", "#00000022", 4)
  );
}

/** A lined lunch bag: upright, its top folded over, one short handle. */
export function lunchBag(ink: Ink): string {
  return (
    shadow(300, 492, 150) +
    stroke("M240 178Q240 104 300 104T360 178", ink.deep, 16) +
    form("M180 190H420L436 480Q436 490 426 490H174Q164 490 164 480z", ink.fill, ink) +
    form("M174 178H426L432 262Q300 292 168 262z", ink.fill, ink) +
    `<path d="M174 178H426L432 262Q300 292 168 262z" fill="${ink.deep}" opacity=".14"/>` +
    form(box(278, 254, 44, 34, 6), ink.pale, ink) +
    stroke("M168 262Q300 292 432 262", ink.accent, 4)
  );
}

/** A small round-bottomed handbag with bow-tied handle. */
export function charlotteBag(ink: Ink): string {
  return (
    shadow(300, 492, 165) +
    stroke("M205 285Q210 130 300 130T395 285", ink.deep, 20) +
    stroke("M205 285Q210 130 300 130T395 285", ink.base, 12) +
    form("M170 270Q300 300 430 270Q500 470 430 488Q300 500 170 488Q100 470 170 270z", ink.fill, ink) +
    form("M170 262Q300 296 430 262L434 296Q300 330 166 296z", ink.deep, ink) +
    form(
      "M300 310C270 280 244 290 246 312 248 334 276 330 300 312 324 330 352 334 354 312 356 290 330 280 300 310z",
      ink.accent,
      ink,
    ) +
    form("M292 302H308V322H292z", ink.deep, ink, true)
  );
}

/** A shoulder bag with flap and strap; airline bags carry their lettering. */
export function shoulderBag(ink: Ink): string {
  const airline = /airline/.test(ink.words);
  return (
    shadow(300, 492, 190) +
    stroke("M140 300Q130 90 300 90T460 300", ink.deep, 18) +
    stroke("M140 300Q130 90 300 90T460 300", ink.accent, 5) +
    form(box(120, 250, 360, 240, 30), ink.fill, ink) +
    (airline
      ? form(box(120, 330, 360, 70), ink.accent, ink, true) + lettering("TOKYO 78", 300, 384, 54, ink.deep, 300)
      : form("M120 280Q120 250 150 250H450Q480 250 480 280V372Q300 440 120 372z", ink.fill, ink) +
        form(box(278, 376, 44, 44, 22), ink.pale, ink))
  );
}

/** A wide picnic bag with a zip and two handles. */
export function picnicBag(ink: Ink): string {
  return (
    shadow(300, 492, 215) +
    stroke("M210 262Q215 150 300 150T390 262", ink.deep, 18) +
    form("M110 290Q110 250 150 250H450Q490 250 490 290V460Q490 490 460 490H140Q110 490 110 460z", ink.fill, ink) +
    stroke("M120 294H480", ink.accent, 10) +
    stroke("M120 294H480", ink.deep, 3) +
    form(box(180, 350, 240, 100, 14), ink.pale, ink) +
    stroke("M196 380H404", ink.deep, 3) +
    form(box(392, 290, 16, 34, 6), ink.deep, ink)
  );
}

/** A cloth bag on a wooden hanger, for pegs. */
export function pegBag(ink: Ink): string {
  return (
    stroke("M300 118Q300 86 322 86 342 88 336 106", "#8a8f96", 8) +
    form("M300 112L470 190Q476 206 460 206H140Q124 206 130 190z", "#cba273", ink) +
    form("M150 202H450L470 470Q300 520 130 470z", ink.fill, ink) +
    `<ellipse cx="300" cy="286" rx="104" ry="52" fill="${ink.deep}" opacity=".85"/>` +
    [250, 300, 345].map((x, i) => form(box(x - 9, 236 - i * 8, 18, 80, 6), "#d8b483", ink)).join("") +
    stroke("M198 296Q300 366 402 296", ink.accent, 9)
  );
}

/** A stack of two little suitcases. */
export function cases(ink: Ink): string {
  const one = (x: number, y: number, w: number, h: number, fill: string) =>
    stroke(`M${x + w / 2 - 34} ${y}v-18q0-14 14-14h40q14 0 14 14v18`, ink.deep, 10) +
    form(box(x, y, w, h, 20), fill, ink) +
    stroke(`M${x} ${y + h * 0.38}H${x + w}`, ink.deep, 4) +
    form(box(x + 46, y + h * 0.3, 34, 30, 5), "#e0b75c", ink) +
    form(box(x + w - 80, y + h * 0.3, 34, 30, 5), "#e0b75c", ink);
  return shadow(300, 492, 200) + one(110, 320, 380, 170, ink.fill) + one(165, 170, 270, 126, ink.pale);
}

/** A closed lunch box with clasps; a fork and spoon beside it where it comes with cutlery. */
export function lunchBox(ink: Ink): string {
  const cutlery = /cutlery/.test(ink.words);
  return (
    shadow(300, 492, 205) +
    stroke("M225 232Q225 168 300 168T375 232", ink.deep, 18) +
    form(box(110, 230, 380, 260, 46), ink.fill, ink) +
    stroke("M112 330H488", ink.deep, 5) +
    form(box(180, 304, 46, 56, 10), ink.pale, ink) +
    form(box(374, 304, 46, 56, 10), ink.pale, ink) +
    (cutlery ? form(box(256, 372, 14, 92, 7), "#f6f2ea", ink) + form(box(330, 372, 14, 92, 7), "#f6f2ea", ink) : "") +
    (cutlery ? form("M245 380q18-40 36 0z", "#f6f2ea", ink) + form("M322 386q15-50 30 0z", "#f6f2ea", ink) : "")
  );
}

/** Four round boxes with lids, stacked. */
export function snackBoxes(ink: Ink): string {
  const sizes = [
    [300, 490, 165],
    [300, 402, 138],
    [300, 324, 112],
    [300, 256, 88],
  ] as const;
  return (
    shadow(300, 494, 175) +
    sizes
      .map(([x, base, r], index) => {
        const h = 84 - index * 5;
        return (
          form(
            `M${x - r} ${base - h}V${base - 12}Q${x} ${base + 20} ${x + r} ${base - 12}V${base - h}z`,
            index % 2 ? ink.pale : ink.fill,
            ink,
          ) +
          form(
            `M${x - r - 6} ${base - h - 14}Q${x} ${base - h - 44} ${x + r + 6} ${base - h - 14}V${base - h + 6}Q${x} ${base - h + 32} ${x - r - 6} ${base - h + 6}z`,
            ink.fill,
            ink,
          )
        );
      })
      .join("")
  );
}

/** A folded card wallet with its words. */
export function wallet(ink: Ink): string {
  const words = /ticket/.test(ink.words) ? ["TICKET", "Admit one"] : ["KEEP CALM", "and carry on"];
  return (
    `<g transform="rotate(-8 300 310)">` +
    form(box(120, 180, 360, 260, 22), ink.pale, ink) +
    form(box(112, 200, 376, 262, 22), ink.fill, ink) +
    stroke("M130 218H470V444H130z", ink.accent, 3) +
    form(box(150, 262, 300, 140, 10), ink.base, ink, true) +
    lettering(words[0] ?? "", 300, 330, 54, ink.accent, 310) +
    lettering(words[1] ?? "", 300, 384, 34, ink.accent, 280) +
    "</g>"
  );
}

import { box, disc, form, heart, type Ink, lettering, shadow, stroke } from "../ink.ts";

/** A hot water bottle in its cover; the emblem is the title's. */
export function hotWaterBottle(ink: Ink): string {
  const heartOn = /heart|love/.test(ink.words);
  const says = /keep calm/.test(ink.words)
    ? ["KEEP", "CALM"]
    : /poorly/.test(ink.words)
      ? ["I am", "so poorly"]
      : /sympathy/.test(ink.words)
        ? ["Tea and", "sympathy"]
        : /chocolate/.test(ink.words)
          ? ["Chocolate"]
          : [];
  const ribs = /knitted|woolly/.test(ink.words)
    ? [0, 1, 2, 3, 4, 5, 6].map((n) => stroke(`M${190 + n * 37} 220V470`, "#00000018", 6)).join("")
    : "";
  return (
    shadow(300, 508, 150) +
    form("M262 70H338L328 118H272z", ink.deep, ink) +
    form(
      "M258 110H342V160Q440 180 440 270V440Q440 506 374 506H226Q160 506 160 440V270Q160 180 258 160z",
      ink.fill,
      ink,
    ) +
    ribs +
    form(box(246, 132, 108, 30, 14), ink.pale, ink) +
    (heartOn
      ? form(heart(300, 340, 190), /white heart/.test(ink.words) || ink.base !== "#fbf8f2" ? "#fff6ee" : "#c93a32", ink)
      : "") +
    (says.length ? form(box(184, 270, 232, 136, 20), ink.pale, ink, true) : "") +
    says.map((line, n) => lettering(line, 300, 352 - (says.length - 1) * 24 + n * 50, 44, ink.deep, 210)).join("") +
    (/scottie/.test(ink.words)
      ? form(
          "M196 400V330Q190 300 214 300L330 304 344 250 372 268 404 282Q410 312 372 318L366 400H336V364H250V400z",
          "#2b2a2c",
          ink,
        ) + stroke("M342 322L368 326", "#c93a32", 9)
      : "") +
    (/chick/.test(ink.words)
      ? form(disc(300, 350, 74), "#f0c75e", ink) +
        form(disc(276, 330, 8), "#2e2a28", ink, true) +
        form(disc(324, 330, 8), "#2e2a28", ink, true) +
        form("M286 348H314L300 370z", "#e8894a", ink)
      : "")
  );
}

/** A pocket hand warmer: a small cushion with stitches. */
export function handWarmer(ink: Ink): string {
  const shape = /heart/.test(ink.words)
    ? heart(300, 316, 400)
    : "M150 160Q300 130 450 160 490 310 450 466 300 496 150 466 110 310 150 160z";
  return (
    form(shape, ink.fill, ink) +
    `<path d="${shape}" fill="none" stroke="#fffaf0" stroke-width="6" stroke-dasharray="16 12" transform="translate(300 312) scale(.9) translate(-300 -312)"/>` +
    (/owl/.test(ink.words)
      ? form("M220 220L260 246H340L380 220V350Q300 450 220 350z", "#e8894a", ink) +
        form(disc(266, 286, 28), "#fff8ec", ink) +
        form(disc(334, 286, 28), "#fff8ec", ink) +
        form(disc(268, 288, 11), "#2e2a28", ink, true) +
        form(disc(332, 288, 11), "#2e2a28", ink, true)
      : "") +
    (/bird/.test(ink.words)
      ? form(
          "M180 360Q240 260 320 280 340 220 390 240L430 262 392 280Q390 380 280 384 210 384 180 360z",
          "#fff6ea",
          ink,
        ) + form(disc(372, 256, 8), "#2e2a28", ink, true)
      : "") +
    (/scottie/.test(ink.words)
      ? form(
          "M196 400V330Q190 300 214 300L330 304 344 250 372 268 404 282Q410 312 372 318L366 400H336V364H250V400z",
          "#2b2a2c",
          ink,
        ) + stroke("M342 322L368 326", "#fff6ea", 9)
      : "") +
    (/babushka/.test(ink.words)
      ? form(disc(300, 316, 96), "#fff1dc", ink) +
        form(disc(300, 300, 50), "#f8dcc2", ink) +
        form(disc(284, 296, 6), "#2e2a28", ink, true) +
        form(disc(316, 296, 6), "#2e2a28", ink, true)
      : "")
  );
}

/** An apron with a pocket. */
export function apron(ink: Ink): string {
  return (
    stroke("M240 170Q240 80 300 80T360 170", ink.deep, 12) +
    stroke("M176 300L90 330M424 300L510 330", ink.deep, 12) +
    form("M230 160H370Q376 270 430 290L450 480Q300 520 150 480L170 290Q224 270 230 160z", ink.fill, ink) +
    form("M222 340H378V420Q300 450 222 420z", ink.pale, ink) +
    stroke("M226 356H374", ink.deep, 4)
  );
}

/** A padded oven glove. */
export function ovenGlove(ink: Ink): string {
  return (
    form(
      "M200 480V270Q190 130 300 120 400 126 396 260V300Q420 240 462 262 492 284 460 340 430 400 396 420V480z",
      ink.fill,
      ink,
    ) +
    form(box(186, 430, 226, 70, 14), ink.pale, ink) +
    stroke("M210 440Q180 480 170 420", ink.deep, 9)
  );
}

/** Tea towels folded over a rail. */
export function teaTowels(ink: Ink): string {
  return (
    stroke("M40 140H560", "#a58b62", 18) +
    form("M110 134H300V470H110z", ink.fill, ink) +
    form("M310 134H490V430H310z", ink.pale, ink) +
    `<path d="M110 400H300V424H110zM110 436H300V446H110z" fill="${ink.accent}"/>` +
    `<path d="M310 360H490V384H310zM310 396H490V406H310z" fill="${ink.base}"/>`
  );
}

/** A cushion to kneel on between the beds, its words printed. */
export function kneelingPad(ink: Ink): string {
  const words = /cup of tea/.test(ink.words) ? ["A cup of tea", "first"] : ["KEEP CALM", "and dig on"];
  return (
    shadow(300, 452, 230) +
    form(box(66, 190, 468, 250, 34), ink.fill, ink) +
    form(box(250, 206, 100, 32, 16), ink.deep, ink) +
    form(box(110, 256, 380, 152, 18), ink.pale, ink, true) +
    words.map((line, n) => lettering(line, 300, 326 + n * 56, n ? 40 : 52, ink.deep, 350)).join("")
  );
}

/** An umbrella or parasol, open. */
export function parasol(ink: Ink): string {
  const frill = /edwardian/.test(ink.words);
  const edge =
    "M60 320Q76 110 300 100 524 110 540 320 500 290 460 320 420 290 380 320 340 290 300 320 260 290 220 320 180 290 140 320 100 290 60 320z";
  return (
    stroke("M300 70V470Q300 520 340 516 366 510 362 484", "#8d5a2b", 14) +
    form(edge, ink.fill, ink) +
    stroke(
      "M300 104Q210 180 220 314M300 104Q390 180 380 314M300 104Q130 170 140 316M300 104Q470 170 460 316",
      "#00000022",
      5,
    ) +
    (frill
      ? stroke(
          "M60 326Q100 296 140 326 180 296 220 326 260 296 300 326 340 296 380 326 420 296 460 326 500 296 540 326",
          "#fffaf0",
          14,
        )
      : "") +
    form(disc(300, 84, 14), "#8d5a2b", ink)
  );
}

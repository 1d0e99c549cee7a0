import { box, disc, form, heart, type Ink, shadow, star, stroke } from "../ink.ts";

function tier(cx: number, y: number, r: number, ink: Ink): string {
  return (
    form(
      `M${cx - r} ${y}Q${cx} ${y + 46} ${cx + r} ${y}Q${cx + r - 20} ${y + 34} ${cx} ${y + 36}T${cx - r} ${y}z`,
      ink.fill,
      ink,
    ) +
    form(disc(cx, y, r, r * 0.15), ink.pale, ink) +
    stroke(`M${cx - r} ${y}A${r} ${r * 0.15} 0 0 0 ${cx + r} ${y}`, "#d8a94e", 5)
  );
}

function bun(x: number, y: number, icing: string, ink: Ink): string {
  return (
    form(`M${x - 22} ${y - 20}H${x + 22}L${x + 16} ${y + 12}H${x - 16}z`, "#e3b77a", ink) +
    form(
      `M${x - 27} ${y - 18}Q${x - 26} ${y - 48} ${x} ${y - 50}T${x + 27} ${y - 18}Q${x} ${y - 8} ${x - 27} ${y - 18}z`,
      icing,
      ink,
    ) +
    form(disc(x, y - 52, 7), "#c93a32", ink, true)
  );
}

/** Three plates on a gilt stem, with cakes. */
export function cakestand(ink: Ink): string {
  return (
    shadow(300, 492, 190) +
    stroke("M300 110V470", "#c9973f", 12) +
    `<circle cx="300" cy="92" r="22" fill="none" stroke="#c9973f" stroke-width="9"/>` +
    tier(300, 448, 200, ink) +
    bun(170, 436, "#f3a9bb", ink) +
    bun(430, 436, "#fff4da", ink) +
    tier(300, 328, 152, ink) +
    bun(222, 316, "#fff4da", ink) +
    bun(378, 316, "#f3a9bb", ink) +
    tier(300, 216, 104, ink) +
    bun(262, 206, "#f3a9bb", ink) +
    bun(338, 206, "#fff4da", ink) +
    form("M240 476H360L372 492H228z", "#c9973f", ink)
  );
}

/** One plate on a foot, a cake on it. */
export function cakePlate(ink: Ink): string {
  return (
    shadow(300, 492, 150) +
    form("M270 340H330L348 450H400V490H200V450H252z", ink.fill, ink) +
    form("M180 190H420V318H180z", "#f3d9b1", ink) +
    form(
      "M180 190Q300 150 420 190V236Q400 262 380 236 360 270 336 238 312 272 288 238 262 270 240 236 210 264 180 236z",
      "#fbe6ea",
      ink,
    ) +
    form(disc(300, 166, 16), "#c93a32", ink) +
    form("M96 318H504Q480 356 300 356T96 318z", ink.fill, ink)
  );
}

/** A fairy cake in its paper case, and empty cases beside it. */
export function cakeCases(ink: Ink): string {
  const paper = (x: number, y: number, s: number) =>
    form(`M${x - 110 * s} ${y - 120 * s}H${x + 110 * s}L${x + 78 * s} ${y}H${x - 78 * s}z`, ink.fill, ink) +
    [-72, -36, 0, 36, 72]
      .map((dx) => stroke(`M${x + dx * s} ${y - 116 * s}L${x + dx * 0.72 * s} ${y - 4}`, "#00000022", 3))
      .join("");
  const icing = /mushroom|retrospot/.test(ink.words) ? "#fff4e4" : "#fbe0e6";
  return (
    shadow(300, 492, 210) +
    paper(128, 486, 0.72) +
    paper(472, 486, 0.72) +
    form("M172 330Q150 250 216 238 222 168 300 164 378 168 384 238 450 250 428 330Q300 366 172 330z", icing, ink) +
    stroke("M206 262Q260 300 330 276 372 262 396 244", "#ffffff", 8) +
    form(disc(300, 152, 24), "#c93a32", ink) +
    paper(300, 488, 1.22)
  );
}

/** A cook's things: bowl, whisk, rolling pin. */
export function bakingSet(ink: Ink): string {
  const whisk = `<g transform="rotate(28 400 240)">${form(box(390, 80, 20, 130, 9), "#cba273", ink)}${stroke("M400 208C350 250 360 330 400 336 440 330 450 250 400 208M400 208C382 250 386 320 400 336 414 320 418 250 400 208", "#8a9299", 6)}</g>`;
  return (
    shadow(300, 490, 210) +
    whisk +
    `<g transform="rotate(-24 200 220)">${form(box(110, 190, 200, 56, 22), "#d9b27e", ink)}${form(box(76, 204, 40, 26, 12), "#b98b53", ink)}${form(box(306, 204, 40, 26, 12), "#b98b53", ink)}</g>` +
    form("M110 300H490Q478 484 300 486T110 300z", ink.fill, ink) +
    form(disc(300, 300, 190, 38), ink.pale, ink)
  );
}

/** A clear dispenser with a metal top. */
export function dispenser(ink: Ink): string {
  return (
    shadow(300, 490, 110) +
    form("M212 220H388L400 470Q400 490 380 490H220Q200 490 200 470z", "#e7f0f2", ink) +
    form("M204 340H396L400 470Q400 490 380 490H220Q200 490 200 470z", "#fbfaf6", ink) +
    form("M212 222Q214 150 270 130L330 84 344 100 330 132Q386 152 388 222z", "#c3c8cd", ink) +
    stroke("M240 250L234 460", "#ffffff", 8)
  );
}

/** Old kitchen scales with a dial and a pan. */
export function scales(ink: Ink): string {
  return (
    shadow(300, 492, 170) +
    form("M120 150H480Q470 220 300 222T120 150z", "#cfd4d8", ink) +
    form(box(282, 218, 36, 40), "#9aa1a8", ink) +
    form("M196 254H404L452 470Q452 490 432 490H168Q148 490 148 470z", ink.fill, ink) +
    form(disc(300, 374, 92), "#fffdf6", ink) +
    Array.from(
      { length: 12 },
      (_, n) => `<path d="M300 294v14" stroke="${ink.deep}" stroke-width="5" transform="rotate(${n * 30} 300 374)"/>`,
    ).join("") +
    stroke("M300 374L338 326", "#c93a32", 7) +
    form(disc(300, 374, 10), ink.deep, ink, true)
  );
}

/** Biscuit cutters in the shape their title names. */
export function cutters(ink: Ink): string {
  const outline = (path: string) =>
    `<path d="${path}" fill="#e9c48f"/><path d="${path}" fill="none" stroke="#8f979e" stroke-width="22" stroke-linejoin="round"/><path d="${path}" fill="none" stroke="#dfe4e8" stroke-width="10" stroke-linejoin="round"/>`;
  const man =
    "M300 110C340 110 356 150 340 184 400 190 460 196 460 230 460 262 400 256 366 258 372 320 420 400 396 430 366 458 330 400 300 370 270 400 234 458 204 430 180 400 228 320 234 258 200 256 140 262 140 230 140 196 200 190 260 184 244 150 260 110 300 110z";
  if (/gingerbread/.test(ink.words)) {
    return outline(man) + form(disc(284, 150, 6), "#5b3b26", ink, true) + form(disc(316, 150, 6), "#5b3b26", ink, true);
  }
  if (/heart/.test(ink.words))
    return outline(heart(220, 260, 300)) + outline(heart(420, 380, 210)) + outline(heart(200, 440, 130));
  if (/butterfly/.test(ink.words)) {
    const wing =
      "M300 240Q240 110 150 160 110 260 250 300 150 330 200 410 260 430 300 350 340 430 400 410 450 330 350 300 490 260 450 160 360 110 300 240z";
    return outline(wing);
  }
  return (
    outline(star(210, 230, 130, 62)) +
    outline(heart(420, 270, 200)) +
    outline(disc(230, 430, 74)) +
    outline(star(420, 430, 84, 40, 6))
  );
}

/** Spoons in a fan, with hearts for bowls. */
export function spoons(ink: Ink): string {
  return [-30, -10, 10, 30]
    .map((angle, index) => {
      const body =
        form(box(290, 250, 20, 250, 9), "#d5d9dd", ink) + form(heart(300, 190, 120 - index * 14), "#dfe3e6", ink);
      return `<g transform="rotate(${angle} 300 520)">${body}</g>`;
    })
    .join("")
    .concat(form(disc(300, 490, 24), ink.accent, ink));
}

/** Fork, knife and spoon with painted handles. */
export function cutlery(ink: Ink): string {
  const handle = (x: number) => form(box(x - 24, 280, 48, 220, 22), ink.fill, ink);
  return (
    form("M168 96V180Q168 226 186 236V300H214V236Q232 226 232 180V96H218V176H208V96H192V176H182V96z", "#d5dadf", ink) +
    handle(200) +
    form("M286 90Q336 120 330 300H286z", "#d5dadf", ink) +
    handle(306) +
    form("M414 90C452 90 460 200 428 230V300H400V230C368 200 376 90 414 90z", "#d5dadf", ink) +
    handle(414)
  );
}

/** Fluted jelly moulds. */
export function moulds(ink: Ink): string {
  const one = (x: number, y: number, s: number, fill: string) =>
    `<g transform="translate(${x} ${y}) scale(${s})">${form("M-130 90Q-130 40-100 20-96-40-60-44-50-100 0-102 50-100 60-44 96-40 100 20 130 40 130 90z", fill, ink)}${stroke("M-62-40Q-50 40-66 86M62-40Q50 40 66 86M0-98V86", "#00000026", 7)}${form("M-146 84H146V108H-146z", fill, ink)}</g>`;
  return (
    shadow(300, 492, 225) +
    one(170, 240, 0.72, ink.pale) +
    one(430, 240, 0.72, "#a8c6d8") +
    one(180, 410, 0.78, "#f1c3c8") +
    one(428, 410, 0.78, ink.base)
  );
}

/** Wooden clothes pegs clipped to a line. */
export function clothesPegs(ink: Ink): string {
  return (
    stroke("M10 210Q300 262 590 200", "#b6a88f", 8) +
    [110, 205, 300, 395, 490]
      .map((x, index) => {
        const fill = index % 2 ? ink.fill : ink.pale;
        return `<g transform="rotate(${(index - 2) * 3} ${x} 230)">${form(box(x - 26, 180, 24, 220, 8), fill, ink)}${form(box(x + 2, 180, 24, 220, 8), fill, ink)}${form(box(x - 32, 250, 64, 22, 6), "#9aa1a8", ink)}</g>`;
      })
      .join("")
  );
}

/** A washing-up brush with a wooden handle. */
export function brush(ink: Ink): string {
  return `<g transform="rotate(32 300 300)">${form(box(276, 60, 48, 290, 22), ink.fill, ink)}${form(disc(300, 96, 10), ink.deep, ink, true)}${form("M220 350H380V410H220z", "#cba273", ink)}${Array.from({ length: 9 }, (_, n) => stroke(`M${230 + n * 17.5} 410L${214 + n * 21.5} 490`, "#f2e6cf", 9)).join("")}</g>`;
}

/** A doughnut with icing and sprinkles. */
export function doughnut(ink: Ink): string {
  const sprinkles = Array.from({ length: 16 }, (_, n) => {
    const colour = ["#f0c75e", "#5b8fc0", "#fff6ea", "#7fae7b"][n % 4] ?? "#fff6ea";
    return `<path d="M300 ${158 + (n % 3) * 22}v22" stroke="${colour}" stroke-width="10" stroke-linecap="round" transform="rotate(${n * 22.5} 300 310)"/>`;
  }).join("");
  return (
    form(disc(300, 316, 200), "#dba761", ink) +
    form(disc(300, 306, 180), ink.base, ink) +
    sprinkles +
    form(disc(300, 310, 66), "#dba761", ink) +
    form(disc(300, 312, 52), "#fbf6ea", ink, true)
  );
}

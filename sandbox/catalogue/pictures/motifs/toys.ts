import { box, disc, form, heart, type Ink, shadow, stroke } from "../ink.ts";

/** A rag doll with plaits. */
export function doll(ink: Ink): string {
  const hair = ["#8d5a2b", "#e0b25a", "#3f2b20", "#b5502f"][ink.draw("hair", 4)] ?? "#8d5a2b";
  return (
    stroke("M250 440L236 520M350 440L364 520", "#f5d5b8", 26) +
    stroke("M206 300L140 380M394 300L460 380", "#f5d5b8", 26) +
    form("M230 270H370L440 460Q300 500 160 460z", ink.fill, ink) +
    form("M200 150Q120 210 150 320 176 330 190 300 200 240 230 230z", hair, ink) +
    form("M400 150Q480 210 450 320 424 330 410 300 400 240 370 230z", hair, ink) +
    form(disc(300, 190, 104), "#f8dcc2", ink) +
    form("M196 190Q196 84 300 82T404 190Q360 130 300 132 240 130 196 190z", hair, ink) +
    form(disc(264, 200, 9), "#3b2f2a", ink, true) +
    form(disc(336, 200, 9), "#3b2f2a", ink, true) +
    stroke("M276 236Q300 254 324 236", "#c2505a", 6) +
    `<circle cx="240" cy="226" r="15" fill="#f3a9a4" opacity=".8"/><circle cx="360" cy="226" r="15" fill="#f3a9a4" opacity=".8"/>`
  );
}

/** Little felt things: flowers, hearts, mice, in a group. */
export function felt(ink: Ink): string {
  const stitched = (path: string, fill: string) =>
    `${form(path, fill, ink)}<path d="${path}" fill="none" stroke="#fff8ec" stroke-width="4" stroke-dasharray="10 8" transform="translate(300 300) scale(.86) translate(-300 -300)" opacity="0"/>`;
  if (/mice/.test(ink.words)) {
    const mouse = (y: number, fill: string) =>
      stitched(`M130 ${y}Q180 ${y - 110} 330 ${y - 86} 440 ${y - 60} 470 ${y}z`, fill) +
      form(disc(196, y - 70, 26), "#f5c6c9", ink) +
      form(disc(180, y - 26, 7), "#2e2a28", ink, true) +
      stroke(`M468 ${y - 6}Q540 ${y - 30} 530 ${y - 80}`, ink.deep, 7) +
      stroke(`M270 ${y - 88}V${y}M330 ${y - 84}V${y}M390 ${y - 70}V${y}`, "#fff6ea", 12);
    return mouse(220, "#84b1d6") + mouse(350, "#e98aa4") + mouse(480, "#8fbf86");
  }
  const flower = (x: number, y: number, fill: string) =>
    [0, 72, 144, 216, 288]
      .map((a) => `<g transform="rotate(${a} ${x} ${y})">${form(disc(x, y - 46, 34, 40), fill, ink)}</g>`)
      .join("") + form(disc(x, y, 26), "#f0c75e", ink);
  if (/flower/.test(ink.words))
    return (
      flower(160, 190, "#e0708c") +
      flower(430, 180, "#84b1d6") +
      flower(300, 320, "#e8894a") +
      flower(150, 440, "#9a7bb0") +
      flower(450, 440, "#d6453d")
    );
  return (
    form(heart(190, 250, 230), "#e0708c", ink) +
    form(heart(420, 240, 180), "#84b1d6", ink) +
    form(heart(300, 420, 230), "#efb652", ink)
  );
}

/** A felt cushion with the creature its title names. */
export function cushion(ink: Ink): string {
  const emblem = /owl/.test(ink.words)
    ? form("M220 220L260 246H340L380 220V350Q300 450 220 350z", "#5aa3a3", ink) +
      form(disc(266, 286, 28), "#fff8ec", ink) +
      form(disc(334, 286, 28), "#fff8ec", ink) +
      form(disc(268, 288, 11), "#2e2a28", ink, true) +
      form(disc(332, 288, 11), "#2e2a28", ink, true) +
      form("M288 312H312L300 336z", "#e8a23f", ink)
    : /rabbit/.test(ink.words)
      ? form("M262 260C230 160 250 150 270 170 284 190 290 230 290 256z", "#fdf6ec", ink) +
        form("M338 260C370 160 350 150 330 170 316 190 310 230 310 256z", "#fdf6ec", ink) +
        form(disc(300, 330, 84), "#fdf6ec", ink) +
        form(disc(270, 316, 9), "#2e2a28", ink, true) +
        form(disc(330, 316, 9), "#2e2a28", ink, true) +
        form("M290 340H310L300 352z", "#e0708c", ink)
      : form(
          "M300 300Q240 180 170 230 150 310 290 330 200 350 220 410 270 430 300 370 330 430 380 410 400 350 310 330 450 310 430 230 360 180 300 300z",
          "#e0708c",
          ink,
        ) + stroke("M300 270V400", "#4a3a50", 10);
  return (
    shadow(300, 500, 190) +
    form("M120 140Q300 176 480 140 450 310 490 490 300 456 110 490 150 310 120 140z", ink.fill, ink) +
    emblem
  );
}

/** A doll's room in a fold-out house. */
export function playhouse(ink: Ink): string {
  const room = /kitchen/.test(ink.words) ? "#e4f4ee" : /bedroom/.test(ink.words) ? "#fbe3e8" : "#fbeec6";
  const pieces = /kitchen/.test(ink.words)
    ? form(box(300, 340, 70, 124, 6), "#fffdf6", ink) +
      form(box(380, 386, 90, 78, 6), "#84b1d6", ink) +
      form(disc(425, 380, 22, 10), "#c93a32", ink)
    : /bedroom/.test(ink.words)
      ? form(box(286, 398, 180, 64, 8), "#e98aa4", ink) + form(box(286, 366, 60, 44, 12), "#fffdf6", ink)
      : form(box(290, 376, 176, 60, 18), "#c96a58", ink) + form(box(276, 400, 204, 62, 16), "#d97f6c", ink);
  return (
    shadow(300, 494, 210) +
    form("M80 240L300 90 520 240z", "#c0504a", ink) +
    form(box(104, 236, 392, 254, 4), room, ink) +
    form(box(140, 268, 100, 84, 6), "#bcd9e4", ink) +
    stroke("M190 268V352M140 310H240", "#fffdf6", 6) +
    pieces +
    form(box(140, 400, 90, 66, 6), "#cba273", ink) +
    stroke("M104 466H496", ink.deep, 5)
  );
}

/** Nesting dolls, large to small. */
export function babushka(ink: Ink): string {
  const one = (x: number, s: number, fill: string) =>
    `<g transform="translate(${x} ${492 - 492 * s}) scale(${s})">${form("M0 150C74 150 92 240 74 280 120 330 120 480 60 492H-60C-120 480-120 330-74 280-92 240-74 150 0 150z", fill, ink)}${form(disc(0, 236, 52), "#f8dcc2", ink)}${form(disc(-18, 230, 6), "#2e2a28", ink, true)}${form(disc(18, 230, 6), "#2e2a28", ink, true)}${stroke("M-12 256Q0 266 12 256", "#c2505a", 5)}${form(disc(0, 388, 56), "#f0c75e", ink)}${form(heart(0, 390, 56), "#c93a32", ink, true)}</g>`;
  return (
    shadow(300, 494, 230) +
    one(150, 1, "#c93a32") +
    one(335, 0.8, "#3f7d58") +
    one(470, 0.58, "#e0708c") +
    one(550, 0.36, "#5b8fc0")
  );
}

/** A pig to save in; cakes where the title says so. */
export function moneyBank(ink: Ink): string {
  if (/cake/.test(ink.words)) {
    return (
      shadow(300, 492, 140) +
      form("M172 320Q150 230 220 220 230 150 300 148 370 150 380 220 450 230 428 320z", "#fbe3e8", ink) +
      form(/strawberry/.test(ink.words) ? disc(300, 138, 34) : heart(300, 130, 84), "#c93a32", ink) +
      stroke("M262 236H338", "#5b3b36", 10) +
      form("M160 316H440L404 490H196z", ink.base, ink) +
      [-80, -40, 0, 40, 80].map((dx) => stroke(`M${300 + dx} 322L${300 + dx * 0.76} 484`, "#00000026", 6)).join("")
    );
  }
  return (
    shadow(300, 492, 170) +
    [200, 260, 350, 410].map((x) => form(box(x - 22, 410, 44, 80, 12), ink.base, ink)).join("") +
    stroke("M486 330Q540 320 520 286", ink.deep, 9) +
    form(
      "M120 330C110 220 220 190 320 196 440 200 500 270 490 350 480 430 400 450 300 450S130 430 120 330z",
      ink.fill,
      ink,
    ) +
    form("M190 230Q190 170 246 190L240 226z", ink.base, ink) +
    form(disc(118, 336, 40, 48), ink.pale, ink) +
    form(disc(106, 326, 7), ink.deep, ink, true) +
    form(disc(106, 350, 7), ink.deep, ink, true) +
    form(disc(190, 292, 10), "#2e2a28", ink, true) +
    stroke("M290 216H370", "#3b2f2a", 9)
  );
}

/** A sewing kit: buttons, thread and needle. */
export function sewing(ink: Ink): string {
  const button = (x: number, y: number, r: number, fill: string) =>
    form(disc(x, y, r), fill, ink) +
    [-1, 1]
      .flatMap((dx) =>
        [-1, 1].map((dy) => form(disc(x + dx * r * 0.26, y + dy * r * 0.26, r * 0.1), "#3b2f2a", ink, true)),
      )
      .join("");
  return (
    shadow(300, 494, 180) +
    form(box(110, 290, 380, 200, 24), ink.fill, ink) +
    form(box(110, 250, 380, 70, 24), ink.fill, ink) +
    `<path d="${box(110, 250, 380, 70, 24)}" fill="#fff" opacity=".3"/>` +
    [190, 300]
      .map(
        (x, n) =>
          form(box(x - 46, 120, 92, 18, 6), "#cba273", ink) +
          form(box(x - 36, 138, 72, 96), n ? "#5b8fc0" : "#d6453d", ink) +
          form(box(x - 46, 234, 92, 18, 6), "#cba273", ink),
      )
      .join("") +
    button(410, 196, 54, "#f0c75e") +
    button(190, 404, 40, "#fff6ea") +
    button(300, 410, 32, "#e98aa4") +
    button(402, 400, 44, "#84b1d6")
  );
}

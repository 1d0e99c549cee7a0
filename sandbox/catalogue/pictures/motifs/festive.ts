import { box, disc, form, heart, type Ink, lettering, shadow, star, stroke } from "../ink.ts";

/** Flags on a line. */
export function bunting(ink: Ink): string {
  const row = (y: number, sag: number, first: number) =>
    stroke(`M-10 ${y}Q300 ${y + sag} 610 ${y}`, "#a58b62", 7) +
    [0, 1, 2, 3, 4]
      .map((n) => {
        const x = 60 + n * 120;
        const t = x / 600;
        const top = y + 2 * t * (1 - t) * sag;
        const fills = [ink.fill, ink.pale, ink.fill, ink.base, ink.pale];
        return form(
          `M${x - 52} ${top - 2}L${x + 52} ${top - 2}L${x} ${top + 120}z`,
          fills[(n + first) % 5] ?? ink.fill,
          ink,
        );
      })
      .join("");
  return row(120, 110, 0) + row(320, 110, 2);
}

/** Links of coloured paper. */
export function paperChain(ink: Ink): string {
  const fills = [ink.base, ink.pale, ink.deep, ink.accent];
  return [0, 1]
    .map((row) =>
      [0, 1, 2, 3, 4, 5, 6]
        .map((n) => {
          const x = 36 + n * 88;
          const y = 190 + row * 190 + Math.sin((n / 6) * Math.PI) * 70;
          return `<ellipse cx="${x}" cy="${y}" rx="58" ry="44" fill="none" stroke="${ink.deep}" stroke-opacity=".45" stroke-width="34" transform="rotate(${n % 2 ? 18 : -18} ${x} ${y})"/><ellipse cx="${x}" cy="${y}" rx="58" ry="44" fill="none" stroke="${fills[(n + row) % 4]}" stroke-width="29" transform="rotate(${n % 2 ? 18 : -18} ${x} ${y})"/>`;
        })
        .join(""),
    )
    .join("");
}

/** A striped carton of popcorn. */
export function popcorn(ink: Ink): string {
  const corn = Array.from(
    { length: 22 },
    (_, n) =>
      `<circle cx="${178 + ((n * 61) % 246)}" cy="${232 - ((n * 37) % 92)}" r="${26 + (n % 3) * 5}" fill="${n % 3 ? "#fff4cf" : "#f7dd8c"}" stroke="#c9a24a" stroke-opacity=".5" stroke-width="3"/>`,
  ).join("");
  const stripes = [0, 1, 2, 3]
    .map((n) => `<path d="M${176 + n * 66} 236h33l${-6 + n * 2} 254h-27z" fill="#c93a32"/>`)
    .join("");
  return (
    shadow(300, 492, 130) +
    corn +
    form("M160 232H440L408 490H192z", "#fffaf0", ink) +
    stripes +
    form("M160 232H440L408 490H192z", "none", ink) +
    form(disc(300, 360, 60), "#fffaf0", ink) +
    lettering("POP", 300, 376, 42, "#c93a32", 100)
  );
}

/** Paper plates or cups in a stack. */
export function paperParty(ink: Ink): string {
  if (/cups/.test(ink.words)) {
    const cup = (x: number) =>
      form(`M${x - 84} 230H${x + 84}L${x + 60} 488H${x - 60}z`, ink.fill, ink) +
      form(disc(x, 230, 86, 16), "#fffaf0", ink);
    return shadow(300, 492, 210) + cup(170) + cup(430) + cup(300);
  }
  return (
    shadow(300, 500, 190) +
    [3, 2, 1].map((n) => form(disc(300 + n * 6, 320 + n * 12, 196), "#fffaf0", ink)).join("") +
    form(disc(300, 310, 196), ink.fill, ink) +
    `<circle cx="300" cy="310" r="136" fill="none" stroke="#00000022" stroke-width="5"/>`
  );
}

/** A folded fan of silk. */
export function fan(ink: Ink): string {
  const fills = ["#d6453d", "#e8894a", "#f0c75e", "#7fae7b", "#5b8fc0", "#9a7bb0", "#e0708c"];
  return (
    fills
      .map(
        (fill, n) =>
          `<g transform="rotate(${-78 + n * 26} 300 470)">${form("M300 470L236 150Q300 112 364 150z", fill, ink)}${stroke("M300 470V160", "#6b4a22", 5)}</g>`,
      )
      .join("") + form(disc(300, 468, 20), "#6b4a22", ink)
  );
}

/** Paper parasols for drinks. */
export function cocktailParasols(ink: Ink): string {
  const one = (x: number, y: number, s: number, fill: string) =>
    `<g transform="translate(${x} ${y}) scale(${s}) rotate(12)">${stroke("M0-90V210", "#b98b53", 10)}${form("M-150 0Q-120-110 0-116 120-110 150 0 120-18 100 0 76-20 50 0 26-20 0 0-26-20-50 0-76-20-100 0-120-18-150 0z", fill, ink)}${stroke("M0-112V0M-4-110Q-60-70-52-2M4-110Q60-70 52-2", "#00000022", 5)}</g>`;
  return one(190, 240, 0.92, "#e0708c") + one(420, 210, 0.86, "#5aa3a3") + one(310, 350, 1, "#f0c75e");
}

/** A Christmas tree of wood or felt. */
export function christmasTree(ink: Ink): string {
  return (
    stroke("M300 20V90", "#9b8f80", 5) +
    form(box(272, 430, 56, 60, 6), "#8d5a2b", ink) +
    form("M300 80L400 230H356L440 340H392L480 450H120L208 340H160L244 230H200z", ink.fill, ink) +
    form(star(300, 92, 40), "#efc04f", ink) +
    [
      [260, 250, "#efc04f"],
      [340, 300, "#fff6ea"],
      [230, 390, "#fff6ea"],
      [320, 400, "#efc04f"],
      [396, 410, "#fff6ea"],
    ]
      .map(([x, y, fill]) => form(disc(Number(x), Number(y), 15), String(fill), ink))
      .join("")
  );
}

/** An angel or fairy for the top of the tree. */
export function angel(ink: Ink): string {
  return (
    form("M230 270C120 180 60 260 90 340 130 390 210 360 250 330z", "#fffaf0", ink) +
    form("M370 270C480 180 540 260 510 340 470 390 390 360 350 330z", "#fffaf0", ink) +
    form("M256 250H344L430 490H170z", ink.fill, ink) +
    form(disc(300, 190, 68), "#f8dcc2", ink) +
    form("M232 190Q236 110 300 112T368 190Q330 150 300 156 270 150 232 190z", "#d9a441", ink) +
    `<ellipse cx="300" cy="92" rx="62" ry="15" fill="none" stroke="#e7bd4b" stroke-width="9"/>` +
    form(disc(278, 196, 7), "#3b2f2a", ink, true) +
    form(disc(322, 196, 7), "#3b2f2a", ink, true) +
    stroke("M286 218Q300 230 314 218", "#c2505a", 5) +
    form(heart(300, 330, 60), "#c93a32", ink, true)
  );
}

/** Crackers, crossed or giant. */
export function crackers(ink: Ink): string {
  const one = (x: number, y: number, angle: number, s: number) =>
    `<g transform="translate(${x} ${y}) rotate(${angle}) scale(${s})">${form("M-230-70L-190-30-160-60-140-20V20L-160 60-190 30-230 70z", ink.pale, ink)}${form("M230-70L190-30 160-60 140-20V20L160 60 190 30 230 70z", ink.pale, ink)}${form(box(-140, -64, 280, 128, 18), ink.fill, ink)}${stroke("M-140-40V40M140-40V40", "#e7bd4b", 14)}${form(star(0, 0, 44), "#e7bd4b", ink)}</g>`;
  return /giant/.test(ink.words)
    ? one(300, 310, -24, 1.15)
    : one(300, 190, -12, 0.86) + one(300, 320, 8, 0.86) + one(300, 446, -6, 0.86);
}

/** A stocking to fill. */
export function stocking(ink: Ink): string {
  return (
    stroke("M380 90Q420 60 400 120", "#8d5a2b", 10) +
    form("M220 150H400V330Q410 380 340 440 250 520 160 480 110 440 150 390 210 370 220 320z", ink.fill, ink) +
    form(box(200, 110, 220, 90, 24), "#fffaf0", ink) +
    form("M160 480Q110 440 150 390 200 400 214 484 186 494 160 480z", "#e7bd4b", ink)
  );
}

/** Sleigh bells on a strap. */
export function bells(ink: Ink): string {
  const bell = (x: number, y: number, s: number) =>
    form(disc(x, y, 62 * s), "#d3d7da", ink) +
    stroke(`M${x - 40 * s} ${y + 14 * s}H${x + 40 * s}`, "#5d656c", 9 * s) +
    form(disc(x, y + 16 * s, 11 * s), "#5d656c", ink, true);
  return (
    stroke("M300 20V120", "#9b8f80", 8) +
    form("M270 110H330L350 480H250z", "#a5402f", ink) +
    bell(300, 190, 1.1) +
    bell(230, 300, 1) +
    bell(370, 300, 1) +
    bell(300, 410, 1.2) +
    form(
      "M300 110C262 66 214 80 222 112 230 146 270 136 300 114 330 136 370 146 378 112 386 80 338 66 300 110z",
      "#c93a32",
      ink,
    )
  );
}

/** A wrapped present: what a gift shop shows when it knows no better. */
export function present(ink: Ink): string {
  return (
    shadow(300, 494, 180) +
    form(box(130, 250, 340, 240, 10), ink.fill, ink) +
    form(box(112, 206, 376, 70, 10), ink.fill, ink) +
    form(box(270, 206, 60, 284), ink.accent, ink) +
    form(
      "M300 206C240 110 150 120 160 172 170 216 250 212 300 206 350 212 430 216 440 172 450 120 360 110 300 206z",
      ink.accent,
      ink,
    )
  );
}

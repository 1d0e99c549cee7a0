import { box, disc, form, heart, type Ink, lettering, shadow, stroke } from "../ink.ts";

/** Round tins, the smaller on the larger. */
export function cakeTins(ink: Ink): string {
  const tin = (y: number, r: number, h: number, fill: string) =>
    form(`M${300 - r} ${y}V${y + h}Q300 ${y + h + 34} ${300 + r} ${y + h}V${y}z`, fill, ink) +
    form(`M${300 - r - 5} ${y - 14}V${y + 14}Q300 ${y + 50} ${300 + r + 5} ${y + 14}V${y - 14}z`, ink.pale, ink) +
    form(disc(300, y - 14, r + 5, 26), fill, ink);
  return (
    shadow(300, 496, 190) + tin(372, 190, 104, ink.fill) + tin(270, 150, 76, ink.fill) + tin(182, 112, 64, ink.fill)
  );
}

/** Upright caddies in a row, lettered. */
export function caddies(ink: Ink): string {
  const names = /sugar/.test(ink.words) ? ["Tea", "Coffee", "Sugar"] : ["", "", ""];
  return (
    shadow(300, 490, 225) +
    [130, 300, 470]
      .map((x, index) => {
        const label = names[index] ?? "";
        return (
          form(box(x - 74, 232, 148, 256, 10), ink.fill, ink) +
          form(box(x - 78, 206, 156, 40, 10), ink.pale, ink) +
          form(disc(x, 200, 16, 11), ink.deep, ink) +
          form(box(x - 56, 318, 112, 74, 10), ink.pale, ink, true) +
          (label ? lettering(label, x, 366, 32, ink.deep, 100) : form(heart(x, 356, 50), ink.deep, ink, true))
        );
      })
      .join("")
  );
}

/** Six little tins in two rows. */
export function smallTins(ink: Ink): string {
  return (
    shadow(300, 490, 215) +
    [0, 1, 2, 3, 4, 5]
      .map((index) => {
        const x = 150 + (index % 3) * 150;
        const y = index < 3 ? 200 : 356;
        return (
          form(box(x - 62, y, 124, 132, 10), index % 2 ? ink.pale : ink.fill, ink) +
          form(box(x - 66, y - 18, 132, 34, 9), ink.deep, ink) +
          form(box(x - 42, y + 48, 84, 44, 8), "#fffaf0", ink, true) +
          stroke(`M${x - 28} ${y + 64}h56M${x - 28} ${y + 78}h36`, ink.deep, 4)
        );
      })
      .join("")
  );
}

/** One large tin with a hinged lid. */
export function tin(ink: Ink): string {
  return (
    shadow(300, 494, 190) +
    form("M120 250V464Q300 520 480 464V250z", ink.fill, ink) +
    form("M110 214V262Q300 318 490 262V214z", ink.fill, ink) +
    `<path d="M110 214V262Q300 318 490 262V214z" fill="${ink.deep}" opacity=".16"/>` +
    form(disc(300, 214, 190, 44), ink.pale, ink) +
    form(disc(300, 196, 22, 14), ink.deep, ink)
  );
}

/** A flat tin of plasters, three of them peeping out. */
export function plasters(ink: Ink): string {
  const strip = (x: number, y: number, angle: number) =>
    `<g transform="rotate(${angle} ${x} ${y})">${form(box(x - 30, y - 110, 60, 190, 28), ink.fill, ink)}${form(box(x - 24, y - 40, 48, 52, 6), "#fff7ea", ink, true)}</g>`;
  return (
    shadow(300, 490, 180) +
    strip(210, 250, -16) +
    strip(300, 226, 2) +
    strip(392, 250, 17) +
    form(box(130, 276, 340, 214, 26), ink.fill, ink) +
    form(box(186, 336, 228, 94, 14), "#fffaf0", ink, true) +
    `<path d="M286 350h28v20h20v28h-20v20h-28v-20h-20v-28h20z" fill="#c93a32"/>`
  );
}

/** A jar of jam under a cloth cap; a making set brings labels. */
export function jamJar(ink: Ink): string {
  const lid = /green lid/.test(ink.words) ? "#7fae7b" : /pink lid/.test(ink.words) ? "#ea9ab0" : "";
  const jar = (x: number, s: number, jam: string) =>
    `<g transform="translate(${x} ${490 - 490 * s}) scale(${s})">` +
    form("M206 236Q176 262 176 300V456Q176 490 212 490H388Q424 490 424 456V300Q424 262 394 236z", "#eef4f2", ink) +
    form("M178 290H422V456Q422 488 388 488H212Q178 488 178 456z", jam, ink) +
    form(box(220, 340, 160, 96, 10), "#fffaf0", ink, true) +
    form(heart(300, 386, 58), jam, ink, true) +
    (lid
      ? form(box(194, 200, 212, 46, 10), lid, ink)
      : form(
          "M168 262Q190 186 300 180 410 186 432 262 410 248 388 266 366 246 344 268 322 248 300 268 278 248 256 268 234 246 212 266 190 248 168 262z",
          ink.fill,
          ink,
        ) + stroke("M196 246Q300 270 404 246", "#c93a32", 7)) +
    "</g>";
  return /set/.test(ink.words)
    ? shadow(300, 492, 220) + jar(-60, 0.68, "#d9923a") + jar(248, 0.68, "#7b2f4d") + jar(48, 0.84, "#b8323c")
    : shadow(300, 492, 130) + jar(0, 1, "#b8323c");
}

/** A lidded box with a card or two inside. */
export function recipeBox(ink: Ink): string {
  const cards = /recipe/.test(ink.words)
    ? [0, 1, 2]
        .map((n) => form(box(170 + n * 24, 170 + n * 18, 220, 160, 8), ["#fffaf0", "#f6e6cd", "#fdf2dd"][n] ?? "", ink))
        .join("")
    : "";
  return (
    shadow(300, 492, 190) +
    (cards || form("M126 270L160 190H440L474 270z", ink.pale, ink)) +
    form(box(120, 270, 360, 220, 14), ink.fill, ink) +
    form(box(196, 340, 208, 84, 12), "#fffaf0", ink, true) +
    (/recipe/.test(ink.words)
      ? lettering("Recipes", 300, 396, 44, ink.deep, 180)
      : form(heart(300, 384, 66), ink.base, ink, true))
  );
}

/** A small pot with a domed lid and a knob. */
export function trinketPot(ink: Ink): string {
  return (
    shadow(300, 488, 150) +
    form("M150 320H450Q470 486 300 488T150 320z", ink.fill, ink) +
    form("M136 322Q150 190 300 186T464 322Q300 356 136 322z", ink.fill, ink) +
    `<path d="M136 322Q150 190 300 186T464 322Q300 356 136 322z" fill="#fff" opacity=".22"/>` +
    form(heart(300, 168, 66), "#d65a74", ink)
  );
}

/** A rounded bread bin, lettered. */
export function breadBin(ink: Ink): string {
  const label = /dog/.test(ink.words) ? "Dog" : /cat/.test(ink.words) ? "Cat" : "Bread";
  return (
    shadow(300, 492, 210) +
    form(box(262, 158, 76, 30, 14), ink.deep, ink) +
    form("M110 260Q110 180 190 180H410Q490 180 490 260V280H110z", ink.fill, ink) +
    form(box(104, 276, 392, 214, 18), ink.fill, ink) +
    stroke("M104 280H496", ink.deep, 6) +
    lettering(label, 300, 412, 86, ink.deep, 330)
  );
}

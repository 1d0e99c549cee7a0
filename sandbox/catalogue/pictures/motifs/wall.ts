import { box, disc, form, heart, type Ink, lettering, linesOf, shadow, stroke } from "../ink.ts";

const STRING = "#9b8f80";

/** A slate or board with a frame, a chalk word on it. */
export function chalkboard(ink: Ink): string {
  if (/heart/.test(ink.words)) {
    return (
      stroke("M200 200Q300 20 400 200", "#b79a6c", 8) +
      form(heart(300, 320, 420), "#4d565c", ink) +
      lettering("Love", 300, 320, 84, "#f4f1e8", 220)
    );
  }
  const framed = !/slate/.test(ink.words);
  return (
    stroke("M180 170Q300 40 420 170", "#b79a6c", 8) +
    form(box(90, 160, 420, 310, 12), framed ? ink.fill : "#4d565c", ink) +
    (framed ? form(box(126, 196, 348, 238, 6), /memo/.test(ink.words) ? ink.pale : "#3d4549", ink) : "") +
    (/memo/.test(ink.words)
      ? stroke("M126 196L474 434M474 196L126 434", ink.deep, 8) + form(box(210, 250, 120, 90), "#fffdf6", ink)
      : lettering(framed ? "Welcome" : "Hello", 300, 338, 80, "#f4f1e8", 290))
  );
}

/** A frame with a small landscape in it. */
export function frame(ink: Ink): string {
  if (/record/.test(ink.words)) {
    return (
      form(box(110, 110, 380, 380, 6), ink.base, ink) +
      form(box(142, 142, 316, 316), "#d8574b", ink, true) +
      form(disc(300, 300, 140), "#232224", ink) +
      `<circle cx="300" cy="300" r="104" fill="none" stroke="#4a484b" stroke-width="3"/><circle cx="300" cy="300" r="76" fill="none" stroke="#4a484b" stroke-width="3"/>` +
      form(disc(300, 300, 46), "#f0c75e", ink, true) +
      form(disc(300, 300, 8), "#232224", ink, true)
    );
  }
  const wide = ink.draw("frame", 2) === 0;
  const [x, y, w, h] = wide ? [90, 150, 420, 320] : [140, 90, 320, 410];
  const sky = ["#bcd9e4", "#f6d9b8", "#d9e5c8"][ink.draw("sky", 3)] ?? "#bcd9e4";
  return (
    shadow(300, y + h + 6, w / 2) +
    form(box(x, y, w, h, 8), ink.fill, ink) +
    form(box(x + 22, y + 22, w - 44, h - 44, 4), ink.pale, ink) +
    form(box(x + 56, y + 56, w - 112, h - 112), sky, ink, true) +
    `<path d="M${x + 56} ${y + h - 56}V${y + h * 0.62}q${w * 0.2} ${-h * 0.2} ${w * 0.4} 0t${w - 112 - w * 0.4} ${-h * 0.06}V${y + h - 56}z" fill="#86a86f"/>` +
    `<circle cx="${x + w * 0.66}" cy="${y + h * 0.36}" r="26" fill="#fff3c4"/>`
  );
}

/** A wall sign that says what its title says. */
export function sign(ink: Ink): string {
  const said = ink.title
    .replace(/\b(?:Blue |French )?Metal Sign\b|\bSign\b|\bMetal\b/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toUpperCase();
  const lines = linesOf(said, said.length > 22 ? 12 : 10);
  const palettes = [
    ["#2f4a7a", "#fdf6e6"],
    ["#b8322c", "#fff6ea"],
    ["#fbf3df", "#3b3a3c"],
    ["#2f6b4d", "#fdf3d8"],
    ["#f0c75e", "#4a3312"],
    ["#3b3a3c", "#f7e9c4"],
  ] as const;
  const [ground, letters] = palettes[ink.draw("sign", palettes.length)] ?? palettes[0];
  const size = lines.length > 3 ? 54 : 66;
  const height = Math.max(200, lines.length * (size + 14) + 96);
  const top = 310 - height / 2;
  return (
    stroke(`M170 ${top + 20}L300 ${top - 90} 430 ${top + 20}`, STRING, 6) +
    form(disc(300, top - 92, 10), "#8f8577", ink) +
    form(box(90, top, 420, height, 18), ground, ink) +
    `<path d="${box(106, top + 16, 388, height - 32, 10)}" fill="none" stroke="${letters}" stroke-width="4"/>` +
    lines
      .map((line, index) =>
        lettering(
          line,
          300,
          310 - ((lines.length - 1) * (size + 14)) / 2 + index * (size + 14) + size * 0.34,
          size,
          letters,
          350,
        ),
      )
      .join("")
  );
}

/** A round wall clock. */
export function wallClock(ink: Ink): string {
  return form(disc(300, 300, 210), ink.fill, ink) + clockFace(300, 300, 162, ink);
}

/** A twin-bell alarm clock. */
export function alarmClock(ink: Ink): string {
  return (
    shadow(300, 494, 140) +
    stroke("M204 440L160 490M396 440L440 490", ink.deep, 20) +
    stroke("M262 120Q300 70 338 120", ink.deep, 12) +
    form("M120 190Q130 100 220 104 250 120 256 146z", ink.base, ink) +
    form("M480 190Q470 100 380 104 350 120 344 146z", ink.base, ink) +
    form(disc(300, 310, 180), ink.fill, ink) +
    clockFace(300, 310, 136, ink)
  );
}

function clockFace(cx: number, cy: number, r: number, ink: Ink): string {
  return (
    form(disc(cx, cy, r), "#fffdf6", ink) +
    Array.from(
      { length: 12 },
      (_, hour) =>
        `<path d="M${cx} ${cy - r + 12}v${hour % 3 ? 12 : 24}" stroke="#3b3533" stroke-width="${hour % 3 ? 5 : 8}" transform="rotate(${hour * 30} ${cx} ${cy})"/>`,
    ).join("") +
    stroke(`M${cx} ${cy}L${cx - r * 0.36} ${cy - r * 0.34}`, "#3b3533", 11) +
    stroke(`M${cx} ${cy}L${cx + r * 0.46} ${cy - r * 0.5}`, "#3b3533", 7) +
    form(disc(cx, cy, 11), "#c93a32", ink, true)
  );
}

/** A row of hooks on a board. */
export function hooks(ink: Ink): string {
  const balls = /gumball/.test(ink.words);
  const fills = ["#d6453d", "#f0c75e", "#5b8fc0", "#7fae7b", "#e98aa4"];
  const count = /3 hook/.test(ink.words) ? 3 : /four|4/.test(ink.words) ? 4 : 5;
  const gap = 400 / count;
  return (
    (/photo shelf/.test(ink.words)
      ? form(box(70, 170, 460, 34, 6), ink.fill, ink) +
        form(box(150, 92, 84, 80), ink.pale, ink) +
        form(box(330, 102, 100, 70), ink.pale, ink)
      : "") +
    form(box(70, 210, 460, 90, 16), ink.fill, ink) +
    Array.from({ length: count }, (_, n) => {
      const x = 100 + gap / 2 + n * gap;
      return (
        stroke(`M${x} 260V352Q${x} 396 ${x + 34} 390`, ink.deep, 15) +
        (balls ? form(disc(x, 256, 30), fills[n] ?? "", ink) : form(heart(x, 256, 52), ink.accent, ink)) +
        form(disc(x + 36, 388, balls ? 20 : 12), balls ? (fills[n] ?? "") : ink.deep, ink)
      );
    }).join("")
  );
}

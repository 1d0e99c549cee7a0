import { box, disc, form, heart, type Ink, lettering, shadow, star, stroke } from "../ink.ts";

/** Playing cards in a fan. */
export function cards(ink: Ink): string {
  const face = (n: number) =>
    form(box(206, 130, 190, 270, 14), n === 2 ? "#fffdf6" : ink.fill, ink) +
    (n === 2 ? form(heart(300, 262, 110), "#c93a32", ink, true) + lettering("Q", 236, 184, 46, "#c93a32", 60) : "");
  return [-24, -8, 12].map((angle, n) => `<g transform="rotate(${angle} 300 560)">${face(n)}</g>`).join("");
}

/** A board with a game on it; dominoes lie in a row. */
export function game(ink: Ink): string {
  if (/domino/.test(ink.words)) {
    const tile = (x: number, y: number, angle: number, top: number, low: number) => {
      const dots = (cy: number, n: number) =>
        Array.from({ length: n }, (_, i) =>
          form(disc(x - 22 + (i % 2) * 44, cy - 22 + Math.floor(i / 2) * 30, 8), "#fffdf6", ink, true),
        ).join("");
      return `<g transform="rotate(${angle} ${x} ${y})">${form(box(x - 56, y - 116, 112, 232, 14), /picture/.test(ink.words) ? "#c98b4d" : "#33302f", ink)}${stroke(`M${x - 44} ${y}h88`, "#fffdf6", 4)}${dots(y - 58, top)}${dots(y + 58, low)}</g>`;
    };
    return shadow(300, 500, 190) + tile(170, 350, -14, 3, 5) + tile(310, 300, 6, 4, 2) + tile(446, 360, 18, 1, 6);
  }
  const cells = Array.from({ length: 25 }, (_, n) => {
    const fills = ["#fffaf0", "#f0c75e", "#e98a7a", "#8fbf9a", "#84b1d6"];
    return (
      form(box(118 + (n % 5) * 73, 128 + Math.floor(n / 5) * 73, 70, 70, 4), fills[(n * 7) % 5] ?? "", ink, true) +
      (/bingo/.test(ink.words)
        ? lettering(String(((n * 17) % 74) + 1), 153 + (n % 5) * 73, 176 + Math.floor(n / 5) * 73, 34, "#4a3a30", 60)
        : "")
    );
  }).join("");
  const ladders = /snakes/.test(ink.words)
    ? stroke("M180 460L260 200M220 470L300 210M194 420h40M210 366h40M228 308h40M246 250h40", "#8d5a2b", 10) +
      stroke("M420 150Q340 210 430 270T400 440", "#3f7d58", 20) +
      form(disc(424, 150, 17), "#3f7d58", ink)
    : "";
  return form(box(100, 110, 400, 400, 14), "#8d5a2b", ink) + cells + ladders;
}

/** A harmonica and its box. */
export function harmonica(ink: Ink): string {
  return (
    `<g transform="rotate(-10 300 310)">` +
    form(box(90, 320, 420, 120, 14), ink.base, ink) +
    form(box(80, 190, 440, 110, 26), "#d5dadf", ink) +
    form(box(110, 218, 380, 54, 14), ink.base, ink) +
    Array.from({ length: 9 }, (_, n) => form(box(126 + n * 40, 232, 26, 28, 4), "#2e2a28", ink, true)).join("") +
    lettering("Harmonica", 300, 396, 52, ink.accent, 340) +
    "</g>"
  );
}

/** Spinning tops in bright stripes. */
export function spinningTops(ink: Ink): string {
  const top = (x: number, y: number, s: number, fills: readonly string[]) =>
    `<g transform="translate(${x} ${y}) scale(${s}) rotate(8)">${form(box(-9, -120, 18, 60, 8), "#cba273", ink)}${form("M-110-30Q-100-70 0-70T110-30Q90 30 0 100-90 30-110-30z", fills[0] ?? "", ink)}${form("M-104-18H104Q92 6 74 26H-74Q-92 6-104-18z", fills[1] ?? "", ink, true)}${form("M-44 58H44L0 100z", fills[2] ?? "", ink, true)}</g>`;
  return (
    shadow(180, 470, 60) +
    shadow(420, 470, 60) +
    top(180, 390, 0.9, ["#d6453d", "#f0c75e", "#5b8fc0"]) +
    top(420, 390, 0.9, ["#5b8fc0", "#fff3e2", "#d6453d"]) +
    top(300, 220, 0.86, ["#7fae7b", "#e98aa4", "#f0c75e"])
  );
}

/** Wooden soldiers in a row. */
export function skittles(ink: Ink): string {
  return (
    shadow(300, 492, 220) +
    [120, 240, 360, 480]
      .map(
        (x, n) =>
          form(
            `M${x - 44} 486Q${x - 54} 360 ${x - 30} 300H${x + 30}Q${x + 54} 360 ${x + 44} 486z`,
            n % 2 ? "#2f4a7a" : "#c93a32",
            ink,
          ) +
          stroke(`M${x - 34} 330L${x + 38} 430M${x + 34} 330L${x - 38} 430`, "#fffdf6", 8) +
          form(disc(x, 268, 40), "#f5d5b8", ink) +
          form(box(x - 38, 160, 76, 86, 24), "#2e2a28", ink) +
          form(disc(x - 13, 264, 5), "#2e2a28", ink, true) +
          form(disc(x + 13, 264, 5), "#2e2a28", ink, true),
      )
      .join("")
  );
}

/** Milk bottles in a crate. */
export function milkBottles(ink: Ink): string {
  return (
    shadow(300, 494, 200) +
    [160, 255, 350, 445]
      .map(
        (x) =>
          form(
            `M${x - 22} 150H${x + 18}V210Q${x + 40} 240 ${x + 40} 280V420H${x - 44}V280Q${x - 44} 240 ${x - 22} 210z`,
            "#f6f9f8",
            ink,
          ) +
          form(box(x - 28, 134, 52, 26, 8), ["#d6453d", "#5b8fc0", "#7fae7b", "#f0c75e"][(x - 160) / 95] ?? "", ink),
      )
      .join("") +
    form(box(92, 340, 416, 150, 8), "#cba273", ink) +
    stroke("M92 390H508M92 440H508", "#85602f", 4) +
    lettering("MILK", 300, 434, 60, "#6b4a22", 220)
  );
}

/** A glider of balsa wood. */
export function glider(ink: Ink): string {
  return (
    `<g transform="rotate(-18 300 300)">` +
    form("M90 290H480Q520 300 480 316H90z", "#dbb680", ink) +
    form("M250 90H340L390 290V316L340 510H250L290 316V290z", "#efd3a4", ink) +
    form("M100 230H150L170 290V316L150 372H100L116 316V290z", "#efd3a4", ink) +
    [170, 430]
      .map(
        (y) =>
          form(disc(318, y, 30), "#2f4a7a", ink, true) +
          form(disc(318, y, 20), "#fffdf6", ink, true) +
          form(disc(318, y, 10), "#c93a32", ink, true),
      )
      .join("") +
    "</g>"
  );
}

/** A skipping rope, or a cup and ball on a cord. */
export function ropeToy(ink: Ink): string {
  const handle = (x: number, y: number, angle: number) =>
    `<g transform="rotate(${angle} ${x} ${y})">${form(box(x - 20, y - 90, 40, 170, 18), "#cba273", ink)}${form(box(x - 20, y - 40, 40, 22), "#c93a32", ink, true)}${form(box(x - 20, y + 10, 40, 22), "#5b8fc0", ink, true)}</g>`;
  if (/catch cup|knitting/.test(ink.words)) {
    return (
      shadow(300, 494, 110) +
      form(
        "M210 190H390Q380 300 330 320V470Q330 490 310 490H290Q270 490 270 470V320Q220 300 210 190z",
        "#d9b27e",
        ink,
      ) +
      form(box(226, 212, 148, 22), "#c93a32", ink, true) +
      stroke("M330 400Q470 430 450 250", "#8f8577", 6) +
      form(disc(446, 218, 44), "#c93a32", ink)
    );
  }
  return (
    stroke("M170 400C60 120 300 60 300 250S540 120 430 400", "#efe0c2", 18) +
    stroke("M170 400C60 120 300 60 300 250S540 120 430 400", "#b79a6c", 3) +
    handle(176, 430, 12) +
    handle(424, 430, -12)
  );
}

/** A flat paint tin with a brush. */
export function paints(ink: Ink): string {
  const fills = ["#d6453d", "#e8894a", "#f0c75e", "#7fae7b", "#5b8fc0", "#9a7bb0", "#77503b", "#33302f"];
  return (
    form(box(90, 150, 420, 300, 26), ink.fill, ink) +
    form(box(120, 180, 360, 170, 14), "#fffdf6", ink) +
    fills.map((fill, n) => form(disc(176 + (n % 4) * 83, 226 + Math.floor(n / 4) * 78, 32), fill, ink)).join("") +
    form(box(130, 386, 270, 20, 9), "#cba273", ink) +
    form("M400 380Q460 384 476 396 460 410 400 412z", "#5b3b26", ink) +
    form(star(440, 420, 0.1), "none", ink, true)
  );
}

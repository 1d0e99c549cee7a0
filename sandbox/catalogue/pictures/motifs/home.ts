import { box, disc, form, heart, type Ink, lettering, linesOf, shadow, star, stroke } from "../ink.ts";

const STRING = "#9b8f80";

/** A heart on a ribbon; wicker ones are woven, sets hang in threes. */
export function hangingHeart(ink: Ink): string {
  const weave = /wicker/.test(ink.words)
    ? `<g clip-path="url(#inner)">${Array.from({ length: 16 }, (_, n) => stroke(`M${20 + n * 40} 90L${-60 + n * 40} 540M${-60 + n * 40} 90L${20 + n * 40} 540`, ink.deep, 4)).join("")}</g><clipPath id="inner"><path d="${heart(300, 316, 400)}"/></clipPath>`
    : "";
  const trellis = /trellis|rustic/.test(ink.words)
    ? `<path d="${heart(300, 316, 280)}" fill="none" stroke="${ink.deep}" stroke-width="8" stroke-dasharray="14 12"/>`
    : "";
  if (/set of 3|3 hearts|decorations/.test(ink.words)) {
    const one = (x: number, y: number, s: number, fill: string) =>
      stroke(`M${x} 20V${y - s * 0.28}`, STRING, 5) + form(heart(x, y, s), fill, ink);
    return one(140, 250, 170, ink.fill) + one(300, 380, 190, ink.pale) + one(460, 270, 170, ink.fill);
  }
  return (
    stroke("M300 20V212", STRING, 6) +
    form(heart(300, 316, 400), ink.fill, ink) +
    weave +
    trellis +
    form(
      "M300 140C272 108 238 116 242 140 246 164 276 158 300 142 324 158 354 164 358 140 362 116 328 108 300 140z",
      ink.accent === ink.base ? "#c93a32" : ink.accent,
      ink,
    )
  );
}

/** A five-pointed star of wicker or wood on a string. */
export function hangingStar(ink: Ink): string {
  return (
    stroke("M300 20V120", STRING, 6) +
    form(star(300, 320, 210, 96), ink.fill, ink) +
    `<path d="${star(300, 320, 150, 68)}" fill="none" stroke="${ink.deep}" stroke-opacity=".5" stroke-width="7" stroke-dasharray="16 12"/>`
  );
}

/** A small bird; hanging ones on a string, ornaments on their feet. */
export function bird(ink: Ink): string {
  const hanging = /hanging/.test(ink.words);
  return (
    (hanging
      ? stroke("M300 20V210", STRING, 5)
      : shadow(300, 490, 130) + stroke("M276 430L266 488M330 430L340 488", "#b8863e", 10)) +
    form("M60 340L190 300 170 380z", ink.base, ink) +
    form(
      "M150 350C150 240 250 200 330 216 350 150 440 150 456 222L506 246 456 262C460 380 380 440 290 436 200 432 150 400 150 350z",
      ink.fill,
      ink,
    ) +
    form("M218 310C270 270 350 290 372 330 340 390 250 392 218 310z", ink.pale, ink) +
    form("M454 222L508 246 456 258z", "#e8a23f", ink) +
    form(disc(414, 216, 11), "#2e2a28", ink, true) +
    (hanging ? form(heart(300, 320, 60), ink.accent, ink, true) : "")
  );
}

/** Three owls, one below the other on strings. */
export function owls(ink: Ink): string {
  return [
    [150, 240, "#5aa3a3"],
    [300, 340, "#e0708c"],
    [450, 250, "#efb652"],
  ]
    .map(([x, y, fill]) => {
      const [cx, cy] = [Number(x), Number(y)];
      return (
        stroke(`M${cx} 20V${cy - 80}`, STRING, 5) +
        form(
          `M${cx - 66} ${cy - 84}L${cx - 34} ${cy - 64}H${cx + 34}L${cx + 66} ${cy - 84}V${cy + 40}Q${cx} ${cy + 130} ${cx - 66} ${cy + 40}z`,
          String(fill),
          ink,
        ) +
        form(disc(cx - 27, cy - 20, 27), "#fff8ec", ink) +
        form(disc(cx + 27, cy - 20, 27), "#fff8ec", ink) +
        form(disc(cx - 24, cy - 18, 11), "#2e2a28", ink, true) +
        form(disc(cx + 24, cy - 18, 11), "#2e2a28", ink, true) +
        form(`M${cx - 10} ${cy + 6}H${cx + 10}L${cx} ${cy + 26}z`, "#e8a23f", ink)
      );
    })
    .join("");
}

/** Letter blocks that spell a word. */
export function wordBlocks(ink: Ink): string {
  const word = (/^(\w+)/.exec(ink.title)?.[1] ?? "Home").toUpperCase().slice(0, 4);
  const fills = ["#f6ecd8", "#dfe7e2", "#f3dcd3", "#e6e3d0"];
  return (
    shadow(300, 490, 235) +
    [...word]
      .map(
        (letter, n) =>
          form(box(66 + n * 118, 360 - (n % 2) * 14, 114, 128 + (n % 2) * 14, 8), fills[n] ?? "", ink) +
          lettering(letter, 123 + n * 118, 456, 92, "#6b4f3c", 90),
      )
      .join("")
  );
}

/** A little chest of drawers. */
export function drawers(ink: Ink): string {
  const rows = /2 drawer/.test(ink.words) ? 2 : 3;
  const h = 300 / rows;
  return (
    shadow(300, 494, 190) +
    form(box(112, 140, 376, 350, 12), ink.fill, ink) +
    form(box(96, 122, 408, 34, 10), ink.fill, ink) +
    Array.from(
      { length: rows },
      (_, n) =>
        form(box(140, 170 + n * h, 320, h - 16, 8), ink.pale, ink) +
        form(heart(300, 170 + n * h + h / 2 - 8, 44), /sweetheart/.test(ink.words) ? "#d65a74" : ink.deep, ink),
    ).join("")
  );
}

/** A knob on the front of a drawer. */
export function knobs(ink: Ink): string {
  const clear = /acrylic|clear/.test(ink.words);
  const facets = Array.from(
    { length: 8 },
    (_, n) => `<path d="M300 300V172" stroke="#9fb6bd" stroke-width="3" transform="rotate(${n * 45} 300 300)"/>`,
  );
  return (
    form(box(56, 130, 488, 350, 14), "#fbf6ec", ink) +
    `<path d="${box(84, 158, 432, 294, 8)}" fill="none" stroke="#d8cbb4" stroke-width="6"/>` +
    `<circle cx="316" cy="322" r="136" fill="#3b2f2a" opacity=".16"/>` +
    form(disc(300, 300, 136), clear ? "#e3eff2" : ink.fill, ink) +
    (clear ? facets.join("") : "") +
    `<ellipse cx="252" cy="238" rx="44" ry="26" fill="#fff" opacity=".45" transform="rotate(-36 252 238)"/>` +
    form(disc(300, 300, 24), "#c9973f", ink) +
    stroke("M286 300H314", "#85602f", 5)
  );
}

/** A key on a labelled fob. */
export function keyFob(ink: Ink): string {
  const label = (/,\s*(.+)$/.exec(ink.title)?.[1] ?? "Home").toUpperCase();
  return (
    `<g transform="rotate(-14 300 300)">` +
    `<circle cx="206" cy="200" r="58" fill="none" stroke="#9aa1a8" stroke-width="12"/>` +
    form("M150 250a44 44 0 1 1 52 30l80 170-24 12-14-30-24 10-12-26 22-12-62-126a44 44 0 0 1-18-28z", "#c9973f", ink) +
    form("M254 226L290 190H500V330H290L254 294z", ink.base, ink) +
    form(disc(286, 260, 13), "#fffdf6", ink, true) +
    lettering(label, 402, 282, 62, ink.accent, 170) +
    "</g>"
  );
}

/** A doormat seen from above, its words woven in. */
export function doormat(ink: Ink): string {
  const said = ink.title
    .replace(/\bDoormat\b|\bFancy Font\b|\bSpotty\b|\bBlue\b/g, "")
    .trim()
    .toUpperCase();
  const plain = /retrospot$|union|hearts$|english rose|fairy cake|new england/.test(ink.words);
  const lines = plain ? [] : linesOf(said, 14);
  const ground =
    plain || /spotty/.test(ink.words) ? ink.fill : (["#b98d5a", "#c49b68", "#a98a63"][ink.draw("mat", 3)] ?? "#b98d5a");
  const fringe = Array.from({ length: 24 }, (_, n) =>
    stroke(`M${78 + n * 19.4} 458v22M${78 + n * 19.4} 162v-22`, "#8d6a3f", 6),
  ).join("");
  return (
    fringe +
    form(box(66, 160, 468, 300, 10), ground, ink) +
    `<path d="${box(88, 182, 424, 256, 6)}" fill="none" stroke="${plain ? ink.accent : "#5b4026"}" stroke-width="6"/>` +
    (lines.length && /spotty/.test(ink.words) ? form(box(130, 214, 340, 192, 12), "#fff8ee", ink, true) : "") +
    lines
      .map((line, n) => lettering(line, 300, 326 - ((lines.length - 1) * 58) / 2 + n * 58, 50, "#3f2b19", 330))
      .join("")
  );
}

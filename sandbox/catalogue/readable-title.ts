/** Small words that stay lower case inside a title. */
const SMALL = new Set(["a", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"]);

/** Words kept or written as they are said, by their lower-case form. */
const WRITTEN: Readonly<Record<string, string>> = {
  asstd: "Assorted",
  childrens: "Children's",
  chocolatecandle: "Chocolate Candle",
  diy: "DIY",
  folkart: "Folk Art",
  hldr: "Holder",
  led: "LED",
  livingroom: "Living Room",
  pc: "Pieces",
  rex: "REX",
  scotty: "Scottie",
  tv: "TV",
  uk: "UK",
  wc: "WC",
};

/**
 * The wholesaler's capitals as a shop would print them: "REGENCY CAKESTAND 3 TIER" → "Regency Cakestand 3 Tier",
 * "SET/20 RED RETROSPOT PAPER NAPKINS" → "Set of 20 Red Retrospot Paper Napkins", "WOOD S/3 CABINET ANT WHITE FINISH" →
 * "Wood Set of 3 Cabinet Antique White Finish".
 */
export function readableTitle(raw: string): string {
  const spaced = raw
    .replace(/\bS\/(\d+)/g, "Set of $1")
    .replace(/\bSET\s*(?:OF|\/)?\s*(\d+)\b(?! PIECE)/gi, "Set of $1")
    .replace(/\bANT WHITE\b/g, "Antique White")
    .replace(/\s*\+\s*/g, " + ")
    .replace(/\s*,\s*/g, ", ")
    .replace(/\.(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/[\s,.]+$/, "")
    .trim();
  const words = spaced.split(" ");
  return words.map((word, at) => readableWord(word, at > 0 && at < words.length - 1)).join(" ");
}

function readableWord(word: string, inside: boolean): string {
  const lower = word.toLowerCase();
  if (inside && SMALL.has(lower)) return lower;
  const written = WRITTEN[lower];
  if (written) return written;
  if (/\d/.test(word) && !word.includes("'")) return word;
  return lower.replace(/(^|[-/(])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** "Gin + Tonic Diet Metal Sign" → "gin-tonic-diet-metal-sign". */
export function handleOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

import { useAtWidth } from "../responsive.ts";

/** Pixels of the spacing words; Shopify publishes the words and not their sizes. */
const SPACES: Readonly<Record<string, number>> = {
  none: 0,
  "small-500": 2,
  "small-400": 4,
  "small-300": 6,
  "small-200": 8,
  "small-100": 10,
  small: 12,
  base: 16,
  large: 20,
  "large-100": 24,
  "large-200": 28,
  "large-300": 32,
  "large-400": 40,
  "large-500": 48,
};
const RADII: Readonly<Record<string, string>> = {
  none: "0",
  small: "3px",
  "small-100": "2px",
  base: "6px",
  large: "10px",
  "large-100": "14px",
  max: "999px",
};
const WIDTHS: Readonly<Record<string, string>> = {
  none: "0",
  base: "1px",
  large: "2px",
  "large-100": "3px",
  "large-200": "4px",
};
const BACKGROUNDS: Readonly<Record<string, string>> = { base: "var(--paper)", subdued: "var(--ground)" };

const SPACED = {
  padding: "padding",
  paddingBlock: "padding-block",
  paddingBlockStart: "padding-block-start",
  paddingBlockEnd: "padding-block-end",
  paddingInline: "padding-inline",
  paddingInlineStart: "padding-inline-start",
  paddingInlineEnd: "padding-inline-end",
  gap: "gap",
  rowGap: "row-gap",
  columnGap: "column-gap",
};
const AS_WRITTEN = {
  blockSize: "block-size",
  minBlockSize: "min-block-size",
  maxBlockSize: "max-block-size",
  inlineSize: "inline-size",
  minInlineSize: "min-inline-size",
  maxInlineSize: "max-inline-size",
  alignItems: "align-items",
  alignContent: "align-content",
  justifyContent: "justify-content",
  justifyItems: "justify-items",
  overflow: "overflow",
  gridTemplateColumns: "grid-template-columns",
  gridTemplateRows: "grid-template-rows",
  gridColumn: "grid-column",
  gridRow: "grid-row",
};

/** The style of boxes, stacks and grids: spacing, sizes, border and alignment, for the block's width. */
export function useBoxStyle(props: Readonly<Record<string, unknown>>): string {
  const read = useAtWidth();
  const styles: string[] = [];
  const add = (property: string, value: string) => {
    if (value) styles.push(`${property}:${value}`);
  };
  for (const [prop, property] of Object.entries(SPACED)) {
    add(
      property,
      inWords(read(props[prop]), (word) => `${SPACES[word] ?? 0}px`),
    );
  }
  for (const [prop, property] of Object.entries(AS_WRITTEN)) {
    const value = read(props[prop]);
    add(property, /^\d+$/.test(value) && property.endsWith("size") ? `${value}px` : value);
  }
  add("background", BACKGROUNDS[read(props.background)] ?? "");
  add(
    "border-radius",
    inWords(read(props.borderRadius), (word) => RADII[word] ?? "0"),
  );
  const [width = "", , line = ""] = read(props.border).split(" ");
  if (width && width !== "none") add("border", `${WIDTHS[width] ?? "1px"} ${lineOf(line)} var(--line)`);
  if (read(props.borderWidth)) {
    add(
      "border-width",
      inWords(read(props.borderWidth), (word) => WIDTHS[word] ?? "0"),
    );
    add("border-color", "var(--line)");
    add("border-style", "solid");
  }
  if (read(props.borderStyle)) add("border-style", inWords(read(props.borderStyle), lineOf));
  if (read(props.display) === "none") add("display", "none");
  return styles.join(";");
}

function lineOf(word: string): string {
  return word === "" || word === "auto" ? "solid" : word;
}

function inWords(value: string, translate: (word: string) => string): string {
  return value.split(" ").filter(Boolean).map(translate).join(" ");
}

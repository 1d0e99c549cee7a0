import { BlockStack, Separator, Spinner } from "@shopify/post-purchase-ui-extensions";
import type { Pieces } from "./draw.ts";
import type { MoneySummary } from "./money-summary.ts";
import type { Root } from "./page.ts";
import type { Words } from "./words.ts";

const EMPHASIZED = { emphasized: true, size: "medium" as const };

/** The calculation between two lines; `total` is undefined while it is not there yet, "none" when there will be none. */
export function drawMoney(
  root: Root,
  total: MoneySummary | undefined | "none",
  label: string,
  words: Words,
  pieces: Pieces,
) {
  if (total === "none") return [];
  const rows = total
    ? [
        ...total.rows.map((row) => pieces.figureRow(row.label, pieces.block(row.amount))),
        pieces.figureRow(words.payNow, pieces.block(total.payNow, EMPHASIZED), EMPHASIZED),
      ]
    : // As many rows as there will be, so that the buttons don't move under the finger.
      [
        ...[label, words.shipping, words.tax].map((row) => pieces.figureRow(row, pieces.forEyes("…"))),
        pieces.figureRow(words.payNow, root.createComponent(Spinner, { size: "small" }, words.calculating), EMPHASIZED),
      ];
  return [
    root.createComponent(Separator, {}),
    root.createComponent(BlockStack, { spacing: "tight" }, rows),
    root.createComponent(Separator, {}),
  ];
}

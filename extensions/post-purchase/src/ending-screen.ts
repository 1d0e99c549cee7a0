import { Banner, BlockStack, Button, Layout } from "@shopify/post-purchase-ui-extensions";
import { drawGreeting, fill, piecesOf } from "./draw.ts";
import type { Root } from "./page.ts";
import type { Words } from "./words.ts";

const NARROW = [
  { viewportSize: "small" as const, sizes: [1], maxInlineSize: 0.9 },
  { viewportSize: "medium" as const, sizes: [1], maxInlineSize: 420 },
  { viewportSize: "large" as const, sizes: [1], maxInlineSize: 420 },
];

/** What became of it in one sentence, and the way on. In place of what was on the page. */
export function drawEnding(root: Root, sentence: string, words: Words, leave: () => void): void {
  const pieces = piecesOf(root);
  fill(root, [
    root.createComponent(BlockStack, { spacing: "loose" }, [
      drawGreeting(root, words, undefined, false),
      root.createComponent(Layout, { media: NARROW }, [
        root.createComponent(BlockStack, { spacing: "loose" }, [
          root.createComponent(Banner, { status: "info" }, [pieces.block(sentence)]),
          root.createComponent(Button, { onPress: leave }, words.showOrder),
        ]),
      ]),
    ]),
  ]);
}

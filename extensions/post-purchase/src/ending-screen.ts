import { BlockStack, Button, Layout } from "@shopify/post-purchase-ui-extensions";
import { drawGreeting, drawNews, fill, NARROW } from "./draw.ts";
import type { Root } from "./page.ts";
import type { Words } from "./words.ts";

/** What became of it in one sentence, and the way on. In place of what was on the page. */
export function drawEnding(root: Root, sentence: string, words: Words, leave: () => void): void {
  fill(root, [
    root.createComponent(BlockStack, { spacing: "loose" }, [
      drawGreeting(root, words, undefined, false),
      root.createComponent(Layout, { media: NARROW }, [
        root.createComponent(BlockStack, { spacing: "loose" }, [
          drawNews(root, "info", sentence),
          root.createComponent(Button, { onPress: leave }, words.showOrder),
        ]),
      ]),
    ]),
  ]);
}

import {
  Banner,
  type BannerProps,
  Bookend,
  CalloutBanner,
  Heading,
  HiddenForAccessibility,
  InlineStack,
  Text,
  TextBlock,
  type TextBlockProps,
  type TextProps,
  VisuallyHidden,
} from "@shopify/post-purchase-ui-extensions";
import type { Root } from "./page.ts";
import type { Words } from "./words.ts";

/** The small pieces that screens are made of. */
export function piecesOf(root: Root) {
  const block = (content: Content, props: TextBlockProps = {}) => root.createComponent(TextBlock, props, [content]);
  return {
    block,
    text: (content: string, props: TextProps = {}) => root.createComponent(Text, props, content),
    heading: (content: Content) => root.createComponent(Heading, { level: 2 }, [content]),
    forEars: (content: string) => root.createComponent(VisuallyHidden, {}, content),
    forEyes: (content: string) => root.createComponent(HiddenForAccessibility, {}, content),
    /** A label at the left, a figure at the right. */
    figureRow: (label: string, figure: Parameters<Root["appendChild"]>[0], props: TextBlockProps = {}) =>
      root.createComponent(Bookend, { trailing: true, spacing: "tight" }, [block(label, props), figure]),
  };
}

/** Words that stay, or a text that is updated. */
type Content = string | ReturnType<Root["createText"]>;

export type Pieces = ReturnType<typeof piecesOf>;

/** One column, as wide as reads well. */
export const NARROW = [
  { viewportSize: "small" as const, sizes: [1], maxInlineSize: 0.9 },
  { viewportSize: "medium" as const, sizes: [1], maxInlineSize: 420 },
  { viewportSize: "large" as const, sizes: [1], maxInlineSize: 420 },
];

/** The order is safe, and that is said first on every screen. A merchant's headline stands above it, never instead. */
export function drawGreeting(root: Root, words: Words, headline?: string, goesOn = headline === undefined) {
  const { forEyes, text } = piecesOf(root);
  const sentence = goesOn ? `${words.paid} ${words.beforeYouGo}` : words.paid;
  return root.createComponent(CalloutBanner, headline === undefined ? {} : { title: headline }, [
    root.createComponent(InlineStack, { spacing: "xtight" }, [forEyes("✓"), text(sentence, { size: "medium" })]),
  ]);
}

/** Something to know; screen readers are told when it appears. */
export function drawNews(root: Root, status: NonNullable<BannerProps["status"]>, sentence: string) {
  return root.createComponent(Banner, { status, iconHidden: status === "warning" }, [piecesOf(root).block(sentence)]);
}

/**
 * Puts these children in the place of what was there, with the oldest calls of remote-ui only: which version of it runs
 * on Shopify's side is not documented.
 */
export function fill(parent: Parent, children: readonly unknown[]): void {
  while (parent.children.length > 0) parent.removeChild(parent.children[0] as never);
  for (const child of children) parent.appendChild(child as never);
}

interface Parent {
  readonly children: readonly unknown[];
  appendChild(child: never): unknown;
  removeChild(child: never): unknown;
}

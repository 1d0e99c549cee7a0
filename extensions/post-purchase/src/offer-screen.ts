import {
  Banner,
  BlockStack,
  Button,
  InlineStack,
  Layout,
  Separator,
  Spinner,
  TextContainer,
  View,
} from "@shopify/post-purchase-ui-extensions";
import type { OfferView } from "#app/contracts/post-purchase.ts";
import type { FormatMoney } from "#extensions/shared/format-money.ts";
import { drawGreeting, fill, type Pieces, piecesOf } from "./draw.ts";
import type { MoneySummary } from "./money-summary.ts";
import type { Root } from "./page.ts";
import type { Pick } from "./pick.ts";
import { drawChoices, drawPicture } from "./product.ts";
import type { Words } from "./words.ts";

/** Everything on the screen that changes while it stands. */
export interface OfferState {
  pick: Pick;
  /** Undefined while Shopify calculates, "none" when this pick cannot be had. */
  total: MoneySummary | undefined | "none";
  /** Something to know before going on. */
  notice?: string | undefined;
  working?: "adding" | "leaving" | undefined;
  /** The app has kept this pick: another one is no longer possible. */
  pickIsKept?: boolean | undefined;
}

export interface OfferActions {
  pick(pick: Pick): void;
  accept(): void;
  decline(): void;
}

/** Draws the offer in place of what was on the page. What it returns shows a state, any number of times. */
export function drawOffer(
  root: Root,
  offer: OfferView,
  words: Words,
  format: FormatMoney,
  actions: OfferActions,
): (state: OfferState) => void {
  const pieces = piecesOf(root);
  const picture = drawPicture(root, offer);
  const choices = drawChoices(root, offer, words, actions.pick);
  const price = root.createComponent(InlineStack, { spacing: "tight", alignment: "baseline" });
  const notice = root.createComponent(BlockStack, {});
  const money = root.createComponent(BlockStack, { spacing: "loose" });
  const acceptLabel = root.createText("");
  const accept = root.createComponent(Button, { loadingLabel: words.adding, onPress: actions.accept }, [acceptLabel]);
  const decline = root.createComponent(
    Button,
    { subdued: true, loadingLabel: words.leaving, onPress: actions.decline },
    words.decline,
  );

  const details = root.createComponent(BlockStack, { spacing: "loose" }, [
    root.createComponent(TextContainer, { spacing: "tight" }, [
      pieces.block(reasonFor(offer, words), { subdued: true }),
      pieces.heading(offer.productTitle),
      price,
    ]),
    ...(choices ? [choices.component] : []),
    money,
    notice,
    root.createComponent(BlockStack, { spacing: "tight" }, [
      accept,
      pieces.block(words.oneTap, { size: "small", subdued: true }),
      decline,
    ]),
  ]);
  const sections = picture
    ? [picture.component, root.createComponent(View, { blockPadding: "tight" }), details]
    : [details];
  fill(root, [
    root.createComponent(BlockStack, { spacing: "loose" }, [
      drawGreeting(root, words, offer.headline),
      root.createComponent(Layout, { media: picture ? PICTURE_BESIDE_DETAILS : DETAILS_ONLY }, sections),
    ]),
  ]);

  return ({ pick, total, notice: known, working, pickIsKept }) => {
    picture?.show(pick.variant);
    choices?.show(pick, working !== undefined || pickIsKept === true);
    fill(price, priceOf(offer, pick, words, format, pieces));
    fill(money, moneyOf(root, total, offer.productTitle, words, pieces));
    fill(
      notice,
      known ? [root.createComponent(Banner, { status: "warning", iconHidden: true }, [pieces.block(known)])] : [],
    );

    const payable = typeof total === "object";
    acceptLabel.updateText(payable ? words.add(total.payNow) : words.addUnpriced);
    accept.updateProps({
      loading: working === "adding" || total === undefined,
      loadingLabel: total === undefined ? words.calculating : words.adding,
      disabled: !payable || working !== undefined,
    });
    decline.updateProps({ loading: working === "leaving", disabled: working !== undefined });
  };
}

/** One column on a phone; the picture at the left where there is room, an empty section between the two. */
const PICTURE_BESIDE_DETAILS = [
  { viewportSize: "small" as const, sizes: [1, 1, 1], maxInlineSize: 0.9 },
  { viewportSize: "medium" as const, sizes: [1, 1, 1], maxInlineSize: 420 },
  { viewportSize: "large" as const, sizes: [520, 40, 380] },
];
const DETAILS_ONLY = [
  { viewportSize: "small" as const, sizes: [1], maxInlineSize: 0.9 },
  { viewportSize: "medium" as const, sizes: [1], maxInlineSize: 420 },
  { viewportSize: "large" as const, sizes: [1], maxInlineSize: 420 },
];

function reasonFor({ reason, because }: OfferView, words: Words): string {
  return reason ?? (because ? words.because(because) : words.goesWell);
}

function priceOf(offer: OfferView, { variant }: Pick, words: Words, format: FormatMoney, pieces: Pieces) {
  const now = format(variant.offerPrice.minor, variant.offerPrice.currency);
  if (variant.offerPrice.minor >= variant.price.minor) return [pieces.text(now, { size: "large", emphasized: true })];
  const was = format(variant.price.minor, variant.price.currency);
  return [
    pieces.forEars(words.was),
    pieces.text(was, { role: "deletion", subdued: true, size: "large" }),
    pieces.forEars(words.now),
    pieces.text(now, { size: "large", emphasized: true }),
    ...(offer.discountPercent > 0 ? [pieces.text(words.percentOff(offer.discountPercent), { size: "small" })] : []),
  ];
}

function moneyOf(root: Root, total: OfferState["total"], productTitle: string, words: Words, pieces: Pieces) {
  if (total === "none") return [];
  const rows = total
    ? [
        ...total.rows.map(({ label, amount }) => pieces.figureRow(label, pieces.block(amount))),
        pieces.figureRow(words.payNow, pieces.block(total.payNow, EMPHASIZED), EMPHASIZED),
      ]
    : // As many rows as there will be, so that the buttons don't move under the finger.
      [
        ...[productTitle, words.shipping, words.tax].map((label) => pieces.figureRow(label, pieces.forEyes("…"))),
        pieces.figureRow(words.payNow, root.createComponent(Spinner, { size: "small" }, words.calculating), EMPHASIZED),
      ];
  return [
    root.createComponent(Separator, {}),
    root.createComponent(BlockStack, { spacing: "tight" }, rows),
    root.createComponent(Separator, {}),
  ];
}

const EMPHASIZED = { emphasized: true, size: "medium" as const };

import { BlockStack, Button, InlineStack, Layout, TextContainer, View } from "@shopify/post-purchase-ui-extensions";
import type { OfferView } from "#app/contracts/post-purchase.ts";
import { drawChoices } from "./choices.ts";
import { drawGreeting, drawNews, fill, NARROW, type Pieces, piecesOf } from "./draw.ts";
import type { Language } from "./language.ts";
import type { MoneySummary } from "./money-summary.ts";
import { drawMoney } from "./money-table.ts";
import { ownWords } from "./own-words.ts";
import type { Root } from "./page.ts";
import { firstPick, isBundle, nameOf, type Pick, titleOf } from "./pick.ts";
import { drawPictures } from "./pictures.ts";
import { priceOf } from "./price.ts";
import { say, type Words } from "./words.ts";

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
  pick(pick: Pick | undefined): void;
  accept(): void;
  decline(): void;
}

export interface OfferScreen {
  /** Any number of times. */
  show(state: OfferState): void;
  /** Adds the offer below the news of the one before; without news it stands there from the beginning. */
  reveal(): void;
}

/** What became of the offer before. */
export interface News {
  status: "success" | "info";
  sentence: string;
}

/** Draws the offer in place of what was on the page: with news of the one before, first these alone. */
export function drawOffer(
  root: Root,
  offer: OfferView,
  language: Language,
  actions: OfferActions,
  news?: News,
): OfferScreen {
  const { words } = language;
  const pieces = piecesOf(root);
  const pictures = drawPictures(root, offer);
  const choices = drawChoices(root, offer, language, actions.pick);
  const title = root.createText("");
  const reason = root.createText("");
  const price = root.createComponent(InlineStack, { spacing: "tight", alignment: "baseline" });
  const notice = root.createComponent(BlockStack, {});
  const money = root.createComponent(BlockStack, { spacing: "loose" });
  const buttons = drawButtons(root, offer, words, actions);

  const details = root.createComponent(BlockStack, { spacing: "loose" }, [
    root.createComponent(TextContainer, { spacing: "tight" }, [
      pieces.block(reason, { subdued: true }),
      pieces.heading(title),
      ...(offer.partner ? [pieces.block(say(words.soldBy, offer.partner), { subdued: true })] : []),
      ...(isBundle(offer) ? [drawItems(root, offer, language, pieces)] : []),
      price,
    ]),
    ...choices.map(({ component }) => component),
    money,
    notice,
    buttons.component,
  ]);
  const layout = root.createComponent(
    Layout,
    { media: pictures ? PICTURE_BESIDE_DETAILS : NARROW },
    pictures ? [pictures.component, root.createComponent(View, { blockPadding: "tight" }), details] : [details],
  );
  const headlineFor = (pick: Pick) =>
    ownWords(offer, pick, language).headline ?? (offer.kind === "downsell" ? words.smaller : undefined);
  const first = firstPick(offer);
  const greeting = drawGreeting(root, words, first && headlineFor(first));
  const stack = root.createComponent(BlockStack, { spacing: "loose" }, [greeting]);
  const reveal = () => stack.appendChild(layout);
  fill(root, [stack]);
  if (news) {
    stack.appendChild(root.createComponent(Layout, { media: NARROW }, [drawNews(root, news.status, news.sentence)]));
  } else {
    reveal();
  }

  return {
    reveal,
    show(state) {
      const { pick, total, notice: known, working, pickIsKept } = state;
      title.updateText(titleOf(offer, pick, words));
      reason.updateText(reasonFor(offer, pick, language));
      if (offer.headline) greeting.updateProps({ title: headlineFor(pick) });
      pictures?.show(pick);
      for (const choice of choices) choice.show(pick, working !== undefined || pickIsKept === true);
      fill(price, priceOf(offer, pick, language, pieces));
      fill(money, drawMoney(root, total, titleOf(offer, pick, words), words, pieces));
      fill(notice, known ? [drawNews(root, "warning", known)] : []);
      buttons.show(state);
    },
  };
}

/** Both of one size, the yes with the total that it costs. */
function drawButtons(root: Root, { follows }: OfferView, words: Words, actions: OfferActions) {
  const acceptLabel = root.createText("");
  const accept = root.createComponent(Button, { onPress: actions.accept }, [acceptLabel]);
  const hint = root.createText("");
  const decline = root.createComponent(
    Button,
    {
      subdued: true,
      loadingLabel: follows.declined ? words.oneMoment : words.leaving,
      onPress: actions.decline,
    },
    follows.declined ? words.declineThis : words.decline,
  );
  return {
    component: root.createComponent(BlockStack, { spacing: "tight" }, [
      accept,
      piecesOf(root).block(hint, { size: "small", subdued: true }),
      decline,
    ]),
    show({ total, working }: OfferState) {
      const payable = typeof total === "object";
      acceptLabel.updateText(payable ? say(words.add, total.payNow) : words.addUnpriced);
      hint.updateText(payable && total.payNowMinor === 0 ? words.nothingToPay : words.oneTap);
      accept.updateProps({
        loading: working === "adding" || total === undefined,
        loadingLabel: total === undefined ? words.calculating : words.adding,
        disabled: !payable || working !== undefined,
      });
      decline.updateProps({ loading: working === "leaving", disabled: working !== undefined });
    },
  };
}

/** What belongs to a bundle, each at its price in the shop: they add up to the price that is struck through. */
function drawItems(root: Root, { products }: OfferView, { costs }: Language, { block, figureRow }: Pieces) {
  return root.createComponent(
    BlockStack,
    { spacing: "xtight" },
    products.map((product) => {
      const [variant] = product.variants;
      const label = product.pieces > 1 ? `${product.pieces} × ${nameOf(product)}` : nameOf(product);
      return figureRow(label, block(variant ? costs(variant.price) : ""));
    }),
  );
}

/** One column on a phone; the picture at the left where there is room, an empty section between the two. */
const PICTURE_BESIDE_DETAILS = [
  { viewportSize: "small" as const, sizes: [1, 1, 1], maxInlineSize: 0.9 },
  { viewportSize: "medium" as const, sizes: [1, 1, 1], maxInlineSize: 420 },
  { viewportSize: "large" as const, sizes: [520, 40, 380] },
];

function reasonFor(offer: OfferView, pick: Pick, language: Language): string {
  const { words } = language;
  const { because } = offer;
  return ownWords(offer, pick, language).reason ?? (because ? say(words.because, because) : words.goesWell);
}

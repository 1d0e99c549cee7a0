import type { NothingReason } from "#app/core/decision/decision.ts";
import type { Surface } from "#app/core/facts/facts.ts";

const NO_PAGE_FOR =
  "It has no post-purchase page for wallets such as Apple Pay or PayPal, for pickup orders, for orders paid in a second currency or for totals under 0.50.";

const AFTER = { accepted: "After the yes", declined: "After the no", unknown: "After the answer" };

/** The post-purchase page needs no name: it is where offers stand unless it is said otherwise. */
const ON_PAGE: Readonly<Partial<Record<Surface, string>>> = {
  cart: "In the cart",
  checkout: "At checkout",
  "thank-you": "On the thank-you page",
  "order-status": "On the order status page",
  email: "In an e-mail",
};

/** Everything the order screens say, in one place. */
export const orderWords = {
  onPage: ON_PAGE,
  title: "Orders",
  columns: {
    order: "Order",
    at: "Time",
    total: "Total",
    decided: "What was decided",
    seen: "Seen",
    answer: "Answer",
    earned: "Earned",
  },
  earnedNote: "Earned is what offers brought in, before tax, less what was refunded or cancelled.",
  cancelled: "Cancelled",
  notAsked: "Shopify never asked",
  nothing: {
    "no-rules": "Nothing: no rule was live",
    "no-rule-fits": "Nothing: no rule fits",
    "nothing-to-sell": "Nothing: it could not be sold",
    "foreign-currency": "Nothing: second currency",
  } satisfies Record<NothingReason, string>,
  answers: { accepted: "Accepted", "not-added": "Accepted, not added", declined: "Declined" },
  none: "–",
  notSeen: "No",
  pages: "Pages of orders",

  empty: {
    title: "No orders yet",
    body: "As soon as someone buys in your shop, the order stands here: what was offered after it, whether it was seen and accepted, what it earned, and why.",
    action: "See your rules",
  },

  timeline: {
    title: "What happened",
    placed: (name: string, total: string) => `Order ${name} placed, ${total}`,
    cancelled: "Order cancelled",
    offered: (rule: string, fitting: number, product: string, price: string) =>
      fitting > 1
        ? `${rule} won of ${fitting} that fit: ${product} at ${price}`
        : `${rule} fits: ${product} at ${price}`,
    replaced: "The purchase changed before it was paid, so this was decided anew.",
    impression: "Seen",
    decline: "Declined",
    accept: "Taken, but not what was offered: not counted",
    taken: "Taken",
    undo: "Taken out again",
    boughtIn: (order: string) => `Bought in order ${order}, a checkout of its own.`,
    unavailable: "Accepted, but it could not be sold any more: nothing was charged",
    next: (answer: "accepted" | "declined" | undefined, product: string, price: string) =>
      `${AFTER[answer ?? "unknown"]}, offered next: ${product} at ${price}`,
    nothingNext: (answer: "accepted" | "declined" | undefined) =>
      `${AFTER[answer ?? "unknown"]}, nothing more could be offered`,
    accepted: (item: string) => `Accepted: ${item}`,
    acceptedBundle: (items: readonly string[]) => `Accepted together: ${items.join(" and ")}`,
    acceptedItem: (quantity: number, product: string, amount: string) => `${quantity} × ${product}, ${amount}`,
    aProduct: "a product",
    applied: {
      processed: "Shopify took the payment, so the shopper’s page told",
      partially_processed: "Shopify took the item, but the payment failed, so the shopper’s page told",
      unprocessed: "Shopify did not add it, so the shopper’s page told",
    } as Readonly<Record<string, string>>,
    appliedUnknown: "The shopper’s page told what came of it",
    /** What Shopify's error codes mean; one that is not here is shown as it is. */
    errors: {
      payment_required: "The payment was declined.",
      unsupported_payment_method: "That payment method cannot be charged again.",
      insufficient_inventory: "There was not enough of it left.",
      changeset_already_applied: "It had been added before.",
      order_released_error: "The order had been released to be sent already.",
      invalid_request: "Shopify took the request for invalid.",
      server_error: "Shopify had a failure of its own.",
    } as Readonly<Record<string, string>>,
    earned: (amount: string, line: string) => `In the order: ${amount} earned with ${line}`,
    refunded: (amount: string, line: string) => `${line} refunded: ${amount}`,
    takenBack: (amount: string, line: string) => `Cancelled with the order: ${amount} for ${line}`,
    aLine: "a line",
  },

  why: {
    shown: "Why this offer was shown",
    nothing: "Why nothing was shown",
    notSeen: "Why the offer was not seen",
    notSeenThere: (offered: string) =>
      `${offered} was chosen for this page, which has not told that it was seen: its block may not be placed yet, or the shopper did not look that far.`,
    notAsked: `Shopify did not ask Encore about this order. ${NO_PAGE_FOR}`,
    neverOpened: (offered: string) =>
      `${offered} was ready to be offered, but Shopify never opened the page for it. ${NO_PAGE_FOR} Or the shopper left before it could open.`,
    because: (bought: string, offered: string, wasSeen: boolean) =>
      `The customer bought ${bought}, so ${offered} was ${wasSeen ? "offered" : "chosen"}.`,
    paidThrough: (gateway: string) => `This one was paid through ${gateway}.`,
    askedTooLate: "An order placed before Encore was installed was not asked about either.",
    verdicts: "Every rule that was asked",
    unlisted: (many: number) =>
      `${many.toLocaleString("en")} more ${many === 1 ? "rule" : "rules"} did not fit. The evidence has them all.`,
    chosenBy: (rule: string, offered: string) => `${rule} chose ${offered}.`,
    evidenceLost: "What it was decided from was lost before it could be kept, so the reason cannot be told any more.",
    decisionLost:
      "An offer was seen or answered, but what was decided was lost before it could be kept, so the reason cannot be told any more. What was accepted and earned is not affected.",
    differs: "Decided again from its evidence, it comes out otherwise than it did: what follows is told as of now.",
    afterAnswer: (answer: "accepted" | "declined" | undefined) => AFTER[answer ?? "unknown"],
    followed: (offered: string) => `${offered} was offered next, as the rule says.`,
    nothingFollowed: "Nothing followed: what the rule offers next could not be sold to this order.",
    rulebook: (version: number) => `By version ${version} of your rules.`,
  },
  evidence: {
    download: "Download evidence",
    failed: "The evidence could not be downloaded. Check your connection and try again.",
  },
  money: {
    title: "Earned",
    nothing: "Nothing was added to this order by an offer.",
    waiting: "Accepted. It is counted as soon as Shopify’s order shows the added line, and shows it paid.",
    opened: "Accepted: the shopper went on to buy it. It is counted in the order that brings it, once that is paid.",
    elsewhere: (orders: string) => `What was accepted here was bought in ${orders}, and is counted there.`,
    notAdded:
      "Accepted, but not added, so the shopper’s page told. It counts only if Shopify’s order shows the added line.",
    entry: { earned: "Added by the offer", refunded: "Refunded", cancelled: "Cancelled" },
    net: "Earned after refunds",
    note: "Before tax.",
  },
};

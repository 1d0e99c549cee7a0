import type { FormSurface, paidOn } from "./form-surfaces.ts";
import type { MissingPermission } from "./missing-permissions.ts";
import type { PickedProduct } from "./picked-product.ts";
import type { RuleStatus } from "./rule-row.ts";

type Gone = NonNullable<PickedProduct["gone"]>;

/** Everything the rule screens say, in one place. */
export const ruleWords = {
  title: "Rules",
  create: "New rule",
  status: {
    draft: "Draft",
    live: "Live",
    "live-changed": "Live · unpublished changes",
    paused: "Paused",
  } satisfies Record<RuleStatus, string>,
  publish: "Publish",
  publishChanges: "Publish changes",
  publishAgain: "Publish again",
  pause: "Pause",
  save: "Save as draft",
  discard: "Discard",
  saved: "Saved as a draft",
  published: "Published: shoppers see it from now on",
  paused: "Paused: shoppers no longer see it",

  empty: {
    title: "Make the second sale",
    body: "A rule says what to offer, and to whom: customers who bought teacups are offered the cakestand that goes with them, 15% off, right after they have paid. One tap adds it to the same order.",
    action: "Make your first rule",
    import: "Import rules",
  },

  row: {
    priority: "Priority",
    email: "E-mail",
    off: (percent: string) => `${percent} off`,
    insteadOf: "instead of",
    pausedItself: (after: string, at: string) =>
      `Paused itself after ${after} in a row, ${at}. Publish it again to go on.`,
  },
  search: { label: "Find a rule by its name", button: "Find", none: "No rule is called so.", all: "Show all rules" },
  pages: "Pages of rules",
  shown: (found: number, total: number) =>
    found === total
      ? `${total.toLocaleString("en")} rules`
      : `${found.toLocaleString("en")} of ${total.toLocaleString("en")} rules`,

  readOnly: {
    title: "This rule says more than the editor can show",
    body: "So it is shown here in words, and nothing of it can be lost. To change it, export your rules, edit the file, and import it again.",
    sentence: "The rule, read aloud",
    words: "Its words to shoppers",
    headline: (language: string) => `Headline (${language})`,
    reason: (language: string) => `Why it fits (${language})`,
  },

  name: { label: "Name", help: "Only you see it. Left empty, it is named after its products." },
  when: {
    title: "When customers bought any of",
    empty: "The products that set the offer off. One of them in the order is enough.",
    choose: "Choose products",
    change: "Change products",
    remove: (title: string) => `Remove ${title}`,
    gone: {
      deleted: "Deleted in your shop: no new order can hold it.",
      draft: "A draft in your shop: no new order can hold it until it is active.",
      archived: "Archived in your shop: no new order can hold it until it is active.",
      // What is unlisted can still be bought by its link.
      unlisted: undefined,
    } satisfies Record<Gone, string | undefined>,
  },
  offer: {
    title: "Offer them",
    empty: "One product that goes with what they bought.",
    choose: "Choose the product",
    change: "Change product",
    allVariants: (count: number) => `all ${count} variants`,
    someVariants: (count: number) => (count === 1 ? "1 variant" : `${count} variants`),
    gone: {
      deleted: "Deleted in your shop: nothing is offered until you choose another.",
      draft: "A draft in your shop: offered once it is active.",
      archived: "Archived in your shop: offered once it is active.",
      unlisted: "Unlisted in your shop: offered once it is active.",
    } satisfies Record<Gone, string>,
    percent: "Discount",
    percentHelp: "Empty means no discount.",
    priceFrom: "from",
    instead: (now: string, was: string) => `${now} instead of ${was}`,
    full: (price: string) => `${price}, no discount`,
    quantity: "Up to how many",
  },
  shipping: {
    label: "Shipping for it",
    free: "Free, sent with the order",
    price: "At a price",
    amount: "Price before tax",
    wrong: "Write a price such as 3.50.",
  },
  words: {
    title: "In your own words",
    help: "Left empty, the page speaks for itself: “Because you bought …”.",
    headline: "Headline",
    reason: "Why it fits",
    languages: { en: "English", de: "German" },
    headlineExample: { en: "e.g. Complete your tea table", de: "z. B. Für die gedeckte Teetafel" },
    reasonExample: { en: "e.g. Made to match your teacups", de: "z. B. Passt zu Ihren Teetassen" },
  },
  priority: { label: "Priority", help: "When several rules fit an order, the lowest number is offered." },

  aloud: {
    title: "The rule, read aloud",
    unfinished: "Choose what they bought and what to offer at which price, and the rule reads itself out here.",
    when: {
      all: "When a customer has bought",
      some: "When a customer buys",
      none: "When a customer is about to buy",
    } satisfies Record<ReturnType<typeof paidOn>, string>,
    anyOf: "any of",
    offer: { all: " and paid, offer", some: ", offer", none: ", offer" } satisfies Record<
      ReturnType<typeof paidOn>,
      string
    >,
    upTo: (count: string) => `up to ${count} of it`,
    one: "one of it",
    free: "sent free with the order",
    shipped: (price: string) => `shipping ${price}`,
  },
  on: {
    title: "On these pages",
    surfaces: {
      cart: "Cart",
      checkout: "Checkout",
      "post-purchase": "Post-purchase page",
      "thank-you": "Thank-you page",
      "order-status": "Order status page",
    } satisfies Record<FormSurface, string>,
    help: {
      cart: "One line in the cart of your theme. Switch it on in the theme editor.",
      checkout:
        "One line to add before they pay. Shopify has blocks there for Plus shops only; place it in the checkout editor.",
      "post-purchase":
        "Between payment and thank-you, added to the same order. Shopify has no such page for wallets, pickup orders or orders paid in a second currency.",
      "thank-you":
        "Reaches every order, also those above. A yes opens a checkout of its own. Place it in the checkout editor.",
      "order-status": "What thank-you showed, for who comes back later. Place it in the checkout editor.",
    } satisfies Record<FormSurface, string>,
  },

  automatic: {
    title: ({ made, most }: { readonly made: number; readonly most: number }) =>
      `Automatic discounts: ${made} of ${most}`,
    body: "Shopify takes these off by itself at checkout, for everyone who has both products in the cart. A shop has room for 25, so Encore makes 15 at most, for the rules that are asked first.",
    noRoom: "all 15 are taken by rules that are asked before it; offered at checkout with a code instead.",
    refused: (why: string) => `Shopify made none (“${why}”); offered at checkout with a code instead.`,
    underWay: "being made; offered at checkout with a code until then.",
  },
  permissions: {
    title: "Some pages wait for your permission",
    needs: {
      products:
        "Checkout, thank-you and order status: Encore keeps what they offer in a field of its own on your products, and may not write there yet.",
      discounts:
        "Offers at a lower price on these pages need a discount of your shop, and Encore may not make one yet.",
    } satisfies Record<MissingPermission, string>,
    how: "Open Encore once more from your Shopify admin and agree to the new permissions: these pages begin by themselves.",
  },

  conflict: {
    title: "Someone else changed this rule meanwhile",
    body: "Nothing is lost: what you wrote still stands below, and is not saved yet.",
    mine: "Save mine over theirs",
    theirs: "Show theirs instead",
  },
  gone: "This rule no longer exists",
  wrong: "Not saved yet: see what needs changing below",
  notPublished: "Saved as a draft, but not published",
  stillThere: "What you wrote still stands below.",
  failed: "Encore could not do that just now. Nothing was changed; try again.",
  unreached: "Encore could not be reached. Check your connection and try again.",
  warningsTitle: "Needs your attention",

  refused: "That was not done",
  changedInList:
    "Someone else changed this rule meanwhile. The list shows it as it is now: look once more and try again.",
  goneInList: "This rule no longer exists.",
};

/** What the button that publishes a rule says. */
export function publishWord(status: RuleStatus, isDirty = false): string {
  if (status === "paused") return ruleWords.publishAgain;
  return status === "live-changed" || (status === "live" && isDirty) ? ruleWords.publishChanges : ruleWords.publish;
}

import type { PostPurchaseWords } from "#app/contracts/post-purchase-words.ts";

export type Words = PostPurchaseWords;

const english: Words = {
  paid: "Your order is paid.",
  beforeYouGo: "Before you go:",
  because: "Because you bought {}",
  goesWell: "Goes well with your order",
  was: "Was",
  now: "Now",
  percentOff: "{}% off, with this order",
  decimalMark: ".",
  withThisOrder: "with this order",
  gift: "A gift, with this order",
  soldBy: "Sold by {}",
  smaller: "Rather a smaller one?",
  together: "These {} together",
  chooseOne: "Choose one",
  choice: "Option",
  quantity: "Quantity",
  shipping: "Shipping",
  free: "Free",
  tax: "Tax",
  included: "{}, included",
  payNow: "You pay now",
  calculating: "Working out the total",
  add: "Add to my order · {}",
  addUnpriced: "Add to my order",
  adding: "Adding…",
  oneTap: "One tap, paid the way you just paid.",
  nothingToPay: "One tap, nothing to pay.",
  decline: "No thanks, show my order",
  declineThis: "No thanks",
  leaving: "Opening your order…",
  oneMoment: "One moment…",
  added: "Added to your order: {}",
  notAdded: "That was not added.",
  showOrder: "Show my order",
  cardDeclined: "Your card said no to this one. Your order is not affected.",
  soldOut: "Just sold out. Your order is not affected.",
  fewerLeft: "There is not enough of this left. Please choose something else here, or go on to your order.",
  priceChanged: "The price has changed. Nothing has been charged: please look at the new total.",
  totalChanged: "The total is now {}. Nothing has been charged: please look before you add it.",
  tryAgain: "That did not get through. Nothing has been charged, and you can try again.",
  noTotal: "We could not work out the total, so this was not added. Your order is not affected.",
  closed: "This can no longer be added. Your order is not affected.",
  unknown: "We could not see whether this was added. Your order page will show it.",
};

/** English, and over it what the app sent of the shopper's own language: a word it doesn't know stays English. */
export function wordsOver(sent: Partial<Words> | undefined): Words {
  return Object.assign({}, english, sent);
}

/** The words with their `{}` filled in. */
export function say(words: string, value: string | number): string {
  // A function, since "$&" in a product's title would mean something in a plain replacement.
  return words.replace("{}", () => String(value));
}

export function percentOff({ percentOff, decimalMark }: Words, percent: number): string {
  return say(percentOff, String(percent).replace(".", decimalMark));
}

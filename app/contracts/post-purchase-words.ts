/**
 * Every word a shopper can read on the post-purchase page. The extension carries the English ones; the app sends those of
 * the shopper's language with the offer, so that nobody downloads six. A language that misses one does not compile.
 * `{}` stands for what the page fills in.
 */
export interface PostPurchaseWords {
  paid: string;
  beforeYouGo: string;
  /** {}: a product the shopper bought. */
  because: string;
  goesWell: string;
  /** Read aloud before the struck-through and the new price. */
  was: string;
  now: string;
  /** {}: a number, with `decimalMark`. */
  percentOff: string;
  decimalMark: string;
  /** What a price is lowered for, where it is no percentage. */
  withThisOrder: string;
  gift: string;
  /** {}: a partner's name. */
  soldBy: string;
  /** The headline of a smaller offer after a no. */
  smaller: string;
  /** What a bundle of {} products is called. */
  together: string;
  chooseOne: string;
  choice: string;
  quantity: string;
  shipping: string;
  free: string;
  tax: string;
  /** {}: the tax's own name, where prices contain it already. */
  included: string;
  payNow: string;
  calculating: string;
  /** {}: the total. */
  add: string;
  addUnpriced: string;
  adding: string;
  oneTap: string;
  nothingToPay: string;
  decline: string;
  /** The same where another offer may follow, so that it promises nothing else. */
  declineThis: string;
  leaving: string;
  oneMoment: string;
  /** What became of the offer before, above the one that follows. {}: its products. */
  added: string;
  notAdded: string;
  /** The way on from an ending. */
  showOrder: string;
  cardDeclined: string;
  soldOut: string;
  fewerLeft: string;
  priceChanged: string;
  /** {}: the total. */
  totalChanged: string;
  tryAgain: string;
  noTotal: string;
  closed: string;
  unknown: string;
}

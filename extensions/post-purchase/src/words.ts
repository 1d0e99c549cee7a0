/** Every word a shopper can read here. A language that misses one does not compile. */
export interface Words {
  paid: string;
  beforeYouGo: string;
  because(product: string): string;
  goesWell: string;
  /** Read aloud before the struck-through and the new price. */
  was: string;
  now: string;
  percentOff(percent: number): string;
  /** What a price is lowered for, where it is no percentage. */
  withThisOrder: string;
  gift: string;
  soldBy(partner: string): string;
  /** The headline of a smaller offer after a no. */
  smaller: string;
  /** What a bundle of so many products is called. */
  together(products: number): string;
  chooseOne: string;
  choice: string;
  quantity: string;
  shipping: string;
  free: string;
  tax: string;
  /** The tax's own name, where prices contain it already. */
  included(tax: string): string;
  payNow: string;
  calculating: string;
  add(total: string): string;
  addUnpriced: string;
  adding: string;
  oneTap: string;
  nothingToPay: string;
  decline: string;
  /** The same where another offer may follow, so that it promises nothing else. */
  declineThis: string;
  leaving: string;
  oneMoment: string;
  /** What became of the offer before, above the one that follows. */
  added(products: string): string;
  notAdded: string;
  /** The way on from an ending. */
  showOrder: string;
  cardDeclined: string;
  soldOut: string;
  fewerLeft: string;
  priceChanged: string;
  totalChanged(total: string): string;
  tryAgain: string;
  noTotal: string;
  closed: string;
  unknown: string;
}

const english: Words = {
  paid: "Your order is paid.",
  beforeYouGo: "Before you go:",
  because: (product) => `Because you bought ${product}`,
  goesWell: "Goes well with your order",
  was: "Was",
  now: "Now",
  percentOff: (percent) => `${percent}% off, with this order`,
  withThisOrder: "with this order",
  gift: "A gift, with this order",
  soldBy: (partner) => `Sold by ${partner}`,
  smaller: "Rather a smaller one?",
  together: (products) => `These ${products} together`,
  chooseOne: "Choose one",
  choice: "Option",
  quantity: "Quantity",
  shipping: "Shipping",
  free: "Free",
  tax: "Tax",
  included: (tax) => `${tax}, included`,
  payNow: "You pay now",
  calculating: "Working out the total",
  add: (total) => `Add to my order · ${total}`,
  addUnpriced: "Add to my order",
  adding: "Adding…",
  oneTap: "One tap, paid the way you just paid.",
  nothingToPay: "One tap, nothing to pay.",
  decline: "No thanks, show my order",
  declineThis: "No thanks",
  leaving: "Opening your order…",
  oneMoment: "One moment…",
  added: (products) => `Added to your order: ${products}`,
  notAdded: "That was not added.",
  showOrder: "Show my order",
  cardDeclined: "Your card said no to this one. Your order is not affected.",
  soldOut: "Just sold out. Your order is not affected.",
  fewerLeft: "There is not enough of this left. Please choose something else here, or go on to your order.",
  priceChanged: "The price has changed. Nothing has been charged: please look at the new total.",
  totalChanged: (total) => `The total is now ${total}. Nothing has been charged: please look before you add it.`,
  tryAgain: "That did not get through. Nothing has been charged, and you can try again.",
  noTotal: "We could not work out the total, so this was not added. Your order is not affected.",
  closed: "This can no longer be added. Your order is not affected.",
  unknown: "We could not see whether this was added. Your order page will show it.",
};

const german: Words = {
  paid: "Ihre Bestellung ist bezahlt.",
  beforeYouGo: "Bevor Sie gehen:",
  because: (product) => `Weil Sie ${product} gekauft haben`,
  goesWell: "Passt gut zu Ihrer Bestellung",
  was: "Vorher",
  now: "Jetzt",
  percentOff: (percent) => `${String(percent).replace(".", ",")}\u00a0% Rabatt mit dieser Bestellung`,
  withThisOrder: "mit dieser Bestellung",
  gift: "Ein Geschenk zu dieser Bestellung",
  soldBy: (partner) => `Verkauf durch ${partner}`,
  smaller: "Lieber etwas Kleineres?",
  together: (products) => `Diese ${products} zusammen`,
  chooseOne: "Wählen Sie eins",
  choice: "Ausführung",
  quantity: "Anzahl",
  shipping: "Versand",
  free: "Kostenlos",
  tax: "Steuern",
  included: (tax) => `${tax}, enthalten`,
  payNow: "Sie zahlen jetzt",
  calculating: "Gesamtbetrag wird berechnet",
  add: (total) => `Zur Bestellung hinzufügen · ${total}`,
  addUnpriced: "Zur Bestellung hinzufügen",
  adding: "Wird hinzugefügt…",
  oneTap: "Ein Tippen, bezahlt wie eben.",
  nothingToPay: "Ein Tippen, nichts zu bezahlen.",
  decline: "Nein danke, zu meiner Bestellung",
  declineThis: "Nein danke",
  leaving: "Ihre Bestellung wird geöffnet…",
  oneMoment: "Einen Moment…",
  added: (products) => `Zur Bestellung hinzugefügt: ${products}`,
  notAdded: "Das wurde nicht hinzugefügt.",
  showOrder: "Zu meiner Bestellung",
  cardDeclined: "Ihre Karte hat das abgelehnt. Ihre Bestellung ist davon nicht betroffen.",
  soldOut: "Gerade ausverkauft. Ihre Bestellung ist davon nicht betroffen.",
  fewerLeft:
    "Davon ist nicht mehr genug da. Bitte wählen Sie hier etwas anderes oder gehen Sie weiter zu Ihrer Bestellung.",
  priceChanged: "Der Preis hat sich geändert. Es wurde nichts abgebucht: Bitte prüfen Sie den neuen Betrag.",
  totalChanged: (total) =>
    `Der Betrag ist jetzt ${total}. Es wurde nichts abgebucht: Bitte prüfen Sie ihn, bevor Sie hinzufügen.`,
  tryAgain: "Das ist nicht angekommen. Es wurde nichts abgebucht, Sie können es noch einmal versuchen.",
  noTotal:
    "Der Betrag ließ sich nicht berechnen, darum wurde das nicht hinzugefügt. Ihre Bestellung ist davon nicht betroffen.",
  closed: "Das lässt sich nicht mehr hinzufügen. Ihre Bestellung ist davon nicht betroffen.",
  unknown: "Wir konnten nicht sehen, ob das hinzugefügt wurde. Ihre Bestellübersicht zeigt es.",
};

export const languages: Readonly<Record<string, Words>> = { en: english, de: german };

/** "de", "de-AT" → German; a language that is not spoken here reads English. */
export function wordsFor(locale: string): Words {
  return languages[locale.toLowerCase().split(/[-_]/)[0] ?? ""] ?? english;
}

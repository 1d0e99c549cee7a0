import type { OfferView } from "#app/contracts/post-purchase.ts";

type Product = OfferView["products"][number];
type Variant = Product["variants"][number];

/** The pictures are the stage's own. */
const image = { url: "/cakestand.svg", description: "A cake stand with three tiers" };

const cakestandVariant: Variant = {
  variantId: "41001",
  title: "Default Title",
  price: { minor: 1275, currency: "GBP" },
  offerPrice: { minor: 1084, currency: "GBP" },
  quantityMost: 1,
};

const cakestandProduct: Product = {
  title: "Regency Cakestand 3 Tier",
  image,
  pieces: 1,
  variants: [cakestandVariant],
};

export const cakestand: OfferView = {
  step: 1,
  kind: "cross-sell",
  arrangement: "one-of",
  products: [cakestandProduct],
  discount: { kind: "percent", percent: 15 },
  because: "Regency Teacup Roses",
  follows: { accepted: false, declined: false },
  ticket: "ticket-1",
};

const colours: Product = {
  ...cakestandProduct,
  variants: [
    { ...cakestandVariant, title: "Rose", quantityMost: 3 },
    {
      ...cakestandVariant,
      variantId: "41002",
      title: "Mint green",
      price: { minor: 1395, currency: "GBP" },
      offerPrice: { minor: 1186, currency: "GBP" },
      quantityMost: 2,
      image: { url: "/cakestand-mint.svg", description: "A mint cake stand with three tiers" },
    },
  ],
};

export const cakestandInColours: OfferView = {
  ...cakestand,
  headline: "One thing more for your table",
  reason: "Made by the same hands as your teacup",
  products: [colours],
};

/** The same offer at other prices, in another currency. */
export function cakestandAt(minor: number, offerMinor: number, currency: string): OfferView {
  return {
    ...cakestand,
    products: [{ ...cakestandProduct, variants: [priced(cakestandVariant, minor, offerMinor, currency)] }],
  };
}

function priced(variant: Variant, minor: number, offerMinor: number, currency = "GBP"): Variant {
  return { ...variant, price: { minor, currency }, offerPrice: { minor: offerMinor, currency } };
}

const forksVariant = priced({ ...cakestandVariant, variantId: "41003" }, 495, 421);

/** Six forks; the stage draws them with a picture of their own. */
const forks: Product = {
  title: "Cake forks, set of six",
  image: { url: "/forks.svg", description: "Six small forks" },
  pieces: 1,
  variants: [forksVariant],
};

const napkins: Product = {
  title: "Paper napkins with roses",
  pieces: 1,
  variants: [{ ...priced({ ...cakestandVariant, variantId: "41004" }, 150, 128), quantityMost: 4 }],
};

/** One of three: in two colours, with a picture; with a picture; without one, and up to four of it. */
export const choiceOfThree: OfferView = { ...cakestand, products: [colours, forks, napkins] };

/** The cakestand and two packs of napkins for one price, 20 % less. */
export const teaTable: OfferView = {
  ...cakestand,
  kind: "bundle",
  arrangement: "together",
  products: [
    { ...cakestandProduct, variants: [priced({ ...cakestandVariant, title: "Rose" }, 1275, 1020)] },
    { ...napkins, pieces: 2, variants: [priced({ ...cakestandVariant, variantId: "41004" }, 300, 240)] },
    { ...forks, variants: [priced(forksVariant, 495, 396)] },
  ],
  discount: { kind: "percent", percent: 20 },
};

export const gift: OfferView = {
  ...cakestand,
  kind: "gift",
  products: [{ ...forks, variants: [priced(forksVariant, 495, 0)] }],
  discount: { kind: "percent", percent: 100 },
};

/** Two pounds off each. */
export const twoPoundsOff: OfferView = {
  ...cakestand,
  products: [{ ...cakestandProduct, variants: [{ ...priced(cakestandVariant, 1275, 1075), quantityMost: 3 }] }],
  discount: { kind: "amount" },
};

export const partnersHoney: OfferView = {
  ...cakestand,
  kind: "partner",
  partner: "Bee & Sons",
  products: [{ ...forks, title: "Heather honey", variants: [priced(forksVariant, 495, 495)] }],
  discount: { kind: "none" },
};

/** What follows a no to the cakestand. */
export const forksInstead: OfferView = {
  ...cakestand,
  step: 2,
  kind: "downsell",
  products: [forks],
  ticket: "ticket-2",
};

/** What follows a yes to the cakestand. */
export const napkinsToo: OfferView = { ...cakestand, step: 2, products: [napkins], ticket: "ticket-2" };

/** The same offer with more behind it. */
export function followedOn(offer: OfferView, answer: "accepted" | "declined"): OfferView {
  return { ...offer, follows: { ...offer.follows, [answer]: true } };
}

import type { OfferView } from "#app/contracts/post-purchase.ts";

/** The picture is the stage's own. */
const image = { url: "/cakestand.svg", description: "A cake stand with three tiers" };

export const cakestand: OfferView = {
  step: 1,
  productTitle: "Regency Cakestand 3 Tier",
  image,
  variants: [
    {
      variantId: "41001",
      title: "Default Title",
      price: { minor: 1275, currency: "GBP" },
      offerPrice: { minor: 1084, currency: "GBP" },
      quantityMost: 1,
    },
  ],
  discountPercent: 15,
  because: "Regency Teacup Roses",
  ticket: "ticket-1",
};

const first = cakestand.variants[0] as OfferView["variants"][number];

export const cakestandInColours: OfferView = {
  ...cakestand,
  headline: "One thing more for your table",
  reason: "Made by the same hands as your teacup",
  variants: [
    { ...first, title: "Rose", quantityMost: 3 },
    {
      ...first,
      variantId: "41002",
      title: "Mint green",
      price: { minor: 1395, currency: "GBP" },
      offerPrice: { minor: 1186, currency: "GBP" },
      quantityMost: 2,
      image: { url: "/cakestand-mint.svg", description: "A mint cake stand with three tiers" },
    },
  ],
};

/** The same offer at other prices, in another currency. */
export function cakestandAt(minor: number, offerMinor: number, currency: string): OfferView {
  const price = { minor, currency };
  return { ...cakestand, variants: [{ ...first, price, offerPrice: { minor: offerMinor, currency } }] };
}

import type { SandboxProduct, SandboxVariant } from "../store/state/product.ts";
import { handleOf } from "./readable-title.ts";
import { numberFrom } from "./seeded.ts";

/** What a gift shop sells besides its stock lines: a gift card, something by subscription only, a bundle of its own goods, and things to download. */
export function alsoSold(others: readonly SandboxProduct[]): SandboxProduct[] {
  const rank = others.length;
  return [
    product("Gift Card", rank + 1, {
      type: "Gift Cards",
      description: "Sent by e-mail, to be spent in the shop. It does not expire.",
      isGiftCard: true,
      options: [{ name: "Amount", values: ["£10", "£25", "£50"] }],
      variants: [10, 25, 50].map((pounds) => ({
        ...variant(`GIFT-${pounds}`, pounds * 100, 999),
        title: `£${pounds}`,
        options: [{ name: "Amount", value: `£${pounds}` }],
        taxable: false,
        requiresShipping: false,
      })),
    }),
    product("Tea of the Month", rank + 2, {
      type: "Tea & Tableware",
      tags: ["subscription"],
      description: "A tin of loose tea every month, by subscription only.",
      requiresSellingPlan: true,
      variants: [variant("TEA-MONTH", 850, 40)],
    }),
    product("Afternoon Tea Bundle", rank + 3, {
      type: "Tea & Tableware",
      tags: ["bundle", "regency"],
      description: "The cakestand and two teacups with their saucers, for less than one by one.",
      components: [
        ...component(others, "regency-cakestand-3-tier", 1),
        ...component(others, "regency-teacup-and-saucer", 2),
      ],
      variants: [variant("TEA-BUNDLE", 1695, 24)],
    }),
    product("Bunting Pattern to Download", rank + 4, {
      type: "Toys & Crafts",
      tags: ["digital"],
      description: "A sewing pattern for three metres of bunting, as a PDF by e-mail at once.",
      variants: [{ ...variant("PDF-BUNTING", 350, 999), requiresShipping: false }],
    }),
    product("Tea Party Planner to Download", rank + 5, {
      type: "Party",
      tags: ["digital"],
      description: "Invitations, place cards and a shopping list to print, as a PDF by e-mail at once.",
      variants: [{ ...variant("PDF-PARTY", 495, 999), requiresShipping: false }],
    }),
  ];
}

type Given = Pick<SandboxProduct, "type" | "description" | "variants"> & Partial<SandboxProduct>;

function product(title: string, bestSellerRank: number, given: Given): SandboxProduct {
  const handle = handleOf(title);
  return {
    id: 8_040_000_000_000 + numberFrom(`product ${handle}`, 9_999_999_999),
    title,
    handle,
    vendor: "Penny & Plum",
    tags: [],
    picture: `/pictures/${handle}.svg`,
    options: [],
    bestSellerRank,
    ...given,
  };
}

function variant(sku: string, priceMinor: number, stock: number): SandboxVariant {
  return {
    id: 44_100_000_000_000 + numberFrom(`variant ${sku}`, 99_999_999_999),
    title: "Default Title",
    options: [],
    priceMinor,
    stock,
    sku,
    inventoryItemId: 46_200_000_000_000 + numberFrom(`inventory ${sku}`, 99_999_999_999),
    taxable: true,
    requiresShipping: true,
  };
}

function component(others: readonly SandboxProduct[], handle: string, quantity: number) {
  const found = others.find((other) => other.handle === handle);
  return found ? [{ productId: found.id, quantity }] : [];
}

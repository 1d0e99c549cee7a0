import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadCatalogue } from "#sandbox/catalogue/catalogue.ts";
import { DEMO_COLLECTIONS } from "#sandbox/catalogue/collections.ts";
import { drawPicture } from "#sandbox/catalogue/pictures/draw-picture.ts";
import { placeOf } from "#sandbox/catalogue/product-lines.ts";
import { productsFrom } from "#sandbox/catalogue/products-from-lines.ts";
import { readableTitle } from "#sandbox/catalogue/readable-title.ts";

const catalogue = loadCatalogue();
const membersOf = (membership: (typeof DEMO_COLLECTIONS)[number]["membership"]) =>
  catalogue.filter((product) => {
    if (membership.kind === "manual") return membership.handles.includes(product.handle);
    return membership.column === "type" ? product.type === membership.is : product.tags.includes(membership.is);
  });
const variants = catalogue.flatMap((product) => product.variants);

describe("the demo store's catalogue", () => {
  test("has a few hundred best sellers in less than 300 KB", () => {
    expect(catalogue.length).toBeGreaterThan(300);
    expect(statSync(new URL("../../sandbox/catalogue/catalogue.json", import.meta.url)).size).toBeLessThan(300_000);
    expect(catalogue.map((product) => product.bestSellerRank)).toEqual(catalogue.map((_, index) => index + 1));
  });

  test("knows each product and variant by one id, as long as Shopify's, and one address", () => {
    const unique = (values: readonly unknown[]) => new Set(values).size === values.length;
    expect(unique(catalogue.map((product) => product.handle))).toBe(true);
    expect(unique([...catalogue, ...variants].map((each) => each.id))).toBe(true);
    expect(unique(variants.map((variant) => variant.inventoryItemId))).toBe(true);
    expect([...catalogue, ...variants].every(({ id }) => /^\d{13,14}$/.test(String(id)))).toBe(true);
  });

  test("asks a price for everything and has the hundred best sellers in stock, but not all of the rest", () => {
    expect(variants.every((variant) => variant.priceMinor > 0)).toBe(true);
    const stocks = (from: number, to?: number) =>
      catalogue.slice(from, to).flatMap((product) => product.variants.map((variant) => variant.stock));
    expect(Math.min(...stocks(0, 100))).toBeGreaterThan(0);
    expect(stocks(100)).toContain(0);
  });

  test("sells the teacup in three colours and the cakestand in one", () => {
    const teacup = catalogue.find((product) => product.handle === "regency-teacup-and-saucer");
    expect(teacup?.options).toEqual([{ name: "Colour", values: ["Roses", "Green", "Pink"] }]);
    const cakestand = catalogue.find((product) => product.handle === "regency-cakestand-3-tier");
    expect(cakestand?.variants.map(({ title, priceMinor }) => ({ title, priceMinor }))).toEqual([
      { title: "Default Title", priceMinor: 1275 },
    ]);
  });

  test("knows what most pieces cost the merchant, always less than their price, and the same each time", () => {
    const known = variants.filter(({ costMinor }) => costMinor !== undefined);
    expect(known.length / variants.length).toBeGreaterThan(0.85);
    expect(known.length).toBeLessThan(variants.length);
    expect(known.every(({ costMinor = 0, priceMinor }) => costMinor > 0 && costMinor < priceMinor)).toBe(true);
    expect(loadCatalogue()).toEqual(catalogue);
  });

  test("notes materials, and names what goes with some products: goods that the shop has", () => {
    const fields = catalogue.flatMap(({ metafields = [] }) => metafields);
    expect(fields.filter(({ key, value }) => key === "material" && value === "Ceramic").length).toBeGreaterThan(5);
    const named = fields.filter(({ key }) => key === "complementary_products").map(({ value }) => JSON.parse(value));
    expect(named.length).toBeGreaterThan(10);
    expect(named.every((ids: string[]) => ids.length >= 2)).toBe(true);
  });

  test("has a gift card, something by subscription only and a bundle", () => {
    expect(catalogue.filter(({ isGiftCard }) => isGiftCard).map(({ title }) => title)).toEqual(["Gift Card"]);
    expect(catalogue.filter((product) => product.requiresSellingPlan).map(({ title }) => title)).toEqual([
      "Tea of the Month",
    ]);
    expect(catalogue.filter(({ components }) => components).map(({ components }) => components?.length)).toEqual([2]);
  });

  test("fills every collection", () => {
    const filled = DEMO_COLLECTIONS.map(({ title, membership }) => [title, membersOf(membership).length] as const);
    expect(filled.filter(([, count]) => count === 0)).toEqual([]);
  });

  test("describes in words that need no markup", () => {
    expect(catalogue.filter((product) => /[<>&]/.test(product.description))).toEqual([]);
  });
});

describe("the extract", () => {
  test.each([
    ["REGENCY CAKESTAND 3 TIER", "Regency Cakestand 3 Tier"],
    ["SET/20 RED RETROSPOT PAPER NAPKINS ", "Set of 20 Red Retrospot Paper Napkins"],
    ["WOOD S/3 CABINET ANT WHITE FINISH", "Wood Set of 3 Cabinet Antique White Finish"],
    ["SET OF 10 LED DOLLY LIGHTS", "Set of 10 LED Dolly Lights"],
    ["PAPER CHAIN KIT 50'S CHRISTMAS", "Paper Chain Kit 50's Christmas"],
    ["HAND OVER THE CHOCOLATE   SIGN", "Hand Over the Chocolate Sign"],
    ["KEY FOB , SHED", "Key Fob, Shed"],
    ["DOORMAT KEEP CALM AND COME IN", "Doormat Keep Calm and Come In"],
  ])("prints %s as %s", (raw, printed) => {
    expect(readableTitle(raw)).toBe(printed);
  });

  test("puts two sizes of one base together, and leaves a plain one beside a fancy one alone", () => {
    const zinc = ["Hanging Heart Zinc T-Light Holder", "Single Heart Zinc T-Light Holder"];
    expect(placeOf("84970S", zinc[0] ?? "", zinc)).toEqual({
      product: "Heart Zinc T-Light Holder",
      choice: { name: "Design", value: "Hanging" },
    });
    const bunting = ["Party Bunting", "Tea Time Party Bunting"];
    expect(placeOf("47566B", bunting[1] ?? "", bunting)).toEqual({ product: "Tea Time Party Bunting" });
  });

  test("gives the same products, ids and stock for the same year", () => {
    const line = { code: "22423", title: "REGENCY CAKESTAND 3 TIER", priceMinor: 1275, orders: new Set(["1", "2"]) };
    expect(productsFrom([line])).toEqual(productsFrom([line]));
    expect(productsFrom([line])[0]?.id).toBe(catalogue.find(({ title }) => title.startsWith("Regency Cake"))?.id);
  });
});

describe("the pictures", () => {
  test("differ from product to product and from colour to colour", () => {
    const pictures = catalogue.flatMap((product) =>
      product.options.length
        ? product.variants.map((variant) => drawPicture(product.title, variant.title))
        : [drawPicture(product.title)],
    );
    expect(new Set(pictures).size).toBe(pictures.length);
    expect(Math.max(...pictures.map((picture) => picture.length))).toBeLessThan(25_000);
  });

  test("are the same every time, and draw no number that is none", () => {
    for (const { title } of catalogue) {
      expect(drawPicture(title)).toBe(drawPicture(title));
      expect(drawPicture(title)).not.toMatch(/NaN|undefined/);
    }
  });

  test("carry a title that cannot end the drawing early", () => {
    expect(drawPicture(`Mug "</title><script>"`)).not.toContain("<script>");
  });
});

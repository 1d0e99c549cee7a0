import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { fits, rulesOf } from "#hosts/ui-extensions/published.ts";
import { readPublished } from "../../scripts/extract-ui-extensions.ts";

test("the host knows exactly the elements, props, events, words and APIs of Shopify's package", {
  timeout: 120_000,
}, async () => {
  const kept = JSON.parse(await readFile("hosts/ui-extensions/published.generated.json", "utf8"));
  expect(kept).toEqual(readPublished());
});

test("writing is for the checkout only; an order and a login are for the order-status page only", () => {
  const thankYou = rulesOf("purchase.thank-you.block.render")?.api ?? {};
  const checkout = rulesOf("purchase.checkout.block.render")?.api ?? {};
  const orderStatus = rulesOf("customer-account.order-status.block.render")?.api ?? {};
  expect([thankYou, checkout, orderStatus].map(({ applyCartLinesChange }) => applyCartLinesChange)).toEqual([
    undefined,
    "call",
    undefined,
  ]);
  expect([thankYou, checkout, orderStatus].map(({ orderConfirmation }) => orderConfirmation)).toEqual([
    "signal",
    undefined,
    undefined,
  ]);
  expect([thankYou, checkout, orderStatus].map(({ requireLogin, order }) => [requireLogin, order])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    ["call", "signal"],
  ]);
  expect(rulesOf("purchase.thank-you.footer.render-after")).toBeUndefined();
});

test("a prop takes its words, its kinds and its patterns, and nothing else", () => {
  const elements = rulesOf("purchase.thank-you.block.render")?.elements;
  const takes = (tag: string, prop: string, value: unknown) => fits(value, elements?.[tag]?.props[prop] ?? {});
  expect(takes("s-button", "variant", "primary")).toBe(true);
  expect(takes("s-button", "variant", "plain")).toBe(false);
  expect(takes("s-stack", "padding", "base none large")).toBe(true);
  expect(takes("s-stack", "padding", "wide")).toBe(false);
  expect(takes("s-stack", "inlineSize", "50%")).toBe(true);
  expect(takes("s-stack", "inlineSize", "half")).toBe(false);
  expect(takes("s-grid", "gridTemplateColumns", "1fr auto")).toBe(true);
  expect(takes("s-number-field", "min", 1)).toBe(true);
  expect(takes("s-number-field", "min", "1")).toBe(false);
  expect(takes("s-button", "disabled", undefined)).toBe(true);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { rulesOf } from "#hosts/ui-extensions/published.ts";
import { BUILD, openUiStage, thankYou, type UiStage } from "./ui-stage.ts";

let stage: UiStage;
beforeAll(async () => {
  stage = await openUiStage();
}, 60_000);
afterAll(() => stage.close());

/** Each element of a target with a word in it, the overlays left closed. */
function everyElement(target: string): string {
  const tags = Object.keys(rulesOf(target)?.elements ?? {});
  return `shopify.extend("${target}", () => {
    for (const tag of ${JSON.stringify(tags)}) {
      const element = document.createElement(tag);
      if ("label" in element) element.label = tag;
      else element.append(tag);
      document.body.append(element);
    }
    document.body.append("the end");
  });`;
}

test.each([
  "purchase.thank-you.block.render",
  "customer-account.order-status.block.render",
  "purchase.checkout.block.render",
] as const)("draws every element of %s without a complaint", async (target) => {
  const { page, errors } = await stage.visit({ target, source: everyElement(target) });
  await page.getByText("the end").waitFor();
  expect(errors).toEqual([]);
});

test("each control has a role, a name, and what is wrong with it", async () => {
  const { page, errors } = await stage.visit({
    source: thankYou(`${BUILD} document.body.append(
      element("s-section", { heading: "Goes with your order" },
        element("s-heading", {}, "Linen tea towel"),
        element("s-product-thumbnail", { src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=", alt: "A towel" }),
        element("s-text", { type: "redundant", accessibilityVisibility: "hidden" }, "£12.00"),
        element("s-text", { accessibilityVisibility: "exclusive" }, "was £12.00"),
        element("s-select", { label: "Colour", value: "blue", error: "Sold out" },
          element("s-option", { value: "red" }, "Red"), element("s-option", { value: "blue" }, "Blue")),
        element("s-number-field", { label: "Quantity", value: "2", min: 1, max: 5 }),
        element("s-switch", { label: "Gift" }),
        element("s-button", { loading: true }, "Adding"),
        element("s-button", { href: "https://shop.example.com/cart/1:1", target: "_blank" }, "See it"),
        element("s-banner", { tone: "critical", heading: "Sold out in between" }),
        element("s-stack", { accessibilityRole: "status" }, "Added"),
        element("s-spinner", { accessibilityLabel: "Looking" }),
        element("s-unordered-list", {}, element("s-list-item", {}, "One")),
      ));`),
    width: 375,
  });
  await page.getByRole("heading", { level: 2, name: "Goes with your order" }).waitFor();
  await page.getByRole("heading", { level: 3, name: "Linen tea towel" }).waitFor();
  await page.getByRole("region", { name: "Goes with your order" }).waitFor();
  await page.getByRole("img", { name: "A towel" }).waitFor();
  const colour = page.getByRole("combobox", { name: "Colour" });
  expect(await colour.inputValue()).toBe("blue");
  expect(await colour.getAttribute("aria-invalid")).toBe("true");
  expect(await page.getByRole("spinbutton", { name: "Quantity" }).inputValue()).toBe("2");
  expect(await page.getByRole("switch", { name: "Gift" }).isChecked()).toBe(false);
  expect(await page.getByRole("button", { name: "Adding" }).getAttribute("aria-busy")).toBe("true");
  expect(await page.getByRole("link", { name: "See it" }).getAttribute("rel")).toBe("noopener");
  await page.getByRole("alert").getByText("Sold out in between").waitFor();
  await page.getByRole("status").getByText("Added").waitFor();
  expect(await page.getByRole("listitem").count()).toBe(1);
  const isWider = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isWider).toBe(false);
  expect(errors).toEqual([]);
});

test("a modal opens by a press, leads the focus in and back, and closes with Escape", async () => {
  const { page, errors } = await stage.visit({
    source: thankYou(`${BUILD}
      const said = element("s-text", {}, "…");
      document.body.append(
        element("s-button", { commandFor: "terms", command: "--show" }, "Terms"),
        element("s-modal", { id: "terms", heading: "What it means", onafterhide: () => said.append("closed") },
          element("s-paragraph", {}, "Sent in a parcel of its own.")),
        said);`),
  });
  const terms = page.getByRole("button", { name: "Terms" });
  await terms.click();
  await page.getByRole("dialog", { name: "What it means" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("closed").waitFor();
  expect(await terms.evaluate((button) => button.matches(":focus"))).toBe(true);
  expect(errors).toEqual([]);
});

test("a value that asks for the width is taken for the block's own", async () => {
  const source = thankYou(`${BUILD} document.body.append(
    element("s-grid", { gridTemplateColumns: "@container (inline-size > 500px) 1fr 1fr, 1fr" },
      element("s-text", {}, "left"), element("s-text", {}, "right")));`);
  const topOf = async (width: number) => {
    const { page } = await stage.visit({ source, width });
    const [left, right] = await Promise.all([
      page.getByText("left").boundingBox(),
      page.getByText("right").boundingBox(),
    ]);
    return left?.y === right?.y;
  };
  expect(await topOf(1280)).toBe(true);
  expect(await topOf(375)).toBe(false);
});

test("a form is sent by its button and by Enter, never by the browser", async () => {
  const { page, errors } = await stage.visit({
    source: thankYou(`${BUILD}
      const form = element("s-form", { onsubmit: () => form.append(" sent") },
        element("s-text-field", { label: "Word" }), element("s-button", { type: "submit" }, "Send"));
      document.body.append(form);`),
  });
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByLabel("Word").press("Enter");
  await page.getByText("sent sent").waitFor();
  expect(errors).toEqual([]);
});

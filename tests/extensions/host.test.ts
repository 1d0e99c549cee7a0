import { afterAll, beforeAll, expect, test } from "vitest";
import { gallery } from "./gallery.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

/** A bundle in which nothing but ShouldRender or Render is written by the test. */
function shouldRenderBundle(body: string): string {
  return `shopify.extend("Checkout::PostPurchase::ShouldRender", async ({inputData, storage, ...api}) => { ${body} });`;
}
function renderBundle(body: string): string {
  return `shopify.extend("Checkout::PostPurchase::Render", async (root, api) => { ${body} });`;
}

test("skips the page when ShouldRender takes longer than its time", async () => {
  const answer = await stage.decide({ source: shouldRenderBundle("await new Promise(() => {})") }, 200);
  expect(answer).toMatchObject({ render: false, why: "timeout" });
});

test("stops a ShouldRender that never gives the thread back", async () => {
  const answer = await stage.decide({ source: shouldRenderBundle("for (;;);") }, 200);
  expect(answer).toMatchObject({ render: false, why: "timeout" });
});

test.each([
  ["throws", shouldRenderBundle("throw new Error('no')"), "Error: no"],
  ["answers something else", shouldRenderBundle("return true"), "answered no {render: boolean}"],
  ["is not registered", "", "registers nothing for Checkout::PostPurchase::ShouldRender"],
  ["does not load", "process.env.APP_URL", "process is not defined"],
])("says why there is no page when ShouldRender %s", async (_, source, message) => {
  const answer = await stage.decide({ source });
  expect(answer).toMatchObject({ render: false, why: "error" });
  expect(answer.message).toContain(message);
});

test("keeps only what JSON can keep, and the last of it", async () => {
  const source = shouldRenderBundle(
    "await storage.update({old: 1}); await storage.update({at: new Date(0), none: undefined}); return {render: true}",
  );
  expect((await stage.decide({ source })).storage).toEqual({ at: "1970-01-01T00:00:00.000Z" });
});

test("gives a bundle no other global than Shopify promises, and nothing of an earlier run", async () => {
  const source = shouldRenderBundle(`
    const tempting = ["XMLHttpRequest", "WebSocket", "indexedDB", "caches", "importScripts", "postMessage", "document",
      "crypto", "navigator", "performance", "queueMicrotask", "structuredClone", "TextEncoder", "URL", "globalThis"];
    const found = tempting.filter((name) => self[name] !== undefined);
    const seenBefore = self.mark; self.mark = true;
    await storage.update({ found, seenBefore: seenBefore === true });
    await fetch("https://encore.example.com/api/v1/post-purchase/event", { method: "POST", body: "{}" });
    return { render: true };`);
  for (let run = 0; run < 2; run++) {
    expect((await stage.decide({ source })).storage).toEqual({ found: [], seenBefore: false });
    expect(stage.app.heardAt("event")).toMatchObject([{ origin: "null" }]);
  }
});

test("reports a component or a prop that Shopify does not have, and draws the rest", async () => {
  const source = renderBundle(`
    root.appendChild(root.createComponent("Carousel", {}));
    root.appendChild(root.createComponent("Text", { tone: "loud", size: "huge" }, "still here"));
    const late = root.createComponent("Button", {}, "later");
    root.appendChild(late);
    setTimeout(() => late.updateProps({ variant: "primary" }), 50);`);
  const visit = await stage.visit({ source });
  await visit.page.getByText("still here").waitFor();
  await expect
    .poll(() => visit.errors)
    .toEqual([
      "there is no component Carousel",
      "Text has no prop tone",
      'Text takes no size of "huge"',
      "Button has no prop variant",
    ]);
});

test("reports what an extension throws, whether it renders or handles a press", async () => {
  const throwing = await stage.visit({ source: renderBundle("throw new TypeError('while rendering')") });
  await expect.poll(() => throwing.errors).toEqual(["Error: TypeError: while rendering"]);

  const pressed = await stage.visit({
    source: renderBundle(
      `root.appendChild(root.createComponent("Button", { onPress() { throw new TypeError("while pressed") } }, "Press"))`,
    ),
  });
  await pressed.page.getByRole("button", { name: "Press" }).click();
  await expect.poll(() => pressed.errors).toEqual(["TypeError: while pressed"]);
});

test("takes a signed token only for applying, as Shopify does", async () => {
  const visit = await stage.visit({
    source: renderBundle(`
      const text = root.createText("…"); root.appendChild(text);
      api.applyChangeset({ changes: [] }).catch((cause) => text.updateText(cause.message));`),
  });
  await visit.page.getByText("applyChangeset takes a signed token only").waitFor();
});

test("draws all 29 components", async () => {
  const visit = await stage.visit({ source: gallery });
  await visit.page.getByText("A view").waitFor();
  await stage.photograph(visit.page, "components");
  expect(visit.errors).toEqual([]);
  await visit.page.getByLabel("Notes").fill("By the door");
  await visit.page.getByLabel("Notes").blur();
  await visit.page.getByText("text: By the door").waitFor();
  await visit.page.getByLabel("I agree").click();
  await visit.page.getByText("consent: true").waitFor();
  await visit.page.getByLabel("Tea").click();
  await visit.page.getByText("radio: true").waitFor();
});

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PREVIEW_SURFACES } from "#app/contracts/preview.ts";
import { validateRule } from "#app/core/rules/validate-rulebook.ts";
import { someRule } from "#tests/support/builders.ts";
import { openPreviewStage, someAsk } from "./preview-stage.ts";

const { strings }: { readonly strings: readonly string[] } = JSON.parse(
  readFileSync(new URL("../support/naughty-strings.json", import.meta.url), "utf8"),
);

/** Headlines that hold as many of the strings as there is room for: 120 letters. */
const HEADLINES: string[] = [];
for (const one of strings.filter((string) => isTaken(string))) {
  const longer = `${HEADLINES.at(-1)} ${one}`;
  if (HEADLINES.length > 0 && isTaken(longer)) HEADLINES[HEADLINES.length - 1] = longer;
  else HEADLINES.push(one);
}

function worded(headline: string) {
  const rule = someRule({ surfaces: [...PREVIEW_SURFACES] });
  return { ...rule, path: { offer: { ...rule.path.offer, words: { headline: { en: headline }, reason: {} } } } };
}

/** As the validator says; what it refuses is told beside the field. Merge fields are filled, so braces are left out here. */
function isTaken(headline: string): boolean {
  return !/[{}]/.test(headline) && validateRule(JSON.parse(JSON.stringify(worded(headline)))).kind === "valid";
}

let stage: Awaited<ReturnType<typeof openPreviewStage>>;
beforeAll(async () => {
  stage = await openPreviewStage();
}, 60_000);
afterAll(() => stage.close());

test.each(PREVIEW_SURFACES)(
  "%s says naughty words to the letter and does nothing that they say",
  { timeout: 60_000 },
  async (surface) => {
    const drawn = await stage.draw(someAsk({ surface, rule: worded("Before") }));
    await drawn.frame.getByText("Before").first().waitFor();
    const dialogs: string[] = [];
    drawn.page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    expect(HEADLINES.length).toBeGreaterThan(50);
    for (const [index, headline] of HEADLINES.entries()) {
      await drawn.askAnew(someAsk({ surface, turn: index + 2, rule: worded(headline) }));
      const said = () => drawn.frame.locator(":root").evaluate(textsIn);
      await expect.poll(said, { message: headline, timeout: 10_000 }).toContain(headline);
    }
    expect(await drawn.frame.locator("script:not([src]), iframe, [onerror], [onload]").count()).toBe(0);
    expect([...dialogs, ...drawn.errors]).toEqual([]);
    await drawn.close();
  },
);

/** What each element says, those in shadow roots too. */
function textsIn(root: Element): string[] {
  return [...root.querySelectorAll("*")].flatMap((one) => [
    one.textContent ?? "",
    ...(one.shadowRoot ? [...one.shadowRoot.querySelectorAll("*")].map((inner) => inner.textContent ?? "") : []),
  ]);
}

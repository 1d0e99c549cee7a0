import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PREVIEW_SURFACES } from "#app/contracts/preview.ts";
import { validateRule } from "#app/core/rules/validate-rulebook.ts";
import { someRule } from "#tests/support/builders.ts";
import { openPreviewStage, someAsk } from "./preview-stage.ts";

const { strings }: { readonly strings: readonly string[] } = JSON.parse(
  readFileSync(new URL("../support/naughty-strings.json", import.meta.url), "utf8"),
);

/** As many of the strings in one as there is room for: 300 letters. Merge fields are filled, so braces are left out. */
const REASONS: string[] = [];
for (const one of strings.filter((string) => isTaken(string) && !/^[\w ]+$/.test(string))) {
  const longer = `${REASONS.at(-1)} ${one}`;
  if (REASONS.length > 0 && isTaken(longer)) REASONS[REASONS.length - 1] = longer;
  else REASONS.push(one);
}

/** Every page says why it offers something. */
function worded(reason: string) {
  const rule = someRule({ surfaces: [...PREVIEW_SURFACES] });
  return { ...rule, path: { offer: { ...rule.path.offer, words: { headline: {}, reason: { en: reason } } } } };
}

/** As the validator says; what it refuses is told beside the field. */
function isTaken(reason: string): boolean {
  return !/[{}]/.test(reason) && validateRule(JSON.parse(JSON.stringify(worded(reason)))).kind === "valid";
}

let stage: Awaited<ReturnType<typeof openPreviewStage>>;
beforeAll(async () => {
  stage = await openPreviewStage();
}, 60_000);
afterAll(() => stage.close());

test.each(PREVIEW_SURFACES)(
  "%s says naughty words to the letter and does nothing that they say",
  { timeout: 120_000 },
  async (surface) => {
    const drawn = await stage.draw(someAsk({ surface, rule: worded("Before") }));
    await drawn.frame.getByText("Before").first().waitFor();
    const hostile = drawn.frame.locator("script, iframe, object, [onerror], [onload], [onclick]");
    const own = await hostile.count();
    const dialogs: string[] = [];
    drawn.page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    expect(REASONS.length).toBeGreaterThan(30);
    for (const [index, reason] of REASONS.entries()) {
      await drawn.askAnew(someAsk({ surface, turn: index + 2, rule: worded(reason) }));
      const said = () => drawn.frame.locator(":root").evaluate(textsIn);
      await expect.poll(said, { message: reason, timeout: 10_000 }).toContain(reason);
    }
    expect(await hostile.count()).toBe(own);
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

import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unknownFieldsIn } from "#app/core/values/merge-fields.ts";
import { sayInEnglish as say } from "#app/locales/english.ts";
import { CAKESTAND, TEACUPS } from "#tests/journeys/goods.ts";
import { type Journey, openJourney } from "#tests/journeys/journey.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { addCondition } from "./acts.ts";

/** What text may put into a page that would be more than text. */
const HOSTILE = "main :is(script, object, embed, marquee, blink, [onerror], [onload], [onclick], [onmouseover])";

const EMOJI = "🎁".repeat(10_000);
const WORD = "w".repeat(10_000);

let journey: Journey;
let saved: `/app/${string}`;
beforeAll(async () => {
  journey = await openJourney();
  journey.merchant.page.on("dialog", (dialog) => {
    // What is unsaved is asked for by the browser itself.
    if (dialog.type() !== "beforeunload") journey.failures.push(`a dialog said ${dialog.message()}`);
    void dialog.accept();
  });
}, 180_000);
afterAll(() => journey?.close(), 30_000);

/** As many of the texts in one as there is room for, each to the letter. */
function packed(texts: readonly string[], most: number): string[] {
  const packs: string[] = [];
  for (const text of texts) {
    const longer = packs.length > 0 ? `${packs.at(-1)} · ${text}` : text;
    if (packs.length > 0 && longer.length <= most) packs[packs.length - 1] = longer;
    else packs.push(text);
  }
  return packs;
}

/** As pasting does it, into many fields at once. */
function paste(fields: Locator, texts: readonly string[]): Promise<void> {
  return fields.evaluateAll((inputs, values) => {
    inputs.forEach((input, index) => {
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), "value")?.set?.call(input, values[index] ?? "");
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }, texts);
}

const valuesOf = (fields: Locator) =>
  fields.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

const textbox = (name: string) => journey.merchant.app.getByRole("textbox", { name, exact: true });
const button = (name: string) => journey.merchant.app.getByRole("button", { name, exact: true });
function look(field: HTMLElement): void {
  field.focus();
  field.blur();
}

/** The field of that place of the rule. */
const at = (place: string) => journey.merchant.app.locator(`[id="${place}"]`);
const hostile = () => journey.merchant.app.locator(HOSTILE).count();

async function saveRule() {
  const { page } = journey.merchant;
  const save = page.getByRole("button", { name: "Save", exact: true });
  await save.click();
  await save.waitFor({ state: "hidden" });
  await page.waitForURL(/\/app\/rules\/(?!new)/);
}

/** What is told beside each of the fields, as whoever hears the page is told it; undefined where nothing is wrong. */
function toldBeside(fields: readonly Locator[]): Promise<(string | undefined)[]> {
  return Promise.all(
    fields.map((field) =>
      field.evaluate((input) => {
        if (input.getAttribute("aria-invalid") !== "true") return undefined;
        const ids = (input.getAttribute("aria-describedby") ?? "").split(" ");
        return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
      }),
    ),
  );
}

/** Texts that leave the window, or end in the middle, with no way to read them. */
function cutOff(): Promise<readonly string[]> {
  return journey.merchant.app.locator(":root").evaluate((root) => {
    const canBeRead = (element: Element | null): boolean => {
      if (!element) return false;
      const { textOverflow, webkitLineClamp, overflowX, clip, clipPath } = getComputedStyle(element);
      const isMeant = textOverflow === "ellipsis" || webkitLineClamp !== "none" || /auto|scroll/.test(overflowX);
      return isMeant || clip !== "auto" || clipPath !== "none" || canBeRead(element.parentElement);
    };
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: string[] = root.scrollWidth > innerWidth ? [`the page is ${root.scrollWidth} px wide`] : [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { right, width } = range.getBoundingClientRect();
      if (width > 0 && right > innerWidth + 1 && !canBeRead(node.parentElement))
        found.push(node.textContent?.slice(0, 60) ?? "");
    }
    return found;
  });
}

test("whatever is typed is kept to the letter, shown as text, and runs nowhere", { timeout: 120_000 }, async () => {
  const { merchant } = journey;
  const { page, app } = merchant;
  await merchant.open("/app/rules/new");
  await merchant.writeRule({ bought: [TEACUPS.title], offered: CAKESTAND.title, percent: 15, headline: "Before" });
  await addCondition({ page, app, say, button: (name) => app.getByRole("button", { name }) }, "landing-page", 0);
  const texts = packed(NAUGHTY_STRINGS, 2_000);
  const adding = textbox(say("editor.parameter.texts"));
  for (const text of texts) {
    await paste(adding, [text]);
    await adding.press("Enter");
  }
  const LANGUAGES = ["French", "German", "Spanish", "Portuguese", "Japanese", "Arabic"];
  const fields = app.locator(':is(input, textarea):is([id^="path.offer.words."], [id="name"])');
  const openLanguages = async () => {
    for (const language of LANGUAGES) await button(language).click();
    await expect.poll(() => fields.count()).toBe(2 * LANGUAGES.length + 3);
  };
  await openLanguages();
  const own = await hostile();
  // Names in braces are merge fields, and a misspelt one is refused.
  const plain = NAUGHTY_STRINGS.filter((one) => unknownFieldsIn(one).length === 0);
  const reasons = packed(plain, 300);
  const short = plain.filter((one) => one.length <= 120 && one.trim() !== "");
  for (let round = 0; reasons.length > 0; round++) {
    const nextShort = () => short.splice(0, 5).join("").slice(0, 100).toWellFormed() || "Tea";
    const said = LANGUAGES.concat("English").flatMap(() => [nextShort(), reasons.shift() ?? nextShort()]);
    said.push(nextShort());
    await paste(fields, said);
    const isLast = reasons.length === 0;
    if (round === 0 || isLast) await saveRule();
    if (isLast) {
      saved = `/app/rules/${new URL(page.url()).pathname.split("/").at(-1)}`;
      await page.reload();
    }
    // Drawn anew, from what is kept; after the first save the editor stays as it was.
    if (isLast) await openLanguages();
    expect(await valuesOf(fields)).toEqual(said);
    if (isLast) expect(await app.getByRole("heading", { level: 1 }).textContent()).toBe(said.at(-1));
  }
  expect(await app.locator("[aria-invalid=true]").count()).toBe(0);
  expect(await app.locator(".Polaris-Tag__Text").allTextContents()).toEqual(texts);
  expect(await hostile()).toBe(own);
  expect(journey.failures).toEqual([]);
});

test("what a field cannot take it says so beside it, before it is sent and after, and nothing typed is lost", {
  timeout: 120_000,
}, async () => {
  const { merchant } = journey;
  const { page, app } = merchant;
  const on = { page, app, say, button: (name: string | RegExp) => app.getByRole("button", { name }) };
  await merchant.open("/app/rules/new");
  await merchant.writeRule({ bought: [TEACUPS.title], offered: CAKESTAND.title, percent: 15, headline: EMOJI });
  await addCondition(on, "order-value", 0);
  await addCondition(on, "tag", 0);
  await addCondition(on, "random-share", 0);
  for (const title of ["editor.schedule", "editor.how-often", "offer.kind"] as const) await button(say(title)).click();
  await app.getByLabel(say("offer.kind"), { exact: true }).selectOption("partner");

  const tooLong = /^At most [\d,]+ characters fit here\.| At most/;
  const typed: [Locator, string, string | RegExp][] = [
    [at("when.all[1].atLeast.minor"), "1e9", "Write an amount such as 20.00."],
    [at("when.all[3].seed"), WORD, tooLong],
    [at("path.offer.words.headline.en"), EMOJI, tooLong],
    [at("path.offer.words.reason.en"), "{prodct}", "“{prodct}” is no merge field."],
    [at("path.offer.partner.name"), WORD, tooLong],
    [at("path.offer.partner.commissionPercent"), "１２", "The commission is a percentage from 0 to 100"],
    [at("path.offer.discount.percent"), "NaN", "The discount is a percentage above 0"],
    [at("priority"), "1,000", "“1,000” could be two numbers."],
    [at("limits.acceptsPerDay"), "9".repeat(400), "The yeses a day are a whole number"],
    [at("limits.discountBudget.minor"), "1,000", "“1,000” could be two numbers."],
    [at("name"), WORD, tooLong],
  ];
  for (const [field, text] of typed) await paste(field, [text]);
  for (const [field] of typed) await field.evaluate(look);
  const tags = textbox(say("editor.parameter.tags"));
  await paste(tags, ["tea"]);
  await tags.press("Enter");
  await paste(tags, [WORD]);
  await tags.press("Tab");
  const tag = at("when.all[2].tags[1]");
  await tag.getByText("At most 255 characters fit here.").waitFor();

  // No script may read a day that is none: the field says of itself only that it is not whole.
  const from = at("schedule.from");
  await from.focus();
  await from.pressSequentially("02312026");
  await from.blur();
  const until = at("schedule.until");
  await paste(until, ["20266-01-01"]);
  await until.evaluate(look);
  const wrong = [...typed, [from, "", say("editor.moment.wrong")], [until, "", say("editor.moment.wrong")]] as const;
  const expectTold = async () => {
    const fields = wrong.map(([field]) => field);
    await expect.poll(async () => (await toldBeside(fields)).every((one) => one !== undefined)).toBe(true);
    const told = await toldBeside(fields);
    for (const [index, [, , sentence]] of wrong.entries()) expect(told[index]).toMatch(sentence);
  };
  await expectTold();
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await cutOff()).toEqual([]);

  await page.getByRole("button", { name: "Save", exact: true }).click();
  await app.getByText(say("editor.wrong")).first().waitFor();
  const focused = () => app.locator(":focus").getAttribute("id");
  await expect.poll(focused).toBe("when.all[1].atLeast.minor");
  for (const [field, text] of typed) expect(await field.inputValue()).toBe(text);
  await expectTold();
  expect(journey.failures).toEqual([]);
});

test("a name from right to left, or without an end, leaves the page around it as it is", {
  timeout: 120_000,
}, async () => {
  const { merchant } = journey;
  const { app } = merchant;
  const turning = `\u202e${"w".repeat(60)} שלום (עולם`;
  await merchant.open(saved);
  await textbox(say("editor.name")).waitFor();
  await paste(at("name"), [turning]);
  await saveRule();
  for (const path of ["/app/rules", "/app/rulebook/publish"] as const) {
    await merchant.open(path);
    await app.getByText(turning).first().waitFor();
    expect(await cutOff()).toEqual([]);
  }
  expect(await app.getByRole("listitem").filter({ hasText: turning }).first().textContent()).toContain(
    `\u2068${turning}\u2069`,
  );
  expect(journey.failures).toEqual([]);
});

test("of two amounts the wrong way round the second has the focus, and says so", { timeout: 60_000 }, async () => {
  const { merchant } = journey;
  const { page, app } = merchant;
  await merchant.open(saved);
  await addCondition({ page, app, say, button: (name) => app.getByRole("button", { name }) }, "order-value", 0);
  await paste(at("when.all[2].atLeast.minor"), ["20"]);
  await paste(at("when.all[2].atMost.minor"), ["10,50"]);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(() => app.locator(":focus").getAttribute("id")).toBe("when.all[2].atMost.minor");
  expect(await toldBeside([at("when.all[2].atMost.minor")])).toEqual([
    expect.stringMatching(say("problem.range.reversed")),
  ]);
});

test("a file whose letters would be lost, a share that is none and a note that is too long are told beside them", {
  timeout: 60_000,
}, async () => {
  const { merchant } = journey;
  const { app } = merchant;
  await merchant.open("/app/rulebook/import");
  const latin1 = {
    name: "rules.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"name": "Café"}', "latin1"),
  };
  await app.locator("input[type=file]").setInputFiles(latin1);
  await app.getByText(say("rulebook.import.unread", { name: "rules.json" })).waitFor();
  expect(await app.locator("textarea").inputValue()).toBe("");

  await merchant.open("/app/settings/guards");
  const cap = at("guards.priceCapPercent");
  await cap.fill("٣");
  await cap.blur();
  await expect.poll(async () => (await toldBeside([cap]))[0]).toContain(say("problem.guards.price-cap"));
  await cap.fill("12,5");
  await merchant.save();
  await merchant.page.getByText(say("settings.saved")).waitFor();

  await merchant.open("/app/rulebook/publish");
  const note = at("publish-note");
  const told = async () => {
    // The page may still be waking up, and then hears nothing of it.
    for (const text of ["", WORD]) await paste(note, [text]);
    return (await toldBeside([note]))[0];
  };
  await expect.poll(told).toContain("At most 200 characters fit here.");
  await button(say("rulebook.publishing.publish")).click();
  await expect.poll(() => app.locator(":focus").getAttribute("id")).toBe("publish-note");
  expect(await note.inputValue()).toBe(WORD);
});

test("whatever is looked for finds nothing rather than failing", { timeout: 60_000 }, async () => {
  const { merchant } = journey;
  for (const path of ["/app/rules?query=", "/app/orders?number="] as const) {
    for (const text of ["\0", "שלום (עולם", "%_\\'\"<b>", WORD]) {
      await merchant.open(`${path}${encodeURIComponent(text)}`);
      expect(await merchant.app.getByText(say("frame.failed.title")).count()).toBe(0);
    }
  }
  expect(journey.failures).toEqual([]);
});

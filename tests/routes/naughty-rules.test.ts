import { beforeAll, describe, expect, test } from "vitest";
import type { EditorAnswer } from "#app/admin/rule-editor/editor-ask.ts";
import type { RuleEditorData } from "#app/admin/rule-editor/editor-data.ts";
import { isWithin, type Place, valueAt, withValueAt } from "#app/admin/rule-editor/places.ts";
import type { ImportAnswer } from "#app/admin/rulebook/import-answer.ts";
import type { SettingsAnswer } from "#app/admin/settings/settings-ask.ts";
import type { Problem } from "#app/core/rules/reading.ts";
import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import { rulebookText } from "#app/core/rules/rulebook-text.ts";
import { validateRule } from "#app/core/rules/validate-rulebook.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { said } from "#app/core/values/say.ts";
import { loader as exportRules } from "#app/routes/app.rulebook.export.ts";
import { action as importRules } from "#app/routes/app.rulebook.import.tsx";
import { loader as listRules } from "#app/routes/app.rules._index/route.tsx";
import { action as changeRule, loader as openRule } from "#app/routes/app.rules.$id/route.tsx";
import { loader as openSettings, action as saveSettings } from "#app/routes/app.settings.($part).tsx";
import { readers } from "#tests/core/words/every-language.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { NAUGHTY_STRINGS, UNRULY_STRINGS } from "#tests/support/naughty-strings.ts";
import { CONDITION_TEXTS, conditionWith, OFFER_TEXTS, WORDY_RULE } from "#tests/support/text-places.ts";
import { openAdmin } from "./open-admin.ts";

type Document = Readonly<Record<string, unknown>>;

/** Has a rule for each of the strings: whoever edits one rule need not carry them. */
const IMPORTER = "importer.myshopify.com" as Shop;

const STRINGS = [...NAUGHTY_STRINGS, ...UNRULY_STRINGS];

interface TextPlace {
  /** In a title. */
  readonly named: string;
  readonly at: Place;
  readonly write: (text: string) => Document;
}

const PLACES: readonly TextPlace[] = [
  ...OFFER_TEXTS.map((at) => ({ named: at, at, write: (text: string) => withValueAt(WORDY_RULE, at, text) })),
  ...CONDITION_TEXTS.map((place) => ({
    named: `${place.kind}: ${place.name}`,
    at: `when.all[0].${place.name}${place.isList ? "[0]" : ""}`,
    write: (text: string) => ({ ...WORDY_RULE, when: { all: [conditionWith(place, text)] } }),
  })),
];

const admin = await openAdmin();
beforeAll(async () => {
  // Installs the shops.
  for (const shop of [DEMO_SHOP, IMPORTER]) await admin.visit(listRules, "/app/rules", {}, shop);
});

/** What is wrong is told at that place and nowhere else, in every language, in a sentence. */
function expectTold(problems: readonly Problem[], text: string, ...places: readonly Place[]) {
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems) {
    const isThere = places.some((place) => isWithin(problem.path, place));
    expect(isThere, `${JSON.stringify(text.slice(0, 40))} is told at ${problem.path}`).toBe(true);
    for (const { say } of readers) expect(said(problem, say)).toMatch(/^.*\p{L}.*[.。]$/su);
  }
}

/** Those that the place takes, each to the letter; of the others it is told there why not. */
function takenAt({ write, at }: TextPlace): readonly string[] {
  return STRINGS.filter((text) => {
    const answer = validateRule(JSON.parse(JSON.stringify(write(text))));
    if (answer.kind === "invalid") expectTold(answer.problems, text, at);
    else if (valueAt(answer.rule, at) !== text) throw new Error(`${at} changed ${JSON.stringify(text)}`);
    return answer.kind === "valid";
  });
}

async function importing(body: unknown): Promise<ImportAnswer> {
  return (await admin.post(importRules, "/app/rulebook/import", {}, body, IMPORTER)).json();
}

/** As text, every byte of it, but for when it was edited. */
function ordered(rule: Document): string {
  return rulebookText({ format: 1, rules: [{ ...rule, editedAt: 0 } as Rule] } as Rulebook);
}

describe("what a rule says in words", () => {
  const taken = new Map<Place, ReadonlySet<string>>();

  test.each(PLACES)("is taken to the letter or refused at its place: $named", (place) => {
    taken.set(place.named, new Set(takenAt(place)));
    // What no text is: these are ids, codes and times.
    const isText = !/: (products|variants|collections|countries|regions|languages|from|until)$/.test(place.named);
    expect(taken.get(place.named)?.size).toBeGreaterThanOrEqual(isText ? 1 : 0);
  });

  test("comes back byte for byte, wherever it stands, when its rulebook is imported and exported", async () => {
    const rules = STRINGS.map((text, index) => {
      const places = PLACES.filter(({ named }) => taken.get(named)?.has(text));
      const said = places.reduce<Document>(
        (rule, { at }) => (at.startsWith("when") ? rule : withValueAt(rule, at, text)),
        {
          ...WORDY_RULE,
          id: `rule-${index}`,
        },
      );
      const parts = places.flatMap(({ at, write }) =>
        at.startsWith("when") ? [valueAt(write(text), "when.all[0]")] : [],
      );
      return { ...said, when: { all: parts } };
    });
    const text = JSON.stringify({ format: 1, rules });
    const checked = await importing({ intent: "check", text });
    if (checked.kind !== "checked") throw new Error(JSON.stringify(checked).slice(0, 1_000));
    expect(await importing({ intent: "save", text, expectedRevision: checked.revision })).toEqual({ kind: "saved" });
    const exported = JSON.parse(await (await admin.visit(exportRules, "/app/rulebook/export", {}, IMPORTER)).text());
    expect(exported.rules).toHaveLength(STRINGS.length);
    for (const [index, rule] of exported.rules.entries()) expect(ordered(rule)).toBe(ordered(rules[index] as Document));
  });

  test("comes back byte for byte when it is saved in the editor, or nothing is saved and each place says why", async () => {
    let id = "new";
    let editedAt: number | undefined;
    for (const text of [...UNRULY_STRINGS, ...NAUGHTY_STRINGS.filter((_, index) => index % 40 === 0)]) {
      const expected = editedAt === undefined ? {} : { expectedEditedAt: editedAt };
      const saving = async (edited: Document): Promise<EditorAnswer> =>
        (await admin.post(changeRule, `/app/rules/${id}`, { id }, { intent: "save", edited, ...expected })).json();
      const parts = CONDITION_TEXTS.map((place) => conditionWith(place, text));
      const all = OFFER_TEXTS.reduce<Document>((rule, at) => withValueAt(rule, at, text), {
        ...WORDY_RULE,
        when: { any: parts },
      });
      const places = parts.map((_, index) => `when.any[${index}]`);
      const first = await saving(all);
      if (first.kind !== "invalid") throw new Error(`a country cannot be ${JSON.stringify(text)}`);
      expectTold(first.problems, text, ...places, ...OFFER_TEXTS);
      const isWrong = (place: Place) => first.problems.some(({ path }) => isWithin(path, place));
      const right = OFFER_TEXTS.reduce<Document>(
        (rule, at) => (isWrong(at) ? withValueAt(rule, at, valueAt(WORDY_RULE, at) ?? "Words") : rule),
        {
          ...all,
          when: { any: [{ kind: "signed-in", signedIn: true }, ...parts.filter((_, n) => !isWrong(`when.any[${n}]`))] },
        },
      );
      const saved = await saving(right);
      if (saved.kind !== "saved") throw new Error(JSON.stringify(saved).slice(0, 1_000));
      id = saved.saved;
      const { rule }: RuleEditorData = await (await admin.visit(openRule, `/app/rules/${id}`, { id })).json();
      const { id: _id, editedAt: at, ...back } = { ...rule };
      const { id: _, editedAt: _at, ...sent } = right;
      expect({ ...back, status: "" }).toEqual({ ...JSON.parse(JSON.stringify(sent)), status: "" });
      editedAt = at;
    }
  });
});

test("the shop’s own words come back byte for byte, or are refused at their place", async () => {
  let expected: unknown = {};
  for (const text of [...UNRULY_STRINGS, ...NAUGHTY_STRINGS.filter((_, index) => index % 40 === 1)]) {
    const words = { headline: { en: text }, reason: { de: text, ar: text } };
    const answer: SettingsAnswer = await (
      await admin.post(saveSettings, "/app/settings", {}, { document: { words }, expected })
    ).json();
    if (answer.kind === "invalid") {
      expectTold(answer.problems, text, "words.headline.en", "words.reason.de", "words.reason.ar");
      continue;
    }
    expect(answer).toEqual({ kind: "saved" });
    const { draft } = await (await admin.visit(openSettings, "/app/settings")).json();
    expect(draft).toEqual({ words });
    expected = draft;
  }
});

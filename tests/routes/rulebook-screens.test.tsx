import { describe, expect, test } from "vitest";
import { useFormat } from "#app/admin/format.tsx";
import type { Differences } from "#app/admin/rulebook/differences.ts";
import type { ImportAnswer } from "#app/admin/rulebook/import-answer.ts";
import { ImportPage } from "#app/admin/rulebook/import-page.tsx";
import type { PublishPageData } from "#app/admin/rulebook/publish-data.ts";
import { PublishPage } from "#app/admin/rulebook/publish-page.tsx";
import { RollBackPage } from "#app/admin/versions/roll-back-page.tsx";
import { VersionsPage } from "#app/admin/versions/versions-page.tsx";
import { VersionsTable } from "#app/admin/versions/versions-table.tsx";
import { whoWords } from "#app/admin/versions/who.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import { someRule } from "#tests/support/builders.ts";
import { draw, readable } from "./draw.tsx";

const nothing = () => undefined;
const SHOP = { domain: "demo.myshopify.com", timezone: "Europe/London" };
const none = { items: [], more: 0 };
const same: Differences = { ...none, titles: { products: [], collections: [] }, rules: [], timezone: "Europe/London" };
const gone: Differences = { ...same, items: [{ kind: "rule-removed", rule: someRule({ name: "A" }) }] };

describe("the page that imports rules", () => {
  const page = (answer?: ImportAnswer) =>
    draw(<ImportPage shop={SHOP} answer={answer} busy={undefined} send={nothing} />);

  test("begins with what a rulebook is and what becomes of the draft", () => {
    const html = page();
    expect(readable(html)).toContain(
      "It takes the place of your draft; what is live stays as it is until you publish.",
    );
    expect(html).toContain('<label for="rulebook-text">Rulebook as JSON</label>');
  });

  test("says each problem with its path, its line and what stands there, and how many more there are", () => {
    const item = { path: "rules[0].name", message: "problem.rule.name" as const, line: 1_234, excerpt: '"name": ""' };
    const text = readable(page({ kind: "problems", problems: { items: [item], more: 12 } }));
    expect(text).toContain("13 things need changing");
    expect(text).toContain(
      'Give the rule a name. rules[0].name Line 1,234 "name": "" Go to line 1,234'.replaceAll('"', "&quot;"),
    );
    expect(text).toContain("and 12 more");
  });

  test("offers nothing to save where the document says the same", () => {
    const html = page({ kind: "checked", rules: 3, revision: 1, differences: same, findings: none });
    expect(readable(html)).toContain("The document is right: 3 rules.");
    expect(html).toMatch(/<button[^>]*aria-disabled="true"[^>]*>(?:(?!<\/button>).)*Save as draft/);
  });

  test("says that a draft was changed meanwhile, and that nothing is lost", () => {
    expect(readable(page({ kind: "changed-meanwhile" }))).toContain(
      "Nothing was overwritten, and your text still stands below.",
    );
  });
});

describe("the page that publishes all rules", () => {
  const data: PublishPageData = { revision: 1, differences: same, findings: none, drafts: 0, canTry: true };
  const page = (changes: Partial<PublishPageData>) =>
    readable(draw(<PublishPage data={{ ...data, ...changes }} answer={undefined} isBusy={false} send={nothing} />));

  test("asks for whom once it has said what changes", () => {
    const text = page({ differences: gone, drafts: 1 });
    expect(text).toMatch(
      /What changes for shoppers A It is gone: .+ 1 rule is a draft and stays one.*For whom Everyone/,
    );
  });

  test("says what can never come true before it is published", () => {
    const found = { path: "rules[0].surfaces", message: "frame.rules" as const };
    expect(page({ findings: { items: [{ found, rule: "A" }], more: 0 } })).toMatch(
      /1 thing to look at None of it is an error.*A: Rules/,
    );
  });

  test("publishes nothing where nothing differs, or while a version is being tried", () => {
    expect(page({})).toContain("there is nothing to publish.");
    const trying = page({ differences: gone, trial: { version: 4, percent: 10 } });
    expect(trying).toContain("Version 4 is being tried by 10% of your shoppers");
    expect(trying).not.toContain("For whom");
  });
});

describe("the pages of versions", () => {
  test("teach what will stand there while nothing was published", () => {
    const data = { timezone: "UTC", viewer: "42", versions: [], page: 1, pages: 1, latest: 0, events: [] };
    const text = readable(draw(<VersionsPage data={data} answer={undefined} busy={undefined} send={nothing} />));
    expect(text).toContain("No version yet");
    expect(text).toContain("See your rules");
  });

  test("say in words what was done, and show a merchant's own note as it was typed", () => {
    const reason = { message: "engine.pause-reason", values: { what: "soldOut", count: 3 } } as const;
    const notes = [{ message: "versions.note.paused-itself", values: { rule: "Cups", reason } } as const, "{mine}"];
    const versions = notes.map((note, at) => ({ version: 2 - at, note, publishedBy: "1", publishedAt: 0, share: 0 }));
    const data = { timezone: "UTC", viewer: "42", versions, page: 1, pages: 1, latest: 2, events: [] };
    const Table = () => <VersionsTable data={data} format={useFormat("UTC")} />;
    const text = readable(draw(<Table />));
    expect(readable(draw(<Table />, "de"))).toContain("„Cups“ hat sich nach 3 Ausverkauft-Meldungen in Folge");
    expect(text).toContain("“Cups” paused itself after 3 sold-out answers in a row");
    expect(text).toContain("{mine}");
  });

  test("ask before rolling back, and say what changes and that a trial ends by it", () => {
    const data = { version: 2, isLive: false, isTrialRunning: true, differences: gone };
    const text = readable(draw(<RollBackPage data={data} answer={undefined} isBusy={false} rollBack={nothing} />));
    expect(text).toContain("Roll back to version 2?");
    expect(text).toMatch(
      /The running trial ends by it\. What changes for shoppers A It is gone: .+ Roll back to version 2 Cancel/,
    );
  });

  test("name who published: you, a colleague by number, or Encore itself", () => {
    expect(["42", "43", "Encore"].map((by) => whoWords(by, "42", sayInEnglish))).toEqual([
      "You",
      "Staff member 43",
      "Encore itself",
    ]);
  });
});

import { beforeEach, expect, test } from "vitest";
import type { RollBackData } from "#app/admin/versions/roll-back-page.tsx";
import type { VersionsAnswer } from "#app/admin/versions/versions-ask.ts";
import type { VersionsPageData } from "#app/admin/versions/versions-data.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { said } from "#app/core/values/say.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import { loader as listRules } from "#app/routes/app.rules._index/route.tsx";
import { action as changeTrial, loader as openVersions } from "#app/routes/app.versions._index.tsx";
import { loader as openVersion, action as rollBack } from "#app/routes/app.versions.$version.tsx";
import { someRule } from "#tests/support/builders.ts";
import { differencesInWords } from "./differences-in-words.ts";
import { openAdmin } from "./open-admin.ts";

const admin = await openAdmin();
const { importRulebook, publishRulebook } = admin.encore.flows;
let shops = 0;
let shop: Shop;
let revision = 0;

beforeEach(async () => {
  shop = `versions-${++shops}.myshopify.com` as Shop;
  revision = 0;
  await admin.visit(listRules, "/app/rules", {}, shop);
});

async function published(
  percentOff: number,
  to: "everyone" | { readonly percent: number } = "everyone",
  note: string | undefined = `${percentOff} % off`,
) {
  const { offer } = someRule().path;
  const rule = someRule({ path: { offer: { ...offer, discount: { kind: "percent", percent: percentOff } } } });
  const text = JSON.stringify({ format: 1, rules: [rule] });
  await importRulebook({ shop, by: "42", text, expectedRevision: revision });
  revision += 1;
  expect(await publishRulebook({ shop, by: "42", to, ...(note && { note }) })).toMatchObject({
    kind: "published",
  });
}

const versions = async (query = ""): Promise<VersionsPageData> =>
  (await admin.visit(openVersions, `/app/versions${query}`, {}, shop)).json();
const ask = async (body: unknown): Promise<VersionsAnswer> =>
  (await admin.post(changeTrial, "/app/versions", {}, body, shop)).json();
const opened = (version: string) => admin.visit(openVersion, `/app/versions/${version}`, { version }, shop);
const back = async (version: string): Promise<VersionsAnswer> =>
  (await admin.post(rollBack, `/app/versions/${version}`, { version }, { intent: "roll-back" }, shop)).json();
const shares = async () => (await versions()).versions.map(({ version, share }) => [version, share]);

test("a shop that never published has no versions, and nothing to roll back to", async () => {
  expect(await versions()).toMatchObject({ versions: [], events: [], latest: 0 });
  expect((await opened("1")).status).toBe(404);
  expect(await back("1")).toEqual({ kind: "not-found" });
});

test("every version is told with who published it, when, why, and what share of shoppers has it", async () => {
  await published(10);
  await published(20);
  const page = await versions();
  expect(page).toMatchObject({ viewer: "42", live: { version: 2 }, latest: 2, page: 1, pages: 1 });
  expect(page.versions).toEqual([
    { version: 2, note: "20 % off", publishedBy: "42", publishedAt: expect.any(Number), share: 100 },
    { version: 1, note: "10 % off", publishedBy: "42", publishedAt: expect.any(Number), share: 0 },
  ]);
  expect(page.events.map(({ kind, version }) => [kind, version])).toEqual([
    ["published", 2],
    ["published", 1],
  ]);
});

test("what was done is said in the reader's language, and a merchant's own note stays as it was typed", async () => {
  const rules = [someRule().id];
  await published(10, "everyone", "");
  await admin.encore.flows.takeRulesOff({ shop, by: "42", rules, as: "paused" });
  revision += 1;
  await published(20, "everyone", "« Soldes » {percent}");
  await published(30, { percent: 10 }, "");
  const notes = (await versions()).versions.map(({ note }) => note);
  expect(notes).toEqual([
    { message: "versions.note.tried-all", values: { percent: 10 } },
    "« Soldes » {percent}",
    { message: "versions.note.paused", values: { count: 1, rule: "Teacups → Cakestand" } },
    { message: "versions.note.published-all" },
  ]);
  const told = notes.flatMap((note) => (typeof note === "string" ? [] : [note]));
  expect(told.map((note) => said(note, sayInEnglish))).toEqual([
    "All rules, tried by 10% of shoppers",
    "Paused “Teacups → Cakestand”",
    "Published all rules",
  ]);
});

test("a version is tried, widened and kept for everyone", async () => {
  await published(10);
  await published(20, { percent: 10 });
  expect(await shares()).toEqual([
    [2, 10],
    [1, 90],
  ]);
  expect(await ask({ intent: "widen", percent: 5 })).toEqual({ kind: "not-wider", percent: 10 });
  expect(await ask({ intent: "widen", percent: 50 })).toMatchObject({ kind: "widened", percent: 50 });
  expect(await ask({ intent: "keep" })).toEqual({ kind: "kept" });
  expect(await shares()).toEqual([
    [2, 100],
    [1, 0],
  ]);
  expect(await ask({ intent: "keep" })).toEqual({ kind: "no-trial" });
});

test("a trial that is rolled back leaves everyone with what was live before", async () => {
  await published(10);
  await published(20, { percent: 10 });
  expect(await ask({ intent: "drop" })).toEqual({ kind: "dropped" });
  expect((await versions()).live).toEqual({ version: 1 });
});

test("any two versions, and the draft, are compared in words", async () => {
  await published(10);
  await published(20);
  const { compared } = await versions("?before=1&after=2");
  if (!compared || compared === "none") throw new Error("nothing was compared");
  expect(differencesInWords(compared.differences)).toEqual([
    expect.stringContaining("at 20% off instead of at 10% off"),
  ]);
  expect(await versions("?before=2&after=draft")).toMatchObject({ compared: { differences: { items: [], more: 0 } } });
  expect((await versions("?before=1")).compared).toBeUndefined();
  for (const query of ["?before=1&after=9", "?before=x&after=1"]) {
    expect((await versions(query)).compared).toBe("none");
  }
});

test("rolling back asks first with what changes, makes the version live again under its number, and ends a trial", async () => {
  await published(10);
  await published(20);
  await published(30, { percent: 10 });
  const question: RollBackData = await (await opened("1")).json();
  expect(question).toMatchObject({ version: 1, isLive: false, isTrialRunning: true });
  expect(differencesInWords(question.differences)).toEqual([
    expect.stringContaining("at 10% off instead of at 20% off"),
  ]);
  expect(await back("1")).toEqual({ kind: "rolled-back", version: 1 });
  expect(await shares()).toEqual([
    [3, 0],
    [2, 0],
    [1, 100],
  ]);
  expect(await (await opened("1")).json()).toMatchObject({ isLive: true });
});

test("a version of another shop, or none, is not found", async () => {
  await published(10);
  for (const version of ["2", "0", "draft", "x", "1 or 1=1"]) expect((await opened(version)).status).toBe(404);
});

test("a body that asks for nothing we know is refused", async () => {
  for (const body of [null, {}, { intent: "widen" }, { intent: "widen", percent: 100 }, { intent: "roll-back" }]) {
    expect((await admin.post(changeTrial, "/app/versions", {}, body, shop)).status).toBe(400);
  }
});

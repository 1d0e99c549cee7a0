import { once } from "node:events";
import { expect, test } from "vitest";
import { documentedExample } from "./examples.ts";
import { encore, encoreProcess, files } from "./run-cli.ts";

const documented = () =>
  files({
    "r.json": documentedExample("rulebook"),
    "c.json": documentedExample("catalogue"),
    "p.jsonl": documentedExample("purchases"),
  });

const inputs = (given: { "r.json": string; "c.json": string; "p.jsonl": string }) => [
  "--rulebook",
  given["r.json"],
  "--catalogue",
  given["c.json"],
  "--purchases",
  given["p.jsonl"],
];

const withPurchases = (...lines: readonly (string | object)[]) =>
  files({
    "r.json": documentedExample("rulebook"),
    "c.json": documentedExample("catalogue"),
    "p.jsonl": lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  });

const teacups = (more: object = {}) => ({
  id: "p1",
  createdAt: "2026-11-27T10:00:00Z",
  lineItems: [{ productId: 1001, variantId: 2001, quantity: 2, total: "5.90" }],
  ...more,
});

test("answers the documented purchases as documented", async () => {
  const { code, out, complaints } = await encore("decide", ...inputs(documented()));
  expect(complaints).toEqual([]);
  expect(code).toBe(0);
  expect(out).toBe(documentedExample("decisions"));
});

test("tells with --trace what became of each rule, and decides the same", async () => {
  const given = documented();
  const plain = await encore("decide", ...inputs(given));
  const traced = await encore("decide", ...inputs(given), "--trace");
  const rows = traced.out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(rows.map(({ trace: _trace, ...decision }) => decision)).toEqual(
    plain.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  );
  expect(rows[2].trace).toMatchObject([
    { rule: "cakestand", outcome: { kind: "unfit" }, conditions: [{ kind: "product", holds: "false" }] },
  ]);
});

test("reports lines that cannot be read with their numbers, and goes on", async () => {
  const given = withPurchases(
    "nonsense",
    "",
    teacups({ id: "first" }),
    teacups({ colour: 1 }),
    teacups({ id: "last" }),
  );
  const { code, out, complaints } = await encore("decide", ...inputs(given));
  expect(code).toBe(1);
  expect(
    out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).id),
  ).toEqual(["first", "last"]);
  expect(complaints).toEqual(["line 1: this is not JSON.", 'line 4: colour: "colour" means nothing here.']);
});

test.each([
  ["a negative amount", { totalPrice: "-1.00" }, /^line 1: totalPrice: /],
  ["more decimals than pence", { totalPrice: "1.005" }, /^line 1: totalPrice: /],
  ["an amount as a number", { totalPrice: 1.5 }, /^line 1: totalPrice: /],
  ["a moment without its zone", { createdAt: "2026-11-27T10:00:00" }, /^line 1: createdAt: /],
  [
    "a quantity of none",
    { lineItems: [{ productId: 1, variantId: 2, quantity: 0, total: "0" }] },
    /^line 1: lineItems\[0\]\.quantity: /,
  ],
  ["a surface that is none", { surface: "toilet" }, /^line 1: surface: /],
  [
    "an id that is no number",
    { lineItems: [{ productId: "abc", variantId: 2, quantity: 1, total: "0" }] },
    /^line 1: lineItems\[0\]\.productId: /,
  ],
  ["no lines", { lineItems: null }, /^line 1: lineItems: /],
])("refuses a purchase with %s", async (_what, more, complaint) => {
  const { code, out, complaints } = await encore("decide", ...inputs(withPurchases(teacups(more))));
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(complaints).toEqual([expect.stringMatching(complaint)]);
});

test("takes an empty purchase for one that nothing was bought in", async () => {
  const { code, out } = await encore("decide", ...inputs(withPurchases(teacups({ lineItems: [] }))));
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({ id: "p1", kind: "nothing", reason: "no-rule-fits" });
});

test("means with --surface and --now all purchases, whatever they say", async () => {
  const scheduled = JSON.parse(documentedExample("rulebook"));
  scheduled.rules[0].schedule = { from: "2026-12-01" };
  const given = files({
    "r.json": scheduled,
    "c.json": documentedExample("catalogue"),
    "p.jsonl": JSON.stringify(teacups()),
  });
  const kindWith = async (...more: string[]) => JSON.parse((await encore("decide", ...inputs(given), ...more)).out);
  expect(await kindWith()).toMatchObject({ kind: "nothing", reason: "no-rule-fits" });
  expect(await kindWith("--now", "2026-12-01T00:00:00Z")).toMatchObject({ kind: "show" });
  expect(await kindWith("--now", "2026-12-01T00:00:00Z", "--surface", "cart")).toMatchObject({ reason: "no-rules" });
});

test.each([
  ["no options", []],
  ["an option that means nothing", ["--colour", "red"]],
  ["a moment that is none", ["--now", "tomorrow"]],
  ["a surface that is none", ["--surface", "toilet"]],
])("cannot use %s: one sentence, nothing on stdout, exit 2", async (what, typed) => {
  const all = what === "no options" ? [] : [...inputs(documented()), ...typed];
  const { code, out, complaints } = await encore("decide", ...all);
  expect({ code, out, sentences: complaints.length }).toEqual({ code: 2, out: "", sentences: 1 });
});

test("cannot use a rulebook with errors, a catalogue with errors, or a file that is missing", async () => {
  const given = documented();
  const broken = files({
    "r.json": { format: 1, rules: [{}] },
    "c.json": { shop: { currencyCode: "GBP" } },
    "n.json": "{",
  });
  for (const wrong of [
    { ...given, "r.json": broken["r.json"] },
    { ...given, "c.json": broken["c.json"] },
    { ...given, "c.json": broken["n.json"] },
    { ...given, "p.jsonl": "/nowhere/purchases.jsonl" },
    { ...given, "p.jsonl": "/" },
  ]) {
    const { code, out, complaints } = await encore("decide", ...inputs(wrong));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(complaints.length).toBeGreaterThan(0);
  }
});

const THOUSANDS = 120;

test("reads any number of purchases in the memory of a few", {
  timeout: 180_000,
}, async () => {
  const given = documented();
  // 32 MB hold the program and the shop; these purchases and answers together are more than 60 MB of text.
  const child = encoreProcess(["--max-old-space-size=32"], ["decide", ...inputs({ ...given, "p.jsonl": "-" })]);
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += String(chunk);
  });
  let answered = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) answered++;
  });
  const text = `${JSON.stringify(teacups())}\n`.repeat(1_000);
  for (let thousand = 0; thousand < THOUSANDS; thousand++) {
    if (!child.stdin.write(text)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  const [code] = await once(child, "close");
  expect({ code, answered, complaint }).toEqual({ code: 0, answered: THOUSANDS * 1_000, complaint: "" });
});

test("ends quietly when nobody reads on", { timeout: 60_000 }, async () => {
  const child = encoreProcess([], ["decide", ...inputs({ ...documented(), "p.jsonl": "-" })]);
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += String(chunk);
  });
  child.stdin.on("error", () => undefined);
  child.stdout.once("data", () => child.stdout.destroy());
  const text = `${JSON.stringify(teacups())}\n`.repeat(1_000);
  const feeding = setInterval(() => child.stdin.write(text), 1);
  const [code] = await once(child, "close");
  clearInterval(feeding);
  expect({ code, complaint }).toEqual({ code: 0, complaint: "" });
});

import Ajv from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { documentedExample } from "./examples.ts";
import { encore, files } from "./run-cli.ts";

const rulebook = (change: (rule: Record<string, unknown>) => void = () => undefined) => {
  const document = JSON.parse(documentedExample("rulebook"));
  change(document.rules[0]);
  return document;
};

test("says nothing of a rulebook in which nothing is wrong", async () => {
  const { good } = files({ good: rulebook() });
  expect(await encore("rules", "validate", good)).toEqual({ code: 0, out: "", complaints: [] });
});

test("prints each error with its place, and nothing else", async () => {
  const { bad } = files({
    bad: rulebook((rule) => {
      rule.priority = 0;
      rule.when = { all: [{ kind: "moon-phase" }] };
    }),
  });
  const { code, out, complaints } = await encore("rules", "validate", bad);
  expect({ code, complaints }).toEqual({ code: 1, complaints: [] });
  expect(
    out
      .trimEnd()
      .split("\n")
      .map((line) => line.split(":")[0]),
  ).toEqual(expect.arrayContaining(["rules[0].priority", "rules[0].when.all[0].kind"]));
});

test("finds a rule that can never match where it is shown", async () => {
  const { never } = files({
    never: rulebook((rule) => {
      rule.surfaces = ["post-purchase"];
      rule.when = { all: [{ kind: "payment-method", methods: ["paypal"] }] };
    }),
  });
  const { code, out } = await encore("rules", "validate", never);
  expect(code).toBe(1);
  expect(out).toContain("the payment method");
});

test("prints a JSON Schema that the documented rulebook fits and a broken one does not", async () => {
  const { code, out } = await encore("rules", "schema");
  expect(code).toBe(0);
  const fits = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(out));
  expect(fits(rulebook())).toBe(true);
  expect(fits(rulebook((rule) => delete rule.name))).toBe(false);
});

test("says in words what differs, and nothing of what does not", async () => {
  const { before, after } = files({
    before: rulebook(),
    after: rulebook((rule) => {
      rule.priority = 3;
    }),
  });
  expect(await encore("rules", "diff", before, before)).toEqual({ code: 0, out: "", complaints: [] });
  const { code, out } = await encore("rules", "diff", before, after);
  expect(code).toBe(1);
  expect(out).toContain("Teacups → Cakestand");
  expect(out).toContain("priority");
});

test.each([
  ["rules", "validate"],
  ["rules", "validate", "/nowhere.json"],
  ["rules", "validate", "a.json", "b.json"],
  ["rules", "schema", "more"],
  ["rules", "diff", "/nowhere.json", "/nowhere.json"],
  ["rules", "paint"],
  ["dance"],
  [],
])("cannot use %j: exit 2, nothing on stdout", async (...typed) => {
  const { code, out, complaints } = await encore(...typed);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(complaints.length).toBeGreaterThan(0);
});

test("takes a file that is no JSON, or JSON of something else, for what it is", async () => {
  const { text, list, deep } = files({ text: "not json", list: [], deep: "[".repeat(100_000) + "]".repeat(100_000) });
  expect(await encore("rules", "validate", text)).toMatchObject({ code: 2, out: "" });
  expect(await encore("rules", "validate", list)).toMatchObject({ code: 1 });
  expect(await encore("rules", "validate", deep)).toMatchObject({ code: 1 });
});

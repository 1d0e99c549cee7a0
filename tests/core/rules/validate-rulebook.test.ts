import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Clause, Path, Rule } from "#app/core/rules/rulebook.ts";
import { validateRule, validateRulebook } from "#app/core/rules/validate-rulebook.ts";
import { arbitraryRulebook } from "#tests/support/arbitrary-rulebook.ts";
import { someRule } from "#tests/support/builders.ts";
import { inEnglish } from "#tests/support/in-english.ts";
import { type RefusedRule, refusedRules, ruleOf } from "./refused-rules.ts";

const problemsOf = (document: unknown) => {
  const answer = validateRulebook(document);
  return answer.kind === "invalid" ? inEnglish(answer.problems) : [];
};
const rulebookOf = (...rules: readonly unknown[]) => ({ format: 1, rules });

test.each(refusedRules())("$title is refused at its place", (refused: RefusedRule) => {
  expect(problemsOf(rulebookOf(ruleOf(refused)))).toEqual([{ path: refused.path, sentence: refused.sentence }]);
});

test("a rulebook comes back from its JSON as it went in, whatever stands in it", () => {
  fc.assert(
    fc.property(arbitraryRulebook, (rulebook) => {
      expect(validateRulebook(JSON.parse(JSON.stringify(rulebook)))).toEqual({ kind: "valid", rulebook });
    }),
  );
});

test("what is valid is valid again, to the byte", () => {
  fc.assert(
    fc.property(arbitraryRulebook, (rulebook) => {
      const once = validateRulebook(rulebook);
      const again = validateRulebook(JSON.parse(JSON.stringify(once.kind === "valid" && once.rulebook)));
      expect(JSON.stringify(again)).toBe(JSON.stringify(once));
    }),
  );
});

test("a rule on its own tells its places from itself on", () => {
  expect(validateRule({ ...someRule(), name: "" })).toEqual({
    kind: "invalid",
    problems: [{ path: "name", message: "problem.rule.name" }],
  });
});

test("a condition nobody knows is refused, even one named like a word of the language", () => {
  for (const kind of ["is-full-moon", "constructor", "__proto__", "toString", undefined, null, 7]) {
    const [problem, ...others] = problemsOf(rulebookOf({ ...someRule(), when: { all: [{ kind }] } }));
    expect(others).toEqual([]);
    expect(problem?.path).toBe("rules[0].when.all[0].kind");
    expect(problem?.sentence).toMatch(/^A condition is one of product, variant, .*, or a group: all, any or none\.$/);
  }
});

test("every order is what the empty root means, and only there", () => {
  expect(validateRulebook(rulebookOf(someRule({ when: { all: [] } })))).toMatchObject({ kind: "valid" });
});

test("two rules of one id are refused at the second, though the first is wrong elsewhere", () => {
  const problems = problemsOf(rulebookOf({ ...someRule(), name: "" }, someRule(), someRule()));
  const sentence = 'Another rule has the id "teacups-to-cakestand" already.';
  expect(problems).toEqual([
    { path: "rules[0].name", sentence: "Give the rule a name." },
    { path: "rules[1].id", sentence },
    { path: "rules[2].id", sentence },
  ]);
});

test("every problem is told at once", () => {
  const rule = { ...someRule(), name: "", priority: 0, schedule: { from: "2026-02-31" } };
  expect(problemsOf({ format: 2, rules: [rule], guards: { priceCapPercent: 0, surprise: 1 } })).toEqual([
    { path: "format", sentence: "The format must be 1." },
    { path: "guards.surprise", sentence: '"surprise" means nothing here.' },
    { path: "guards.priceCapPercent", sentence: "The price cap is a percentage above 0, at most 100." },
    { path: "rules[0].name", sentence: "Give the rule a name." },
    { path: "rules[0].priority", sentence: "The priority is a whole number from 1 to 10,000." },
    {
      path: "rules[0].schedule.from",
      sentence: "A moment is a day of the calendar, 2026-11-27, or a minute of one, 2026-11-27T09:00.",
    },
  ]);
});

test("a rule may name 5,000 products in its conditions, one named twice counting once, and not one more", () => {
  const products = (from: number, count: number) => Array.from({ length: count }, (_, index) => String(from + index));
  const rule = (...lists: readonly (readonly string[])[]) => ({
    ...someRule(),
    when: { any: lists.map((list) => ({ kind: "product", lines: "any", products: list })) },
  });
  expect(problemsOf(rulebookOf(rule(products(1, 3_000), products(2_001, 3_000))))).toEqual([]);
  expect(problemsOf(rulebookOf(rule(products(1, 3_000), products(2_001, 3_001))))).toEqual([
    { path: "rules[0].when", sentence: "A rule's conditions name at most 5,000 products and variants." },
  ]);
});

test("a rulebook holds 10,000 rules and not one more", () => {
  const rules = Array.from({ length: 10_000 }, (_, index) => ({ ...someRule(), id: `rule-${index}` }));
  expect(validateRulebook(rulebookOf(...rules)).kind).toBe("valid");
  expect(problemsOf(rulebookOf(...rules, someRule()))).toEqual([
    { path: "rules", sentence: "There may be at most 10,000 here." },
  ]);
});

test("groups may stand eight deep, and no deeper, however deep they are written", () => {
  const nested = (depth: number) => {
    let when: Clause = { kind: "product", lines: "any", products: ["1001" as never] };
    for (let level = 0; level < depth; level++) when = { all: [when] };
    return rulebookOf(someRule({ when }));
  };
  expect(validateRulebook(nested(8)).kind).toBe("valid");
  for (const depth of [9, 2_000]) {
    expect(problemsOf(nested(depth))).toMatchObject([{ sentence: "Groups may stand at most 8 deep." }]);
  }
});

test("a path of four steps is refused at the fourth", () => {
  const { path } = someRule();
  const four = { ...path, ifDeclined: { ...path, ifAccepted: { ...path, ifDeclined: path } } };
  expect(problemsOf(rulebookOf(someRule({ path: four })))).toEqual([
    { path: "rules[0].path.ifDeclined.ifAccepted.ifDeclined", sentence: "A path has at most 3 steps." },
  ]);
});

test("an upsell deep in a path may replace no more than the first", () => {
  const { offer } = someRule().path;
  const path: Path = { offer, ifDeclined: { offer: { ...offer, kind: "upsell", replaces: true } } };
  expect(problemsOf(rulebookOf(someRule({ path })))).toMatchObject([
    { path: "rules[0].path.ifDeclined.offer.replaces" },
  ]);
  expect(validateRulebook(rulebookOf(someRule({ path, surfaces: ["cart", "checkout"] }))).kind).toBe("valid");
});

test("a document that contains itself is refused, and soon", () => {
  const group: { all: unknown[] } = { all: [] };
  group.all = Array.from({ length: 100 }, () => group);
  const path: { -readonly [Field in keyof Path]: Path[Field] } = { ...someRule().path };
  path.ifAccepted = path;
  path.ifDeclined = path;
  const problems = problemsOf(rulebookOf({ ...someRule(), when: group, path }));
  expect(problems).toContainEqual({
    path: "rules[0].when",
    sentence: "A rule holds at most 1,000 conditions and groups.",
  });
  expect(problems).toContainEqual({
    path: "rules[0].path.ifAccepted.ifAccepted.ifAccepted",
    sentence: "A path has at most 3 steps.",
  });
  const rulebook: { rules: unknown[] } & Record<string, unknown> = { format: 1, rules: [] };
  rulebook.rules = [rulebook];
  expect(validateRulebook(rulebook).kind).toBe("invalid");
});

test("a list with holes is read as holding nothing there", () => {
  const when = { all: new Array(2) };
  expect(problemsOf(rulebookOf({ ...someRule(), when }))).toMatchObject([
    { path: "rules[0].when.all[0]", sentence: "The condition is missing." },
    { path: "rules[0].when.all[1]", sentence: "The condition is missing." },
  ]);
});

test("a document that is anything at all is read without a crash, and never silently as valid", () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }), (document) => {
      expect(validateRulebook(document).kind).toBe("invalid");
      expect(validateRule(document).kind).toBe("invalid");
    }),
  );
});

test("whatever one field is replaced by, a rule is valid or told what is wrong with it", () => {
  const whole = someRule({
    schedule: { from: "2026-11-27" },
    limits: { acceptsPerDay: 5 },
    pauseAfter: { refunds: 2 },
  });
  const fields = Object.keys(whole) as (keyof Rule)[];
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
      const answer = validateRule({ ...whole, [field]: value });
      expect(answer.kind === "invalid" ? answer.problems.length > 0 : answer.rule[field]).toEqual(
        answer.kind === "invalid" ? true : value,
      );
    }),
  );
});

const naughty: { readonly strings: readonly string[] } = JSON.parse(
  readFileSync(new URL("../../support/naughty-strings.json", import.meta.url), "utf8"),
);

/** Every field of a rule in which a merchant writes text, and those that only look as if. */
const TEXT_FIELDS: Readonly<Record<string, { write: (text: string) => unknown; read: (rule: Rule) => unknown }>> = {
  name: { write: (name) => ({ ...someRule(), name }), read: ({ name }) => name },
  id: { write: (id) => ({ ...someRule(), id }), read: ({ id }) => id },
  headline: {
    write: (en) => withOffer({ words: { headline: { en }, reason: {} } }),
    read: ({ path }) => path.offer.words.headline.en,
  },
  reason: {
    write: (de) => withOffer({ words: { headline: {}, reason: { de } } }),
    read: ({ path }) => path.offer.words.reason.de,
  },
  language: {
    write: (language) => withOffer({ words: { headline: { [language]: "Tea?" }, reason: {} } }),
    read: ({ path }) => Object.keys(path.offer.words.headline)[0],
  },
  partner: {
    write: (name) => withOffer({ kind: "partner", partner: { name, commissionPercent: 10 } }),
    read: ({ path }) => path.offer.partner?.name,
  },
  "discount code": {
    write: (code) => ({ ...someRule(), when: { kind: "discount-code", of: "any", codes: [code] } }),
    read: ({ when }) => ("codes" in when ? when.codes[0] : undefined),
  },
  "landing page": {
    write: (text) => ({ ...someRule(), when: { kind: "landing-page", how: "contains", texts: [text] } }),
    read: ({ when }) => ("texts" in when ? when.texts[0] : undefined),
  },
  "customer tag": {
    write: (tag) => ({ ...someRule(), when: { kind: "customer-tag", of: "none", tags: [tag] } }),
    read: ({ when }) => ("tags" in when ? when.tags[0] : undefined),
  },
  seed: {
    write: (seed) => ({ ...someRule(), when: { kind: "random-share", percent: 10, seed } }),
    read: ({ when }) => ("seed" in when ? when.seed : undefined),
  },
};

function withOffer(offer: object): unknown {
  const { path } = someRule();
  return { ...someRule(), path: { offer: { ...path.offer, ...offer } } };
}

test.each(Object.entries(TEXT_FIELDS))(
  "each of 515 naughty strings as %s is kept to the byte or refused",
  (_, field) => {
    expect(naughty.strings).toHaveLength(515);
    let kept = 0;
    for (const text of naughty.strings) {
      const answer = validateRule(JSON.parse(JSON.stringify(field.write(text))));
      if (answer.kind === "valid") {
        expect(field.read(answer.rule)).toBe(text);
        kept += 1;
      } else {
        expect(
          inEnglish(answer.problems).every(({ path, sentence }) => path !== "" && /^["A-Z].*\.$/.test(sentence)),
        ).toBe(true);
      }
    }
    expect(kept).toBeGreaterThan(0);
  },
);

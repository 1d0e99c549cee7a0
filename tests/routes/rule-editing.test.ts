import { describe, expect, test } from "vitest";
import { readEditorAsk } from "#app/admin/rule-editor/editor-ask.ts";
import { isWithin, valueAt } from "#app/admin/rule-editor/places.ts";
import { checkedDocument } from "#app/admin/rule-editor/problems.ts";
import { documentOf, EMPTY_DOCUMENT, sentDocument, suggestedName } from "#app/admin/rule-editor/rule-document.ts";
import {
  movedBy,
  movedIn,
  movedOut,
  regrouped,
  removed,
  withPart,
  wrapped,
} from "#app/admin/rule-editor/when/clauses.ts";
import { countryCodes, languageCodes } from "#app/admin/rule-editor/when/codes.ts";
import { KINDS_BY_SUBJECT, newCondition, unknownOn } from "#app/admin/rule-editor/when/condition-kinds.ts";
import { newRuleId } from "#app/admin/rules/new-rule-id.ts";
import { type ConditionKind, conditions } from "#app/core/rules/conditions/index.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { NOON, someProduct, someRule, TEACUP } from "#tests/support/builders.ts";

const products = new Map(
  [someProduct({ id: TEACUP, title: "Regency Teacup" }), someProduct()].map((product) => [product.id, product]),
);
const given = { id: someRule().id, status: "draft", editedAt: NOON } as const;

const country = { kind: "country", countries: ["GB"] };
const first = { kind: "first-order", is: "first" };
const value = { kind: "order-value", atLeast: { minor: 2_000, currency: "GBP" } };
const when = (clause: unknown) => ({ ...documentOf(someRule()), when: clause });

describe("a rule that is edited", () => {
  test.each<[string, Partial<Rule>]>([
    ["of one condition", {}],
    ["with limits and a schedule", { limits: { oncePerCustomer: {} }, schedule: { until: "2026-12-24" } }],
    ["that pauses itself", { pauseAfter: { refunds: 3 }, pausedBecause: { what: "soldOut", inARow: 3, at: NOON } }],
    ["for every order", { when: { all: [] } }],
    ["of groups in groups", { when: { any: [{ none: [{ kind: "country", countries: ["GB"] }] }] } }],
  ])("%s says the same as before when nothing was changed", (_, changes) => {
    const rule = someRule(changes);
    const { id, status, editedAt } = rule;
    expect(checkedDocument(documentOf(rule), products, { id, status, editedAt }).rule).toEqual(rule);
  });

  test("of a single condition has it in a group, so that others can join it", () => {
    const rule = someRule({ when: { kind: "country", countries: ["GB"] } });
    expect(documentOf(rule).when).toEqual({ all: [rule.when] });
  });

  test("is named after its products where the merchant gave it no name", () => {
    const document = documentOf(someRule());
    expect(sentDocument({ ...document, name: " " }, products).name).toBe("Regency Teacup → Regency Cakestand 3 Tier");
    expect(sentDocument({ ...document, name: "Mine" }, products).name).toBe("Mine");
    expect(suggestedName(EMPTY_DOCUMENT, products)).toBe("");
    expect(newRuleId("Café & Thé → Kännchen!")).toMatch(/^cafe-the-kannchen-[0-9a-f]{6}$/);
    expect(newRuleId("茶碗")).toMatch(/^rule-[0-9a-f]{6}$/);
  });

  test("has no limits when the last of them was emptied", () => {
    const emptied = { ...documentOf(someRule()), limits: {}, schedule: {}, pauseAfter: { refunds: 3 } };
    expect(Object.keys(sentDocument(emptied, products))).not.toContain("limits");
    expect(checkedDocument(emptied, products, given).problems).toEqual([]);
  });

  test("and is new tells what only the merchant knows, each at its field", () => {
    expect(checkedDocument(EMPTY_DOCUMENT, products, given).problems.map(({ path }) => path)).toEqual([
      "when.all[0].products",
      "path.offer.source.products",
    ]);
  });
});

describe("conditions and groups", () => {
  test("of every kind can be added, and say what is missing beside their own fields", () => {
    const kinds = Object.values(KINDS_BY_SUBJECT).flat();
    expect([...kinds].sort()).toEqual((Object.keys(conditions) as ConditionKind[]).sort());
    for (const kind of kinds) {
      const document = when({ all: [newCondition(kind)] });
      for (const { path } of checkedDocument(document, products, given).problems) {
        expect(isWithin(path, "when.all[0]"), `${kind}: ${path}`).toBe(true);
      }
    }
  });

  test("tell on which pages nobody knows what they ask", () => {
    expect(unknownOn("payment-method", ["post-purchase", "email"])).toEqual(["post-purchase"]);
    expect(unknownOn("product", ["cart", "thank-you"])).toEqual([]);
  });

  test("move up and down in their group, and no further", () => {
    const document = when({ all: [country, first] });
    expect(movedBy(document, "when.all[1]", -1)).toMatchObject({
      document: { when: { all: [first, country] } },
      place: "when.all[0]",
    });
    expect(movedBy(document, "when.all[0]", -1)).toBeUndefined();
    expect(movedBy(document, "when.all[1]", 1)).toBeUndefined();
  });

  test("move into the group before them, and out of it again", () => {
    const document = when({ all: [{ any: [country] }, first, value] });
    const into = movedIn(document, "when.all[1]");
    expect(into).toMatchObject({
      document: { when: { all: [{ any: [country, first] }, value] } },
      place: "when.all[0].any[1]",
    });
    expect(movedIn(document, "when.all[0]")).toBeUndefined();
    expect(into && movedOut(into.document, into.place)?.document.when).toEqual(document.when);
  });

  test("take their group with them when they are the last to leave it", () => {
    const document = when({ all: [{ any: [country] }, first] });
    expect(movedOut(document, "when.all[0].any[0]")).toMatchObject({
      document: { when: { all: [country, first] } },
      place: "when.all[0]",
    });
    expect(removed(document, "when.all[0].any[0]").document.when).toEqual({ all: [first] });
    expect(movedOut(document, "when.all[1]")).toBeUndefined();
  });

  test("leave every order when the last of them is removed", () => {
    expect(removed(when({ all: [country] }), "when.all[0]")).toMatchObject({
      document: { when: { all: [] } },
      place: "when.all",
    });
  });

  test("are wrapped and grouped otherwise without changing themselves", () => {
    const document = wrapped(when({ all: [country, first] }), "when.all[0]").document;
    expect(document.when).toEqual({ all: [{ any: [country] }, first] });
    expect(regrouped(document, "when.all[0]", "none").when).toEqual({ all: [{ none: [country] }, first] });
    expect(valueAt(withPart(document, "when.all[0].any", value), "when.all[0].any[1]")).toBe(value);
  });

  test("know the countries and languages of the world by their codes, and none that are gone", () => {
    expect(countryCodes()).toEqual(expect.arrayContaining(["GB", "DE", "JP", "BR"]));
    for (const none of ["EU", "ZZ", "SU", "DD"]) expect(countryCodes()).not.toContain(none);
    expect(languageCodes()).toEqual(expect.arrayContaining(["en", "de", "pt", "ja"]));
    expect(countryCodes().length).toBeGreaterThan(240);
  });
});

test("whom a rule is published for is everyone, or a whole share of the shoppers", () => {
  expect(readEditorAsk({ intent: "publish" })).toEqual({ intent: "publish", to: "everyone" });
  expect(readEditorAsk({ intent: "publish", to: { percent: 10 } })).toMatchObject({ to: { percent: 10 } });
  for (const to of [{ percent: 0 }, { percent: 100 }, { percent: "many" }, 7, "nobody"]) {
    expect(readEditorAsk({ intent: "publish", to })).toBeUndefined();
  }
});

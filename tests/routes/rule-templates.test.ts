import { describe, expect, test } from "vitest";
import { withValueAt } from "#app/admin/rule-editor/places.ts";
import { TEMPLATE_IDS, templateDocument } from "#app/admin/rules/templates.ts";
import { validateRule } from "#app/core/rules/validate-rulebook.ts";
import { CAKESTAND, GBP, NOON, TEACUP } from "#tests/support/builders.ts";

const shop = { currency: GBP, timezone: "Europe/London", languages: ["en"], currencies: [GBP] };
const given = { id: "from-a-template", status: "draft", editedAt: NOON };

/** What is missing in a template, and what a merchant puts there. */
const choices: readonly (readonly [RegExp, unknown])[] = [
  [/^name$/, "My rule"],
  [/^when\.all\[\d\]\.products$/, [TEACUP]],
  [/^path(\.ifDeclined)?\.offer\.source\.products$/, [{ product: CAKESTAND }]],
];

const choiceFor = (place: string) => choices.find(([pattern]) => pattern.test(place))?.[1];

describe("a template", () => {
  test.each(TEMPLATE_IDS)("%s leaves open only what the merchant knows, and with that it can be published", (id) => {
    const document = { ...templateDocument(id, shop), ...given };
    const first = validateRule(document);
    const places = first.kind === "invalid" ? first.problems.map(({ path }) => path) : [];
    expect(places).toContain("path.offer.source.products");
    expect(places.filter((place) => choiceFor(place) === undefined)).toEqual([]);
    const chosen = places.reduce((rule, place) => withValueAt(rule, place, choiceFor(place)), document);
    expect(validateRule(chosen)).toMatchObject({ kind: "valid" });
  });
});

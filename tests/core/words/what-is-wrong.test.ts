import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findings } from "#app/core/rules/findings.ts";
import { readRulebookText } from "#app/core/rules/read-rulebook-text.ts";
import type { Problem } from "#app/core/rules/reading.ts";
import { validateRulebook } from "#app/core/rules/validate-rulebook.ts";
import { said } from "#app/core/values/say.ts";
import { arbitraryRulebook } from "#tests/support/arbitrary-rulebook.ts";
import { NOON, someRule } from "#tests/support/builders.ts";
import { refusedRules, ruleOf } from "../rules/refused-rules.ts";
import { readers, UNFILLED } from "./every-language.ts";

const problemsOf = (document: unknown): readonly Problem[] => {
  const answer = validateRulebook(document);
  return answer.kind === "invalid" ? answer.problems : [];
};
const refused = refusedRules().flatMap((one) => problemsOf({ format: 1, rules: [ruleOf(one)] }));

describe.each(readers)("in $language", ({ language, say }) => {
  test("every mistake in a rule is told in a sentence", () => {
    for (const problem of refused) {
      const sentence = said(problem, say);
      expect(sentence).toMatch(/^["“„«A-ZÀ-Ü].*\.$/s);
      // What is told of merge fields shows how they are written: "{product}".
      expect(sentence.replace(/\{[a-z-]+\}/gi, "")).not.toMatch(UNFILLED);
    }
  });

  test("what is told of one is not the English of it", () => {
    const english = readers.find((reader) => reader.language === "en");
    const same = refused.filter((problem) => english && said(problem, say) === said(problem, english.say));
    expect(same.length).toBe(language === "en" ? refused.length : 0);
  });

  test("a text that is no JSON is told with what was expected", () => {
    for (const text of ["", "{", '{"a" 1}', "[1 2]", '{"a": "b', "{} x", '["\\x"]', '["a\nb"]']) {
      const read = readRulebookText(text);
      const [problem] = read.kind === "invalid" ? read.problems : [];
      expect(problem && said(problem, say)).toMatch(/JSON\. .*\.$/s);
    }
  });

  test("what can never come true is told in a sentence", () => {
    fc.assert(
      fc.property(arbitraryRulebook, (rulebook) => {
        for (const finding of findings(rulebook, NOON)) {
          const sentence = said(finding, say);
          expect(sentence).toMatch(/^[A-ZÀ-Ü].*\.$/s);
          expect(sentence).not.toMatch(UNFILLED);
        }
      }),
    );
  });
});

test("what a rule needs and a page does not know is listed as each language lists", () => {
  const when = {
    all: [
      { kind: "payment-method", methods: ["paypal"] },
      { kind: "device", devices: ["phone"] },
      { kind: "market", markets: ["europe"] },
    ],
  } as const;
  const [finding] = findings({ format: 1, rules: [someRule({ when })] }, NOON);
  expect(readers.map(({ say }) => finding && said(finding, say).replaceAll("\u00a0", " "))).toEqual([
    "This rule can never match on the post-purchase page: it needs the payment method, the device and the market.",
    "Cette règle ne peut jamais convenir sur la page post-achat : on n’y connaît pas le moyen de paiement, l’appareil et le marché.",
    "Diese Regel kann auf der Seite nach dem Kauf nie passen: Dort ist nicht bekannt: die Zahlungsart, das Gerät und der Markt.",
  ]);
});

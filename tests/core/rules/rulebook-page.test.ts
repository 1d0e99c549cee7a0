import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { conditions } from "#app/core/rules/conditions/index.ts";
import { rulebookSchema } from "#app/core/rules/rulebook-schema.ts";
import { validateRulebook } from "#app/core/rules/validate-rulebook.ts";

const page = readFileSync(new URL("../../../docs/rulebook.md", import.meta.url), "utf8");

interface Described {
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Described[];
  readonly properties?: Readonly<Record<string, Described>>;
}
const { condition, offer } = rulebookSchema().$defs as Readonly<Record<"condition" | "offer", Described>>;

test("the page's example is a valid rulebook", () => {
  const [, example = ""] = /```json\n(.*?)```/s.exec(page) ?? [];
  expect(validateRulebook(JSON.parse(example))).toMatchObject({
    kind: "valid",
    rulebook: { rules: [{ priority: 1 }] },
  });
});

test.each(Object.keys(conditions))("the page names the condition %s and its parameters", (kind) => {
  const row = page.split("\n").find((line) => line.startsWith(`| \`${kind}\` |`));
  const parameters = condition.anyOf?.find(({ properties }) => properties?.kind?.enum?.[0] === kind)?.properties ?? {};
  const isSame = row?.includes("as `landing-page`");
  for (const name of Object.keys(parameters)) if (name !== "kind" && !isSame) expect(row).toContain(`\`${name}\``);
  expect(row).toBeDefined();
});

test.each((offer.properties?.source?.anyOf ?? []).flatMap(({ properties }) => properties?.kind?.enum ?? []))(
  "the page names the source %s",
  (kind) => {
    expect(page).toContain(`| \`${kind}\` |`);
  },
);

test("the page says what an empty root means", () => {
  expect(page).toContain('`{"all": []}` means every order');
});

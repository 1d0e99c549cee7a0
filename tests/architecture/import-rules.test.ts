import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { afterAll, expect, test } from "vitest";
import configuration from "../../.dependency-cruiser.mjs";

const root = resolve(import.meta.dirname, "../..");
const AREAS = ["app", "bench", "extensions", "hosts", "sandbox", "scripts", "server.ts", "start.ts"];

/** One import that must never be, for each rule: the file it is planted in, what it imports, the rule that objects. */
const planted = [
  ["app/core/values/planted.ts", "#app/core/decision/decide.ts", "app-core-values-imports-only-what-it-may"],
  ["app/core/catalog/planted.ts", "node:fs", "app-core-catalog-imports-only-what-it-may"],
  ["app/core/decision/planted.ts", "zod", "app-core-decision-imports-only-what-it-may"],
  ["app/core/rules/planted.ts", "#app/platform/log.ts", "app-core-rules-imports-only-what-it-may"],
  ["app/contracts/planted.ts", "#app/platform/log.ts", "app-contracts-imports-only-what-it-may"],
  ["app/platform/planted.ts", "#app/core/facts/facts.ts", "app-platform-imports-only-what-it-may"],
  ["app/stores/planted.ts", "#app/shopify/gid.ts", "app-stores-imports-only-what-it-may"],
  ["app/shopify/planted.ts", "#app/stores/database.ts", "app-shopify-imports-only-what-it-may"],
  ["app/shopify/planted-too.ts", "pg", "app-shopify-imports-only-what-it-may"],
  ["app/flows/planted.ts", "#app/http/shoppers-listener.ts", "app-flows-imports-only-what-it-may"],
  ["app/jobs/planted.ts", "#app/http/shoppers-listener.ts", "app-jobs-imports-only-what-it-may"],
  ["app/http/planted.ts", "#app/stores/database.ts", "app-http-imports-only-what-it-may"],
  ["app/routes/planted.ts", "#app/stores/database.ts", "app-routes-imports-only-what-it-may"],
  ["app/preview/planted.ts", "#app/flows/offer-in-hand.ts", "app-preview-imports-only-what-it-may"],
  ["app/cli/planted.ts", "#app/http/shoppers-listener.ts", "app-cli-imports-only-what-it-may"],
  ["app/cli/planted-too.ts", "zod", "app-cli-imports-only-what-it-may"],
  ["app/flows/planted-bench.ts", "#bench/frame/dice.ts", "nothing-that-ships-imports-tests-bench-or-sandbox"],
  ["app/admin/planted.ts", "#app/stores/database.ts", "app-admin-imports-only-what-it-may"],
  [
    "extensions/post-purchase/src/planted.ts",
    "../../../app/flows/accept-offer.ts",
    "extensions-imports-only-what-it-may",
  ],
  ["extensions/post-purchase/src/planted-too.ts", "../../thank-you/planted.ts", "no-extension-imports-another"],
  ["hosts/planted.ts", "#sandbox/sandbox.ts", "hosts-imports-only-what-it-may"],
  ["sandbox/planted.ts", "#app/core/decision/decide.ts", "sandbox-imports-only-what-it-may"],
  ["app/flows/planted-too.ts", "#sandbox/sandbox.ts", "nothing-that-ships-imports-tests-bench-or-sandbox"],
  [
    "app/flows/planted-three.ts",
    "#app/composition.ts",
    "only-the-composition-wires-stores-flows-http-and-jobs-together",
  ],
  ["app/core/values/planted-circle.ts", "./planted-circle.ts", "no-circle"],
  ["app/core/values/planted-nowhere.ts", "./nowhere.ts", "nothing-unresolvable"],
] as const;

const copy = mkdtempSync(join(tmpdir(), "encore-architecture-"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

async function violationsIn(
  folder: string,
): Promise<{ modules: number; violations: { from: string; rule: string }[] }> {
  const { forbidden, options } = configuration;
  const { output } = await cruise(AREAS, {
    ...options,
    ruleSet: { forbidden },
    validate: true,
    baseDir: folder,
    exclude: { path: "(^|/)(dist|build)/" },
  });
  const { summary } = output as ICruiseResult;
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map(({ from, rule }) => ({ from, rule: rule.name })),
  };
}

test("every module imports only what its folder may, and the check sees the modules", {
  timeout: 120_000,
}, async () => {
  const { modules, violations } = await violationsIn(root);
  expect(violations).toEqual([]);
  expect(modules).toBeGreaterThan(100);
});

test("an import that must never be is caught, one of each kind", { timeout: 120_000 }, async () => {
  for (const path of [...AREAS, "package.json", "tsconfig.json", "tsconfig.base.json"]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  for (const [file, imported] of planted)
    write(file, `import * as planted from "${imported}";\nexport default planted;\n`);
  write("extensions/thank-you/planted.ts", "export const planted = true;\n");

  const { violations } = await violationsIn(copy);
  for (const [from, , rule] of planted) expect(violations).toContainEqual({ from, rule });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
}

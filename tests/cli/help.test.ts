import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { encore } from "./run-cli.ts";

const page = readFileSync(new URL("../../docs/command-line.md", import.meta.url), "utf8");

test("--help lists the commands that the page documents, each as it is documented", async () => {
  const { code, out } = await encore("--help");
  expect(code).toBe(0);
  const usages = out
    .split("\n")
    .filter((line) => line.startsWith("  encore "))
    .map((line) => line.trim());
  expect(usages.length).toBeGreaterThanOrEqual(5);
  for (const usage of usages) expect(page).toContain(usage);
});

test.each([["rules", "validate"], ["rules", "schema"], ["rules", "diff"], ["explain"], ["decide"]])(
  "%s %s has a --help of its own that says its exit codes",
  async (...words) => {
    const { code, out, complaints } = await encore(...words.filter(Boolean), "--help");
    expect({ code, complaints }).toEqual({ code: 0, complaints: [] });
    expect(out).toContain(`usage: encore ${words.filter(Boolean).join(" ")}`);
    expect(out).toContain("Exit codes:");
  },
);

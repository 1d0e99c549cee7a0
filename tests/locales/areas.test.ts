import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import english from "#app/locales/en.json" with { type: "json" };

const root = join(import.meta.dirname, "../..");
const AREAS = [...new Set(Object.keys(english).map((message) => message.slice(0, message.indexOf("."))))];
/** Loaded before anything is drawn: entry.client.tsx. */
const OF_THE_FRAME = ["frame", "list"];
const allRoutes = readdirSync(join(root, "app/routes"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".tsx"))
  .map((entry) => join(entry.parentPath, entry.name));
const routes = allRoutes.filter((file) => sourceOf(file).includes("speaking("));

test.each(routes.map((file) => [nameOf(file), file]))("%s loads the texts that it speaks", (_, file) => {
  const [, named = ""] = /speaking\(\s*\[([^\]]*)\]/.exec(sourceOf(file)) ?? [];
  expect(listed(named)).toEqual(spokenBy(file));
});

test("every other page speaks as the frame does", () => {
  const others = allRoutes.filter((file) => !routes.includes(file) && sourceOf(file).includes("export default"));
  expect(others.filter((file) => spokenBy(file).length > 0).map(nameOf)).toEqual([]);
});

test("what is fetched later brings the texts that it alone speaks, and no others", () => {
  const parts = routes.flatMap(graphOf).flatMap(partsOf);
  expect(parts.length).toBeGreaterThan(0);
  for (const { file, areas } of parts) expect(spokenBy(file)).toEqual(expect.arrayContaining(areas));
});

/** What must be there when the module is drawn. A part that is fetched later speaks of what it does not bring itself. */
function spokenBy(entry: string): string[] {
  const modules = graphOf(entry);
  const spoken = new Set([
    ...modules.flatMap(areasSaidIn),
    ...modules.flatMap(partsOf).flatMap(({ file, areas }) => spokenBy(file).filter((area) => !areas.includes(area))),
  ]);
  return [...spoken].filter((area) => !OF_THE_FRAME.includes(area)).sort();
}

/** What a module has fetched later: `later(["try"], () => import("./try-form.tsx"))`. */
function partsOf(file: string) {
  return [...sourceOf(file).matchAll(/later\(\s*\[([^\]]*)\],\s*\(\) => import\("([^"]+)"\)/g)].map(
    ([, areas = "", to = ""]) => ({ file: fileOf(to, file), areas: listed(areas) }),
  );
}

/** Problems are named by the core and said where they are read: by whoever imports `said` and is told of problems. */
function areasSaidIn(file: string): string[] {
  const source = sourceOf(file).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const isCore = nameOf(file).startsWith("app/core/");
  const named = AREAS.filter((area) => !(isCore && area === "problem")).filter((area) =>
    new RegExp(`["\`]${area}\\.[a-z$]`).test(source),
  );
  const told = /\bsaid\b[^;]*from "#app\/core\/values\/say/.test(source) && /problem/i.test(source) ? ["problem"] : [];
  const brought = [...source.matchAll(/useTexts\(\[([^\]]*)\]/g)].flatMap(([, areas = ""]) => listed(areas));
  return [...named, ...told].filter((area) => !brought.includes(area));
}

/** The modules that run in the browser with it: those that it imports, but for types. */
function graphOf(entry: string): string[] {
  const found = new Set<string>();
  const look = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const imported of importsOf(file)) look(imported);
  };
  look(entry);
  return [...found];
}

function importsOf(file: string): string[] {
  return [...sourceOf(file).matchAll(/^(?:import|export) (?!type )[^;]*? from "([^"]+\.tsx?)";/gm)]
    .map(([, to = ""]) => fileOf(to, file))
    .filter((to) => existsSync(to));
}

function fileOf(to: string, from: string): string {
  return to.startsWith("#app/") ? join(root, "app", to.slice(5)) : resolve(dirname(from), to);
}

function sourceOf(file: string): string {
  return readFileSync(file, "utf8");
}

function nameOf(file: string): string {
  return file.slice(root.length + 1);
}

function listed(areas: string): string[] {
  return [...areas.matchAll(/"([a-z]+)"/g)].map(([, area = ""]) => area).sort();
}

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { componentRules } from "#hosts/post-purchase/component-rules.ts";

/** Every `<Name>Props` that Shopify's package exports, with the names of its props and, where they are words, the words. */
function publishedComponents(): Record<string, Record<string, readonly (string | number)[] | undefined>> {
  const home = dirname(createRequire(import.meta.url).resolve("@shopify/post-purchase-ui-extensions/package.json"));
  const entry = join(home, "build/ts/components/index.d.ts");
  const program = ts.createProgram([entry], { strict: true, skipLibCheck: true, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const symbol = source && checker.getSymbolAtLocation(source);
  if (!symbol) throw new Error("the package's types have moved");
  const components: ReturnType<typeof publishedComponents> = {};
  for (const exported of checker.getExportsOfModule(symbol)) {
    const name = /^(\w+)Props$/.exec(exported.name)?.[1];
    if (!name) continue;
    const props = checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(exported)).getProperties();
    components[name] = Object.fromEntries(props.map((prop) => [prop.name, wordsOf(checker.getTypeOfSymbol(prop))]));
  }
  return components;
}

/** The members of a union of nothing but words or numbers; undefined for every other type. */
function wordsOf(type: ts.Type): readonly (string | number)[] | undefined {
  const members = (type.isUnion() ? type.types : [type]).filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
  const words = members.flatMap((member) =>
    member.isStringLiteral() || member.isNumberLiteral() ? [member.value] : [],
  );
  return words.length === members.length ? words.sort() : undefined;
}

test("the host knows exactly the components, props and words of Shopify's package", () => {
  const published = publishedComponents();
  expect(Object.keys(published)).toHaveLength(29);
  const known = Object.fromEntries(
    Object.entries(componentRules).map(([name, rules]) => [
      name,
      Object.fromEntries(
        Object.entries(rules).map(([prop, rule]) => [prop, typeof rule === "string" ? undefined : [...rule].sort()]),
      ),
    ]),
  );
  expect(known).toEqual(published);
});

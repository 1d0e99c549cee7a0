/**
 * Writes what Shopify's package of UI extensions publishes for the targets of ours: elements, props, events, methods,
 * slots and the API. Its own types are the source, so that a new version of the package is one run away:
 *
 *   node scripts/extract-ui-extensions.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import ts from "typescript";
import type {
  ApiRule,
  ApiRules,
  ElementRule,
  PropRule,
  Published,
  PublishedElement,
} from "#hosts/ui-extensions/published.ts";

/** The targets of the extensions in extensions/. */
const TARGETS = {
  "purchase.thank-you.block.render": "checkout",
  "customer-account.order-status.block.render": "customer-account",
  "purchase.checkout.block.render": "checkout",
};

/** In the types for Shopify's own use only: marked @private there. */
const PRIVATE_COMPONENTS = ["LoginWithShop"];

/** Unions of more words than this are shorthands ("base none", up to four): kept as one pattern. */
const WORDS_MOST = 150;

const PACKAGE = dirname(createRequire(import.meta.url).resolve("@shopify/ui-extensions"));
const TYPES = join(PACKAGE, "build/ts");

/** Reads the installed package; some seconds. Throws when its types are laid out otherwise than in 2026.7.4. */
export function readPublished(): Published {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { version: string };
  const entries = Object.entries(TARGETS).map(([target, surface]) => ({
    target,
    surface,
    file: join(TYPES, "surfaces", surface, "targets", `${target}.d.ts`),
  }));
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    { strict: true, skipLibCheck: true, types: [], lib: ["lib.es2023.d.ts", "lib.dom.d.ts"] },
  );
  const read = readerOf(program.getTypeChecker());

  const { rules, numbered } = onceEach();
  const surfaces: Record<string, Record<string, PublishedElement>> = {};
  const targets: Record<string, Published["targets"][string]> = {};
  for (const { target, surface, file } of entries) {
    const source = found(program.getSourceFile(file), file);
    const { api, components } = read.target(source);
    const elements = surfaces[surface] ?? {};
    surfaces[surface] = elements;
    const tags: string[] = [];
    for (const imported of importedComponents(source)) {
      const name = basename(imported, ".d.ts");
      if (!components.has(name) || PRIVATE_COMPONENTS.includes(name)) continue;
      const path = join(dirname(file), imported);
      const component = found(program.getSourceFile(path), path);
      const tag = tagOf(component);
      elements[tag] ??= numbered(read.element(component, name));
      tags.push(tag);
    }
    targets[target] = { surface, elements: tags, api };
  }
  return { version, rules, surfaces, targets };
}

/** Most props share their rule with many others: each is written once and referred to by its place. */
function onceEach() {
  const rules: PropRule[] = [];
  const places = new Map<string, number>();
  const placeOf = (rule: PropRule): number => {
    const key = JSON.stringify(rule);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, rules.length);
    return rules.push(rule) - 1;
  };
  const numbered = ({ props, ...rest }: ElementRule): PublishedElement => ({
    props: Object.fromEntries(Object.entries(props).map(([name, rule]) => [name, placeOf(rule)])),
    ...rest,
  });
  return { rules, numbered };
}

function readerOf(checker: ts.TypeChecker) {
  return {
    target(source: ts.SourceFile): { api: ApiRules; components: ReadonlySet<string> } {
      const alias = source.statements.find(
        (statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === "Target",
      ) as ts.TypeAliasDeclaration | undefined;
      const target = checker.getTypeFromTypeNode(found(alias, "type Target").type);
      const components = typeOf(found(target.getProperty("components"), "components"));
      return {
        api: apiRules(typeOf(found(target.getProperty("api"), "api"))),
        components: new Set(
          membersOf(components).flatMap((member) => (member.isStringLiteral() ? [member.value] : [])),
        ),
      };
    },

    element(source: ts.SourceFile, name: string): ElementRule {
      const exported = new Map(
        checker
          .getExportsOfModule(found(checker.getSymbolAtLocation(source), name))
          .map((symbol) => [symbol.name, symbol] as const),
      );
      const propertiesOf = (suffix: string): ts.Symbol[] => {
        const symbol = exported.get(`${name}${suffix}`);
        if (!symbol) return [];
        const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
        return checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(real));
      };
      const given = propertiesOf("Props");
      const isEvent = ({ name: prop }: ts.Symbol) => /^on[A-Z]/.test(prop);
      const props = given.filter((prop) => !isEvent(prop) && !["key", "ref", "children", "slot"].includes(prop.name));
      const own = new Set(given.map((prop) => prop.name));
      return {
        props: Object.fromEntries(
          props.map((prop): [string, PropRule] => [prop.name, propRule(typeOf(prop))]).sort(byName),
        ),
        events: given
          .filter(isEvent)
          .map((prop) => prop.name.slice(2).toLowerCase())
          .sort(),
        methods: propertiesOf("Element")
          .filter((member) => !own.has(member.name) && !/^on[a-z]/.test(member.name) && isOfPackage(member))
          .filter((member) => typeOf(member).getCallSignatures().length > 0)
          .map((member) => member.name)
          .sort(),
        slots: propertiesOf("ElementSlots")
          .map((slot) => slot.name)
          .sort(),
      };
    },
  };

  function typeOf(symbol: ts.Symbol): ts.Type {
    return checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
  }

  function propRule(type: ts.Type): PropRule {
    const kinds = new Set<NonNullable<PropRule["kinds"]>[number]>();
    const words = new Set<string | number | boolean>();
    const patterns = new Set<string>();
    for (const member of membersOf(type)) {
      if (member.isStringLiteral() || member.isNumberLiteral()) words.add(member.value);
      else if (member.flags & ts.TypeFlags.TemplateLiteral) patterns.add(patternOf(member as ts.TemplateLiteralType));
      else if (member.flags & ts.TypeFlags.BooleanLiteral) words.add(checker.typeToString(member) === "true");
      else kinds.add(kindOf(member));
    }
    if (words.has(true) && words.has(false)) {
      words.delete(true);
      words.delete(false);
      kinds.add("boolean");
    }
    if (words.size > WORDS_MOST) {
      patterns.add(shorthandOf([...words].map(String)));
      words.clear();
    }
    if (kinds.has("string")) {
      patterns.clear();
      for (const word of words) if (typeof word === "string") words.delete(word);
    }
    return {
      ...(kinds.size > 0 ? { kinds: [...kinds].sort() } : {}),
      ...(words.size > 0 ? { words: [...words].sort() } : {}),
      ...(patterns.size > 0 ? { patterns: [...patterns].sort() } : {}),
    };
  }

  function kindOf(type: ts.Type): NonNullable<PropRule["kinds"]>[number] {
    if (type.isIntersection()) return kindOf(found(type.types[0], "intersection"));
    if (type.flags & ts.TypeFlags.StringLike) return "string";
    if (type.flags & ts.TypeFlags.NumberLike) return "number";
    if (type.flags & ts.TypeFlags.BooleanLike) return "boolean";
    return type.getCallSignatures().length > 0 ? "function" : "object";
  }

  function apiRules(type: ts.Type): ApiRules {
    return Object.fromEntries(
      checker
        .getPropertiesOfType(type)
        .map((entry): [string, ApiRule] => [entry.name, apiRule(entry)])
        .sort(byName),
    );
  }

  function apiRule(entry: ts.Symbol): ApiRule {
    const type = typeOf(entry);
    const mayBeAbsent = entry.flags & ts.SymbolFlags.Optional ? "?" : "";
    if (type.getProperty("subscribe") && type.getProperty("value")) return `signal${mayBeAbsent}`;
    if (type.getCallSignatures().length > 0) return `call${mayBeAbsent}`;
    const parts = type.isIntersection() ? type.types : [type];
    const entries = parts.every((part) => isOfPackage(part.getSymbol())) ? apiRules(type) : {};
    return Object.values(entries).some((rule) => !/^plain/.test(String(rule))) ? entries : `plain${mayBeAbsent}`;
  }
}

function membersOf(type: ts.Type): readonly ts.Type[] {
  return (type.isUnion() ? type.types : [type]).filter(
    ({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)),
  );
}

function patternOf({ texts, types }: ts.TemplateLiteralType): string {
  const holes = types.map((type) => (type.flags & ts.TypeFlags.Number ? "-?\\d+(?:\\.\\d+)?" : "[^]*"));
  return `^${texts.map((text, index) => quoted(text) + (holes[index] ?? "")).join("")}$`;
}

/** "none", "base none", … : the pattern that takes these words and as many of them as any text has. */
function shorthandOf(texts: readonly string[]): string {
  const lists = texts.map((text) => text.split(" "));
  const words = [...new Set(lists.flat())].filter(Boolean).sort().map(quoted).join("|");
  const most = Math.max(...lists.map((list) => list.length));
  return `^(?:(?:${words})(?: (?:${words})){0,${most - 1}})${texts.includes("") ? "?" : ""}$`;
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function isOfPackage(symbol: ts.Symbol | undefined): boolean {
  const file = symbol?.declarations?.[0]?.getSourceFile().fileName;
  return file !== undefined && !relative(TYPES, file).startsWith("..");
}

function importedComponents(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) =>
    ts.isImportDeclaration(statement) &&
    ts.isStringLiteral(statement.moduleSpecifier) &&
    statement.moduleSpecifier.text.startsWith("../components/")
      ? [statement.moduleSpecifier.text]
      : [],
  );
}

/** Some files also declare the tags of elements they only refer to, as `tagName$1`; hand-written ones write it out. */
function tagOf(source: ts.SourceFile): string {
  const written = /^declare const tagName = "([^"]+)";$/m.exec(source.text) ?? /\['(s-[a-z-]+)'\]:/.exec(source.text);
  return found(written?.[1], `tag of ${source.fileName}`);
}

function byName<Entry extends readonly [string, unknown]>([one]: Entry, [other]: Entry): number {
  return one < other ? -1 : 1;
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The types of @shopify/ui-extensions have moved: ${what} isn't there.`);
  return value;
}

if (import.meta.main) {
  const published = readPublished();
  const file = new URL("../hosts/ui-extensions/published.generated.json", import.meta.url);
  writeFileSync(file, `${JSON.stringify(published)}\n`);
  for (const [target, { elements }] of Object.entries(published.targets)) {
    console.log(`${target}: ${elements.length} elements`);
  }
}

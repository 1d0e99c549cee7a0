import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { parseArgs } from "node:util";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import { explain } from "#app/core/decision/explain.ts";
import type { Facts, Surface } from "#app/core/facts/facts.ts";
import { SURFACES } from "#app/core/rules/surfaces.ts";
import { type Command, type Io, Unusable } from "./command.ts";
import { decisionLine } from "./decision-line.ts";
import { linesOf, type StreamLine } from "./lines-of.ts";
import { readCatalogue } from "./read-catalogue.ts";
import { problemLine, readDocument, readRulebook, reasonOf } from "./read-document.ts";
import { purchaseReader } from "./read-purchase.ts";
import { instantOf } from "./shapes.ts";

export const decideCommand: Command = {
  words: ["decide"],
  parameters: "--rulebook R.json --catalogue C.json --purchases P.jsonl [--surface S] [--now ISO] [--trace]",
  summary: "decides each purchase of a stream: a line of JSON in, a line of JSON out",
  help: `  --rulebook R.json    the rules, as the admin exports them
  --catalogue C.json   the shop, its products and collections
  --purchases P.jsonl  the purchases, one in a line; "-" reads them from stdin
  --surface S          ${SURFACES.join(", ")}:
                       for all purchases, whatever they say; where neither does, post-purchase
  --now ISO            the moment meant by now for all purchases, "2026-11-27T10:00:00Z"; without it each purchase's
                       createdAt, and the present moment for one that has none
  --trace              adds what became of every rule, with the values compared

Prints a line of JSON for each purchase: {"id", "kind": "show", "rule", "offer"} or {"id", "kind": "nothing", "reason"},
with "trace" added to either. docs/purchases-and-catalogue.md shows all shapes by example. A purchase that cannot be read
is reported on stderr with the number of its line, and the rest goes on. Holds one purchase at a time.

Exit codes: 0 all were decided · 1 some could not be read · 2 rulebook, catalogue, file or command line cannot be used.`,
  run: async (typed, io) => {
    const options = optionsOf(typed);
    const rulebook = await readRulebook(options.rulebook);
    const catalog = readCatalogue(await readDocument(options.catalogue));
    if ("length" in catalog) {
      const problems = catalog.map((problem) => `  ${problemLine(problem)}`);
      throw new Unusable(`${options.catalogue} is not a catalogue that can be used:`, ...problems);
    }
    const compiled = compile(rulebook, 1, catalog);
    const { surface, at } = options;
    const readPurchase = purchaseReader({
      currency: catalog.shop.currency,
      ...(surface && { surface }),
      ...(at !== undefined && { at }),
      now: io.now(),
    });
    let areAllRead = true;
    for await (const line of purchaseLines(options.purchases)) {
      const facts = factsIn(line, readPurchase, io);
      if (facts === "blank") continue;
      if (facts === "unreadable") {
        areAllRead = false;
        continue;
      }
      const explanation = options.trace ? explain(facts, compiled) : undefined;
      await io.out.line(decisionLine(facts, explanation?.decision ?? decide(facts, compiled), explanation));
    }
    return areAllRead ? 0 : 1;
  },
};

type ReadPurchase = ReturnType<typeof purchaseReader>;

/** The facts of one line; says what is wrong with one that cannot be read. */
function factsIn(line: StreamLine, read: ReadPurchase, { complain }: Io): Facts | "blank" | "unreadable" {
  const wrong = (sentences: string) => {
    complain(`line ${line.number}: ${sentences}`);
    return "unreadable" as const;
  };
  if (line.text === undefined) return wrong(`${line.wrong}.`);
  if (line.text.trim() === "") return "blank";
  const document = parsed(line.text);
  if (document === undefined) return wrong("this is not JSON.");
  const facts = read(document);
  return "length" in facts ? wrong(facts.map(problemLine).join(" ")) : facts;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* purchaseLines(path: string): AsyncGenerator<StreamLine> {
  const stream: Readable = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024 });
  try {
    yield* linesOf(stream);
  } catch (error) {
    throw new Unusable(`${path} cannot be read: ${reasonOf(error)}.`);
  }
}

function optionsOf(typed: readonly string[]) {
  const { values } = parseArgs({
    args: [...typed],
    options: {
      rulebook: { type: "string" },
      catalogue: { type: "string" },
      purchases: { type: "string" },
      surface: { type: "string" },
      now: { type: "string" },
      trace: { type: "boolean" },
    },
  });
  const { rulebook, catalogue, purchases, surface, now, trace = false } = values;
  const missing = Object.entries({ rulebook, catalogue, purchases }).flatMap(([name, value]) =>
    value ? [] : [`--${name}`],
  );
  if (!rulebook || !catalogue || !purchases) throw new Unusable(`${missing.join(", ")} is missing. See --help.`);
  if (surface !== undefined && !isSurface(surface)) {
    throw new Unusable(`There is no surface "${surface}"; there are: ${SURFACES.join(", ")}.`);
  }
  const at = now === undefined ? undefined : instantOf(now);
  if (now !== undefined && at === undefined) {
    throw new Unusable(`--now is a moment such as 2026-11-27T10:00:00Z, not "${now}".`);
  }
  return { rulebook, catalogue, purchases, surface, at, trace };
}

function isSurface(word: string): word is Surface {
  return (SURFACES as readonly string[]).includes(word);
}

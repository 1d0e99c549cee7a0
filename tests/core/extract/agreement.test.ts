import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalog } from "#app/core/catalog/catalog.ts";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import { decideHere } from "#app/core/extract/decide-here.ts";
import { DECIDING_SURFACES, type DecidingSurface } from "#app/core/extract/extract.ts";
import { type Extracts, extractsOf } from "#app/core/extract/extracts-of.ts";
import { readExtract, readShopExtract } from "#app/core/extract/read-extract.ts";
import { surfaceOfferOf } from "#app/core/extract/surface-offer-of.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import { type Generated, generated } from "#tests/core/decision/generated.ts";
import { arbitraryRulebook } from "#tests/support/arbitrary-rulebook.ts";

/** Other questions than the oracle's and the golden file's. */
const FROM = 7_000_000;
const COUNT = 2_000;

const plain = { asksApp: [], automatic: new Set<never>() };
const onNoPage = new Map<never, never>();

/** What the browser gets: the parts as JSON, the shop's and those of the products in the purchase. */
function kept({ shop, products }: Extracts, { lines }: Facts) {
  const read = (value: object | undefined) => value && (JSON.parse(JSON.stringify(value)) as unknown);
  const readShop = readShopExtract(read(shop));
  if (!readShop) throw new Error("the shop's own part can't be read");
  const bought = [...new Set(lines.map(({ product }) => product))];
  return { shop: readShop, products: bought.flatMap((id) => readExtract(read(products.get(id))) ?? []) };
}

/** The purchase as a page sees it: in the shop's currency, of a customer whom only the app can know. */
function onPage({ number, facts, rulebook, catalog }: Generated, surface: DecidingSurface) {
  const { customer: _app, history: _apps, presentmentSubtotal: _same, ...seen } = facts;
  const lines = facts.lines.filter(({ product }) => catalog.products.get(product)?.status !== "deleted");
  const page: Facts = { ...seen, lines, surface, presentmentCurrency: catalog.shop.currency };
  const isKnown = page.signedIn === true;
  const ofTheApp: Facts = {
    ...page,
    ...(isKnown && facts.customer ? { customer: facts.customer } : {}),
    ...(isKnown && facts.history ? { history: facts.history } : {}),
  };
  return { page, ofTheApp, rulebook: onSurface(rulebook, surface, number), catalog };
}

/** The rules of the post-purchase page, asked on another one: all of them, or few, so that some purchases lead to none. */
function onSurface(rulebook: Rulebook, surface: DecidingSurface, number: number): Rulebook {
  const rules = number % 2 === 0 ? rulebook.rules : rulebook.rules.slice(0, 1 + (number % 3));
  return { ...rulebook, rules: rules.map((rule) => ({ ...rule, surfaces: [...rule.surfaces, surface] })) };
}

function byTheApp(facts: Facts, rulebook: Rulebook, catalog: Catalog, uses: Generated["uses"]) {
  const decision = decide(facts, compile(rulebook, 1, catalog), uses);
  if (decision.kind === "nothing") return { kind: "nothing" };
  const rule = rulebook.rules.find(({ id }) => id === decision.offer.rule);
  if (!rule) throw new Error("a rule of its own");
  const how = { locale: facts.locale, isAutomatic: false, step: 1, version: 1 };
  return { kind: "show", offer: surfaceOfferOf(decision.offer, rule, facts.surface, catalog, how) };
}

/** Of several lines that made a rule fit, another one may be named where not all are known. */
function told(answer: { readonly kind: string; readonly offer?: object }) {
  const { because: _first, ...offer } = { because: "", ...answer.offer };
  return { kind: answer.kind, offer };
}

const surfaceOf = (number: number) => DECIDING_SURFACES[number % DECIDING_SURFACES.length] as DecidingSurface;

describe("what a page decides by the shop's metafields", { timeout: 120_000 }, () => {
  test("is what the app decides, wherever the page is certain", () => {
    const seen = { show: 0, nothing: 0, uncertain: 0 };
    for (let number = FROM; number < FROM + COUNT; number++) {
      const question = generated(number);
      const { page, ofTheApp, rulebook, catalog } = onPage(question, surfaceOf(number));
      const here = decideHere(kept(extractsOf(rulebook, 1, catalog, plain), page), page, onNoPage);
      seen[here.isCertain ? here.kind : "uncertain"]++;
      if (!here.isCertain) continue;
      expect(told(here), `question ${number}`).toEqual(told(byTheApp(ofTheApp, rulebook, catalog, question.uses)));
    }
    // A property of nothing would hold as well.
    expect(Math.min(seen.show, seen.nothing), JSON.stringify(seen)).toBeGreaterThan(COUNT / 50);
  });

  test("is never wrong for want of room: what does not fit is left to the app", () => {
    for (let number = FROM; number < FROM + 400; number++) {
      const question = generated(number);
      const { page, ofTheApp, rulebook, catalog } = onPage(question, surfaceOf(number));
      const bytesMost = 600 + (number % 10) * 400;
      const extracts = extractsOf(rulebook, 1, catalog, { ...plain, bytesMost });
      for (const part of [extracts.shop, ...extracts.products.values()]) {
        const bytes = new TextEncoder().encode(JSON.stringify(part)).length;
        if (part.rules.length > 0) expect(bytes).toBeLessThanOrEqual(bytesMost);
      }
      const here = decideHere(kept(extracts, page), page, onNoPage);
      if (!here.isCertain) continue;
      expect(told(here), `question ${number}`).toEqual(told(byTheApp(ofTheApp, rulebook, catalog, question.uses)));
    }
  });

  test("is what the app decides for any rulebook that can be written", () => {
    fc.assert(
      fc.property(arbitraryRulebook, fc.nat(100_000), (written, number) => {
        const question = { ...generated(number), rulebook: written };
        const { page, ofTheApp, rulebook, catalog } = onPage(question, surfaceOf(number));
        const here = decideHere(kept(extractsOf(rulebook, 1, catalog, plain), page), page, onNoPage);
        if (here.isCertain) expect(told(here)).toEqual(told(byTheApp(ofTheApp, rulebook, catalog, new Map())));
      }),
      { numRuns: 500 },
    );
  });
});

import { OrderPage } from "#app/admin/orders/order-page.tsx";
import type { DecisionTold, OrderTold } from "#app/admin/orders/order-told.ts";
import { tellOrder } from "#app/admin/orders/tell-order.ts";
import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import { evidenceOf } from "#app/core/decision/evidence-of.ts";
import { explainKept } from "#app/core/decision/explain-kept.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { DecisionId } from "#app/core/values/ids.ts";
import { someOrder } from "#tests/stores/filled-shop.ts";
import { GBP, LUNCH_BAG, NOON, pounds, someCatalog, someFacts, someProduct } from "#tests/support/builders.ts";
import { someChosenOffer, someOfferedProduct, someOfferedVariant } from "#tests/support/some-offer.ts";
import { draw, readable } from "./draw.tsx";

export const shop = { currency: GBP, timezone: "Europe/London" };
const products = [someProduct(), someProduct({ id: LUNCH_BAG, title: "Lunch Bag" })];

/** An order as its page shows it, decided by these rules at noon; what followed an answer comes in `steps`. */
export function told(rules: readonly Rule[], changes: Partial<OrderTold> = {}, facts = someFacts()): OrderTold {
  const rulebook = { format: 1 as const, rules };
  const compiled = compile(rulebook, 3, someCatalog({ products }));
  const kept = {
    id: "d1" as DecisionId,
    step: 1,
    at: NOON,
    askedAt: NOON,
    rulebookVersion: 3,
    tookMicros: 4,
    facts,
    decision: decide(facts, compiled),
    evidence: evidenceOf(facts, compiled),
  };
  const explained = explainKept({ ...kept, rulebook, step: undefined });
  const order = tellOrder({
    shop,
    order: someOrder(),
    became: null,
    decisions: [kept],
    events: [],
    acceptances: [],
    orderNames: {},
    earnings: [],
    earned: pounds(0),
    rulebooks: [{ version: 3, rulebook }],
    titles: { products, collections: [] },
    explained: new Map([[kept.id, explained]]),
  });
  const { rules: named } = order.names;
  return { ...order, names: { titles: { products: products.map(titled), collections: [] }, rules: named }, ...changes };
}

const titled = ({ id, title }: CatalogProduct) => ({ id, title, variants: [] });

export function nextStep(step: number, after: "accepted" | "declined", at: number, title?: string): DecisionTold {
  const offer = someChosenOffer({
    products: title ? [someOfferedProduct({ title, variants: [someOfferedVariant({ offerPrice: pounds(4) })] })] : [],
  });
  return {
    id: `d${step}` as DecisionId,
    surface: "post-purchase",
    step,
    at,
    rulebookVersion: 3,
    total: pounds(48.2),
    decision: title ? { kind: "show", offer } : { kind: "nothing", reason: "nothing-to-sell" },
    why: {
      kind: "step",
      after,
      tried: title ? [] : [{ guard: { guard: "in-stock", product: LUNCH_BAG, wanted: 1, left: 0 } }],
      differs: false,
    },
  };
}

/** An order's page as its reader has it. */
export const orderPage = (data: OrderTold, locale?: string) => readable(draw(<OrderPage told={data} />, locale));

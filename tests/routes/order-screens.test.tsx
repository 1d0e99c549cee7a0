import { describe, expect, test } from "vitest";
import { OrderPage } from "#app/admin/orders/order-page.tsx";
import type { OrderRow, OrdersPageData } from "#app/admin/orders/order-row.ts";
import type { DecisionTold, OrderTold } from "#app/admin/orders/order-told.ts";
import { filterIn, ordersAddress } from "#app/admin/orders/orders-address.ts";
import { OrdersPage } from "#app/admin/orders/orders-page.tsx";
import { tellOrder } from "#app/admin/orders/tell-order.ts";
import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import { evidenceOf } from "#app/core/decision/evidence-of.ts";
import { explainKept } from "#app/core/decision/explain-kept.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { DecisionId, OrderId, RuleId } from "#app/core/values/ids.ts";
import { someEarning, someOrder } from "#tests/stores/filled-shop.ts";
import {
  CAKESTAND,
  CAKESTAND_ROSE,
  GBP,
  LUNCH_BAG,
  NOON,
  pounds,
  someAcceptance,
  someCatalog,
  someFacts,
  someProduct,
  someRule,
} from "#tests/support/builders.ts";
import { someChosenOffer, someOfferedProduct, someOfferedVariant } from "#tests/support/some-offer.ts";
import { draw, readable } from "./draw.tsx";

const shop = { currency: GBP, timezone: "Europe/London" };
const products = [someProduct(), someProduct({ id: LUNCH_BAG, title: "Lunch Bag" })];

/** An order as its page shows it, decided by these rules at noon; what followed an answer comes in `steps`. */
function told(rules: readonly Rule[], changes: Partial<OrderTold> = {}, facts = someFacts()): OrderTold {
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

function nextStep(step: number, after: "accepted" | "declined", at: number, title?: string): DecisionTold {
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

const page = (data: OrderTold, locale?: string) => readable(draw(<OrderPage told={data} />, locale));

describe("an order", () => {
  test("says first why its offer was shown, then every rule's verdict", () => {
    const weaker = someRule({ id: "weaker" as RuleId, name: "Anything → Cakestand", priority: 2 });
    const text = page(told([someRule(), weaker], { acceptances: [someAcceptance()] }));
    expect(text).toContain("Why this offer was shown");
    expect(text).toContain("The customer bought Regency Teacup, so Regency Cakestand 3 Tier was offered.");
    expect(text).toContain("Anything → Cakestand fitted too, but Teacups → Cakestand stands before it");
    expect(text).toContain("By version 3 of your rules.");
  });

  test("that was shown nothing says why in one sentence", () => {
    const unfit = someRule({ when: { all: [{ kind: "product", lines: "any", products: [LUNCH_BAG] }] } });
    const text = page(told([unfit]));
    expect(text).toContain("Why nothing was shown No live rule fits this order.");
    expect(text).toContain("✗ bought Lunch Bag");
    expect(text).toContain("would have won if the order had been one that bought Lunch Bag.");
  });

  test("that Shopify never asked about says where Shopify has no page", () => {
    const order = someOrder({ paymentGateway: "shopify_payments" });
    const text = page(told([], { decisions: [], order, outcome: "not-asked" }));
    expect(text).toContain(
      "Shopify never asked Shopify did not ask Encore about this order. It has no post-purchase page",
    );
    expect(text).toContain("This one was paid through Shopify Payments.");
  });

  test("paid with a wallet says so first, and that the thank-you block would have reached it", () => {
    const base = told([someRule()], { order: someOrder({ paymentGateway: "apple_pay" }), outcome: "wallet" });
    const reach = { rule: someRule().id, ruleName: "Teacups → Cakestand", isThere: false };
    const text = page({ ...base, reach });
    expect(text).toContain("Paid with a wallet: Shopify shows no post-purchase page for those.");
    expect(text).toContain("This one was paid through Apple Pay.");
    expect(text).toContain("The thank-you block would have reached this order. Add the thank-you page to Teacups");
    expect(text).toContain("By your rules, prices and stock as they are today.");
    expect(text).toContain("so Regency Cakestand 3 Tier was chosen.");
    const german = page({ ...base, reach }, "de-DE");
    expect(german).toContain("Der Block auf der Dankesseite hätte diese Bestellung erreicht.");
    expect(page({ ...base, reach: { ...reach, isThere: true } })).toContain("place it in the checkout editor.");
    expect(page(base)).not.toContain("thank-you");
  });

  test("of before the first publishing says so, and looks for no evidence where no rule was asked", () => {
    const kept = told([]);
    const decisions = kept.decisions.map((decision) => ({
      ...decision,
      rulebookVersion: 0,
      decision: { kind: "nothing" as const, reason: "no-rules" as const },
      why: { kind: "lost" as const },
    }));
    const text = page({ ...kept, outcome: "no-rules", decisions });
    expect(text).toContain("No rule had been published yet.");
    expect(text).not.toContain("version 0");
    expect(text).not.toContain("lost");
  });

  test("leads to the same order in Shopify", () => {
    expect(draw(<OrderPage told={told([someRule()])} />)).toContain('href="shopify://admin/orders/5001"');
  });

  test("says of each page what was shown there and why, and where what was accepted was bought", () => {
    const onThankYou = nextStep(1, "declined", NOON + 60_000, "Lunch Bag");
    const base = told([someRule()]);
    const yes = { ...someAcceptance(), surface: "thank-you" as const, acceptedAt: NOON + 70_000 };
    const text = page({
      ...base,
      decisions: [...base.decisions, { ...onThankYou, surface: "thank-you" }],
      events: [
        { surface: "post-purchase", step: 1, kind: "decline", at: NOON + 20_000 },
        { surface: "thank-you", step: 1, kind: "impression", at: NOON + 61_000 },
      ],
      acceptances: [{ ...yes, boughtIn: "5002" as OrderId }],
      orderNames: { "5002": "#1044" },
    });
    expect(text).toContain("On the thank-you page: why this offer was shown");
    expect(text).toContain("On the thank-you page: Teacups → Cakestand fits");
    expect(text).toContain("Bought in order #1044, a checkout of its own.");
    expect(text).toContain("What was accepted here was bought in #1044, and is counted there.");
  });

  test("that only thank-you offered something says both: Shopify never asked, and what thank-you showed", () => {
    const base = told([someRule()]);
    const decisions = base.decisions.map((decision) => ({ ...decision, surface: "thank-you" as const }));
    const text = page({ ...base, decisions });
    expect(text).toContain("On the thank-you page: why the offer was not seen");
    expect(text).toContain("which has not told that it was seen");
  });

  test("tells what happened in order, and what the browser told as only told", () => {
    const text = page(
      told([someRule()], {
        events: [
          {
            surface: "post-purchase",
            step: 1,
            kind: "applied",
            at: NOON + 28_000,
            detail: { status: "processed", errors: [] },
          },
          { surface: "post-purchase", step: 1, kind: "impression", at: NOON + 19_000 },
        ],
        acceptances: [someAcceptance()],
        earnings: [
          someEarning(),
          someEarning({ kind: "refunded", source: "r1", amount: pounds(-10.84), at: NOON + 90_000_000 }),
        ],
      }),
    );
    const moments = [
      "12:00:00 Teacups → Cakestand fits: Regency Cakestand 3 Tier at £10.84",
      "12:00:10 Order #1043 placed, £48.20",
      "12:00:19 Seen",
      "12:00:27 Accepted: 1 × Regency Cakestand 3 Tier, £10.84",
      "12:00:28 Shopify took the payment, so the shopper’s page told",
      "12:01:00 In the order: £10.84 earned with Regency Cakestand",
      "22 Nov 2026, 13:00 Regency Cakestand refunded: -£10.84",
    ];
    const places = moments.map((moment) => text.indexOf(moment));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(text).toContain("Earned after refunds £0.00");
  });

  test("was placed for what was paid first, not for what it came to with the offer", () => {
    const text = page(told([someRule()], { order: someOrder({ total: pounds(61.21) }) }));
    expect(text).toContain("Order #1043 placed, £48.20");
    expect(text).toContain("· £61.21");
  });

  test("tells what happened within one second in the order of cause: Shopify's clock has whole seconds", () => {
    const text = page(
      told([someRule()], {
        order: someOrder({ createdAt: NOON }),
        events: [{ surface: "post-purchase", step: 1, kind: "impression", at: NOON + 700 }],
        acceptances: [someAcceptance({ acceptedAt: NOON + 900 })],
        earnings: [someEarning({ at: NOON })],
      }),
    );
    const places = ["fits:", "placed", "12:00:00 Seen", "Accepted:", "In the order"].map((words) =>
      text.indexOf(words),
    );
    expect(places).toEqual([...places].sort((left, right) => left - right));
  });

  test("that was accepted but is not in Shopify's order yet counts nothing", () => {
    expect(page(told([someRule()], { acceptances: [someAcceptance()] }))).toContain(
      "Accepted. It is counted as soon as",
    );
  });

  test("whose second charge was declined says so in words, and promises no money", () => {
    const detail = { status: "unprocessed", errors: ["payment_required", "something_new"] };
    const text = page(
      told([someRule()], {
        events: [{ surface: "post-purchase", step: 1, kind: "applied", at: NOON + 28_000, detail }],
        acceptances: [someAcceptance()],
      }),
    );
    expect(text).toContain(
      "Shopify did not add it, so the shopper’s page told The payment was declined. something_new",
    );
    expect(text).toContain("Accepted, but not added");
    expect(text).not.toContain("It is counted as soon as");
  });

  test("tells a path answer by answer: the offer, the no, what was offered then, the yes to it", () => {
    const first = told([someRule()]);
    const text = page({
      ...first,
      decisions: [
        ...first.decisions,
        nextStep(2, "declined", NOON + 25_000, "Lunch Bag"),
        nextStep(3, "accepted", NOON + 33_000),
      ],
      events: [
        { surface: "post-purchase", step: 1, kind: "impression", at: NOON + 19_000 },
        { surface: "post-purchase", step: 1, kind: "decline", at: NOON + 25_000 },
        { surface: "post-purchase", step: 2, kind: "impression", at: NOON + 26_000 },
      ],
      acceptances: [
        someAcceptance({
          step: 2,
          acceptedAt: NOON + 33_000,
          items: [{ product: LUNCH_BAG, variant: CAKESTAND_ROSE, quantity: 1, amount: pounds(4) }],
        }),
      ],
    });
    const moments = [
      "12:00:00 Teacups → Cakestand fits",
      "12:00:25 Declined",
      "12:00:25 After the no, offered next: Lunch Bag at £4.00",
      "12:00:26 Seen",
      "12:00:33 Accepted: 1 × Lunch Bag, £4.00",
      "12:00:33 After the yes, nothing more could be offered",
    ];
    const places = moments.map((moment) => text.indexOf(moment));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(text).toContain("After the no Lunch Bag was offered next, as the rule says.");
    expect(text).toContain("could not be sold to this order. Not offered: Lunch Bag is sold out.");
  });

  test("tells a bundle that was accepted item by item", () => {
    const items = [
      { product: CAKESTAND, variant: CAKESTAND_ROSE, quantity: 1, amount: pounds(10) },
      { product: LUNCH_BAG, variant: CAKESTAND_ROSE, quantity: 2, amount: pounds(4) },
    ];
    expect(page(told([someRule()], { acceptances: [someAcceptance({ items })] }))).toContain(
      "Accepted together: 1 × Regency Cakestand 3 Tier, £10.00 and 2 × Lunch Bag, £4.00",
    );
  });

  test("whose evidence was lost says that the reason cannot be told any more", () => {
    const kept = told([someRule()]);
    const decisions = kept.decisions.map((decision) => ({ ...decision, why: { kind: "lost" as const } }));
    const text = page({ ...kept, decisions });
    expect(text).toContain("was lost before it could be kept, so the reason cannot be told any more.");
    expect(page(told([], { decisions: [], acceptances: [someAcceptance()] }))).toContain("what was decided was lost");
  });

  test("of a shop with more rules than anyone reads lists those that came near, and the others when they are asked for", () => {
    const unfit = Array.from({ length: 200 }, (_, index) =>
      someRule({
        id: `unfit-${index}` as RuleId,
        name: `Unfit ${index}`,
        when: { all: [{ kind: "product", lines: "any", products: [LUNCH_BAG] }] },
      }),
    );
    const text = page(told([...unfit, someRule({ priority: 9 })]));
    expect(text).toContain("Teacups → Cakestand won");
    expect(text).toContain("200 more rules did not fit");
    expect(text).not.toContain("Unfit 0");
    const unmet = page(told(unfit));
    expect(unmet).toContain("Unfit 101 did not fit");
    expect(unmet).toContain("195 more rules did not fit");
    expect(unmet).not.toContain("Unfit 102 did not fit");
  });

  test("is read in the language of the merchant's admin and the shop's own hours", () => {
    const tokyo = told([someRule()], { shop: { ...shop, timezone: "Asia/Tokyo" } });
    expect(page(tokyo, "de-DE")).toContain("21.11.2026, 21:00 · 48,20 £");
  });
});

describe("the list of orders", () => {
  const list = (orders: readonly OrderRow[], changes: Partial<OrdersPageData> = {}, locale?: string) =>
    draw(
      <OrdersPage
        data={{ shop, orders, hasOrders: true, filter: { outcomes: [] }, exports: [], ...changes }}
        exportsCard={<p>All orders as a file</p>}
        onFilter={() => undefined}
        findRules={() => undefined}
        rulesFound={undefined}
      />,
      locale,
    );

  const row = (changes: Partial<OrderRow> = {}): OrderRow => ({
    id: "5001" as OrderId,
    name: "#1043",
    at: NOON,
    total: pounds(48.2),
    earned: pounds(0),
    ...changes,
  });

  test("names the page where it is another than the post-purchase one", () => {
    const decided = {
      kind: "show",
      surface: "order-status",
      rule: "r" as RuleId,
      ruleName: "R",
      arrangement: "one-of",
      titles: ["Cakestand"],
      offerPrices: [pounds(10.84)],
    } as const;
    const text = readable(list([row({ decided })]));
    expect(text).toContain("On the order status page: Cakestand, £10.84");
  });

  test("teaches what will stand here while there are none", () => {
    const text = readable(list([], { hasOrders: false }));
    expect(text).toContain("No orders yet");
    expect(text).toContain("See your rules");
  });

  test("says of each what was offered, or why nothing was", () => {
    const show = {
      kind: "show",
      surface: "post-purchase",
      rule: "r" as RuleId,
      ruleName: "R",
      titles: ["Cakestand"],
      arrangement: "one-of",
      offerPrices: [pounds(10.84)],
    } as const;
    const orders = [
      row({ decided: show, seenAt: NOON, answer: { kind: "accepted", at: NOON }, earned: pounds(10.84) }),
      row({ id: "2" as OrderId, decided: { kind: "nothing", reason: "no-rule-fits" } }),
      row({ id: "3" as OrderId }),
    ];
    const text = readable(list(orders));
    expect(text).toContain("#1043 21 Nov 2026, 12:00 £48.20 Cakestand, £10.84 12:00:00 Success Accepted £10.84");
    expect(text).toContain("No rule fits");
    expect(text).toContain("Shopify never asked");
  });

  test("names all of a bundle with what it costs whole, and all of a choice with what the first costs", () => {
    const both = {
      kind: "show",
      surface: "post-purchase",
      rule: "r" as RuleId,
      ruleName: "R",
      titles: ["Cakestand", "Teapot"],
      offerPrices: [pounds(10), pounds(5)],
    } as const;
    const orders = [
      row({ decided: { ...both, arrangement: "together" } }),
      row({ id: "2" as OrderId, decided: { ...both, arrangement: "one-of" } }),
    ];
    const text = readable(list(orders));
    expect(text).toContain("Cakestand with Teapot, £15.00");
    expect(text).toContain("Cakestand or Teapot, £10.00");
  });

  test("leads to the pages beside it, and each order to its own", () => {
    const html = list([row()], { next: "9-1", previous: "8-2" });
    for (const address of ["/app/orders/5001", "?after=9-1", "?before=8-2"]) expect(html).toContain(`"${address}"`);
  });

  test("says beside an offer that was ready why nobody saw it", () => {
    const decided = {
      kind: "show",
      surface: "post-purchase",
      rule: "r" as RuleId,
      ruleName: "R",
      arrangement: "one-of",
      titles: ["Cakestand"],
      offerPrices: [pounds(10.84)],
    } as const;
    expect(readable(list([row({ decided, outcome: "wallet" })]))).toContain("Cakestand, £10.84 Paid with a wallet No");
    expect(readable(list([row({ decided, outcome: "wallet" })], {}, "fr-FR"))).toContain("Payée avec un portefeuille");
  });

  test("carries its filter to the pages beside it and shows it as tags that can be taken away", () => {
    const filter = { outcomes: ["wallet", "paypal"] as const, rule: "tea" as RuleId, number: "1043" };
    const html = list([row()], { filter, rule: { id: "tea" as RuleId, name: "Tea time" }, next: "9-1" });
    expect(html).toContain("?outcome=wallet%2Cpaypal&amp;rule=tea&amp;number=1043&amp;after=9-1");
    expect(readable(html)).toContain("Paid with a wallet, Paid with PayPal");
    expect(readable(html)).toContain("Rule: Tea time");
  });

  test("says that nothing fits a filter, and what to do", () => {
    expect(readable(list([], { filter: { outcomes: ["wallet"] } }))).toContain("No order fits this Take a filter away");
  });

  test("shows how far the file of all orders is as long as it is being written", () => {
    const file = { kind: "orders", run: "r", rowsDone: 1, rowsTotal: 2, bytes: 3, askedAt: NOON } as const;
    expect(readable(list([row()], { exports: [{ ...file, state: "under-way" }] }))).toContain("All orders as a file");
    expect(readable(list([row()]))).not.toContain("All orders as a file");
  });

  test("has an address for every filter, and no filter for an address that is none", () => {
    const filter = { outcomes: ["seen", "declined"], rule: "tea-2" as RuleId, number: "#1043" } as const;
    expect(filterIn(new URLSearchParams(ordersAddress(filter)))).toEqual(filter);
    expect(ordersAddress({ outcomes: [] })).toBe("");
    expect(filterIn(new URLSearchParams("outcome=nothing,seen,seen&rule=A%00&number=%20"))).toEqual({
      outcomes: ["seen"],
    });
  });
});

import { describe, expect, test } from "vitest";
import { OrderPage } from "#app/admin/orders/order-page.tsx";
import type { OrderId, RuleId } from "#app/core/values/ids.ts";
import { someOrder } from "#tests/stores/filled-shop.ts";
import { LUNCH_BAG, NOON, someAcceptance, someRule } from "#tests/support/builders.ts";
import { draw } from "./draw.tsx";
import { nextStep, orderPage, shop, told } from "./told-order.tsx";

describe("an order", () => {
  test("says first why its offer was shown, then every rule's verdict", () => {
    const weaker = someRule({ id: "weaker" as RuleId, name: "Anything → Cakestand", priority: 2 });
    const text = orderPage(told([someRule(), weaker], { acceptances: [someAcceptance()] }));
    expect(text).toContain("Why this offer was shown");
    expect(text).toContain("The customer bought Regency Teacup, so Regency Cakestand 3 Tier was offered.");
    expect(text).toContain("Anything → Cakestand fitted too, but Teacups → Cakestand stands before it");
    expect(text).toContain("By version 3 of your rules.");
  });

  test("that was shown nothing says why in one sentence", () => {
    const unfit = someRule({ when: { all: [{ kind: "product", lines: "any", products: [LUNCH_BAG] }] } });
    const text = orderPage(told([unfit]));
    expect(text).toContain("Why nothing was shown No live rule fits this order.");
    expect(text).toContain("✗ bought Lunch Bag");
    expect(text).toContain("would have won if the order had been one that bought Lunch Bag.");
  });

  test("that Shopify never asked about says where Shopify has no page", () => {
    const order = someOrder({ paymentGateway: "shopify_payments" });
    const text = orderPage(told([], { decisions: [], order, outcome: "not-asked" }));
    expect(text).toContain(
      "Shopify never asked Shopify did not ask Encore about this order. It has no post-purchase page",
    );
    expect(text).toContain("This one was paid through Shopify Payments.");
  });

  test("paid with a wallet says so first, and that the thank-you block would have reached it", () => {
    const base = told([someRule()], { order: someOrder({ paymentGateway: "apple_pay" }), outcome: "wallet" });
    const reach = { rule: someRule().id, ruleName: "Teacups → Cakestand", isThere: false };
    const text = orderPage({ ...base, reach });
    expect(text).toContain("Paid with a wallet: Shopify shows no post-purchase page for those.");
    expect(text).toContain("This one was paid through Apple Pay.");
    expect(text).toContain("The thank-you block would have reached this order. Add the thank-you page to Teacups");
    expect(text).toContain("By your rules, prices and stock as they are today.");
    expect(text).toContain("so Regency Cakestand 3 Tier was chosen.");
    const german = orderPage({ ...base, reach }, "de-DE");
    expect(german).toContain("Der Block auf der Dankesseite hätte diese Bestellung erreicht.");
    expect(orderPage({ ...base, reach: { ...reach, isThere: true } })).toContain("place it in the checkout editor.");
    expect(orderPage(base)).not.toContain("thank-you");
  });

  test("of before the first publishing says so, and looks for no evidence where no rule was asked", () => {
    const kept = told([]);
    const decisions = kept.decisions.map((decision) => ({
      ...decision,
      rulebookVersion: 0,
      decision: { kind: "nothing" as const, reason: "no-rules" as const },
      why: { kind: "lost" as const },
    }));
    const text = orderPage({ ...kept, outcome: "no-rules", decisions });
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
    const text = orderPage({
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
    const text = orderPage({ ...base, decisions });
    expect(text).toContain("On the thank-you page: why the offer was not seen");
    expect(text).toContain("which has not told that it was seen");
  });

  test("whose evidence was lost says what was decided, and that no rule’s fate can be told any more", () => {
    const kept = told([someRule()]);
    const decisions = kept.decisions.map((decision) => ({ ...decision, why: { kind: "lost" as const } }));
    const text = orderPage({ ...kept, decisions });
    expect(text).toContain("was lost before it could be kept: what became of each rule cannot be told any more.");
    expect(orderPage(told([], { decisions: [], acceptances: [someAcceptance()] }))).toContain(
      "what was decided was lost",
    );
  });

  test("of a shop with more rules than anyone reads lists those that came near, and the others when they are asked for", () => {
    const unfit = Array.from({ length: 200 }, (_, index) =>
      someRule({
        id: `unfit-${index}` as RuleId,
        name: `Unfit ${index}`,
        when: { all: [{ kind: "product", lines: "any", products: [LUNCH_BAG] }] },
      }),
    );
    const text = orderPage(told([...unfit, someRule({ priority: 9 })]));
    expect(text).toContain("Teacups → Cakestand won");
    expect(text).toContain("200 more rules did not fit");
    expect(text).not.toContain("Unfit 0");
    const unmet = orderPage(told(unfit));
    expect(unmet).toContain("Unfit 101 did not fit");
    expect(unmet).toContain("195 more rules did not fit");
    expect(unmet).not.toContain("Unfit 102 did not fit");
  });

  test("is read in the language of the merchant's admin and the shop's own hours", () => {
    const tokyo = told([someRule()], { shop: { ...shop, timezone: "Asia/Tokyo" } });
    expect(orderPage(tokyo, "de-DE")).toContain("21.11.2026, 21:00 · 48,20 £");
  });
});

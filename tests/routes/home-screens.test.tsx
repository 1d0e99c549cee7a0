import { expect, test } from "vitest";
import { HomePage } from "#app/admin/home/home-page.tsx";
import { isSetUp, setupStepsOf } from "#app/admin/home/setup-steps.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { HomeScreen } from "#app/stores/read-models/home-screen.ts";
import { GBP, NOON, pounds } from "#tests/support/builders.ts";
import { draw, readable } from "./draw.tsx";

const SCOPES = ["write_products", "read_orders", "read_inventory", "read_customers", "write_discounts"];

const GOOD: HomeScreen = {
  shop: { currency: GBP, timezone: "Europe/London" },
  period: 7,
  hasOrders: true,
  now: { earned: pounds(412.6), orders: { accepted: 38, declined: 211, seen: 90, wallet: 105, "no-rule-fits": 43 } },
  before: { earned: pounds(312.1), orders: { accepted: 30, declined: 200, seen: 76, wallet: 150 } },
  days: ["20", "21"].map((day) => ({ day: `2026-11-${day}`, earned: pounds(Number(day)) })),
  best: [{ rule: "a" as RuleId, name: "Teacups → Cakestand", earned: pounds(201), orders: 19 }],
  setup: {
    liveOn: ["post-purchase"],
    seenRunning: { "post-purchase": NOON },
    scopes: SCOPES,
    check: { checkedAt: NOON, pageChosen: true, embed: "unknown" },
  },
};

const LOOKED = { why: undefined, isLooking: false, again: () => undefined };

const html = (data: HomeScreen, locale?: string) =>
  draw(<HomePage data={data} apiKey="key" choosePeriod={() => undefined} look={LOOKED} />, locale);
const text = (data: HomeScreen, locale?: string) => readable(html(data, locale));

test("every number says what it is of, what it was before, and where it leads", () => {
  const told = text(GOOD);
  expect(told).toContain("£412.60");
  expect(told).toContain("Up from £312.10 in the 7 days before");
  expect(told).toContain("accepted (38 of 339 orders that saw an offer) 11.2% Up from 9.8% in the 7 days before");
  expect(told).toContain("of orders saw an offer (339 of 487) 69.6% Up from 67.1% in the 7 days before");
  expect(html(GOOD)).toContain('href="/app/orders?outcome=wallet"');
  expect(told).toContain("30.4% saw no offer 148 of 487 orders.");
  expect(told).toContain("Teacups → Cakestand £201.00 in 19 orders");
});

test("thousands are written alike wherever they stand", () => {
  const orders = { accepted: 1_138, seen: 3_044, wallet: 2_060 };
  const told = text({ ...GOOD, now: { earned: pounds(0), orders } });
  expect(told).toContain("accepted (1,138 of 4,182 orders that saw an offer)");
  expect(told).toContain("of orders saw an offer (4,182 of 6,242)");
  expect(told).toContain("2,060 of 6,242 orders. This is why: Paid with a wallet 2,060 orders");
  const german = text({ ...GOOD, now: { earned: pounds(0), orders } }, "de-DE");
  expect(german).toContain("(1.138 von 4.182 Bestellungen, die ein Angebot sahen)");
});

test("less than before is said to be less, and a week has a date below each bar", () => {
  const { now, before } = GOOD;
  const worse = text({ ...GOOD, now: before, before: now });
  expect(worse).toContain("Down from £412.60 in the 7 days before");
  expect(worse).toContain("Down from 11.2% in the 7 days before");
  expect(text({ ...GOOD, before: now })).toContain("Same as £412.60");
  expect(worse).toContain("20 Nov 21 Nov");
  const month = Array.from({ length: 30 }, (_, at) => ({
    day: `2026-11-${String(at + 1).padStart(2, "0")}`,
    earned: pounds(1),
  }));
  expect(text({ ...GOOD, days: month })).toContain("1 Nov 2026 30 Nov 2026");
});

test("who cannot see the bars has each day as a row of a table", () => {
  expect(text(GOOD)).toContain("21 Nov 2026 £21.00");
});

test("too few to compare says so, and nothing seen is no share", () => {
  const few = text({ ...GOOD, now: { earned: pounds(0), orders: { seen: 9 } } });
  expect(few).toContain("9 so far: too few to compare");
  const none = text({ ...GOOD, now: { earned: pounds(0), orders: { wallet: 3 } } });
  expect(none).toContain("accepted: nobody has seen an offer –");
});

test("what was sold outside the online store is named, and nothing is said to reach it", () => {
  const orders = { accepted: 3, wallet: 5, "other-channel": 40 };
  const told = text({ ...GOOD, now: { earned: pounds(0), orders } });
  expect(told).toContain("Sold outside the online store 40 orders");
  expect(told).toContain("5 of them never reached the post-purchase page.");
});

test("a shop without orders is told what will stand here, and what to do first", () => {
  const told = text({
    ...GOOD,
    hasOrders: false,
    now: { earned: pounds(0), orders: {} },
    best: [],
    setup: { liveOn: [], seenRunning: {}, scopes: [] },
  });
  expect(told).toContain("Nothing to count yet");
  expect(told).toContain("Publish a rule");
  expect(told).toContain("Looking in Shopify…");
});

test("the guide goes when all is done, and comes back when something is not", () => {
  expect(text(GOOD)).not.toContain("Get set up");
  const lost = { ...GOOD, setup: { ...GOOD.setup, check: { checkedAt: NOON, pageChosen: false } } };
  expect(text(lost)).toContain("Choose Encore for the post-purchase page");
  expect(html(lost)).toContain("shopify://admin/settings/checkout");
});

test("of the other pages those are looked for that live rules stand on, and seen running is done", () => {
  const setup = { ...GOOD.setup, liveOn: ["post-purchase", "thank-you", "cart"] } as const;
  const steps = setupStepsOf(setup, "key");
  expect(steps.map(({ id, state }) => `${id} ${state}`)).toEqual([
    "rule done",
    "permissions done",
    "page done",
    "thank-you open",
    "cart open",
  ]);
  expect(steps.at(-1)?.url).toContain("activateAppId=key/drawer-offer");
  const running = { ...setup, seenRunning: { ...setup.seenRunning, "thank-you": NOON, cart: NOON } };
  expect(isSetUp(setupStepsOf(running, "key"))).toBe(true);
});

test("another app on the page, or a page that stopped asking, is said with what changed and when", () => {
  const alarmed = (check: HomeScreen["setup"]["check"]) =>
    text({ ...GOOD, setup: { ...GOOD.setup, ...(check && { check }) } });
  expect(alarmed({ checkedAt: NOON, pageChosen: false, pageLostAt: NOON })).toContain(
    "On 21 Nov 2026, 12:00 Shopify said that it no longer is",
  );
  const silent = alarmed({ checkedAt: NOON, pageChosen: true, silentSince: NOON, silentOrders: 23 });
  expect(silent).toContain("It asked for an offer last on 21 Nov 2026, 12:00. Since then 23 orders arrived");
});

test("a merchant who reads German or French is told in it", () => {
  expect(text(GOOD, "de-DE")).toContain("angenommen (38 von 339 Bestellungen, die ein Angebot sahen)");
  expect(text(GOOD, "fr-FR")).toContain("acceptée (38 sur 339 commandes ayant vu une offre)");
});

test("Shopify that does not answer is told above what stands without it, and can be asked again", () => {
  const why = { message: "frame.could-not.shopify-away", values: {} } as const;
  const away = readable(
    draw(<HomePage data={GOOD} apiKey="key" choosePeriod={() => undefined} look={{ ...LOOKED, why }} />),
  );
  expect(away).toMatch(/Shopify does not answer just now.*as it was seen last.*Try again.*£412\.60/);
});

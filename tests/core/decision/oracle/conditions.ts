import type { Catalog } from "#app/core/catalog/catalog.ts";
import type { PastOrder } from "#app/core/facts/customer-history.ts";
import type { Facts, PurchaseLine } from "#app/core/facts/facts.ts";
import type { ConditionSpec } from "#app/core/rules/conditions/index.ts";
import type { Clause } from "#app/core/rules/rulebook.ts";
import { hashOf } from "#app/core/values/hash.ts";
import type { Money } from "#app/core/values/money.ts";
import { and, not, or, type Truth } from "./truth.ts";
import { firstMomentOf, wallAt } from "./wall-clock.ts";

const DAY = 24 * 60 * 60 * 1_000;
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** What the clause says of the purchase, read from docs/decisions/0008-what-a-condition-answers.md. */
export function holds(clause: Clause, facts: Facts, catalog: Catalog): Truth {
  if ("all" in clause) return and(clause.all.map((part) => holds(part, facts, catalog)));
  if ("any" in clause) return or(clause.any.map((part) => holds(part, facts, catalog)));
  if ("none" in clause) return not(or(clause.none.map((part) => holds(part, facts, catalog))));
  return conditionHolds(clause, facts, catalog);
}

function conditionHolds(spec: ConditionSpec, facts: Facts, catalog: Catalog): Truth {
  const { lines, history, at } = facts;
  const known = (line: PurchaseLine) => catalog.products.get(line.product);
  const earlier = history?.orders.filter(({ reference }) => reference !== facts.reference);
  const isComplete = history?.isComplete;
  switch (spec.kind) {
    case "product":
      return ofLines(spec.lines, spec.products, lines, (line, id) => line.product === id);
    case "variant":
      return ofLines(spec.lines, spec.variants, lines, (line, id) => line.variant === id);
    case "collection":
      return ofLines(spec.lines, spec.collections, lines, (line, id) =>
        catalog.collections.get(id)?.products.includes(line.product),
      );
    case "tag":
      return ofLines(spec.lines, spec.tags, lines, (line, tag) =>
        known(line)?.tags.some((one) => caseless(one) === caseless(tag)),
      );
    case "type":
      return ofLines(spec.lines, spec.types, lines, (line, type) => isText(known(line)?.type, type));
    case "vendor":
      return ofLines(spec.lines, spec.vendors, lines, (line, vendor) => isText(known(line)?.vendor, vendor));
    case "product-metafield":
      return ofLines(spec.lines, spec.values, lines, (line, value) => {
        const product = known(line);
        return product && product.metafields[`${spec.namespace}.${spec.key}`]?.trim() === value.trim();
      });
    case "subscription-line":
      return ofLines(spec.lines, [true], lines, (line) => line.sellingPlan !== undefined);
    case "gift-card-line":
      return ofLines(spec.lines, [true], lines, (line) => known(line)?.isGiftCard);
    case "requires-shipping":
      return ofLines(
        spec.lines,
        [true],
        lines,
        (line) => known(line)?.variants.find(({ id }) => id === line.variant)?.requiresShipping,
      );
    case "quantity": {
      const counted = lines.filter(({ product }) => !spec.products || spec.products.includes(product));
      return isWithin(
        counted.reduce((sum, { quantity }) => sum + quantity, 0),
        spec,
      );
    }
    case "line-count":
      return isWithin(lines.length, spec);
    case "order-value": {
      const value = ({ currency }: Money) =>
        [facts.subtotal, facts.presentmentSubtotal].find((one) => one?.currency === currency)?.minor;
      const least = spec.atLeast && value(spec.atLeast);
      const most = spec.atMost && value(spec.atMost);
      return and([
        !spec.atLeast || (least === undefined ? undefined : least >= spec.atLeast.minor),
        !spec.atMost || (most === undefined ? undefined : most <= spec.atMost.minor),
      ]);
    }
    case "discount-used": {
      const used = or([
        facts.discountTotal && facts.discountTotal.minor > 0,
        facts.discountCodes && facts.discountCodes.length > 0,
      ]);
      return spec.used ? used : not(used);
    }
    case "discount-percent": {
      if (!facts.discountTotal) return undefined;
      const off = facts.discountTotal.minor;
      const before = off + facts.subtotal.minor;
      const hundredths = (percent: number) => Math.round(percent * 100);
      return (
        (spec.atLeast === undefined || off * 10_000 >= hundredths(spec.atLeast) * before) &&
        (spec.atMost === undefined || off * 10_000 <= hundredths(spec.atMost) * before) &&
        (before > 0 || spec.atLeast === undefined || spec.atLeast === 0)
      );
    }
    case "discount-code":
      return ofTexts(spec.of, spec.codes, facts.discountCodes);
    case "customer-tag":
      return ofTexts(spec.of, spec.tags, history?.tags);
    case "currency":
      return spec.currencies.includes(facts.presentmentCurrency);
    case "country":
      return oneOf(spec.countries, facts.destinationCountry);
    case "region":
      return oneOf(spec.regions, facts.destinationRegion);
    case "market":
      return oneOf(spec.markets, facts.market);
    case "payment-method":
      return oneOf(spec.methods, facts.paymentMethod);
    case "shipping-method":
      return oneOf(spec.methods, facts.shippingMethod);
    case "sales-channel":
      return oneOf(spec.channels, facts.salesChannel);
    case "device":
      return oneOf(spec.devices, facts.device);
    case "language":
      return spec.languages.includes(facts.locale.toLowerCase().replace("_", "-").split("-")[0] as string);
    case "utm":
      return facts.utm && oneOf(spec.values, facts.utm[spec.parameter] ?? NOTHING);
    case "landing-page":
      return addressIs(spec.how, spec.texts, facts.landingPage);
    case "referrer":
      return addressIs(spec.how, spec.texts, facts.referrer);
    case "signed-in":
      return facts.signedIn === undefined ? undefined : facts.signedIn === spec.signedIn;
    case "first-order": {
      if (!earlier) return undefined;
      const returning = earlier.length > 0 ? true : isComplete ? false : undefined;
      return spec.is === "returning" ? returning : not(returning);
    }
    case "order-count":
      return earlier && grownWithin(earlier.length, isComplete === true, spec.atLeast, spec.atMost);
    case "lifetime-spend": {
      const currency = (spec.atLeast ?? spec.atMost)?.currency;
      const inIt = earlier?.filter(({ subtotal }) => subtotal.currency === currency);
      if (!earlier || !inIt) return undefined;
      const spent = inIt.reduce((sum, { subtotal }) => sum + subtotal.minor, 0);
      const isAll = isComplete === true && inIt.length === earlier.length;
      return grownWithin(spent, isAll, spec.atLeast?.minor, spec.atMost?.minor);
    }
    case "days-since-last-order": {
      if (!earlier) return undefined;
      if (earlier.length === 0) return isComplete ? false : undefined;
      const gone = Math.max(0, at - Math.max(...earlier.map((order) => order.at)));
      return (
        (spec.atLeast === undefined || gone >= spec.atLeast * DAY) &&
        (spec.atMost === undefined || gone <= spec.atMost * DAY)
      );
    }
    case "bought-before": {
      if (!earlier) return undefined;
      const has = ({ products, at: when }: PastOrder) =>
        isRecent(when, at, spec.withinDays) && products.some((product) => spec.products.includes(product));
      return earlier.some(has) ? true : isComplete ? false : undefined;
    }
    case "answered-offer":
      return history?.answers.some(
        ({ answer, rule, reference, at: when }) =>
          reference !== facts.reference &&
          answer === spec.answer &&
          (!spec.rules || spec.rules.includes(rule)) &&
          isRecent(when, at, spec.withinDays),
      );
    case "date":
      return (
        (spec.from === undefined || at >= firstMomentOf(spec.from, catalog.shop.timezone)) &&
        (spec.until === undefined || at < firstMomentOf(spec.until, catalog.shop.timezone))
      );
    case "weekday": {
      const today = WEEKDAYS[wallAt(at, catalog.shop.timezone).weekday];
      return spec.weekdays.some((day) => day === today);
    }
    case "hour": {
      const { minuteOfDay } = wallAt(at, catalog.shop.timezone);
      const [from, until] = [minutesOf(spec.from), minutesOf(spec.until)];
      return from < until ? minuteOfDay >= from && minuteOfDay < until : minuteOfDay >= from || minuteOfDay < until;
    }
    case "random-share": {
      const drawn = Number.parseInt(hashOf(`${spec.seed} ${facts.customer ?? facts.reference}`).slice(0, 8), 16);
      return drawn * 10_000 < Math.round(spec.percent * 100) * 2 ** 32;
    }
  }
}

/** A parameter that the address is known not to have had. */
const NOTHING = "\0";

function ofLines<Value>(
  quantifier: "any" | "all" | "only" | "none",
  values: readonly Value[],
  lines: readonly PurchaseLine[],
  isOn: (line: PurchaseLine, value: Value) => Truth,
): Truth {
  if (quantifier === "all") return and(values.map((value) => or(lines.map((line) => isOn(line, value)))));
  const meant = lines.map((line) => or(values.map((value) => isOn(line, value))));
  if (quantifier === "any") return or(meant);
  if (quantifier === "none") return not(or(meant));
  return lines.length === 0 ? false : and(meant);
}

function ofTexts(
  quantifier: "any" | "all" | "none",
  wanted: readonly string[],
  had: readonly string[] | undefined,
): Truth {
  if (!had) return undefined;
  const folded = had.map(caseless);
  const hits = wanted.filter((text) => folded.includes(caseless(text))).length;
  return quantifier === "any" ? hits > 0 : quantifier === "none" ? hits === 0 : hits === wanted.length;
}

function oneOf(wanted: readonly string[], had: string | undefined): Truth {
  return had === undefined ? undefined : wanted.some((text) => text.trim() === had.trim());
}

const isText = (had: string | undefined, wanted: string): Truth =>
  had === undefined ? undefined : had.trim() === wanted.trim();
const caseless = (text: string) => text.trim().toLowerCase();

function addressIs(
  how: "is" | "starts-with" | "contains" | "ends-with",
  texts: readonly string[],
  had: string | undefined,
): Truth {
  const address = had?.trim();
  if (address === undefined) return undefined;
  const fits = {
    is: (text: string) => address === text,
    "starts-with": (text: string) => address.startsWith(text),
    contains: (text: string) => address.includes(text),
    "ends-with": (text: string) => address.endsWith(text),
  }[how];
  return texts.some((text) => fits(text.trim()));
}

function isWithin(value: number, { atLeast, atMost }: { atLeast?: number; atMost?: number }): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}

/** Of a number that can only have been higher where not all of it was seen. */
function grownWithin(seen: number, isAll: boolean, atLeast: number | undefined, atMost: number | undefined): Truth {
  return and([
    atLeast === undefined || (seen >= atLeast ? true : isAll ? false : undefined),
    atMost === undefined || (seen > atMost ? false : isAll ? true : undefined),
  ]);
}

function isRecent(when: number, now: number, withinDays: number | undefined): boolean {
  return withinDays === undefined || when >= now - withinDays * DAY;
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

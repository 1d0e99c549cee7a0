import fc from "fast-check";
import { expect, test } from "vitest";
import { changesFor } from "#app/core/acceptance/changes.ts";
import { checkPick } from "#app/core/acceptance/check-pick.ts";
import { repricedOffer } from "#app/core/acceptance/repriced-offer.ts";
import { bundlePricesOf, offerPriceOf } from "#app/core/decision/offer-price.ts";
import type { Discount } from "#app/core/rules/rulebook.ts";
import type { ProductId, VariantId } from "#app/core/values/ids.ts";
import { money, split, times } from "#app/core/values/money.ts";
import { GBP, someCatalog, someProduct, someVariant } from "#tests/support/builders.ts";
import { someChosenOffer, someOfferedProduct, someOfferedVariant, someTicket } from "#tests/support/some-offer.ts";

const price = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1_000_000_000 }));
const amount = price.map((minor) => [money(minor, GBP)]);
const discounts: fc.Arbitrary<Discount> = fc.oneof(
  fc.constant({ kind: "none" as const }),
  fc.integer({ min: 1, max: 10_000 }).map((hundredths) => ({ kind: "percent" as const, percent: hundredths / 100 })),
  amount.map((amounts) => ({ kind: "amount" as const, amounts })),
  amount.map((prices) => ({ kind: "fixed-price" as const, prices })),
);
const items = fc.array(fc.record({ was: price, is: price, pieces: fc.integer({ min: 1, max: 10 }) }), {
  minLength: 1,
  maxLength: 5,
});

test("an amount split over parts adds up to the penny, and no part is more than a penny off its share", () => {
  const weights = fc.array(price, { minLength: 1, maxLength: 8 }).filter((all) => all.some((weight) => weight > 0));
  fc.assert(
    fc.property(price, weights, (minor, all) => {
      const parts = split(money(minor, GBP), all);
      expect(parts.reduce((total, part) => total + part.minor, 0)).toBe(minor);
      const whole = all.reduce((total, weight) => total + weight, 0);
      parts.forEach((part, index) => {
        expect(Math.abs(part.minor - (minor * (all[index] ?? 0)) / whole)).toBeLessThan(1.001);
      });
    }),
  );
});

test("a bundle's price over its items adds up to what the whole costs; no item costs less than nothing or more than without", () => {
  fc.assert(
    fc.property(items, discounts, (all, discount) => {
      const prices = all.map(({ was, pieces }) => times(money(was, GBP), pieces));
      const charges = bundlePricesOf(prices, discount);
      charges.forEach((charge, index) => {
        expect(charge.minor).toBeGreaterThanOrEqual(0);
        expect(charge.minor).toBeLessThanOrEqual(prices[index]?.minor ?? 0);
      });
      if (discount.kind === "percent") return;
      const whole = money(
        prices.reduce((total, { minor }) => total + minor, 0),
        GBP,
      );
      expect(charges.reduce((total, { minor }) => total + minor, 0)).toBe(offerPriceOf(whole, discount).minor);
    }),
  );
});

test("whatever becomes of the prices, a yes is never charged more than was shown, and what is shown anew can be accepted", () => {
  const arrangements = fc.constantFrom("one-of" as const, "together" as const);
  fc.assert(
    fc.property(
      items,
      discounts,
      arrangements,
      fc.integer({ min: 1, max: 3 }),
      (all, discount, arrangement, wanted) => {
        const isBundle = arrangement === "together";
        const pieces = (index: number) => (isBundle ? (all[index]?.pieces ?? 1) : 1);
        const variantOf = (index: number) => String(3_000 + index) as VariantId;
        const productOf = (index: number) => String(2_000 + index) as ProductId;
        const priced = all.map(({ was }, index) => times(money(was, GBP), pieces(index)));
        const shown = isBundle ? bundlePricesOf(priced, discount) : priced.map((one) => offerPriceOf(one, discount));
        const ticket = someTicket({
          discount,
          offer: someChosenOffer({
            arrangement,
            discount: discount.kind === "none" || discount.kind === "percent" ? discount : { kind: "amount" },
            products: all.map((_, index) =>
              someOfferedProduct({
                product: productOf(index),
                pieces: pieces(index),
                variants: [
                  someOfferedVariant({
                    variant: variantOf(index),
                    price: priced[index] ?? money(0, GBP),
                    offerPrice: shown[index] ?? money(0, GBP),
                    quantityMost: isBundle ? 1 : 3,
                  }),
                ],
              }),
            ),
          }),
        });
        const catalog = someCatalog({
          products: all.map(({ is }, index) =>
            someProduct({
              id: productOf(index),
              variants: [someVariant({ id: variantOf(index), price: money(is, GBP), stock: { kind: "untracked" } })],
            }),
          ),
        });
        const pick = isBundle
          ? all.map((_, index) => ({ variant: variantOf(index), quantity: pieces(index) }))
          : [{ variant: variantOf(0), quantity: wanted }];

        const verdict = checkPick(ticket, pick, { catalog });
        if (verdict.kind === "ok") {
          const charged = verdict.items.reduce((total, one) => total + one.price.minor - one.off.minor, 0);
          const promised = verdict.items.reduce((total, one) => total + one.amount.minor, 0);
          expect(charged).toBeLessThanOrEqual(promised);
          for (const change of changesFor(ticket.offer, verdict.items)) {
            if (change.type !== "add_variant" || change.discount?.kind !== "amount") continue;
            const item = verdict.items.find(({ variant }) => variant === change.variant);
            expect(change.discount.off.minor).toBeGreaterThan(0);
            expect(change.discount.off.minor).toBeLessThanOrEqual(item?.price.minor ?? 0);
          }
          return;
        }
        expect(verdict.kind).toBe("price-changed");
        const offer = repricedOffer(ticket, { catalog });
        expect(offer && checkPick({ ...ticket, offer }, pick, { catalog }).kind).toBe("ok");
      },
    ),
    { numRuns: 500 },
  );
});

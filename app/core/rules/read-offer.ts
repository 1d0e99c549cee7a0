import type { Worded } from "../values/language.ts";
import { perCurrency, someAmount } from "./amounts.ts";
import { source } from "./read-source.ts";
import type { Reading } from "./reading.ts";
import { type Discount, OFFER_KINDS, type Offer } from "./rulebook.ts";
import {
  amount,
  type JsonSchema,
  oneOf,
  optional,
  percent,
  record,
  type Shape,
  tagged,
  text,
  trueOrFalse,
  variant,
  wholeNumber,
} from "./shapes.ts";

const discount: Shape<Discount> = tagged(
  "The discount",
  {
    none: variant("none", {}),
    percent: variant("percent", {
      percent: percent(0.01, 100, "The discount is a percentage above 0, at most 100, with at most two decimals."),
    }),
    amount: variant("amount", { amounts: perCurrency(someAmount) }),
    "fixed-price": variant("fixed-price", { prices: perCurrency(amount) }),
  },
  "A discount is none, percent, amount or fixed-price.",
);

const shipping = tagged(
  "The shipping",
  { free: variant("free", {}), price: variant("price", { prices: perCurrency(amount) }) },
  "Shipping is free or has a price.",
);

const partner = record("The partner", {
  name: text("Say whose product it is.", 120),
  commissionPercent: percent(0, 100, "The commission is a percentage from 0 to 100, with at most two decimals."),
});

const LANGUAGE = /^[a-z]{2,3}$/;

/** `{}` where the merchant wrote none: the surface has words of its own. */
function worded(most: number): Shape<Worded> {
  const words = text("Write the words, or leave the language out.", most);
  return {
    read: (reading) => {
      if (!reading.object("The words by language")) return undefined;
      const before = reading.problems.length;
      const read = Object.keys(reading.value as object).map((language) => [
        language,
        LANGUAGE.test(language)
          ? words.read(reading.at(language))
          : reading.at(language).wrong("A language is a code such as en or de."),
      ]);
      return reading.problems.length === before ? (Object.fromEntries(read) as Worded) : undefined;
    },
    schema: { type: "object", propertyNames: { pattern: LANGUAGE.source }, additionalProperties: words.schema },
  };
}

/** One thing proposed, and what its kind asks of the rest of it. */
export const offer: Shape<Offer> = record(
  "The offer",
  {
    kind: oneOf(OFFER_KINDS, `An offer's kind is one of ${OFFER_KINDS.join(", ")}.`),
    source,
    discount,
    quantityMost: wholeNumber(1, 10, "The quantity is a whole number from 1 to 10."),
    shipping,
    replaces: optional(trueOrFalse("Say true where it takes the place of what was bought, else false.")),
    evenIfBoughtBefore: optional(
      trueOrFalse("Say true where it is offered also to who has bought it before, else false."),
    ),
    partner: optional(partner),
    words: record("The words", { headline: worded(120), reason: worded(300) }),
  },
  {
    check: checkKind,
    schema: {
      allOf: [
        whenever(where("kind", { const: "gift" }), where("discount", where("percent", { const: 100 }))),
        whenever(where("kind", { const: "gift" }), where("quantityMost", { const: 1 })),
        whenever(where("kind", { const: "bundle" }), where("source", ofKind("bundle"))),
        whenever(where("source", ofKind("bundle")), where("quantityMost", { const: 1 })),
        whenever(where("kind", { const: "partner" }), { required: ["partner"] }),
        whenever({ required: ["partner"] }, where("kind", { const: "partner" })),
        whenever(where("replaces", { const: true }), where("kind", { const: "upsell" })),
      ],
    },
  },
);

type PartsOf<Whole> = { readonly [Name in keyof Whole]?: Whole[Name] };

function checkKind(read: PartsOf<Offer>, reading: Reading): void {
  const { kind, source, discount, quantityMost } = read;
  const isBundle = source?.kind === "bundle";
  if (kind === "gift" && discount && !(discount.kind === "percent" && discount.percent === 100)) {
    reading.at("discount").wrong("A gift is free: its discount is 100 percent.");
  }
  if (kind === "bundle" && source && !isBundle) {
    reading.at("source").wrong("A bundle is of several products: its source is a bundle.");
  }
  if ((kind === "gift" || isBundle) && quantityMost !== undefined && quantityMost > 1) {
    reading.at("quantityMost").wrong("Of a gift or a bundle the shopper takes one.");
  }
  if (kind === "partner" && reading.at("partner").isAbsent) {
    reading.at("partner").wrong("Say whose product it is.");
  }
  if (kind && kind !== "partner" && !reading.at("partner").isAbsent) {
    reading.at("partner").wrong("Only an offer of the kind partner has a partner.");
  }
  if (kind && kind !== "upsell" && read.replaces) {
    reading.at("replaces").wrong("Only an upsell takes the place of what was bought.");
  }
}

/** As JSON Schema: an object whose field is there and like this. */
function where(field: string, schema: JsonSchema): JsonSchema {
  return { type: "object", properties: { [field]: schema }, required: [field] };
}

function ofKind(kind: string): JsonSchema {
  return where("kind", { const: kind });
}

/** As JSON Schema: what fits the first fits the second too. */
function whenever(first: JsonSchema, second: JsonSchema): JsonSchema {
  return { anyOf: [{ not: first }, second] };
}

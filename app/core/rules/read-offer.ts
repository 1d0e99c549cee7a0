import type { Worded } from "../values/language.ts";
import { MERGE_FIELDS, unknownFieldsIn } from "../values/merge-fields.ts";
import { perCurrency, someAmount } from "./amounts.ts";
import { source } from "./read-source.ts";
import type { Reading } from "./reading.ts";
import { type Discount, OFFER_KINDS, type Offer, type OfferWords } from "./rulebook.ts";
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

export const discount: Shape<Discount> = tagged(
  "problem.part.discount",
  {
    none: variant("none", {}),
    percent: variant("percent", {
      percent: percent(0.01, 100, "problem.discount.percent"),
    }),
    amount: variant("amount", { amounts: perCurrency(someAmount) }),
    "fixed-price": variant("fixed-price", { prices: perCurrency(amount) }),
  },
  "problem.discount.kind",
);

const shipping = tagged(
  "problem.part.shipping",
  { free: variant("free", {}), price: variant("price", { prices: perCurrency(amount) }) },
  "problem.shipping.kind",
);

const partner = record("problem.part.partner", {
  name: text("problem.partner.name", 120),
  commissionPercent: percent(0, 100, "problem.partner.commission"),
});

const LANGUAGE = /^[a-z]{2,3}$/;

const FIELDS = MERGE_FIELDS.map((field) => `{${field}}`).join(", ");

/** The merchant's words, in which a name in braces is a merge field: a misspelt one would be read by shoppers. */
function words(most: number): Shape<string> {
  const plain = text("problem.words.empty", most);
  return {
    read: (reading) => {
      const read = plain.read(reading);
      const [field] = read === undefined ? [] : unknownFieldsIn(read);
      if (field === undefined) return read;
      return reading.wrong({ message: "problem.words.unknown-field", values: { field, fields: FIELDS } });
    },
    schema: { ...plain.schema, not: { pattern: `\\{(?!(?:${MERGE_FIELDS.join("|")})\\})[A-Za-z]+\\}` } },
  };
}

/** `{}` where the merchant wrote none: the surface has words of its own. */
function worded(most: number): Shape<Worded> {
  const each = words(most);
  return {
    read: (reading) => {
      if (!reading.object("problem.part.words-by-language")) return undefined;
      const before = reading.problems.length;
      const read = Object.keys(reading.value as object).map((language) => [
        language,
        LANGUAGE.test(language)
          ? each.read(reading.at(language))
          : reading.at(language).wrong("problem.words.language"),
      ]);
      return reading.problems.length === before ? (Object.fromEntries(read) as Worded) : undefined;
    },
    schema: { type: "object", propertyNames: { pattern: LANGUAGE.source }, additionalProperties: each.schema },
  };
}

/** The words of an offer, or the shop's own for all of them. */
export const offerWords: Shape<OfferWords> = record("problem.part.words", {
  headline: worded(120),
  reason: worded(300),
});

/** One thing proposed, and what its kind asks of the rest of it. */
export const offer: Shape<Offer> = record(
  "problem.part.offer",
  {
    kind: oneOf(OFFER_KINDS, { message: "problem.offer.kind", values: { kinds: OFFER_KINDS.join(", ") } }),
    source,
    discount,
    quantityMost: wholeNumber(1, 10, "problem.offer.quantity"),
    shipping,
    replaces: optional(trueOrFalse("problem.offer.replaces")),
    evenIfBoughtBefore: optional(trueOrFalse("problem.offer.even-if-bought")),
    partner: optional(partner),
    words: offerWords,
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
    reading.at("discount").wrong("problem.offer.gift-discount");
  }
  if (kind === "bundle" && source && !isBundle) {
    reading.at("source").wrong("problem.offer.bundle-source");
  }
  if ((kind === "gift" || isBundle) && quantityMost !== undefined && quantityMost > 1) {
    reading.at("quantityMost").wrong("problem.offer.one-only");
  }
  if (kind === "partner" && reading.at("partner").isAbsent) {
    reading.at("partner").wrong("problem.partner.name");
  }
  if (kind && kind !== "partner" && !reading.at("partner").isAbsent) {
    reading.at("partner").wrong("problem.offer.no-partner");
  }
  if (kind && kind !== "upsell" && read.replaces) {
    reading.at("replaces").wrong("problem.offer.no-replacing");
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

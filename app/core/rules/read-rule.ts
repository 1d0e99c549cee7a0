import type { Surface } from "../facts/facts.ts";
import type { RuleId } from "../values/ids.ts";
import { someAmount } from "./amounts.ts";
import { productsAndVariantsIn } from "./products-named.ts";
import { period } from "./ranges.ts";
import { clause } from "./read-clause.ts";
import { path } from "./read-path.ts";
import type { Reading } from "./reading.ts";
import { REPLACING_SURFACES } from "./replacing-surfaces.ts";
import type { Path, Rule } from "./rulebook.ts";
import { list, localMoment, oneOf, optional, record, type Shape, text, textLike, wholeNumber } from "./shapes.ts";
import { SURFACES } from "./surfaces.ts";

/** In all its conditions together. */
const PRODUCTS_MOST = 5_000;

const moment = (sentence: string) => wholeNumber(0, Number.MAX_SAFE_INTEGER, sentence);

const limits = record(
  "The limits",
  {
    oncePerCustomer: optional(
      record("The limit by customer", {
        days: optional(wholeNumber(1, 3_650, "The days are a whole number from 1 to 3,650.")),
      }),
    ),
    acceptsPerDay: optional(wholeNumber(1, 1_000_000, "The yeses a day are a whole number from 1 to 1,000,000.")),
    discountBudget: optional(someAmount),
  },
  atLeastOneOf(["oncePerCustomer", "acceptsPerDay", "discountBudget"], "Set a limit, or leave the limits out."),
);

const inARow = (what: string) => wholeNumber(1, 100, `How many ${what} in a row is a whole number from 1 to 100.`);

const pauseAfter = record(
  "What pauses the rule",
  {
    soldOut: optional(inARow("sold-out answers")),
    paymentErrors: optional(inARow("payment errors")),
    refunds: optional(inARow("refunds")),
  },
  atLeastOneOf(["soldOut", "paymentErrors", "refunds"], "Say after what the rule pauses itself, or leave it out."),
);

const pausedBecause = record("Why the rule paused itself", {
  what: oneOf(["soldOut", "paymentErrors", "refunds"], "A rule pauses itself for soldOut, paymentErrors or refunds."),
  inARow: inARow("of them"),
  at: moment("The moment it paused itself is missing (milliseconds since 1970)."),
});

export const rule: Shape<Rule> = record(
  "The rule",
  {
    id: textLike(/^[a-z0-9-]{1,64}$/, "A rule's id is 1 to 64 small letters, digits and hyphens.") as Shape<RuleId>,
    name: text("Give the rule a name.", 120),
    status: oneOf(["draft", "active", "paused", "archived"], "A rule is a draft, active, paused or archived."),
    surfaces: list(oneOf(SURFACES, `A page is one of ${SURFACES.join(", ")}.`), {
      sentence: "Choose at least one page for the rule to speak on.",
      most: SURFACES.length,
    }),
    when: clause,
    path,
    priority: wholeNumber(1, 10_000, "The priority is a whole number from 1 to 10,000."),
    schedule: optional(record("The schedule", { from: optional(localMoment), until: optional(localMoment) }, period)),
    limits: optional(limits),
    pauseAfter: optional(pauseAfter),
    pausedBecause: optional(pausedBecause),
    editedAt: moment("The moment of the last edit is missing (milliseconds since 1970)."),
  },
  {
    check: (read, reading) => {
      if (read.when && productsAndVariantsIn(read.when).size > PRODUCTS_MOST) {
        reading
          .at("when")
          .wrong(`A rule's conditions name at most ${PRODUCTS_MOST.toLocaleString("en")} products and variants.`);
      }
      const fixed = read.surfaces?.filter((surface) => !REPLACING_SURFACES.has(surface)) ?? [];
      if (read.path && fixed.length > 0) reportReplacing(read.path, reading.at("path"), fixed);
    },
  },
);

/** What was bought stays where the order is placed already, and in an e-mail. */
function reportReplacing(step: Path, reading: Reading, fixed: readonly Surface[]): void {
  if (step.offer.replaces) {
    reading
      .at("offer")
      .at("replaces")
      .wrong(`Nothing can be replaced on these pages of the rule: ${fixed.join(", ")}.`);
  }
  for (const next of ["ifAccepted", "ifDeclined"] as const) {
    const after = step[next];
    if (after) reportReplacing(after, reading.at(next), fixed);
  }
}

function atLeastOneOf(fields: readonly string[], sentence: string) {
  return {
    check: (_read: object, reading: Reading): void => {
      if (fields.every((field) => reading.at(field).isAbsent)) reading.wrong(sentence);
    },
    schema: { minProperties: 1 },
  };
}

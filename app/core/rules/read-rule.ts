import type { Surface } from "../facts/facts.ts";
import type { RuleId } from "../values/ids.ts";
import { someAmount } from "./amounts.ts";
import { productsAndVariantsIn } from "./products-named.ts";
import { period } from "./ranges.ts";
import { clause } from "./read-clause.ts";
import { path } from "./read-path.ts";
import type { Reading, Wrong } from "./reading.ts";
import { REPLACING_SURFACES } from "./replacing-surfaces.ts";
import type { Path, PauseAfter, Rule } from "./rulebook.ts";
import { list, localMoment, oneOf, optional, record, type Shape, text, textLike, wholeNumber } from "./shapes.ts";
import { SURFACES } from "./surfaces.ts";

/** In all its conditions together. */
const PRODUCTS_MOST = 5_000;

const moment = (wrong: Wrong) => wholeNumber(0, Number.MAX_SAFE_INTEGER, wrong);

const limits = record(
  "problem.part.limits",
  {
    oncePerCustomer: optional(
      record("problem.part.customer-limit", {
        days: optional(wholeNumber(1, 3_650, "problem.limits.days")),
      }),
    ),
    acceptsPerDay: optional(wholeNumber(1, 1_000_000, "problem.limits.accepts")),
    discountBudget: optional(someAmount),
  },
  atLeastOneOf(["oncePerCustomer", "acceptsPerDay", "discountBudget"], "problem.limits.empty"),
);

const inARow = (what: keyof PauseAfter | "any") =>
  wholeNumber(1, 100, { message: "problem.pause-after.in-a-row", values: { what } });

const pauseAfter = record(
  "problem.part.pause-after",
  {
    soldOut: optional(inARow("soldOut")),
    paymentErrors: optional(inARow("paymentErrors")),
    refunds: optional(inARow("refunds")),
  },
  atLeastOneOf(["soldOut", "paymentErrors", "refunds"], "problem.pause-after.empty"),
);

const pausedBecause = record("problem.part.paused-because", {
  what: oneOf(["soldOut", "paymentErrors", "refunds"], "problem.paused-because.what"),
  inARow: inARow("any"),
  at: moment("problem.paused-because.at"),
});

export const rule: Shape<Rule> = record(
  "problem.part.rule",
  {
    id: textLike(/^[a-z0-9-]{1,64}$/, "problem.rule.id") as Shape<RuleId>,
    name: text("problem.rule.name", 120),
    status: oneOf(["draft", "active", "paused", "archived"], "problem.rule.status"),
    surfaces: list(oneOf(SURFACES, { message: "problem.rule.surface", values: { pages: SURFACES.join(", ") } }), {
      message: "problem.rule.surfaces",
      most: SURFACES.length,
    }),
    when: clause,
    path,
    priority: wholeNumber(1, 10_000, "problem.rule.priority"),
    schedule: optional(
      record("problem.part.schedule", { from: optional(localMoment), until: optional(localMoment) }, period),
    ),
    limits: optional(limits),
    pauseAfter: optional(pauseAfter),
    pausedBecause: optional(pausedBecause),
    editedAt: moment("problem.rule.edited-at"),
  },
  {
    check: (read, reading) => {
      if (read.when && productsAndVariantsIn(read.when).size > PRODUCTS_MOST) {
        reading.at("when").wrong({ message: "problem.rule.products", values: { most: PRODUCTS_MOST } });
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
      .wrong({ message: "problem.offer.replacing-there", values: { pages: fixed.join(", ") } });
  }
  for (const next of ["ifAccepted", "ifDeclined"] as const) {
    const after = step[next];
    if (after) reportReplacing(after, reading.at(next), fixed);
  }
}

function atLeastOneOf(fields: readonly string[], wrong: Wrong) {
  return {
    check: (_read: object, reading: Reading): void => {
      if (fields.every((field) => reading.at(field).isAbsent)) reading.wrong(wrong);
    },
    schema: { minProperties: 1 },
  };
}

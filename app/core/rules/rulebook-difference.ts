import type { RuleId } from "../values/ids.ts";
import type { Language } from "../values/language.ts";
import type { Clause, GuardSettings, Look, Offer, OfferWords, Path, Rule } from "./rulebook.ts";

/** One thing that two rulebooks say differently. */
export type RulebookDifference =
  | { [Guard in keyof GuardSettings]-?: Changed<Guard, GuardSettings[Guard]> }[keyof GuardSettings]
  | (Changed<"words", string | undefined> & { readonly place: keyof OfferWords; readonly language: Language })
  | { [Part in keyof Look]-?: Changed<Part, Look[Part]> }[keyof Look]
  | { readonly kind: "rule-added"; readonly rule: Rule }
  | { readonly kind: "rule-removed"; readonly rule: Rule }
  /** So many rules only made room for others: see `OrderDifference`. Nothing that shoppers see. */
  | { readonly kind: "rules-aside"; readonly rules: number }
  | (RuleDifference & {
      readonly rule: RuleId;
      /** As it is called afterwards. */
      readonly ruleName: string;
    });

export type RuleDifference =
  | { [Field in PlainField]: Changed<Field, Rule[Field]> }[PlainField]
  /** Its places in the list, 1 for the rule that is asked first; the same where others went around it. */
  | Changed<"moved", number>
  | ClauseDifference
  | PathDifference
  /** It says the same, but is now the one edited last, or writes its conditions in another order. */
  | { readonly kind: "saved-again" };

export type ClauseDifference =
  | { readonly kind: "condition-added"; readonly condition: Clause }
  | { readonly kind: "condition-removed"; readonly condition: Clause }
  | { readonly kind: "condition-changed"; readonly before: Clause; readonly after: Clause }
  /** Other than `all`, `any` or `none` as before: nothing is the same of one that can be told. */
  | { readonly kind: "conditions-rewritten"; readonly before: Clause; readonly after: Clause };

export type PathDifference =
  | { readonly kind: "step-added"; readonly at: StepPlace; readonly step: Path }
  | { readonly kind: "step-removed"; readonly at: StepPlace; readonly step: Path }
  | {
      readonly kind: "offer-changed";
      readonly at: StepPlace;
      readonly part: keyof Offer;
      readonly before: Offer;
      readonly after: Offer;
    };

/** The answers that lead to a step; none to the first. */
export type StepPlace = readonly ("ifAccepted" | "ifDeclined")[];

export interface Changed<Kind, Value> {
  readonly kind: Kind;
  readonly before: Value;
  readonly after: Value;
}

/** In the order in which they are told. */
export const PLAIN_FIELDS = [
  "name",
  "status",
  "pausedBecause",
  "surfaces",
  "priority",
  "schedule",
  "limits",
  "pauseAfter",
] as const;
type PlainField = (typeof PLAIN_FIELDS)[number];

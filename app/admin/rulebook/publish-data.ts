import { findings } from "#app/core/rules/findings.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { RulesScreen, RunningTrial } from "#app/stores/read-models/rules-screen.ts";
import { type Differences, differencesOf } from "./differences.ts";
import { type FindingShown, findingsShown } from "./findings-shown.ts";
import type { FirstOf } from "./first-of.ts";
import { unpublishedIn } from "./unpublished.ts";

export interface PublishPageData {
  /** Of the draft that is shown: if another is saved meanwhile, nothing is published. */
  readonly revision: number;
  readonly differences: Differences;
  readonly findings: FirstOf<FindingShown>;
  /** Rules that would stay drafts. */
  readonly drafts: number;
  /** There is something live that the others can be asked by. */
  readonly canTry: boolean;
  readonly trial?: RunningTrial | undefined;
}

/** What a merchant reads before publishing all rules. */
export function publishPageOf(screen: RulesScreen, now: Instant): PublishPageData {
  const { draft, published, trial, shop } = screen;
  const { rulebook, revision } = draft;
  return {
    revision,
    differences: differencesOf(unpublishedIn(screen), { titles: screen, rulebook, timezone: shop.timezone }),
    findings: findingsShown(findings(rulebook, now, shop.timezone), rulebook),
    drafts: rulebook.rules.filter(({ status }) => status === "draft").length,
    canTry: published !== undefined,
    ...(trial ? { trial } : {}),
  };
}

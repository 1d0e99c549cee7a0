import { findings } from "#app/core/rules/findings.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { RulesScreen, RunningTrial } from "#app/stores/read-models/rules-screen.ts";
import { namesOf } from "../english-names.ts";
import { differencesTold, findingsTold, type Told } from "./told.ts";
import { unpublishedIn } from "./unpublished.ts";

export interface PublishPageData {
  /** Of the draft that is shown: if another is saved meanwhile, nothing is published. */
  readonly revision: number;
  readonly differences: Told<string>;
  readonly findings: Told<string>;
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
    differences: differencesTold(unpublishedIn(screen), namesOf(screen, shop.timezone, rulebook)),
    findings: findingsTold(findings(rulebook, now, shop.timezone), rulebook),
    drafts: rulebook.rules.filter(({ status }) => status === "draft").length,
    canTry: published !== undefined,
    ...(trial ? { trial } : {}),
  };
}

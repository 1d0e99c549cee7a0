import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { RulebookDifference } from "#app/core/rules/rulebook-difference.ts";
import type { Titles } from "#app/stores/read-models/titles.ts";
import type { VersionsScreen } from "#app/stores/read-models/versions-screen.ts";
import { type Differences, differencesOf } from "../rulebook/differences.ts";

export interface VersionsPageData {
  readonly timezone: string;
  /** The merchant who looks, by Shopify's id. */
  readonly viewer: string;
  readonly versions: VersionsScreen["versions"];
  readonly page: number;
  readonly pages: number;
  /** The number of the latest: every one from 1 on can be compared. */
  readonly latest: number;
  readonly live?: VersionsScreen["live"];
  readonly events: VersionsScreen["events"];
  /** Absent where nothing was asked to be compared, "none" where one of the two is none. */
  readonly compared?: ComparedTold | "none" | undefined;
}

/** What is being written, or what was published under a number. */
export type WhichRulebook = "draft" | { readonly version: number };

/** Two rulebooks with what is otherwise in the second. */
interface Compared {
  readonly differences: readonly RulebookDifference[];
  readonly after: Rulebook;
  readonly titles: Titles;
}

export interface ComparedTold {
  readonly before: WhichRulebook;
  readonly after: WhichRulebook;
  readonly differences: Differences;
}

const ON_A_PAGE = 50;
const EVENTS_MOST = 20;

/** `page` may be anything; `compared` is what was asked to be compared, if that could be. */
export function versionsPageOf(
  { shop, versions, live, events }: VersionsScreen,
  {
    viewer,
    page,
    compared,
  }: { readonly viewer: string; readonly page: number; readonly compared?: VersionsPageData["compared"] },
): VersionsPageData {
  const pages = Math.max(1, Math.ceil(versions.length / ON_A_PAGE));
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  return {
    timezone: shop.timezone,
    viewer,
    versions: versions.slice((shown - 1) * ON_A_PAGE, shown * ON_A_PAGE),
    page: shown,
    pages,
    latest: versions[0]?.version ?? 0,
    ...(live ? { live } : {}),
    events: events.slice(0, EVENTS_MOST),
    ...(compared ? { compared } : {}),
  };
}

/** What is otherwise. */
export function comparedTold(
  which: Pick<ComparedTold, "before" | "after">,
  { differences, titles, after }: Compared,
  timezone: string,
): ComparedTold {
  return { ...which, differences: differencesOf(differences, { titles, rulebook: after, timezone }) };
}

/** "draft" or a version's number, as an address says it; undefined for anything else. */
export function whichRulebook(text: string | null): WhichRulebook | undefined {
  if (text === "draft") return text;
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? { version: Number(text) } : undefined;
}

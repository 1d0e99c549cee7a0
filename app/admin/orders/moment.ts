import type { Instant } from "#app/core/values/instant.ts";

/** One thing that happened, as it is told. */
export interface Moment {
  readonly at: Instant;
  readonly text: string;
  readonly tone: "plain" | "good" | "bad";
  readonly detail?: string;
}

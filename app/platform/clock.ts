import type { Instant } from "#app/core/values/instant.ts";

/** Where the time comes from: handed in wherever a flow or an edge needs it, so that tests and the sandbox can set it. */
export type Clock = () => Instant;

export const systemClock: Clock = () => Date.now();

/** A moment as milliseconds since 1970-01-01T00:00:00Z. `now` is always an argument in the core, never read there. */
export type Instant = number;

/** The instant of an ISO 8601 text ("2026-11-21T18:04:02Z"), or undefined when it is not one. */
export function parseInstant(iso: string): Instant | undefined {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? undefined : at;
}

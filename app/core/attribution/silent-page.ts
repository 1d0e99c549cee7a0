import type { Instant } from "../values/instant.ts";

/** What is known of the post-purchase page's asking. */
export interface PageAsking {
  /** When the page asked for the last time; absent: never. */
  readonly lastAskedAt?: Instant;
  /** Orders placed since then that named nothing to keep the page shut, such as another channel. */
  readonly unasked: number;
  /** Of such orders before that, in the month before it: how many there were, and for how many the page asked. */
  readonly before: { readonly orders: number; readonly asked: number };
}

/** So many silent orders at least: one or two may always be picked up in the shop, or paid under heavy load. */
const FEWEST = 5;
/** A shop that works sounds the alarm once in so many looks; it is looked at once an hour. */
const FALSE_ALARM = 1e-5;

/**
 * Whether the page has stopped asking, where orders arrive that should have asked: as many in a row as would hardly ever be
 * silent by chance, by how often the page has asked for such orders before. Never without the page having asked before: that
 * is a setup which is not finished, not one that broke.
 */
export function hasGoneSilent({ lastAskedAt, unasked, before }: PageAsking): boolean {
  if (lastAskedAt === undefined || unasked < FEWEST) return false;
  // One order more that was not asked for than were seen: few orders prove little.
  const silentShare = 1 - before.asked / (before.orders + 1);
  return silentShare ** unasked < FALSE_ALARM;
}

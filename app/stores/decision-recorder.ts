import type { Shop } from "#app/core/values/ids.ts";
import type { Database } from "./database.ts";
import { type DecisionRecord, saveDecisions } from "./decisions.ts";

/** Keeps decisions off the request's path, in groups. What has not been written yet is lost in a crash. */
export interface DecisionRecorder {
  /** Returns at once. A full buffer drops the record and counts it in `dropped`: deciding never waits for evidence. */
  record(shop: Shop, record: DecisionRecord): void;
  /** Resolves when everything recorded before the call is written, or has been dropped. */
  flush(): Promise<void>;
  /** Lost since the start: the buffer was full, or the database refused them. */
  readonly dropped: number;
}

export interface RecorderLimits {
  /** A group is written after this long at the latest, … */
  readonly everyMs: number;
  /** … or when it holds this many. */
  readonly groupOf: number;
  /** Recorded and not yet written, at most. */
  readonly buffer: number;
}

const LIMITS: RecorderLimits = { everyMs: 100, groupOf: 200, buffer: 5_000 };

/** `failed` hears of each group that could not be written, after one more try. */
export function decisionRecorder(
  database: Database,
  {
    failed = () => undefined,
    limits = LIMITS,
  }: { readonly failed?: (error: unknown) => void; readonly limits?: RecorderLimits } = {},
): DecisionRecorder {
  let waiting: { readonly shop: Shop; readonly record: DecisionRecord }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  let unwritten = 0;
  let dropped = 0;

  const write = async (group: typeof waiting): Promise<void> => {
    for (const [shop, entries] of Map.groupBy(group, (entry) => entry.shop)) {
      const records = entries.map((entry) => entry.record);
      const save = () => database.inShop(shop, (tenant) => saveDecisions(tenant, records));
      try {
        await save().catch(save);
      } catch (error) {
        dropped += records.length;
        failed(error);
      }
      unwritten -= records.length;
    }
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const group = waiting;
    waiting = [];
    if (group.length > 0) writing = writing.then(() => write(group));
    return writing;
  };

  return {
    record: (shop, record) => {
      if (unwritten >= limits.buffer) {
        dropped += 1;
        return;
      }
      unwritten += 1;
      waiting.push({ shop, record });
      if (waiting.length >= limits.groupOf) void flush();
      else timer ??= setTimeout(() => void flush(), limits.everyMs);
    },
    flush,
    get dropped() {
      return dropped;
    },
  };
}

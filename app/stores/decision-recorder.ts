import { setImmediate as afterOthers } from "node:timers/promises";
import type { Evidence } from "#app/core/decision/evidence.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Database } from "./database.ts";
import { type DecisionRecord, saveDecisions } from "./decisions.ts";

/** `evidence` is gathered when the decision is written, not when it is made; absent where it was recorded before. */
export interface DecisionToRecord extends Omit<DecisionRecord, "evidence"> {
  readonly evidence?: () => Evidence;
}

/** Keeps decisions off the request's path, in groups. What has not been written yet is lost in a crash. */
export interface DecisionRecorder {
  /** Returns at once. A full buffer drops the record and counts it in `dropped`: deciding never waits for evidence. */
  record(shop: Shop, record: DecisionToRecord): void;
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
  let waiting: { readonly shop: Shop; readonly record: DecisionToRecord }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  let unwritten = 0;
  let dropped = 0;

  const write = async (group: typeof waiting): Promise<void> => {
    for (const [shop, entries] of Map.groupBy(group, (entry) => entry.shop)) {
      try {
        const records: DecisionRecord[] = [];
        for (const { record } of entries) records.push(await withEvidence(record, failed));
        const save = () => database.inShop(shop, (tenant) => saveDecisions(tenant, records));
        await save().catch(save);
      } catch (error) {
        dropped += entries.length;
        failed(error);
      }
      unwritten -= entries.length;
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

/** Gathering takes as long as deciding or longer: whoever asks meanwhile is answered between one and the next. */
async function withEvidence(
  { evidence, ...record }: DecisionToRecord,
  failed: (error: unknown) => void,
): Promise<DecisionRecord> {
  if (!evidence) return record;
  await afterOthers();
  try {
    return { ...record, evidence: evidence() };
  } catch (error) {
    failed(error);
    return record;
  }
}

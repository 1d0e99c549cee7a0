import type { Trial } from "#app/core/rules/trial.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { RULEBOOK_CHANNEL } from "./channels.ts";
import type { Tenant } from "./database.ts";

/** Which versions shoppers are asked by. */
export interface LiveVersions {
  readonly version: number;
  readonly trial?: Trial;
}

type RulebookEventKind =
  /** Live for everyone, as a new version. */
  | "published"
  | "trial-began"
  | "trial-widened"
  /** What was tried is live for everyone. */
  | "trial-kept"
  /** What was tried is asked no more. */
  | "trial-dropped"
  /** An earlier version is live for everyone again. */
  | "rolled-back"
  /** A rule was paused while a trial was running: both versions have a new number. */
  | "replaced";

/** Something that changed what shoppers are asked by. */
export interface RulebookEvent {
  readonly kind: RulebookEventKind;
  /** The version it is about. */
  readonly version: number;
  /** Of the shoppers; absent where it is all of them, or none. */
  readonly percent?: number;
  readonly by: string;
  readonly at: Instant;
}

/** Undefined while nothing was ever published. With `toReplace` nobody else publishes until the transaction ends. */
export async function loadLive(
  tenant: Tenant,
  { toReplace = false }: { readonly toReplace?: boolean } = {},
): Promise<LiveVersions | undefined> {
  if (toReplace) await lockPublishing(tenant);
  const row = await tenant.db.rulebookLive.findUnique({ where: { shop: tenant.shop } });
  return row ? liveOf(row) : undefined;
}

export interface LiveRow {
  readonly version: number;
  readonly trialVersion: number | null;
  readonly trialPercent: number | null;
  readonly trialSeed: number | null;
}

export function liveOf({ version, trialVersion, trialPercent: percent, trialSeed: seed }: LiveRow): LiveVersions {
  const isTrying = trialVersion !== null && percent !== null && seed !== null;
  return { version, ...(isTrying && { trial: { version: trialVersion, percent, seed } }) };
}

/** From the commit on shoppers are asked by these versions, in every process; who did it is kept. */
export async function makeLive(tenant: Tenant, { version, trial }: LiveVersions, event: RulebookEvent): Promise<void> {
  const { db, shop } = tenant;
  await lockPublishing(tenant);
  await db.$executeRaw`
    insert into rulebook_live (shop, version, trial_version, trial_percent, trial_seed)
    values (${shop}, ${version}, ${trial?.version ?? null}, ${trial?.percent ?? null}, ${trial?.seed ?? null})
    on conflict (shop) do update set version = excluded.version, trial_version = excluded.trial_version,
      trial_percent = excluded.trial_percent, trial_seed = excluded.trial_seed`;
  await db.$executeRaw`
    insert into rulebook_events (shop, event, kind, version, percent, by, at)
    select ${shop}, coalesce(max(event), 0) + 1, ${event.kind}, ${event.version}, ${event.percent ?? null}, ${event.by},
      ${new Date(event.at)}
    from rulebook_events where shop = ${shop}`;
  await db.$executeRaw`select pg_notify(${RULEBOOK_CHANNEL}, ${shop})`;
}

/** The latest first. */
export async function listRulebookEvents({ db, shop }: Tenant): Promise<RulebookEvent[]> {
  const rows = await db.rulebookEvent.findMany({ where: { shop }, orderBy: { event: "desc" } });
  return rows.map(({ kind, version, percent, by, at }) => ({
    kind: kind as RulebookEventKind,
    version,
    ...(percent !== null && { percent }),
    by,
    at: at.getTime(),
  }));
}

/** One publisher of a shop at a time, until the transaction ends. */
export async function lockPublishing({ db, shop }: Tenant): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('publish'), hashtext(${shop}))`;
}

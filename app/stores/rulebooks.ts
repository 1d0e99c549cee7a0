import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Told } from "#app/core/values/say.ts";
import type { Tenant } from "./database.ts";
import { loadLive, lockPublishing, makeLive } from "./rulebook-live.ts";
import { jsonTextToStore, storedAs } from "./stored-json.ts";

export interface RulebookDraft {
  readonly rulebook: Rulebook;
  /** 0 when nothing was ever saved: the draft is then what is published, or empty. */
  readonly revision: number;
  /** Who saved it last, by Shopify's id; absent when nobody has. */
  readonly savedBy?: string;
}

export interface PublishedRulebook {
  /** 1 for the first one published. */
  readonly version: number;
  readonly rulebook: Rulebook;
}

/** What a version is: the merchant's own words, or what was done, to be said in the language of whoever reads it. */
export type VersionNote = string | Told;

export interface RulebookVersionSummary {
  readonly version: number;
  readonly note: VersionNote;
  readonly publishedBy: string;
  readonly publishedAt: Instant;
  /** Of the shoppers, in percent, who are asked by it now. */
  readonly share: number;
}

/** Who makes something live, and when. */
export interface Publishing {
  readonly by: string;
  readonly now: Instant;
}

const EMPTY: Rulebook = { format: 1, rules: [] };

export async function loadDraft(tenant: Tenant): Promise<RulebookDraft> {
  const row = await tenant.db.rulebookDraft.findUnique({ where: { shop: tenant.shop } });
  if (row) return { rulebook: storedAs(row.rulebook), revision: row.revision, savedBy: row.savedBy };
  const published = await loadPublished(tenant);
  return { rulebook: published?.rulebook ?? EMPTY, revision: 0 };
}

/** Saved only if the draft is still at `expectedRevision`: two windows can't overwrite each other's changes unseen. */
export async function saveDraft(
  tenant: Tenant,
  rulebook: Rulebook,
  { expectedRevision, by, now }: { readonly expectedRevision: number; readonly by: string; readonly now: Instant },
): Promise<"saved" | "changed-meanwhile"> {
  // As text in SQL of our own: through Prisma's model a document of five megabytes takes seconds.
  const document = jsonTextToStore(rulebook);
  const revision = expectedRevision + 1;
  const { shop, db } = tenant;
  const count =
    expectedRevision === 0
      ? await db.$executeRaw`
          insert into rulebook_drafts (shop, rulebook, revision, saved_by, saved_at)
          values (${shop}, ${document}::jsonb, ${revision}, ${by}, ${new Date(now)}) on conflict do nothing`
      : await db.$executeRaw`
          update rulebook_drafts
          set rulebook = ${document}::jsonb, revision = ${revision}, saved_by = ${by}, saved_at = ${new Date(now)}
          where shop = ${shop} and revision = ${expectedRevision}`;
  return count === 1 ? "saved" : "changed-meanwhile";
}

/**
 * The version that everyone is asked by who is not in a trial. With `toReplace` no other transaction can publish until
 * this one ends: whoever makes the next version out of this one reads it so, and loses nobody's change.
 */
export async function loadPublished(
  tenant: Tenant,
  { toReplace = false }: { readonly toReplace?: boolean } = {},
): Promise<PublishedRulebook | undefined> {
  const live = await loadLive(tenant, { toReplace });
  return live && loadVersion(tenant, live.version);
}

/** All that shoppers are asked by: what is live, then what a share of them tries. Empty while nothing is published. */
export async function loadAskedRulebooks(tenant: Tenant): Promise<Rulebook[]> {
  const live = await loadLive(tenant);
  const versions = live ? [live.version, ...(live.trial ? [live.trial.version] : [])] : [];
  const rulebooks = await Promise.all(versions.map((version) => loadVersion(tenant, version)));
  return rulebooks.flatMap((known) => (known ? [known.rulebook] : []));
}

/** Makes the next version, live for everyone, and tells every process as the transaction commits. A trial ends by it. */
export async function publishVersion(
  tenant: Tenant,
  rulebook: Rulebook,
  { by, now, note }: Publishing & { readonly note: VersionNote },
): Promise<number> {
  const version = await addVersion(tenant, rulebook, { by, now, note });
  await makeLive(tenant, { version }, { kind: "published", version, by, at: now });
  return version;
}

/** Makes the next version, tried by a share of the shoppers beside the live one, which there is; tells every process. */
export async function tryVersion(
  tenant: Tenant,
  rulebook: Rulebook,
  { by, now, note, percent }: Publishing & { readonly note: VersionNote; readonly percent: number },
): Promise<number> {
  const live = await loadLive(tenant);
  invariant(live, "a version is tried beside one that is live");
  const version = await addVersion(tenant, rulebook, { by, now, note });
  const trial = { version, percent, seed: version };
  await makeLive(tenant, { version: live.version, trial }, { kind: "trial-began", version, percent, by, at: now });
  return version;
}

/**
 * Changes what is live, whoever is asked by it: the next version of what everyone is asked by, and while a trial runs of
 * what is tried too, for the same shoppers. Gives the number of the first. Nothing is published yet: undefined.
 */
export async function republish(
  tenant: Tenant,
  change: (rulebook: Rulebook) => Rulebook,
  publishing: Publishing & { readonly note: VersionNote },
): Promise<number | undefined> {
  const live = await loadLive(tenant, { toReplace: true });
  const published = live && (await loadVersion(tenant, live.version));
  if (!published) return undefined;
  if (!live.trial) return publishVersion(tenant, change(published.rulebook), publishing);
  const tried = await loadVersion(tenant, live.trial.version);
  invariant(tried, "a trial is of a version that there is");
  const version = await addVersion(tenant, change(published.rulebook), publishing);
  const trial = { ...live.trial, version: await addVersion(tenant, change(tried.rulebook), publishing) };
  const { by, now: at } = publishing;
  await makeLive(tenant, { version, trial }, { kind: "replaced", version, percent: trial.percent, by, at });
  return version;
}

/** Makes the next version, which nobody is asked by yet. It never changes. */
export async function addVersion(
  tenant: Tenant,
  rulebook: Rulebook,
  { by, now, note }: Publishing & { readonly note: VersionNote },
): Promise<number> {
  await lockPublishing(tenant);
  const [written, told] = typeof note === "string" ? [note, null] : ["", jsonTextToStore(note)];
  const [made] = await tenant.db.$queryRaw<{ version: number }[]>`
    insert into rulebook_versions (shop, version, rulebook, note, told, published_by, published_at)
    select ${tenant.shop}, coalesce(max(version), 0) + 1, ${jsonTextToStore(rulebook)}::jsonb, ${written}, ${told}::jsonb, ${by}, ${new Date(now)}
    from rulebook_versions where shop = ${tenant.shop}
    returning version`;
  invariant(made, "an insert returns its row");
  return made.version;
}

/** A version as it was published, for a diff or a roll-back. */
export async function loadVersion(tenant: Tenant, version: number): Promise<PublishedRulebook | undefined> {
  const row = await tenant.db.rulebookVersion.findUnique({
    where: { shop_version: { shop: tenant.shop, version } },
  });
  return row ? { version: row.version, rulebook: storedAs(row.rulebook) } : undefined;
}

/** Those of the rules that stand in a version, whichever. */
export async function rulesEverPublished({ db, shop }: Tenant, rules: readonly RuleId[]): Promise<ReadonlySet<RuleId>> {
  const rows = await db.$queryRaw<{ rule: RuleId }[]>`
    select distinct rule ->> 'id' as rule
    from rulebook_versions, jsonb_array_elements(rulebook -> 'rules') as rule
    where shop = ${shop} and rule ->> 'id' = any(${[...rules]})`;
  return new Set(rows.map(({ rule }) => rule));
}

/** The latest first. */
export async function listVersions(tenant: Tenant): Promise<RulebookVersionSummary[]> {
  const rows = await tenant.db.$queryRaw<Omit<RulebookVersionSummary, "share">[]>`
    select version, coalesce(told, to_jsonb(note)) as note, published_by as "publishedBy",
      encore_epoch_ms(published_at)::float8 as "publishedAt"
    from rulebook_versions where shop = ${tenant.shop} order by version desc`;
  const live = await loadLive(tenant);
  const tried = live?.trial?.percent ?? 0;
  const shareOf = (version: number) =>
    version === live?.trial?.version ? tried : version === live?.version ? 100 - tried : 0;
  return rows.map((row) => ({ ...row, share: shareOf(row.version) }));
}

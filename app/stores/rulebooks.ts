import { Prisma } from "@prisma/client";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import { RULEBOOK_CHANNEL } from "./channels.ts";
import type { Tenant } from "./database.ts";
import { jsonTextToStore, jsonToStore, storedAs } from "./stored-json.ts";

export interface RulebookDraft {
  readonly rulebook: Rulebook;
  /** 0 when nothing was ever saved: the draft is then what is published, or empty. */
  readonly revision: number;
}

export interface PublishedRulebook {
  /** 1 for the first one published. */
  readonly version: number;
  readonly rulebook: Rulebook;
}

export interface RulebookVersionSummary {
  readonly version: number;
  readonly note: string;
  readonly publishedBy: string;
  readonly publishedAt: Instant;
}

const EMPTY: Rulebook = { format: 1, rules: [] };

export async function loadDraft(tenant: Tenant): Promise<RulebookDraft> {
  const row = await tenant.db.rulebookDraft.findUnique({ where: { shop: tenant.shop } });
  if (row) return { rulebook: storedAs(row.rulebook), revision: row.revision };
  const published = await loadPublished(tenant);
  return { rulebook: published?.rulebook ?? EMPTY, revision: 0 };
}

/** Saved only if the draft is still at `expectedRevision`: two windows can't overwrite each other's changes unseen. */
export async function saveDraft(
  tenant: Tenant,
  rulebook: Rulebook,
  { expectedRevision, by, now }: { readonly expectedRevision: number; readonly by: string; readonly now: Instant },
): Promise<"saved" | "changed-meanwhile"> {
  const row = {
    rulebook: jsonToStore(rulebook),
    revision: expectedRevision + 1,
    savedBy: by,
    savedAt: new Date(now),
  };
  const { count } =
    expectedRevision === 0
      ? await tenant.db.rulebookDraft.createMany({ data: [{ shop: tenant.shop, ...row }], skipDuplicates: true })
      : await tenant.db.rulebookDraft.updateMany({
          where: { shop: tenant.shop, revision: expectedRevision },
          data: row,
        });
  return count === 1 ? "saved" : "changed-meanwhile";
}

/**
 * The version that is live. With `toReplace` no other transaction can publish until this one ends: whoever makes the
 * next version out of this one reads it so, and loses nobody's change.
 */
export async function loadPublished(
  tenant: Tenant,
  { toReplace = false }: { readonly toReplace?: boolean } = {},
): Promise<PublishedRulebook | undefined> {
  if (toReplace) await lockPublishing(tenant);
  const row = await tenant.db.rulebookVersion.findFirst({
    where: { shop: tenant.shop },
    orderBy: { version: "desc" },
  });
  return row ? { version: row.version, rulebook: storedAs(row.rulebook) } : undefined;
}

/** Makes the next version and tells every process as the transaction commits. */
export async function publishVersion(
  tenant: Tenant,
  rulebook: Rulebook,
  { by, now, note }: { readonly by: string; readonly now: Instant; readonly note: string },
): Promise<number> {
  await lockPublishing(tenant);
  const [made] = await tenant.db.$queryRaw<{ version: number }[]>`
    insert into rulebook_versions (shop, version, rulebook, note, published_by, published_at)
    select ${tenant.shop}, coalesce(max(version), 0) + 1, ${jsonTextToStore(rulebook)}::jsonb, ${note}, ${by}, ${new Date(now)}
    from rulebook_versions where shop = ${tenant.shop}
    returning version`;
  invariant(made, "an insert returns its row");
  await tenant.db.$executeRaw`select pg_notify(${RULEBOOK_CHANNEL}, ${tenant.shop})`;
  return made.version;
}

/** A version as it was published, for a diff or a roll-back. */
export async function loadVersion(tenant: Tenant, version: number): Promise<PublishedRulebook | undefined> {
  const row = await tenant.db.rulebookVersion.findUnique({
    where: { shop_version: { shop: tenant.shop, version } },
  });
  return row ? { version: row.version, rulebook: storedAs(row.rulebook) } : undefined;
}

/** The latest first. */
export async function listVersions(tenant: Tenant): Promise<RulebookVersionSummary[]> {
  const rows = await tenant.db.rulebookVersion.findMany({
    where: { shop: tenant.shop },
    orderBy: { version: "desc" },
    select: { version: true, note: true, publishedBy: true, publishedAt: true },
  });
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.getTime() }));
}

/** One publisher of a shop at a time, until the transaction ends. */
async function lockPublishing({ db, shop }: Tenant): Promise<void> {
  await db.$executeRaw(Prisma.sql`select pg_advisory_xact_lock(hashtext('publish'), hashtext(${shop}))`);
}

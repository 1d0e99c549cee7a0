import { createHash } from "node:crypto";
import { extractsOf } from "#app/core/extract/extracts-of.ts";
import { surfacesThatAsk } from "#app/core/extract/surfaces-that-ask.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import type { Log } from "#app/platform/log.ts";
import type { Admin, AdminOf } from "#app/shopify/admin-client.ts";
import { mayKeepMetafields } from "#app/shopify/scopes.ts";
import {
  defineMetafields,
  deleteMetafields,
  METAFIELDS_OF_A_CALL,
  type MetafieldOwner,
  setMetafields,
} from "#app/shopify/write-metafields.ts";
import type { Database } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import type { Exclusively } from "#app/stores/exclusively.ts";
import {
  beginExtracts,
  dropExtracts,
  keepExtracts as keepWritten,
  loadExtractCopies,
} from "#app/stores/extract-copies.ts";
import type { LiveShop, LiveShops } from "#app/stores/live-shops.ts";
import { loadInstalled } from "#app/stores/shops.ts";

export interface ExtractsNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly exclusively: Exclusively;
  readonly adminOf: AdminOf;
  readonly live: Pick<LiveShops, "latest">;
  readonly log: Log;
}

export type KeepExtractsOutcome =
  /** Everything stands in the shop's metafields as it is now. */
  | "kept"
  /** There was more than one job should do: the next is asked for. */
  | "goes-on"
  /** The merchant has not agreed yet that we write products: nothing was attempted. */
  | "not-granted"
  | "gone";

/** 500 metafields, about a minute; what changes meanwhile is seen by the next job. */
const CALLS_OF_A_JOB = 20;

/**
 * Brings the shop's metafields to what its surfaces decide by now: writes those that say something else, deletes those that
 * say nothing any more. The shop's own goes first: from then on what stands on products from an earlier version is stale
 * and is not decided by. What is about to be written is kept before Shopify is asked and again after, so that a process
 * that dies in between leaves nothing behind that the next would not write or delete once more, to the same effect. Throws
 * an AppError when Shopify cannot be asked.
 */
export async function keepExtracts(
  needs: ExtractsNeeds,
  { shop }: { readonly shop: Shop },
): Promise<KeepExtractsOutcome> {
  return needs.exclusively(`extracts ${shop}`, async () => {
    const known = await needs.database.inShop(shop, loadInstalled);
    const live = known && (await needs.live.latest(shop));
    if (!live) return "gone";
    if (!mayKeepMetafields(known.scopes)) return "not-granted";
    const admin = needs.adminOf(shop);
    const copies = await needs.database.inShop(shop, loadExtractCopies);
    if (copies.get("definitions") !== DEFINED) await define(needs, admin);
    const wanted = wantedOf(live);
    const changed = [...wanted].filter(([owner, { digest }]) => copies.get(owner) !== digest);
    const over = [...copies.keys()].filter((owner) => owner !== "definitions" && !wanted.has(owner));
    const calls = [
      ...inCalls(changed).map((some) => () => write(needs, admin, some)),
      ...inCalls(over as MetafieldOwner[]).map((some) => () => remove(needs, admin, some)),
    ];
    for (const call of calls.slice(0, CALLS_OF_A_JOB)) await call();
    if (calls.length <= CALLS_OF_A_JOB) return "kept";
    await needs.database.inShop(shop, (tenant) => enqueue(tenant, ...jobFor("keep-extracts", { soon: true })));
    return "goes-on";
  });
}

interface Wanted {
  readonly value: string;
  readonly digest: string;
}

/** The shop's first. None at all before anything was published. */
function wantedOf({ rulebookVersion, compiled, catalog, trial, automatic }: LiveShop): Map<MetafieldOwner, Wanted> {
  if (rulebookVersion === 0) return new Map();
  const asksApp = surfacesThatAsk(compiled.rulebook, trial !== undefined);
  const { shop, products } = extractsOf(compiled.rulebook, rulebookVersion, catalog, { asksApp, automatic });
  const parts: (readonly [MetafieldOwner, unknown])[] = [["shop", shop], ...products];
  return new Map(parts.map(([owner, part]) => [owner, { value: JSON.stringify(part), digest: digestOf(part) }]));
}

/** An offer takes ten pieces of a thing at most: past that, one more or less is all the same. */
const PLENTY = 10;

/** Of what deciding turns on: that a piece of many was sold is not worth writing. */
function digestOf(part: unknown): string {
  const text = JSON.stringify(part, (name, value: unknown) =>
    name === "left" && typeof value === "number" ? Math.min(value, PLENTY) : value,
  );
  return createHash("sha256").update(text).digest("hex");
}

/** Another one asks for the definitions anew. */
const DEFINED = "1";

async function define({ database }: ExtractsNeeds, admin: Admin): Promise<void> {
  await defineMetafields(admin);
  await database.inShop(admin.shop, (tenant) => keepWritten(tenant, [{ owner: "definitions", digest: DEFINED }]));
}

async function write(
  { database, log }: ExtractsNeeds,
  admin: Admin,
  some: readonly (readonly [MetafieldOwner, Wanted])[],
): Promise<void> {
  const { shop } = admin;
  const owners = some.map(([owner]) => owner);
  await database.inShop(shop, (tenant) => beginExtracts(tenant, owners));
  const refused = await eachIfNotAll(some, (few) =>
    setMetafields(
      admin,
      few.map(([owner, { value }]) => ({ owner, value })),
    ),
  );
  const written = some.filter((one) => !refused.has(one)).map(([owner, { digest }]) => ({ owner, digest }));
  await database.inShop(shop, (tenant) => keepWritten(tenant, written));
  for (const [[owner], why] of refused) log.warn({ shop, owner, why }, "Shopify did not take a metafield");
}

async function remove(
  { database, log }: ExtractsNeeds,
  admin: Admin,
  owners: readonly MetafieldOwner[],
): Promise<void> {
  const { shop } = admin;
  await database.inShop(shop, (tenant) => beginExtracts(tenant, owners));
  const refused = await eachIfNotAll(owners, (few) => deleteMetafields(admin, few));
  // The product is gone, and its metafield with it.
  for (const [owner, why] of refused) log.info({ shop, owner, why }, "Shopify had no metafield to delete");
  await database.inShop(shop, (tenant) => dropExtracts(tenant, owners));
}

/** Shopify takes all or none of a call: where it takes none, each is sent alone. Gives those it refused, with its reason. */
async function eachIfNotAll<One>(
  all: readonly One[],
  send: (some: readonly One[]) => Promise<readonly string[]>,
): Promise<Map<One, string>> {
  const [problem] = await send(all);
  const [first, ...more] = all;
  if (problem === undefined || first === undefined) return new Map();
  if (more.length === 0) return new Map([[first, problem]]);
  const refused = new Map<One, string>();
  for (const one of all) {
    const [why] = await send([one]);
    if (why !== undefined) refused.set(one, why);
  }
  return refused;
}

function inCalls<One>(all: readonly One[]): One[][] {
  const calls: One[][] = [];
  for (let from = 0; from < all.length; from += METAFIELDS_OF_A_CALL) {
    calls.push(all.slice(from, from + METAFIELDS_OF_A_CALL));
  }
  return calls;
}

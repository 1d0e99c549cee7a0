import type { Shop } from "#app/core/values/ids.ts";
import { fewAtOnce } from "#app/platform/few-at-once.ts";
import { CATALOG_CHANNEL, RULEBOOK_CHANNEL, SHOP_CHANNEL, SHOP_GONE_CHANNEL } from "./channels.ts";
import type { Database } from "./database.ts";
import { type LiveShop, type LoadedShop, loadLiveShop } from "./load-live-shop.ts";

export type { LiveShop } from "./load-live-shop.ts";

/** The shops that this process decides for, kept as the database has them by NOTIFY: within a second, usually at once. */
export interface LiveShops {
  /** At once, from memory. Undefined while it is loading (the call starts that), and for a shop that hasn't the app. */
  of(shop: Shop): LiveShop | undefined;
  /** Tells the two apart: true once it is known that the shop hasn't the app; false while that is being found out. */
  isKnownAbsent(shop: Shop): boolean;
  /** As the database has it when this is called, or a moment later. Undefined when the shop hasn't the app. */
  latest(shop: Shop): Promise<LiveShop | undefined>;
  /** Resolves when all of these are loaded; rejects with the first failure. */
  warm(shops: readonly Shop[]): Promise<void>;
  close(): Promise<void>;
}

interface Entry {
  loaded?: LoadedShop;
  /** Known to hold what the database has; false while it is loading or when something changed since. */
  fresh: boolean;
  /** Counts how often it was dropped: what was being loaded at that moment is not kept. */
  drops: number;
  loading?: Promise<void>;
  retry?: NodeJS.Timeout;
}

/** Shops asked for that don't have the app are remembered too, so that asking again costs no query; so many at most. */
const MOST_ENTRIES = 10_000;
const RETRY_AFTER_MS = 1_000;
/** Of the pool's ten connections: at a start, or after the database was away, all shops are loaded at the same moment. */
const MOST_LOADING = 5;

/** `failed` hears of each load that the database refused; it is tried again until it succeeds. */
export function liveShops(
  database: Database,
  { failed = () => undefined }: { readonly failed?: (error: unknown) => void } = {},
): LiveShops {
  const entries = new Map<Shop, Entry>();
  const inTurn = fewAtOnce(MOST_LOADING);
  let closed = false;

  /** One load at a time for a shop; what changes while it runs is loaded right after, so an older one never ends last. */
  const load = (shop: Shop, entry: Entry): Promise<void> => {
    // With nothing to load, the function below would end, and clear `loading`, before `loading` is set: for good.
    if (entry.fresh && !entry.loading) return Promise.resolve();
    entry.loading ??= (async () => {
      try {
        while (!entry.fresh && !closed) await inTurn(() => loadOnce(shop, entry));
      } catch (error) {
        entry.fresh = false;
        throw error;
      } finally {
        delete entry.loading;
      }
    })();
    return entry.loading;
  };

  const loadOnce = async (shop: Shop, entry: Entry): Promise<void> => {
    if (closed) return;
    entry.fresh = true;
    const { drops } = entry;
    const loaded = await loadLiveShop(database, shop, entry.loaded);
    if (entry.drops !== drops) return;
    if (loaded) entry.loaded = loaded;
    else delete entry.loaded;
  };

  const entryOf = (shop: Shop): Entry => {
    const known = entries.get(shop);
    if (known) return known;
    const oldest = entries.keys().next();
    if (entries.size >= MOST_ENTRIES && !oldest.done) entries.delete(oldest.value);
    const entry: Entry = { fresh: false, drops: 0 };
    entries.set(shop, entry);
    return entry;
  };

  /** Loads again and again until it succeeds: what is served meanwhile is the last that was whole. */
  const refresh = (shop: Shop, entry: Entry): void => {
    entry.fresh = false;
    load(shop, entry).catch((error: unknown) => {
      if (closed || entry.retry) return;
      failed(error);
      entry.retry = setTimeout(() => {
        delete entry.retry;
        refresh(shop, entry);
      }, RETRY_AFTER_MS).unref();
    });
  };

  const changed = (shop: string): void => {
    const entry = entries.get(shop as Shop);
    if (entry) refresh(shop as Shop, entry);
  };
  /** Who publishes will be asked soon: the first shopper after it finds the shop loaded. */
  const published = (shop: string): void => refresh(shop as Shop, entryOf(shop as Shop));
  const gone = (shop: string): void => {
    const entry = entries.get(shop as Shop);
    if (!entry) return;
    delete entry.loaded;
    entry.drops += 1;
    refresh(shop as Shop, entry);
  };
  const allMayHaveChanged = (): void => {
    for (const [shop, entry] of entries) refresh(shop, entry);
  };

  const subscriptions = Promise.all([
    database.listen(SHOP_GONE_CHANNEL, gone),
    database.listen(SHOP_CHANNEL, changed),
    database.listen(CATALOG_CHANNEL, changed),
    database.listen(RULEBOOK_CHANNEL, published, allMayHaveChanged),
  ]);
  // What was loaded before the first LISTEN was heard may have changed in between.
  subscriptions.then(allMayHaveChanged, failed);

  return {
    of: (shop) => {
      const entry = entryOf(shop);
      if (!entry.fresh && !entry.loading && !entry.retry) refresh(shop, entry);
      return entry.loaded?.live;
    },
    isKnownAbsent: (shop) => {
      const entry = entries.get(shop);
      return entry?.fresh === true && !entry.loading && !entry.loaded;
    },
    latest: async (shop) => {
      const entry = entryOf(shop);
      entry.fresh = false;
      await load(shop, entry);
      return entry.loaded?.live;
    },
    warm: async (shops) => {
      await subscriptions;
      await Promise.all(shops.map((shop) => load(shop, entryOf(shop))));
    },
    close: async () => {
      closed = true;
      for (const unsubscribe of await subscriptions.catch(() => [])) await unsubscribe();
      for (const { retry } of entries.values()) clearTimeout(retry);
      await Promise.allSettled([...entries.values()].map((entry) => entry.loading));
      entries.clear();
    },
  };
}

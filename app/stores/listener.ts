import { setTimeout as after } from "node:timers/promises";
import pg from "pg";

/** A connection of its own for LISTEN, opened by the first `listen` and renewed by itself. */
export interface Listener {
  listen(channel: string, heard: (payload: string) => void, missed?: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

interface Subscription {
  readonly channel: string;
  readonly heard: (payload: string) => void;
  readonly missed?: () => void;
}

const RENEW_AFTER_MS = [50, 250, 1_000, 2_000] as const;
/** A connection cut without a word (a proxy, a sleeping machine) is found by asking, not by waiting. */
const PING_EVERY_MS = 15_000;
const PING_TIMEOUT_MS = 5_000;

export function openListener(url: string): Listener {
  const subscriptions = new Set<Subscription>();
  let connection: Promise<pg.Client> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  /** One query at a time on the connection, as pg asks for. */
  const ask = (client: pg.Client, query: string): Promise<unknown> => {
    const answer = turn.then(() => client.query(query));
    turn = answer.catch(() => undefined);
    return answer;
  };

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    let isUp = false;
    let hasEnded = false;
    client.on("notification", ({ channel, payload = "" }) => {
      for (const subscription of subscriptions) if (subscription.channel === channel) subscription.heard(payload);
    });
    client.on("error", () => undefined);
    client.once("end", () => {
      hasEnded = true;
      if (isUp && !closed) {
        connection = renewed(0);
        connection.catch(() => undefined);
      }
    });
    try {
      await client.connect();
      for (const channel of new Set([...subscriptions].map((subscription) => subscription.channel))) {
        await ask(client, `LISTEN ${pg.escapeIdentifier(channel)}`);
      }
      if (hasEnded) throw new Error("the connection ended as it began");
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    isUp = true;
    keepAsking(client, () => ask(client, "select 1"));
    return client;
  };

  const renewed = async (attempt: number): Promise<pg.Client> => {
    await after(RENEW_AFTER_MS[attempt] ?? RENEW_AFTER_MS.at(-1), undefined, { ref: false });
    if (closed) throw new Error("the listener is closed");
    try {
      const client = await connect();
      for (const { missed } of subscriptions) missed?.();
      return client;
    } catch {
      return renewed(attempt + 1);
    }
  };

  return {
    listen: async (channel, heard, missed) => {
      const subscription: Subscription = { channel, heard, ...(missed && { missed }) };
      subscriptions.add(subscription);
      connection ??= connect();
      const opening = connection;
      try {
        const client = await opening;
        await ask(client, `LISTEN ${pg.escapeIdentifier(channel)}`);
      } catch (error) {
        subscriptions.delete(subscription);
        if (connection === opening) connection = undefined;
        throw error;
      }
      return async () => {
        subscriptions.delete(subscription);
      };
    },
    close: async () => {
      closed = true;
      subscriptions.clear();
      const client = await connection?.catch(() => undefined);
      await client?.end().catch(() => undefined);
    },
  };
}

/** Asks now and then whether the server is there, and ends a connection that does not answer: it is then renewed. */
function keepAsking(client: pg.Client, ask: () => Promise<unknown>): void {
  const asking = setInterval(() => {
    const patience = setTimeout(() => void client.end().catch(() => undefined), PING_TIMEOUT_MS).unref();
    const answered = () => clearTimeout(patience);
    ask().then(answered, answered);
  }, PING_EVERY_MS).unref();
  client.once("end", () => clearInterval(asking));
}

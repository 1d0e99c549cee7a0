import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { PrismaSessionStorage, type PrismaSessionStorageInterface } from "@shopify/shopify-app-session-storage-prisma";
import { asAppError } from "./broken-connections.ts";
import type { Database } from "./database.ts";

type StoredSession = Parameters<PrismaSessionStorageInterface["storeSession"]>[0];

/**
 * Shopify's session storage with the access and refresh tokens sealed at rest (AES-256-GCM, a nonce for each write,
 * bound to the session's id and the token's name, so that a row's token cannot be put into another row). `key` is 32
 * bytes. A session whose tokens don't open (another key, a changed row) counts as absent: a new token is then asked for.
 * Throws an AppError where the database is away.
 */
export function encryptedSessionStorage(database: Database, key: Uint8Array): PrismaSessionStorageInterface {
  const storage = new PrismaSessionStorage(database.outside);
  return {
    storeSession: (session) =>
      asked(storage.storeSession(withTokens(session, (token, context) => seal(key, token, context)))),
    loadSession: async (id) => {
      const session = await asked(storage.loadSession(id));
      return session && opened(key, session);
    },
    findSessionsByShop: async (shop) => {
      const sessions = await asked(storage.findSessionsByShop(shop));
      return sessions.flatMap((session) => opened(key, session) ?? []);
    },
    deleteSession: (id) => asked(storage.deleteSession(id)),
    deleteSessions: (ids) => asked(storage.deleteSessions(ids)),
    isReady: () => storage.isReady(),
  };
}

function asked<Answer>(work: Promise<Answer>): Promise<Answer> {
  return work.catch((error: unknown) => {
    throw asAppError(error) ?? error;
  });
}

const TOKENS = ["accessToken", "refreshToken"] as const;

/** A copy of the session, its own class and all, with each token that it has replaced. */
function withTokens(session: StoredSession, replaced: (token: string, context: string) => string): StoredSession {
  const copy: StoredSession = Object.assign(Object.create(Object.getPrototypeOf(session)), session);
  for (const name of TOKENS) {
    const token = copy[name];
    if (token) copy[name] = replaced(token, `${session.id}:${name}`);
  }
  return copy;
}

function opened(key: Uint8Array, session: StoredSession): StoredSession | undefined {
  try {
    return withTokens(session, (token, context) => unseal(key, token, context));
  } catch {
    return undefined;
  }
}

/** "sealed-1." and nonce (12 bytes), tag (16) and text in base64url. */
function seal(key: Uint8Array, token: string, context: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  const text = Buffer.concat([cipher.update(token, "utf8"), cipher.final()]);
  return `sealed-1.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url")}`;
}

/** Throws when it was sealed with another key, for another context, or changed since. */
function unseal(key: Uint8Array, sealed: string, context: string): string {
  const [format, body = ""] = sealed.split(".");
  if (format !== "sealed-1") throw new Error("not a sealed token");
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

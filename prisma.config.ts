import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { defineConfig } from "prisma/config";

/**
 * Prisma's commands through the pg adapter and the WASM schema engine, so that no engine binary is downloaded
 * (prisma 6.19.3, @prisma/adapter-pg 6.19.3, pg 8.23.1). The settings of the pool are for these short commands only.
 */

// The adapter knows no column type for `name`, `"char"` and their arrays, which the catalogue tables use: they are read
// as text. Without it `migrate deploy` stops with UnsupportedNativeDataType.
const READ_AS = new Map([
  [19, 25],
  [18, 25],
  [1003, 1009],
  [1002, 1009],
]);
interface ResultFields {
  addFields(fields: { dataTypeID: number }[]): void;
}
const results = (pg as unknown as { Result: { prototype: ResultFields } }).Result.prototype;
const addFields = results.addFields;
results.addFields = function (fields) {
  for (const field of fields) field.dataTypeID = READ_AS.get(field.dataTypeID) ?? field.dataTypeID;
  addFields.call(this, fields);
};

// The engine leaves a timer of exactly 10 s behind, for which the command would wait (12.6 s instead of 1.5 s).
const startTimer = globalThis.setTimeout;
globalThis.setTimeout = Object.assign((...parameters: Parameters<typeof startTimer>) => {
  const timer = startTimer(...parameters);
  if (parameters[1] === 10_000) (timer as unknown as NodeJS.Timeout).unref();
  return timer;
}, startTimer);

/**
 * The adapter cuts a migration at every semicolon, those inside `DO $$ … $$` too. Sent whole it is one simple query, which
 * PostgreSQL runs as one transaction: a migration that fails leaves nothing behind.
 */
class WholeScripts extends PrismaPg {
  override connect() {
    return super.connect().then(sendingScriptsWhole);
  }
  override connectToShadowDb() {
    return super.connectToShadowDb().then(sendingScriptsWhole);
  }
}

function sendingScriptsWhole(adapter: Awaited<ReturnType<PrismaPg["connect"]>>) {
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
  };
  return adapter;
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  adapter: async () =>
    new WholeScripts({
      connectionString: process.env.DATABASE_URL,
      max: 1,
      allowExitOnIdle: true,
      idleTimeoutMillis: 200,
    }),
});

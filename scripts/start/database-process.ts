/** The process of the embedded PostgreSQL: begun by start.ts, it ends the server when it is told to or start.ts is gone. */
import { startEmbeddedPostgres } from "#app/platform/embedded-postgres.ts";

const starting = startEmbeddedPostgres({ folder: process.argv[2] ?? "" });

// At once: told to end while the server is still starting, it must not leave the server behind.
const stop = async () => {
  await starting.then((postgres) => postgres.stop()).catch(() => undefined);
  process.exit(0);
};
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());

try {
  const postgres = await starting;
  void postgres.exited.then(() => process.exit(1));
  process.send?.({ kind: "ready", url: postgres.url, ownerUrl: postgres.ownerUrl });
} catch (error) {
  const sentence = error instanceof Error ? error.message : String(error);
  process.send?.({ kind: "problem", sentence }, () => process.exit(1));
}

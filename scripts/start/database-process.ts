/** The process of the embedded PostgreSQL: begun by start.ts, it ends the server when start.ts is gone. */
import { startEmbeddedPostgres } from "#app/platform/embedded-postgres.ts";

const folder = process.argv[2] ?? "";

try {
  const postgres = await startEmbeddedPostgres({ folder });
  const stop = async () => {
    await postgres.stop();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
  void postgres.exited.then(() => process.exit(1));
  process.send?.({ kind: "ready", url: postgres.url, ownerUrl: postgres.ownerUrl });
} catch (error) {
  const sentence = error instanceof Error ? error.message : String(error);
  process.send?.({ kind: "problem", sentence }, () => process.exit(1));
}

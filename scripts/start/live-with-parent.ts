/**
 * Loaded with `node --import` into every process that start.ts begins: when start.ts is gone, killed or crashed, the
 * channel between them closes, and the process ends as if it had been asked to.
 */
if (process.connected) {
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 10_000).unref();
  });
  process.channel?.unref();
}

export {};

/** The sandbox's process, begun by start.ts, which hands it everything by the environment. */
import { join } from "node:path";
import { startSandbox } from "./sandbox.ts";

const env = process.env;
const port = (name: string) => Number(env[name]);

try {
  const sandbox = await startSandbox({
    ports: {
      store: port("ENCORE_STORE_PORT"),
      admin: port("ENCORE_ADMIN_PORT"),
      proxy: port("ENCORE_PROXY_PORT"),
      app: port("PORT"),
    },
    dataFolder: join(env.ENCORE_DATA_FOLDER ?? ".data", "shop"),
    app: { clientId: env.SHOPIFY_API_KEY ?? "", clientSecret: env.SHOPIFY_API_SECRET ?? "" },
  });
  const stop = async () => {
    await sandbox.stop();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
  process.send?.({ kind: "ready" });
} catch (error) {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  const sentence = taken ? `A port of the sandbox is in use by another program: ${error.message}.` : String(error);
  console.error(error);
  if (process.send) process.send({ kind: "problem", sentence }, () => process.exit(1));
  else process.exit(1);
}

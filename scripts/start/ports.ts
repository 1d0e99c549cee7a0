import { createServer } from "node:net";
import type { SandboxPorts } from "#app/platform/env.ts";
import { CannotStart } from "./cannot-start.ts";

const VARIABLES: Readonly<Record<keyof SandboxPorts, string>> = {
  store: "ENCORE_STORE_PORT",
  admin: "ENCORE_ADMIN_PORT",
  proxy: "ENCORE_PROXY_PORT",
  app: "PORT",
};

/** The ports as asked, 0 turned into a free one. Throws CannotStart when one is taken or not for this user to take. */
export async function claimPorts(asked: SandboxPorts): Promise<SandboxPorts> {
  const claimed = { ...asked };
  for (const use of Object.keys(VARIABLES) as (keyof SandboxPorts)[]) {
    const port = await freePort(asked[use]);
    if (port === "taken" || port === "forbidden") {
      const why =
        port === "taken"
          ? "is in use by another program: stop that one, or choose"
          : "is not for this user to listen on: choose";
      throw new CannotStart(`Port ${asked[use]}, for the ${use}, ${why} another port with ${VARIABLES[use]}.`);
    }
    claimed[use] = port;
  }
  return claimed;
}

function freePort(port: number): Promise<number | "taken" | "forbidden"> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EACCES" ? "forbidden" : "taken"));
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : "taken"));
    });
  });
}

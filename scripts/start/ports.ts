import { createServer } from "node:net";
import type { SandboxPorts } from "#app/platform/env.ts";
import { CannotStart } from "./cannot-start.ts";

const VARIABLES: Readonly<Record<keyof SandboxPorts, string>> = {
  store: "ENCORE_STORE_PORT",
  admin: "ENCORE_ADMIN_PORT",
  proxy: "ENCORE_PROXY_PORT",
  app: "PORT",
};

/** The ports as asked, 0 turned into a free one. Throws CannotStart when another program has one of them. */
export async function claimPorts(asked: SandboxPorts): Promise<SandboxPorts> {
  const claimed = { ...asked };
  for (const use of Object.keys(VARIABLES) as (keyof SandboxPorts)[]) {
    const port = await freePort(asked[use]);
    if (port === undefined) {
      throw new CannotStart(
        `Port ${asked[use]}, for the ${use}, is in use by another program: stop that one, or choose another port with ${VARIABLES[use]}.`,
      );
    }
    claimed[use] = port;
  }
  return claimed;
}

/** Undefined when it is taken or this user may not listen there. */
function freePort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}

import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

/** A TCP line to a server that can be cut (refused from then on) or fall silent (accepted, and nothing ever answered). */
export interface BreakableLine {
  readonly port: number;
  state: "whole" | "cut" | "silent";
  close(): Promise<void>;
}

export async function breakableLine(target: { readonly host: string; readonly port: number }): Promise<BreakableLine> {
  const sockets = new Set<Socket>();
  let state: BreakableLine["state"] = "whole";

  const server = createServer((near) => {
    if (state === "cut") return void near.destroy();
    const far = connect(target.port, target.host);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (bytes) => state === "whole" && to.write(bytes));
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    port: (server.address() as AddressInfo).port,
    get state() {
      return state;
    },
    set state(next) {
      state = next;
      if (next === "cut") for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

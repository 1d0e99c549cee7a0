import type { Device } from "../../facts/facts.ts";
import { condition, truthOf } from "./condition.ts";

export const device = condition({
  kind: "device",
  needs: ["device"],
  holds: ({ devices }: { readonly devices: readonly Device[] }, { device }) =>
    device === undefined ? "unknown" : truthOf(devices.includes(device)),
});

import { list, oneOf } from "../shapes.ts";
import type { ConditionWords } from "./condition-words.ts";

const DEVICES = ["phone", "tablet", "desktop"] as const;

export const deviceWords: ConditionWords<"device"> = {
  parameters: {
    devices: list(oneOf(DEVICES, "A device is a phone, a tablet or a desktop."), {
      sentence: "Choose at least one device.",
      most: DEVICES.length,
    }),
  },
  sentence: ({ devices }) => `is made on a ${devices.join(" or ")}`,
  was: (_spec, { device }) => device,
};

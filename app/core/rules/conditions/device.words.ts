import { listed } from "../../values/say.ts";
import { list, oneOf } from "../shapes.ts";
import type { ConditionWords } from "./condition-words.ts";

const DEVICES = ["phone", "tablet", "desktop"] as const;

export const deviceWords: ConditionWords<"device"> = {
  parameters: {
    devices: list(oneOf(DEVICES, "problem.condition.device"), {
      message: "problem.condition.devices",
      most: DEVICES.length,
    }),
  },
  sentence: ({ devices }, { say }) => {
    const said = devices.map((device) => say("engine.device", { device }));
    return say("engine.condition.device", { devices: listed(said, say, "or") });
  },
  was: (_spec, { device }) => device,
};

import { list, text } from "../shapes.ts";
import { type ConditionWords, counted } from "./condition-words.ts";

export const salesChannelWords: ConditionWords<"sales-channel"> = {
  parameters: {
    channels: list(text("problem.condition.sales-channel", 255), {
      message: "problem.condition.sales-channels",
      most: 250,
    }),
  },
  sentence: ({ channels }, { say }) => say("engine.condition.sales-channel", counted(channels, String, say)),
  was: (_spec, { salesChannel }) => salesChannel,
};

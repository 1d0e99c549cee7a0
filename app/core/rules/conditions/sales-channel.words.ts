import { list, text } from "../shapes.ts";
import { type ConditionWords, oneOfWords } from "./condition-words.ts";

export const salesChannelWords: ConditionWords<"sales-channel"> = {
  parameters: {
    channels: list(text("problem.condition.sales-channel", 255), {
      message: "problem.condition.sales-channels",
      most: 250,
    }),
  },
  sentence: ({ channels }) => `is made on the channel ${oneOfWords(channels)}`,
  was: (_spec, { salesChannel }) => salesChannel,
};

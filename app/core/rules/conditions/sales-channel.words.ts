import { list, text } from "../shapes.ts";
import { type ConditionWords, oneOfWords } from "./condition-words.ts";

export const salesChannelWords: ConditionWords<"sales-channel"> = {
  parameters: {
    channels: list(text("A sales channel is Shopify's name for it, such as web.", 255), {
      sentence: "Choose at least one sales channel.",
      most: 250,
    }),
  },
  sentence: ({ channels }) => `is made on the channel ${oneOfWords(channels)}`,
  was: (_spec, { salesChannel }) => salesChannel,
};

import { list, textLike } from "../shapes.ts";
import { type ConditionWords, counted } from "./condition-words.ts";

export const regionWords: ConditionWords<"region"> = {
  parameters: {
    regions: list(textLike(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, "problem.condition.region"), {
      message: "problem.condition.regions",
      most: 1_000,
    }),
  },
  sentence: ({ regions }, { say }) => say("engine.condition.region", counted(regions, String, say)),
  was: (_spec, { destinationRegion }) => destinationRegion,
};

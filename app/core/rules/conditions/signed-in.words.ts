import { trueOrFalse } from "../shapes.ts";
import type { ConditionWords } from "./condition-words.ts";

export const signedInWords: ConditionWords<"signed-in"> = {
  parameters: { signedIn: trueOrFalse("problem.condition.signed-in") },
  sentence: ({ signedIn }, { say }) => say("engine.condition.signed-in", { signedIn: signedIn ? "yes" : "no" }),
  was: (_spec, { signedIn }) => signedIn,
};

import { trueOrFalse } from "../shapes.ts";
import type { ConditionWords } from "./condition-words.ts";

export const signedInWords: ConditionWords<"signed-in"> = {
  parameters: { signedIn: trueOrFalse("problem.condition.signed-in") },
  sentence: ({ signedIn }) => `is by a shopper who is ${signedIn ? "" : "not "}signed in`,
  was: (_spec, { signedIn }) => signedIn,
};

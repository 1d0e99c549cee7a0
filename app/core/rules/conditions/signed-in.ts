import { condition, truthOf } from "./condition.ts";

export const signedIn = condition({
  kind: "signed-in",
  needs: ["signedIn"],
  holds: (wanted: { readonly signedIn: boolean }, { signedIn }) =>
    signedIn === undefined ? "unknown" : truthOf(signedIn === wanted.signedIn),
});

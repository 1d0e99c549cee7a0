import type { ShopNames } from "#app/core/rules/names.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { useSay } from "../say.tsx";
import { ConflictBanner } from "./conflict-banner.tsx";
import { differencesOf } from "./differences.ts";

/** Someone else saved the rule since `begun` was opened. */
export default function EditorConflict({
  begun,
  theirs,
  mine,
  names,
  onMine,
  onTheirs,
}: {
  readonly begun: Rule;
  readonly theirs: Rule;
  /** What is written; undefined while something is wrong with it. */
  readonly mine: Rule | undefined;
  readonly names: ShopNames;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}) {
  const say = useSay();
  return (
    <ConflictBanner
      title={say("editor.conflict")}
      theirs={differencesOf(begun, theirs, names)}
      mine={mine && differencesOf(begun, mine, names)}
      onMine={onMine}
      onTheirs={onTheirs}
    />
  );
}

import { type ReactNode, useEffect } from "react";
import { useFocusAfterDialog } from "../use-focus-back.ts";
import type { EditorAnswer } from "./editor-ask.ts";
import styles from "./told-above.module.css";

/** What publishing begins with; it has the focus again once its dialog is closed. */
export const PUBLISH_BUTTON = "publish-rule";

/** Told above the rule, and not beside a field. */
const REFUSED: readonly EditorAnswer["kind"][] = [
  "changed-meanwhile",
  "not-found",
  "nothing-to-try-against",
  "trial-running",
  "failed",
];

/**
 * What stands above what is edited. It has the focus, and with that comes into sight, when something was refused: Save is
 * Shopify's own button, and may be pressed from far below. It has it too where what had the focus is gone.
 */
export function ToldAbove({
  answer,
  isReviewing = false,
  children,
}: {
  readonly answer: Pick<EditorAnswer, "kind"> | undefined;
  readonly isReviewing?: boolean;
  readonly children: ReactNode;
}) {
  const above = useFocusAfterDialog(isReviewing, PUBLISH_BUTTON);
  useEffect(() => {
    if (answer && REFUSED.includes(answer.kind)) above.current?.focus();
  }, [answer, above]);
  return (
    <div ref={above} tabIndex={-1} className={styles.above}>
      {children}
    </div>
  );
}

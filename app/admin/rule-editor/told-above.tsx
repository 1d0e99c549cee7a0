import { type ReactNode, useEffect, useRef } from "react";
import type { EditorAnswer } from "./editor-ask.ts";
import styles from "./told-above.module.css";
import type { Asking } from "./use-asking.ts";

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
 * What stands above the rule. It has the focus, and with that comes into sight, when something was refused: Save is
 * Shopify's own button, and may be pressed from far below. It has it too where what had the focus is gone.
 */
export function ToldAbove({
  asking: { answer, reviewed },
  children,
}: {
  readonly asking: Pick<Asking, "answer" | "reviewed">;
  readonly children: ReactNode;
}) {
  const above = useRef<HTMLDivElement>(null);
  const wasReviewing = useRef(false);
  useEffect(() => {
    if (answer && REFUSED.includes(answer.kind)) above.current?.focus();
  }, [answer]);
  useEffect(() => {
    const isReviewing = reviewed !== undefined;
    if (wasReviewing.current && !isReviewing) setTimeout(() => focusAgain(above.current), DIALOG_GONE_MS);
    wasReviewing.current = isReviewing;
  }, [reviewed]);
  return (
    <div ref={above} tabIndex={-1} className={styles.above}>
      {children}
    </div>
  );
}

/** Polaris fades its dialog out, and keeps the focus in it for as long. */
const DIALOG_GONE_MS = 300;

function focusAgain(otherwise: HTMLElement | null): void {
  if (document.activeElement !== document.body) return;
  document.getElementById(PUBLISH_BUTTON)?.focus();
  // What cannot be pressed does not take it: everything is published.
  if (document.activeElement === document.body) otherwise?.focus({ preventScroll: true });
}

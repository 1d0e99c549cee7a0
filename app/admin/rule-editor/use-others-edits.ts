import { useEffect, useRef } from "react";
import type { Rule } from "#app/core/rules/rulebook.ts";

/**
 * Asks, whenever the merchant comes back to the window, whether someone else has changed the rule meanwhile, and calls
 * `changed` when so. A server that cannot be reached says nothing: saving asks again.
 */
export function useOthersEdits(rule: Rule | undefined, changed: () => void): void {
  const tell = useRef(changed);
  tell.current = changed;
  const { id, editedAt } = rule ?? {};
  useEffect(() => {
    if (id === undefined) return;
    const check = async () => {
      const now = await lastEdit(id);
      if (now !== undefined && now !== editedAt) tell.current();
    };
    const onFocus = () => void check();
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [id, editedAt]);
}

async function lastEdit(id: string): Promise<number | undefined> {
  try {
    const answer = await fetch(`/app/rules/${id}/edited`);
    const { editedAt } = (await answer.json()) as { readonly editedAt?: unknown };
    return typeof editedAt === "number" ? editedAt : undefined;
  } catch {
    return undefined;
  }
}

import { useEffect, useRef } from "react";
import type { Rule } from "#app/core/rules/rulebook.ts";

/** Asks whether someone else has changed the rule meanwhile: see `useEditsAt`. */
export function useOthersEdits(rule: Rule | undefined, changed: () => void): void {
  useEditsAt(rule && `/app/rules/${rule.id}/edited`, rule?.editedAt, changed);
}

/**
 * Asks the address, whenever the merchant comes back to the window, for its `editedAt`, and calls `changed` where that is
 * another one than was known. A server that cannot be reached says nothing: saving asks again.
 */
export function useEditsAt(address: string | undefined, editedAt: number | undefined, changed: () => void): void {
  const tell = useRef(changed);
  tell.current = changed;
  useEffect(() => {
    if (address === undefined) return;
    const check = async () => {
      const now = await lastEdit(address);
      if (now !== undefined && now !== editedAt) tell.current();
    };
    const onFocus = () => void check();
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [address, editedAt]);
}

async function lastEdit(address: string): Promise<number | undefined> {
  try {
    const answer = await fetch(address);
    const { editedAt } = (await answer.json()) as { readonly editedAt?: unknown };
    return typeof editedAt === "number" ? editedAt : undefined;
  } catch {
    return undefined;
  }
}

import { useLocation, useNavigate, useNavigation } from "@remix-run/react";
import { useState } from "react";
import type { RuleId } from "#app/core/values/ids.ts";
import type { GoingOn } from "../pending.tsx";

/**
 * A rule has its own address once it is kept for the first time: `open` goes there, and the editor that it was written in
 * goes on with it. `editor` is another number for another rule. `isOpening` until the rule has come.
 */
export function useOpenedRule(rule: RuleId | undefined) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { location } = useNavigation();
  const [shown, setShown] = useState<{
    readonly rule: RuleId | undefined;
    readonly editor: number;
    readonly opening?: RuleId;
  }>({ rule, editor: 0 });
  if (shown.rule !== rule) {
    const isTheSame = rule !== undefined && rule === shown.opening;
    setShown({ rule, editor: isTheSame ? shown.editor : shown.editor + 1 });
  }
  return {
    editor: shown.editor,
    isOpening: shown.opening !== undefined && location?.pathname === addressOf(shown.opening),
    open: (id: RuleId) => {
      setShown((before) => ({ ...before, opening: id }));
      const state = { goesOnFrom: pathname } satisfies GoingOn;
      navigate(addressOf(id), { replace: true, preventScrollReset: true, state });
    },
  };
}

const addressOf = (rule: RuleId) => `/app/rules/${rule}`;

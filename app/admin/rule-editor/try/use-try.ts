import { useParams } from "@remix-run/react";
import { useRef, useState } from "react";
import type { RuleId } from "#app/core/values/ids.ts";
import type { RuleDocument } from "../editing.tsx";
import type { TryAnswer, TryRequest } from "./try-data.ts";

/** What a rule is called that was never saved. */
const UNSAVED = "rule-being-tried" as RuleId;

/** The rule of this address, or one that has none yet. */
export function useTriedId(): RuleId {
  const { id } = useParams();
  return id === undefined || id === "new" ? UNSAVED : (id as RuleId);
}

export type TryTold = TryAnswer | { readonly kind: "unreached" };

/** Asks for what deciding needs. By `fetch`, for nothing on the screen is to be loaded anew by it. */
export function useTry() {
  const id = useTriedId();
  const [result, setResult] = useState<TryTold>();
  const [isRunning, setIsRunning] = useState(false);
  const turn = useRef(0);

  async function run({ document, surface, purchase }: Omit<TryRequest, "rule"> & { readonly document: RuleDocument }) {
    turn.current += 1;
    const mine = turn.current;
    setIsRunning(true);
    const answer = await ask({ rule: ruleOf(document, id), surface, purchase });
    if (mine !== turn.current) return;
    setResult(answer);
    setIsRunning(false);
  }
  return { run: (asked: Parameters<typeof run>[0]) => void run(asked), isRunning, result };
}

function ruleOf(document: RuleDocument, id: RuleId): RuleDocument {
  const { name } = document;
  const named = typeof name === "string" && name.trim() !== "" ? {} : { name: "–" };
  // Of rules that are alike in all else the one edited last stands first: this one is being edited.
  return { ...document, ...named, id, status: "active", editedAt: Date.now() };
}

async function ask(request: TryRequest): Promise<TryTold> {
  try {
    const response = await fetch("/app/try", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(request),
    });
    return response.ok ? ((await response.json()) as TryAnswer) : { kind: "unreached" };
  } catch {
    return { kind: "unreached" };
  }
}

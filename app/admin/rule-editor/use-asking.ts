import { useEffect, useRef, useState } from "react";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { forgetDraft } from "../kept/kept-draft.ts";
import { useSay } from "../say.tsx";
import type { RuleDocument } from "./editing.tsx";
import type { EditorAnswer, EditorAsk, Whom } from "./editor-ask.ts";
import { draftKeyOf } from "./kept-rule.tsx";
import type { RuleEditorProps } from "./rule-editor-props.ts";
import type { Begun, RuleEditing } from "./use-rule-editing.ts";

/** What the merchant can have done with what is written, and what came of it. */
export interface Asking {
  /** Of what was sent last, once it is settled what it means for what is written here. */
  readonly answer: EditorAnswer | undefined;
  /** What was asked last, while something is wrong with the rule. */
  readonly refused: "save" | "publish" | undefined;
  /** The rule as someone else has saved it since, if anyone has. */
  readonly theirs: Rule | undefined;
  /** Whether all that is written is kept already, as a new rule that is on its way back under its own address. */
  readonly isKept: () => boolean;
  readonly save: () => void;
  readonly discard: () => void;
  readonly pause: () => void;
  /** Shows what publishing would change, if nothing is wrong. */
  readonly review: () => void;
  /** The rule that is reviewed, as it would be published. */
  readonly reviewed: Rule | undefined;
  readonly publish: (to: Whom) => void;
  readonly closeReview: () => void;
  /** What is here in the place of what someone else saved meanwhile. */
  readonly saveOver: () => void;
  readonly takeTheirs: () => void;
  readonly saveAsNew: () => void;
}

export function useAsking({
  data,
  answer,
  send,
  opened,
  loaded,
  state,
}: Pick<RuleEditorProps, "data" | "answer" | "send" | "opened"> & {
  readonly loaded: Begun;
  readonly state: RuleEditing;
}): Asking {
  const { rule } = data;
  const { begun, isDirty, latest, tellAll, beginAnew, standOn } = state;
  const say = useSay();
  const [reviewed, setReviewed] = useState<{ readonly rule: Rule; readonly over: Begun }>();
  const [refused, setRefused] = useState<"save" | "publish">();
  const [settled, setSettled] = useState(answer);
  const sent = useRef<RuleDocument>();
  const opening = useRef<{ readonly rule: RuleId; readonly draft: string }>();

  /** Sends what is written, or has it said what is wrong with it. */
  const ask = (
    intent: "save" | "publish",
    { to = "everyone" as Whom, over = begun, as = rule?.id ?? ("new" as RuleId | "new") } = {},
  ) => {
    // It is kept already: sent once more, it would be a second one.
    if (opening.current) {
      setReviewed(undefined);
      return opened(opening.current.rule);
    }
    const { document, problems } = latest();
    if (problems.length > 0) {
      setRefused(intent);
      return tellAll([]);
    }
    setRefused(undefined);
    sent.current = document;
    const isNew = as === "new";
    send(
      {
        intent,
        ...(isDirty || isNew || intent === "save" ? { edited: document } : {}),
        ...(isNew || !over.rule ? {} : { expectedEditedAt: over.rule.editedAt }),
        to,
      },
      as,
    );
  };

  const isAllSaved = () => isSameDocument(latest().document, sent.current);
  /** What was typed since stays, as a change of what is kept now. */
  const goOn = () => (isAllSaved() ? beginAnew(loaded) : standOn(loaded));

  useEffect(() => {
    if (opening.current && opening.current.rule === rule?.id) {
      forgetDraft(opening.current.draft);
      opening.current = undefined;
      goOn();
    }
    if (!answer || settled === answer) return;
    setSettled(answer);
    // To a pause, which there is no more to say of, or to what the editor before this one had sent.
    if (sent.current === undefined) return;
    if (answer.kind === "invalid") tellAll(answer.problems);
    if (answer.kind !== "saved") setReviewed(undefined);
    if (answer.saved === undefined || answer.kind === "paused") return;
    if (answer.saved === rule?.id) return goOn();
    opening.current = { rule: answer.saved, draft: draftKeyOf(data) };
    if (isAllSaved()) forgetDraft(opening.current.draft);
    opened(answer.saved);
  });

  const isOurs = answer !== settled && answer?.saved !== undefined;
  const isOthers = !isOurs && rule?.id === begun.rule?.id && rule?.editedAt !== begun.rule?.editedAt;
  useEffect(() => {
    if (!isOthers || isDirty) return;
    // Nothing of the merchant's own is at stake.
    beginAnew(loaded);
    shopify.toast.show(say("editor.conflict.shown"));
  });

  return {
    answer: settled,
    theirs: isOthers ? rule : undefined,
    isKept: () => opening.current !== undefined && isAllSaved(),
    refused: state.checked.problems.length > 0 ? refused : undefined,
    save: () => ask("save"),
    discard: () => {
      setRefused(undefined);
      if (!opening.current) return beginAnew(loaded);
      // It cannot be left behind: it is kept, and only what was typed since is given up.
      if (sent.current) state.write(sent.current);
      opened(opening.current.rule);
    },
    pause: () => rule && send({ intent: "pause", expectedEditedAt: rule.editedAt } satisfies EditorAsk, rule.id),
    review: () => {
      const { rule: written } = latest();
      if (written) return setReviewed({ rule: written, over: begun });
      setRefused("publish");
      tellAll([]);
    },
    reviewed: reviewed?.rule,
    // Upon what it was reviewed over: what someone else saved since, and is shown here by now, was not looked at.
    publish: (to) => ask("publish", { to, over: reviewed?.over ?? begun }),
    closeReview: () => setReviewed(undefined),
    saveOver: () => {
      standOn(loaded);
      ask("save", { over: loaded });
    },
    takeTheirs: () => beginAnew(loaded),
    saveAsNew: () => ask("save", { as: "new" }),
  };
}

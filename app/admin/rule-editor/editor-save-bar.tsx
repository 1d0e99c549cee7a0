import { SaveBar } from "@shopify/app-bridge-react";
import { useSay } from "../say.tsx";
import type { EditorBusy } from "./rule-editor-props.ts";

/** Shopify's bar for what is unsaved: it asks too before the merchant leaves. */
export function EditorSaveBar({
  isOpen,
  busy,
  save,
  discard,
}: {
  readonly isOpen: boolean;
  readonly busy: EditorBusy | undefined;
  readonly save: () => void;
  readonly discard: () => void;
}) {
  const say = useSay();
  return (
    <SaveBar id="rule-save-bar" open={isOpen}>
      <button
        type="button"
        variant="primary"
        onClick={save}
        disabled={busy !== undefined}
        {...(busy === "save" ? { loading: "" } : {})}
      >
        {say("editor.save")}
      </button>
      <button type="button" onClick={discard} disabled={busy !== undefined}>
        {say("editor.discard")}
      </button>
    </SaveBar>
  );
}

import { Form, Modal, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useSay } from "../say.tsx";
import type { RuleRow } from "./rule-row.ts";

/** Asks for a place of the whole list, also where it is on another page. */
export function MoveRuleModal({
  row: { rule, place = 1 },
  total,
  close,
  move,
}: {
  readonly row: RuleRow;
  readonly total: number;
  readonly close: () => void;
  readonly move: (place: number) => void;
}) {
  const say = useSay();
  const [typed, setTyped] = useState(String(place));
  const [wasAsked, setWasAsked] = useState(false);
  const wanted = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : 0;
  const isPlace = wanted >= 1 && wanted <= total;
  const submit = () => {
    setWasAsked(true);
    if (isPlace) move(wanted);
  };
  return (
    <Modal
      open
      onClose={close}
      title={say("rules.move-modal.title", { name: rule.name })}
      primaryAction={{ content: say("rules.move-modal.do"), onAction: submit }}
      secondaryActions={[{ content: say("rules.cancel"), onAction: close }]}
    >
      <Modal.Section>
        <Form onSubmit={submit}>
          <TextField
            label={say("rules.move-modal.label")}
            helpText={say("rules.move-modal.help", { total })}
            value={typed}
            onChange={setTyped}
            inputMode="numeric"
            autoComplete="off"
            autoFocus
            selectTextOnFocus
            {...(wasAsked && !isPlace ? { error: say("rules.move-modal.wrong", { total }) } : {})}
          />
        </Form>
      </Modal.Section>
    </Modal>
  );
}

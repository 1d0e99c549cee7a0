import { Modal, Text } from "@shopify/polaris";
import { useSay } from "../say.tsx";

/** Before rules leave the list. */
export function ConfirmModal({
  intent,
  count,
  close,
  confirm,
}: {
  readonly intent: "archive" | "delete";
  readonly count: number;
  readonly close: () => void;
  readonly confirm: () => void;
}) {
  const say = useSay();
  return (
    <Modal
      open
      onClose={close}
      title={say(`rules.${intent}-modal.title`, { count })}
      primaryAction={{ content: say(`rules.${intent}`), onAction: confirm, destructive: intent === "delete" }}
      secondaryActions={[{ content: say("rules.cancel"), onAction: close }]}
    >
      <Modal.Section>
        <Text as="p">{say(`rules.${intent}-modal.body`)}</Text>
      </Modal.Section>
    </Modal>
  );
}

import { Modal } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useSay } from "../../say.tsx";

/** The preview in a dialog as wide as the screen allows. */
export default function LargePreview({
  children,
  close,
}: {
  readonly children: ReactNode;
  readonly close: () => void;
}) {
  const say = useSay();
  return (
    <Modal open onClose={close} title={say("preview.title")} size="large">
      <Modal.Section>{children}</Modal.Section>
    </Modal>
  );
}

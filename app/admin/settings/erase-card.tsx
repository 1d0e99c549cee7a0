import { useRevalidator } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Button,
  Card,
  InlineStack,
  List,
  Modal,
  ProgressBar,
  Text,
  TextField,
} from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { said } from "#app/core/values/say.ts";
import type { ErasureTold, KeptDataScreen } from "#app/stores/read-models/kept-data-screen.ts";
import { useFormat } from "../format.tsx";
import { useSay } from "../say.tsx";
import { useFocusAfterDialog, useFocusOnceChanged } from "../use-focus-back.ts";
import { isShopsName } from "./erasure-ask.ts";
import { useErasure } from "./use-erasure.ts";

const BEGIN = "erase-begin";
const NAME = "erase-name";

const WHAT_GOES = ["orders", "customers", "numbers", "files"] as const;

/** Has erased what is kept of orders and shoppers: confirmed by the shop's name, watched, stopped. */
export function EraseCard({
  shop,
  known,
}: {
  readonly shop: KeptDataScreen["shop"];
  readonly known: ErasureTold | undefined;
}) {
  const say = useSay();
  const format = useFormat(shop.timezone);
  const { erasure, refused, asked, send } = useErasure(known);
  const [isOpen, setOpen] = useState(false);
  useNewCountsOnceDone(erasure?.state);
  const title = useFocusOnceChanged(erasure?.state);
  useFocusAfterDialog(isOpen, BEGIN);
  return (
    <Card>
      <BlockStack gap="300">
        <div ref={title} tabIndex={-1}>
          <Text as="h2" variant="headingMd">
            {say("settings.erase")}
          </Text>
        </div>
        <Text as="p">{say("settings.erase.help")}</Text>
        <List>
          {WHAT_GOES.map((what) => (
            <List.Item key={what}>{say(`settings.erase.goes.${what}`)}</List.Item>
          ))}
        </List>
        <Text as="p">{say("settings.erase.stays")}</Text>
        {refused?.kind === "failed" ? <Banner tone="warning" title={said(refused.why, say)} /> : null}
        {refused?.kind === "wrong-name" ? <Banner tone="warning" title={say("settings.erase.wrong-name.now")} /> : null}
        {erasure?.state === "failed" ? <Banner tone="critical" title={say("settings.erase.failed")} /> : null}
        {erasure?.state === "done" ? (
          <Banner
            tone="success"
            title={say("settings.erase.done", { count: erasure.rowsDone, at: format.dateTime(erasure.endedAt ?? 0) })}
          />
        ) : null}
        {erasure?.state === "under-way" ? (
          <UnderWay
            erasure={erasure}
            isStopping={asked === "stop"}
            stop={() => send({ intent: "stop", run: erasure.run })}
          />
        ) : (
          <InlineStack>
            <Button id={BEGIN} tone="critical" onClick={() => setOpen(true)}>
              {say("settings.erase.begin")}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
      {isOpen ? (
        <ConfirmModal
          name={shop.name}
          close={() => setOpen(false)}
          erase={(name) => {
            setOpen(false);
            send({ intent: "erase", name });
          }}
        />
      ) : null}
    </Card>
  );
}

/** The table above counts what there was when the page was loaded. */
function useNewCountsOnceDone(state: ErasureTold["state"] | undefined): void {
  const { revalidate } = useRevalidator();
  const before = useRef(state);
  useEffect(() => {
    if (before.current === "under-way" && state !== "under-way") revalidate();
    before.current = state;
  }, [state, revalidate]);
}

function UnderWay({
  erasure: { rowsDone, rowsTotal },
  isStopping,
  stop,
}: {
  readonly erasure: ErasureTold;
  readonly isStopping: boolean;
  readonly stop: () => void;
}) {
  const say = useSay();
  const share = Math.min(99, Math.floor((rowsDone / Math.max(1, rowsTotal)) * 100));
  return (
    <BlockStack gap="200">
      <ProgressBar progress={share} size="small" ariaLabelledBy="erasure-progress" />
      <Text as="p" id="erasure-progress" tone="subdued">
        {say("settings.erase.progress", { done: rowsDone, total: Math.max(rowsDone, rowsTotal) })}
      </Text>
      <InlineStack>
        <Button onClick={stop} loading={isStopping}>
          {say("settings.erase.stop")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

function ConfirmModal({
  name,
  close,
  erase,
}: {
  readonly name: string;
  readonly close: () => void;
  readonly erase: (typed: string) => void;
}) {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const [isTold, setTold] = useState(false);
  const isRight = isShopsName(typed, name);
  const problem = isTold && !isRight ? say("settings.erase.wrong-name", { name }) : undefined;
  const confirm = () => {
    if (isRight) return erase(typed);
    setTold(true);
    document.getElementById(NAME)?.focus();
  };
  return (
    <Modal
      open
      onClose={close}
      title={say("settings.erase.sure")}
      primaryAction={{
        content: say("settings.erase.for-good"),
        destructive: true,
        onAction: confirm,
      }}
      secondaryActions={[{ content: say("settings.erase.keep"), onAction: close }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <Text as="p">{say("settings.erase.no-way-back")}</Text>
          <TextField
            id={NAME}
            label={say("settings.erase.type", { name })}
            value={typed}
            onChange={setTyped}
            onBlur={() => setTold(typed !== "")}
            error={problem}
            autoComplete="off"
          />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

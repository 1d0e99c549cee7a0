import { Banner, BlockStack, Button, ChoiceList, Select } from "@shopify/polaris";
import { useRef, useState } from "react";
import { PREVIEW_SURFACES } from "#app/contracts/preview.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { OrderId } from "#app/core/values/ids.ts";
import { type Say, said } from "#app/core/values/say.ts";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import { newPurchase, purchaseOf } from "./made-up.ts";
import { MadeUpFields } from "./made-up-fields.tsx";
import { OrderField } from "./order-field.tsx";
import { TryResult } from "./try-result.tsx";
import { useTry } from "./use-try.ts";

const PAGES: readonly Surface[] = [...PREVIEW_SURFACES, "email"];

type Which = "past" | "made-up";

/** Which order it is, and what comes of it. */
export default function TryForm() {
  const say = useSay();
  const { document, shop, products } = useEditing();
  const [which, setWhich] = useState<Which>("past");
  const [order, setOrder] = useState<OrderId>();
  const [made, setMade] = useState(() => newPurchase(shop, document, products, Date.now()));
  const [wanted, setWanted] = useState<Surface>();
  const surfaces = PAGES.filter((one) => Array.isArray(document.surfaces) && document.surfaces.includes(one));
  const surface = surfaces.find((one) => one === wanted) ?? surfaces[0] ?? "post-purchase";
  const { run, isRunning, result } = useTry();
  const [isAsked, setAsked] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const madeUp = purchaseOf(made, shop);
  const purchase =
    which === "made-up"
      ? madeUp && { kind: "made-up" as const, made: madeUp }
      : order !== undefined && { kind: "order" as const, order };
  const ask = () => {
    setAsked(true);
    if (purchase) run({ document, surface, purchase });
    // Once what is wrong is said there.
    else requestAnimationFrame(() => firstWrongIn(fields.current)?.focus());
  };

  return (
    <BlockStack gap="400">
      <ChoiceList
        title={say("try.which")}
        choices={[
          { value: "past", label: say("try.past") },
          { value: "made-up", label: say("try.made-up") },
        ]}
        selected={[which]}
        onChange={([chosen]) => setWhich(chosen === "made-up" ? "made-up" : "past")}
      />
      {which === "past" ? (
        <OrderField order={order} choose={setOrder} />
      ) : (
        <div ref={fields}>
          <MadeUpFields
            made={made}
            change={(changed) => setMade((before) => ({ ...before, ...changed }))}
            isAsked={isAsked}
          />
        </div>
      )}
      {surfaces.length > 1 ? (
        <Select
          label={say("try.page")}
          options={surfaces.map((value) => ({ value, label: pageName(value, say) }))}
          value={surface}
          onChange={(value) => setWanted(surfaces.find((one) => one === value))}
        />
      ) : null}
      <Button variant="primary" disabled={which === "past" && !purchase} loading={isRunning} onClick={ask}>
        {say("try.run")}
      </Button>
      <div role="status">
        {result?.kind === "tried" ? (
          <TryResult tried={result} />
        ) : result ? (
          <Banner tone="warning">
            {result.kind === "failed" ? say("try.failed", { why: said(result.why, say) }) : say(`try.${result.kind}`)}
          </Banner>
        ) : null}
      </div>
    </BlockStack>
  );
}

/** A field that says what is wrong with it; where none does, nothing was chosen yet. */
function firstWrongIn(fields: HTMLElement | null): HTMLElement | null | undefined {
  return fields?.querySelector<HTMLElement>("[aria-invalid=true]") ?? fields?.querySelector("button");
}

function pageName(surface: Surface, say: Say): string {
  return surface === "email" ? say("try.page.email") : say(`preview.page.${surface}`);
}

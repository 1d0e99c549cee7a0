import { BlockStack, ChoiceList, InlineGrid, Select, Text, TextField } from "@shopify/polaris";
import { OFFER_KINDS, type OfferKind } from "#app/core/rules/offer-kind.ts";
import { REPLACING_SURFACES } from "#app/core/rules/replacing-surfaces.ts";
import { useSay } from "../../say.tsx";
import { useEditing, useField } from "../editing.tsx";
import { NumberField } from "../fields/number-field.tsx";
import { type Place, valueAt } from "../places.ts";
import { asKind, type OfferDocument } from "./offer-document.ts";

/** What the offer is to the shopper, and what only that kind asks. */
export function KindFields({ place }: { readonly place: Place }) {
  const say = useSay();
  const { document, set } = useEditing();
  const { control } = useField<OfferKind>(`${place}.kind`);
  const offer = valueAt(document, place) as OfferDocument;
  const kind = OFFER_KINDS.find((one) => one === offer.kind) ?? "cross-sell";
  return (
    <BlockStack gap="300">
      <Select
        {...control}
        label={say("offer.kind")}
        options={OFFER_KINDS.map((one) => ({ value: one, label: say(`offer.kind.${one}`) }))}
        value={kind}
        onChange={(chosen) => set(place, asKind(offer, chosen as OfferKind))}
        helpText={say(`offer.kind.${kind}.help`)}
      />
      {kind === "upsell" ? <ReplacesField place={`${place}.replaces`} /> : null}
      {kind === "partner" ? <PartnerFields place={`${place}.partner`} /> : null}
    </BlockStack>
  );
}

/** Whether it takes the place of what made the rule fit: possible only while nothing is ordered. */
function ReplacesField({ place }: { readonly place: Place }) {
  const say = useSay();
  const { document } = useEditing();
  const { value, set, control } = useField<boolean>(place);
  const surfaces = Array.isArray(document.surfaces) ? document.surfaces : [];
  const canReplace = surfaces.length > 0 && surfaces.every((surface) => REPLACING_SURFACES.has(surface));
  return (
    <div id={control.id} tabIndex={-1}>
      <ChoiceList
        title={say("offer.replaces")}
        choices={[
          { value: "adds", label: say("offer.replaces.adds") },
          {
            value: "replaces",
            label: say("offer.replaces.replaces"),
            disabled: !canReplace && value !== true,
          },
        ]}
        selected={[value === true ? "replaces" : "adds"]}
        onChange={([chosen]) => set(chosen === "replaces" ? true : undefined)}
        {...(control.error ? { error: control.error } : {})}
      />
      {canReplace ? null : (
        <Text as="p" tone="subdued">
          {say("offer.replaces.help")}
        </Text>
      )}
    </div>
  );
}

function PartnerFields({ place }: { readonly place: Place }) {
  const say = useSay();
  const { value, set, control } = useField<string>(`${place}.name`);
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
      <TextField
        {...control}
        label={say("offer.partner.name")}
        helpText={say("offer.partner.name.help")}
        value={value ?? ""}
        onChange={set}
        autoComplete="off"
      />
      <NumberField
        place={`${place}.commissionPercent`}
        label={say("offer.partner.commission")}
        helpText={say("offer.partner.commission.help")}
        suffix="%"
      />
    </InlineGrid>
  );
}

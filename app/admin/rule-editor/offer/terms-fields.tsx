import { BlockStack, Checkbox, InlineGrid, Select } from "@shopify/polaris";
import { useSay } from "../../say.tsx";
import { useEditing, useField } from "../editing.tsx";
import { type Place, valueAt } from "../places.ts";
import { AmountsFields } from "./amounts-fields.tsx";

const QUANTITIES = Array.from({ length: 10 }, (_, index) => String(index + 1));

/** How many of it, what sending it costs, and whether those who own it are offered it too. */
export function TermsFields({ place, isOne }: { readonly place: Place; readonly isOne: boolean }) {
  const say = useSay();
  const quantity = useField<unknown>(`${place}.quantityMost`);
  const even = useField<boolean>(`${place}.evenIfBoughtBefore`);
  return (
    <BlockStack gap="400">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
        {isOne ? null : (
          <Select
            {...quantity.control}
            label={say("offer.quantity")}
            options={QUANTITIES}
            value={String(quantity.value)}
            onChange={(most) => quantity.set(Number(most))}
          />
        )}
        <ShippingFields place={`${place}.shipping`} />
      </InlineGrid>
      <Checkbox
        {...even.control}
        label={say("offer.even-if-bought")}
        helpText={say("offer.even-if-bought.help")}
        checked={even.value === true}
        onChange={(checked) => even.set(checked || undefined)}
      />
    </BlockStack>
  );
}

function ShippingFields({ place }: { readonly place: Place }) {
  const say = useSay();
  const { document, shop, set } = useEditing();
  const { control } = useField<string>(`${place}.kind`);
  const kind = valueAt(document, `${place}.kind`);
  const priced = { kind: "price", prices: [{ minor: "", currency: shop.currency }] };
  return (
    <BlockStack gap="200">
      <Select
        {...control}
        label={say("offer.shipping")}
        options={[
          { value: "free", label: say("offer.shipping.free") },
          { value: "price", label: say("offer.shipping.price") },
        ]}
        value={kind === "price" ? "price" : "free"}
        onChange={(chosen) => set(place, chosen === "price" ? priced : { kind: "free" })}
        helpText={say("offer.shipping.help")}
      />
      {kind === "price" ? <AmountsFields place={`${place}.prices`} label={say("offer.shipping.amount")} /> : null}
    </BlockStack>
  );
}

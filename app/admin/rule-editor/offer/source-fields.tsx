import { BlockStack, Button, InlineError, InlineStack, Select, Text } from "@shopify/polaris";
import { useSay } from "../../say.tsx";
import { useEditing, useField, useProblem } from "../editing.tsx";
import { type Place, valueAt } from "../places.ts";
import { chosenIn, type OfferDocument, type SourceKind, sourceOf } from "./offer-document.ts";
import { pickCollection } from "./pick-offered.ts";
import { ProductRows } from "./product-rows.tsx";

const KINDS = [
  "named",
  "choice",
  "bundle",
  "collection",
  "same-again",
  "from-purchase",
  "complementary",
  "suggestions",
  "next-journey-step",
] as const satisfies readonly SourceKind[];

/** Nothing comes from these yet: told to whose rule has one, and not to be chosen. */
const NOT_YET: ReadonlySet<SourceKind> = new Set(["suggestions", "next-journey-step"]);

/** Where the offered product comes from, and which. */
export function SourceFields({ place }: { readonly place: Place }) {
  const say = useSay();
  const { document, set, left } = useEditing();
  const offer = valueAt(document, place) as OfferDocument;
  const source = (offer.source ?? {}) as OfferDocument;
  const kind = source.kind as SourceKind;
  const at = `${place}.source.kind`;
  const problem = useProblem(at);
  return (
    <BlockStack gap="300">
      {offer.kind === "bundle" ? null : (
        <Select
          id={at}
          label={say("offer.source")}
          options={KINDS.map((one) => ({
            value: one,
            label: say(`offer.source.${one}`),
            disabled: NOT_YET.has(one) && one !== kind,
          }))}
          value={kind}
          onChange={(chosen) => set(`${place}.source`, sourceOf(chosen as SourceKind, chosenIn(source)))}
          onBlur={() => left(at)}
          error={problem}
          helpText={kind === "named" ? undefined : say(`offer.source.${kind}.help`)}
        />
      )}
      {kind === "named" || kind === "choice" || kind === "bundle" ? <ProductRows place={place} kind={kind} /> : null}
      {kind === "collection" ? <CollectionFields place={`${place}.source`} /> : null}
      {kind === "from-purchase" ? <WhichField place={`${place}.source.which`} /> : null}
    </BlockStack>
  );
}

function CollectionFields({ place }: { readonly place: Place }) {
  const say = useSay();
  const { collections, learnCollections } = useEditing();
  const { value = "", set, control } = useField<string>(`${place}.collection`);
  const order = useField<string>(`${place}.order`);
  const title = [...collections].find(([id]) => id === value)?.[1].title ?? value;
  const pick = async () => {
    const picked = await pickCollection(value);
    if (!picked) return;
    learnCollections([picked]);
    set(picked.id);
  };
  return (
    <BlockStack gap="300">
      <InlineStack gap="300" blockAlign="center">
        {title === "" ? null : (
          <Text as="span" fontWeight="medium" breakWord>
            {title}
          </Text>
        )}
        <Button id={control.id} onClick={pick}>
          {say(title === "" ? "offer.collection.choose" : "offer.collection.change")}
        </Button>
      </InlineStack>
      {control.error ? <InlineError message={say("offer.collection.missing")} fieldID={control.id} /> : null}
      <Select
        {...order.control}
        label={say("offer.collection.order")}
        options={(["best-selling", "cheapest", "random"] as const).map((one) => ({
          value: one,
          label: say(`offer.collection.order.${one}`),
        }))}
        value={order.value ?? ""}
        onChange={order.set}
      />
    </BlockStack>
  );
}

function WhichField({ place }: { readonly place: Place }) {
  const say = useSay();
  const { value, set, control } = useField<string>(place);
  return (
    <Select
      {...control}
      label={say("offer.which")}
      options={(["dearest", "cheapest"] as const).map((one) => ({ value: one, label: say(`offer.which.${one}`) }))}
      value={value ?? ""}
      onChange={set}
    />
  );
}

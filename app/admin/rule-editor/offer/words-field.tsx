import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { fieldsIn, MERGE_FIELDS, type MergeField } from "#app/core/values/merge-fields.ts";
import { useSay } from "../../say.tsx";
import { useField } from "../editing.tsx";
import type { Place } from "../places.ts";

/** One text to shoppers in one language, every byte as it is written, with buttons that put merge fields into it. */
export function WordsField({
  place,
  what,
  unknown,
}: {
  readonly place: Place;
  readonly what: "headline" | "reason";
  /** Those that this offer has nothing to say for. */
  readonly unknown: readonly MergeField[];
}) {
  const say = useSay();
  const { value = "", set, control } = useField<string>(place);
  const lost = fieldsIn(value).filter((field) => unknown.includes(field));
  const insert = (field: MergeField) => {
    const input = document.getElementById(place);
    const isField = input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement;
    const [from, to] = [isField ? input.selectionStart : null, isField ? input.selectionEnd : null];
    const start = from ?? value.length;
    const written = `${value.slice(0, start)}{${field}}${value.slice(to ?? value.length)}`;
    set(written);
    // Once the field holds it: the merchant goes on writing behind what was put in.
    requestAnimationFrame(() => {
      if (!isField) return;
      input.focus();
      input.setSelectionRange(start + field.length + 2, start + field.length + 2);
    });
  };
  return (
    <BlockStack gap="150">
      <TextField
        {...control}
        label={say(`offer.words.${what}`)}
        placeholder={say(`offer.words.${what}.example`)}
        value={value}
        onChange={(text) => set(text === "" ? undefined : text)}
        autoComplete="off"
        multiline={what === "reason" ? 2 : false}
      />
      <InlineStack gap="100" blockAlign="center">
        <Text as="span" variant="bodySm" tone="subdued">
          {say("offer.merge")}
        </Text>
        {MERGE_FIELDS.filter((field) => !unknown.includes(field)).map((field) => (
          <Button
            key={field}
            size="micro"
            accessibilityLabel={say("offer.merge.insert", { field: say(`offer.merge.${field}`) })}
            onClick={() => insert(field)}
          >
            {say(`offer.merge.${field}`)}
          </Button>
        ))}
      </InlineStack>
      {lost.length > 0 ? (
        <Text as="p" tone="caution">
          {say("offer.merge.unknown", { fields: lost.map((field) => `{${field}}`).join(", ") })}
        </Text>
      ) : null}
    </BlockStack>
  );
}

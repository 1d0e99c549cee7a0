import { BlockStack, Button, InlineError, InlineStack, Tag, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useSay } from "../../say.tsx";
import { useField, useProblem } from "../editing.tsx";
import type { Place } from "../places.ts";
import type { FieldProps } from "./field-props.ts";

export function PlainTextField({ place, label, helpText }: FieldProps) {
  const { value, set, control } = useField<string>(place);
  return (
    <TextField {...control} label={label} helpText={helpText} value={value ?? ""} onChange={set} autoComplete="off" />
  );
}

/** Texts one by one, every byte kept: Enter or the button adds one, and so does leaving the field. */
export function TextsField({ place, label, helpText }: FieldProps) {
  const say = useSay();
  const { value = [], set, control } = useField<readonly string[]>(place);
  const [typed, setTyped] = useState("");
  const add = () => {
    if (typed.trim() === "") return;
    if (!value.includes(typed)) set([...value, typed]);
    setTyped("");
  };
  return (
    <BlockStack gap="200">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter is the field's, which Polaris does not hand on */}
      <div
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
      >
        <TextField
          {...control}
          label={label}
          helpText={helpText}
          value={typed}
          onChange={setTyped}
          onBlur={() => {
            add();
            control.onBlur();
          }}
          autoComplete="off"
          connectedRight={
            <Button accessibilityLabel={say("editor.texts.add.label", { text: typed })} onClick={add}>
              {say("editor.texts.add")}
            </Button>
          }
        />
      </div>
      {value.length > 0 ? (
        <InlineStack gap="100">
          {value.map((text, index) => (
            <Added key={text} place={`${place}[${index}]`} text={text} remove={() => set(value.toSpliced(index, 1))} />
          ))}
        </InlineStack>
      ) : null}
    </BlockStack>
  );
}

/** One of the texts; beside it what is wrong with it, so that it is known which one that is. */
function Added({ place, text, remove }: { readonly place: Place; readonly text: string; readonly remove: () => void }) {
  const problem = useProblem(place);
  const tag = <Tag onRemove={remove}>{text}</Tag>;
  return problem === undefined ? (
    tag
  ) : (
    <div id={place} tabIndex={-1} style={{ maxWidth: "100%" }}>
      {tag}
      <InlineError message={problem} fieldID={place} />
    </div>
  );
}
